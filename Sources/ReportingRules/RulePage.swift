import ReuseDetection

/// The one renderer of a rule's or an ask's page: the command line, hover and documentation all show it.
package enum RulePage {
  /// A detail's page in Markdown.
  package static func markdown(_ rule: Rule) -> String {
    var lines = [
      "# \(rule.name)", "", rule.summary, "", "**Why.** \(rule.why)", "", "**What to do.** \(rule.remedy)", "",
    ]
    lines += ["LaTeX:", "", "    " + rule.sentence.example(for: "the model", isLatex: true), ""]
    lines += ["Markdown:", "", "    " + rule.sentence.example(for: "the model", isLatex: false), ""]
    lines += ["**Who asks.**", ""]
    lines += rule.sources.map { "- \($0.label) (\($0.standard.identifier))" }
    lines += [
      "", "Item numbers follow published transcriptions; check them against the standard before you quote them.", "",
    ]
    lines += ["**Applies to.** " + reuses(rule), ""]
    lines += ["**Severity.** " + severities(rule), ""]
    if let ask = rule.ask { lines += ["Part of the question `\(ask.rawValue)`: \(ask.question)", ""] }
    lines += silencing(rule.name)
    return lines.joined(separator: "\n") + "\n"
  }

  /// An ask's page in Markdown: its question and its details.
  package static func markdown(_ ask: AskName) -> String {
    let rules = Rule.all.filter { $0.ask == ask }
    var lines = ["# \(ask.rawValue)", "", ask.question, ""]
    if let why = ask.why ?? rules.first?.why { lines += ["**Why.** \(why)", ""] }
    if let remedy = ask.remedy { lines += ["**What to do.** \(remedy)", ""] }
    if !rules.isEmpty {
      lines += ["**Its details.**", ""]
      lines += rules.map { "- `\($0.name)`: \($0.remedy)" }
      lines += ["", "**Who asks.** " + AskBuilder.askedBy(rules).joined(separator: "; "), ""]
    }
    lines += silencing(ask.rawValue)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page of a name, or nil for an unknown one.
  package static func markdown(named name: String) -> String? {
    if let ask = AskName(rawValue: name), Detail(name: name) == nil { return markdown(ask) }
    guard let detail = Detail(name: name) else { return nil }
    return markdown(Rule.rule(for: detail))
  }

  private static func silencing(_ name: String) -> [String] {
    [
      "**To silence it.** `% colophon: ignore \(name) -- reason` in LaTeX, `<!-- colophon: ignore \(name) -- reason -->` in",
      "Markdown, or `ignore = [\"\(name)\"]` in `colophon.toml`.",
    ]
  }

  /// The kinds of reuse that the rule concerns, in words.
  private static func reuses(_ rule: Rule) -> String {
    let concerned = typicalReuses.filter { rule.applies($0.facets) }
    if concerned.count == typicalReuses.count { return "Every reuse." }
    let words = concerned.map(\.words).joined(separator: "; ") + "."
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The greatest severity that each profile gives, over the kinds of reuse.
  private static func severities(_ rule: Rule) -> String {
    Profile.allCases.map { "\($0.rawValue): \(greatest(rule, $0).rawValue)" }.joined(separator: ", ")
  }

  /// The greatest severity over typical reuses; a model's confidence may lower it.
  package static func greatest(_ rule: Rule, _ profile: Profile) -> Severity {
    typicalReuses.map(\.facets).filter(rule.applies).map { rule.severity(of: $0, in: profile) }.max() ?? .reportOnly
  }

  /// The kinds of reuse that rules tell apart.
  package static let typicalReuses: [(words: String, facets: ReuseFacets)] = [
    (
      "a closed model prompted through an API",
      facets(.deployment, [.prompted], .api, isClosed: true, isPrompted: true)
    ),
    ("an open model prompted locally", facets(.deployment, [.prompted], .local, isPrompted: true)),
    ("embeddings or predictions of released weights", facets(.deployment, [.embedding], .local)),
    ("a tool that carries weights", facets(.deployment, [.wrappedTool], .local, isTool: true)),
    ("a fine-tuned model", facets(.adaptation, [.fullFineTuning], .local)),
    (
      "a probe or other light fit on frozen features",
      facets(.adaptation, [.featureExtraction], .local, isLightFit: true)
    ),
    ("a design rebuilt from a paper", facets(.conceptual, [.fromScratch], .local, isArchitecture: true)),
    ("a converted or quantised model", facets(.deployment, [.quantised, .converted], .local)),
  ]

  private static func facets(
    _ pattern: ReusePattern, _ labels: Set<SubLabel>, _ access: Access, isClosed: Bool = false,
    isPrompted: Bool = false,
    isTool: Bool = false, isLightFit: Bool = false, isArchitecture: Bool = false
  ) -> ReuseFacets {
    ReuseFacets(
      patterns: [pattern], subLabels: labels, access: access, isClosed: isClosed, initialisation: .unknown,
      isPrompted: isPrompted,
      isWrappedTool: isTool, isLightFit: isLightFit, knownVariantCount: 3, isNamed: true,
      isArchitecture: isArchitecture)
  }
}
