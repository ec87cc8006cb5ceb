extension Section.Kind {
  /// The kind that a heading announces, or nil when its words say nothing about it.
  ///
  /// Headings are matched by their words in lower case, longest phrase first, so that "Data and code availability" is
  /// availability and "Materials and methods" is methods. Sub-sections without a kind of their own inherit their
  /// parent's.
  package init?(heading: String) {
    let text = Self.folded(heading)
    guard text.count > 1, let first = Self.firstPhrase(in: text) else { return nil }
    self = Self.wordings[first].1
  }

  /// The words in lower case, each behind one space, and a space at the end.
  private static func folded(_ heading: String) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(heading.utf8.count + 2)
    text.append(0x20)
    for byte in heading.utf8 {
      switch byte {
      case 0x41...0x5A: text.append(byte | 0x20)
      case 0x61...0x7A, 0x80...0xFF: text.append(byte)
      default: if text.last != 0x20 { text.append(0x20) }
      }
    }
    if text.last != 0x20 { text.append(0x20) }
    return text
  }

  /// The number of the most telling phrase that a word of the text begins with.
  private static func firstPhrase(in text: [UInt8]) -> Int? {
    var best: Int?
    for start in 1..<text.count where text[start - 1] == 0x20 && text[start] < 0x80 {
      let rest = text[start...]
      for phrase in phrases[Int(text[start])] where phrase.number < best ?? .max && rest.starts(with: phrase.bytes) {
        best = phrase.number
      }
    }
    return best
  }

  /// By their first letter, with their numbers in `wordings`.
  private static let phrases = wordings.enumerated().reduce(
    into: [[(bytes: [UInt8], number: Int)]](repeating: [], count: 0x80)
  ) { phrases, wording in
    let bytes = Array(wording.element.0.utf8)
    if let first = bytes.first { phrases[Int(first)].append((bytes, wording.offset)) }
  }

  /// Beginnings of words in headings, most telling first.
  private static let wordings: [(String, Section.Kind)] = [
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
    ("system overview", .methods), ("model overview", .methods), ("system description", .methods),
    ("related work", .relatedWork), ("prior work", .relatedWork), ("previous work", .relatedWork),
    ("state of the art", .relatedWork), ("literature review", .relatedWork), ("background", .relatedWork),
    ("statement of need", .introduction), ("state of the field", .relatedWork),
    ("supplement", .appendix), ("appendi", .appendix), ("supporting information", .appendix),
    ("method", .methods), ("material", .methods), ("implementation", .methods), ("experimental set", .methods),
    ("experiment setup", .methods), ("study design", .methods), ("setup", .methods), ("set up", .methods), ("training", .methods),
    ("architecture", .methods), ("data collection", .methods), ("preprocessing", .methods),
    ("pre processing", .methods), ("data processing", .methods), ("dataset", .methods), ("data set", .methods),
    ("approach", .methods), ("pipeline", .methods), ("procedure", .methods), ("prompt", .methods),
    ("hyperparameter", .methods), ("hyper parameter", .methods), ("baselines", .methods), ("models ", .methods),
    ("image processing", .methods), ("image analys", .methods), ("statistical analys", .methods),
    ("data analys", .methods), ("bioinformatic", .methods), ("image acquisition", .methods),
    ("feature extraction", .methods), ("transfer learning", .methods), ("fine tuning", .methods),
    ("experimental section", .methods), ("experimental detail", .methods), ("computational detail", .methods),
    ("study area", .methods), ("participants", .methods), ("measures ", .methods), ("workflow", .methods),
    ("results and discussion", .results), ("result", .results), ("evaluation", .results),
    ("experimental ", .methods), ("experiment", .results),
    ("findings", .results), ("ablation", .results), ("benchmark", .results), ("performance", .results),
    ("analysis", .results), ("comparison", .results), ("data and ", .methods),
    ("discussion", .discussion), ("limitation", .discussion), ("future", .discussion), ("outlook", .discussion),
    ("implications", .discussion), ("broader impact", .discussion),
    ("conclusion", .conclusion), ("concluding", .conclusion), ("closing remarks", .conclusion),
    ("introduction", .introduction), ("motivation", .introduction), ("overview", .introduction),
  ]
}
