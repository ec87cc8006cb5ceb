extension Section.Kind {
  /// The kind that a heading announces, or nil when its words say nothing about it.
  ///
  /// Headings are matched by their words in lower case, longest phrase first, so that "Data and code availability" is
  /// availability and "Materials and methods" is methods. Sub-sections without a kind of their own inherit their parent's.
  package init?(heading: String) {
    let words = heading.lowercased().split { !$0.isLetter }.map(String.init)
    guard !words.isEmpty else { return nil }
    let text = " " + words.joined(separator: " ") + " "
    for (phrase, kind) in Self.phrases where text.contains(" " + phrase) {
      self = kind
      return
    }
    return nil
  }

  /// Beginnings of words in headings, most telling first.
  private static let phrases: [(String, Section.Kind)] = [
    ("abstract", .abstract), ("summary ", .abstract), ("lay summary", .abstract), ("significance statement", .abstract),
    ("availability", .availability), ("data and code", .availability), ("code and data", .availability),
    ("data access", .availability), ("open research", .availability), ("reproducibility statement", .availability),
    ("software and data", .availability), ("resource availab", .availability),
    ("acknowledg", .acknowledgements), ("funding", .acknowledgements), ("disclosure", .acknowledgements),
    ("competing interest", .acknowledgements), ("conflict of interest", .acknowledgements),
    ("conflicts of interest", .acknowledgements), ("declaration", .acknowledgements),
    ("generative ai", .acknowledgements), ("use of ai", .acknowledgements), ("ai usage", .acknowledgements),
    ("use of large language models", .acknowledgements), ("ethic", .acknowledgements),
    ("author contribution", .contributions), ("contributions of the author", .contributions),
    ("authorship contribution", .contributions), ("credit author", .contributions),
    ("references", .references), ("bibliography", .references), ("literature cited", .references),
    ("related work", .relatedWork), ("prior work", .relatedWork), ("previous work", .relatedWork),
    ("state of the art", .relatedWork), ("literature review", .relatedWork), ("background", .relatedWork),
    ("statement of need", .introduction), ("state of the field", .relatedWork),
    ("supplement", .appendix), ("appendi", .appendix), ("supporting information", .appendix),
    ("method", .methods), ("material", .methods), ("implementation", .methods), ("experimental set", .methods),
    ("experiment setup", .methods), ("setup", .methods), ("set up", .methods), ("training", .methods),
    ("architecture", .methods), ("data collection", .methods), ("preprocessing", .methods),
    ("pre processing", .methods), ("data processing", .methods), ("dataset", .methods), ("data set", .methods),
    ("approach", .methods), ("pipeline", .methods), ("procedure", .methods), ("prompt", .methods),
    ("hyperparameter", .methods), ("hyper parameter", .methods), ("baselines", .methods), ("models ", .methods),
    ("results and discussion", .results), ("result", .results), ("evaluation", .results), ("experiment", .results),
    ("findings", .results), ("ablation", .results), ("benchmark", .results), ("performance", .results),
    ("analysis", .results), ("comparison", .results),
    ("discussion", .discussion), ("limitation", .discussion), ("future", .discussion), ("outlook", .discussion),
    ("implications", .discussion), ("broader impact", .discussion),
    ("conclusion", .conclusion), ("concluding", .conclusion), ("closing remarks", .conclusion),
    ("introduction", .introduction), ("motivation", .introduction), ("overview", .introduction),
  ]
}
