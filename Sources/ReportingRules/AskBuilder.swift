import Manuscripts
import ReuseDetection

/// From details to questions: what was not found, how much it matters, and how it is put to the author.
package enum AskBuilder {
  /// How many questions an author sees at once; the report has the rest.
  package static let visibleLimit = 8

  /// The states of the details of a model that were looked for, with `notApplicable` where a rule does not concern the
  /// reuse.
  package static func resolvedDetails(of model: DetectedModel) -> [Detail: DetailFinding] {
    guard model.role == .reused else { return [:] }
    var details = [Detail: DetailFinding](minimumCapacity: Rule.all.count)
    for rule in Rule.all {
      guard let found = model.details[rule.detail] else { continue }
      details[rule.detail] = rule.applies(model.facets) ? found : .notApplicable
    }
    return details
  }

  /// Every detail that was looked for, applies and was not found, model by model.
  package static func findings(models: [DetectedModel], profile: Profile) -> [Finding] {
    var findings: [Finding] = []
    for (index, model) in models.enumerated() where model.role == .reused {
      var isMissing = Array(repeating: false, count: Detail.allCases.count)
      for (detail, found) in model.details where found.state == .missing { isMissing[Int(detail.number)] = true }
      for rule in Rule.all where isMissing[Int(rule.detail.number)] && rule.applies(model.facets) {
        let severity = severity(of: rule, for: model, profile)
        findings.append(Finding(detail: rule.detail, model: index, severity: severity, anchor: model.anchor))
      }
    }
    return findings
  }

  /// A rule's severity for one model: low confidence is a hint at most, errors need certain own use and a gap that is
  /// whole.
  private static func severity(
    of rule: Rule, for model: DetectedModel, _ profile: Profile
  ) -> Severity {
    var severity = rule.severity(of: model.facets, in: profile)
    if model.confidence == .low { return min(severity, .hint) }
    if severity == .error, model.confidence != .high || !isWhole(rule.detail, model) { severity = .warning }
    // A dated snapshot says more than the day of the query, which clinical standards want all the same.
    if rule.detail == .accessDate, isAnswered(.modelVersion, model) {
      severity = min(severity, profile.audience == .clinicalLLM ? .hint : .reportOnly)
    }
    return severity
  }

  /// An error is a gap that nothing else narrows down: no snapshot and no date; no name of the data, no size and no
  /// split, which tells whose data they are and how they were parted.
  private static func isWhole(_ detail: Detail, _ model: DetectedModel) -> Bool {
    switch detail {
    case .modelVersion: return !isAnswered(.accessDate, model)
    case .trainingDataName: return !isAnswered(.trainingDataSize, model) && !isAnswered(.trainingDataSplit, model)
    case .trainingDataSize: return !isAnswered(.trainingDataName, model)
    case .promptText: return !isAnswered(.codeAvailability, model)
    default: return true
    }
  }

  private static func isAnswered(_ detail: Detail, _ model: DetectedModel) -> Bool {
    switch model.details[detail]?.state {
    case .present, .delegated, .declaredUnavailable: Rule.rule(for: detail).applies(model.facets)
    case .missing, .notApplicable, nil: false
    }
  }

  /// The questions, most severe first, then by place.
  ///
  /// - Parameter unnamed: how much a model without a name weighs; such are not looked for where reports alone say so.
  package static func asks(
    findings: [Finding], models: [DetectedModel], placeholders: [PlaceholderCheck.Place], unnamed: Severity,
    reading: ReadManuscript
  ) -> [Ask] {
    var asks = uncertain(models)
    var byAsk: [AskName: [Finding]] = [:]
    for finding in findings where models[finding.model].confidence != .low {
      if let name = Rule.rule(for: finding.detail).ask { byAsk[name, default: []].append(finding) }
    }
    for name in AskName.allCases {
      guard let found = byAsk[name] else { continue }
      asks += groups(of: found).map { ask(name, $0, models) }
    }
    asks += placeholders.map(placeholder)
    asks += conflicts(models, reading)
    if unnamed > .reportOnly {
      asks += UnnamedModelCheck.places(in: reading, models: models).map { ask(on: $0, unnamed) }
    }
    return sorted(asks)
  }

  /// The questions, most severe first, then by place.
  package static func sorted(_ asks: [Ask]) -> [Ask] {
    asks.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      return (left.anchor.file, left.anchor.range.lowerBound, left.name.rawValue)
        < (right.anchor.file, right.anchor.range.lowerBound, right.name.rawValue)
    }
  }

  /// One question a name, split where severities differ: what is grave for one model must not colour its neighbours.
  private static func groups(of findings: [Finding]) -> [[Finding]] {
    var worst: [Int: Severity] = [:]
    for finding in findings { worst[finding.model] = max(worst[finding.model] ?? .reportOnly, finding.severity) }
    let visible = findings.filter { $0.severity > .reportOnly }
    return Severity.allCases.reversed().map { severity in visible.filter { worst[$0.model] == severity } }.filter {
      !$0.isEmpty
    }
  }

  private static func ask(_ name: AskName, _ findings: [Finding], _ models: [DetectedModel]) -> Ask {
    var indices: [Int] = []
    for finding in findings where !indices.contains(finding.model) { indices.append(finding.model) }
    indices.sort { (models[$0].mentions.count, $1) > (models[$1].mentions.count, $0) }
    let details = Set(findings.map(\.detail)).sorted {
      gravity($0, findings) > gravity($1, findings) || gravity($0, findings) == gravity($1, findings) && $0 < $1
    }
    let severity = findings.map(\.severity).max() ?? .hint
    let named = shared(details, findings, indices)
    return Ask(
      name: name, severity: severity, models: indices, details: named + details.filter { !named.contains($0) },
      findings: findings, anchor: models[indices[0]].anchor,
      message: names(indices, models) + ": " + AskWording.lacking(named) + " found", related: alike(indices, models))
  }

  /// The details to name: those that weigh as much as a warning where any does, that every model of the ask lacks where
  /// any is common to all, and three at most.
  private static func shared(_ details: [Detail], _ findings: [Finding], _ models: [Int]) -> [Detail] {
    let weighty = details.filter { gravity($0, findings) >= .warning }
    let named = weighty.isEmpty ? details : weighty
    func lacks(_ model: Int, _ detail: Detail) -> Bool {
      findings.contains { $0.detail == detail && $0.model == model }
    }
    let common = named.filter { detail in models.allSatisfy { lacks($0, detail) } }
    return Array((common.isEmpty ? named.filter { lacks(models[0], $0) } : common).prefix(3))
  }

  private static func gravity(_ detail: Detail, _ findings: [Finding]) -> Severity {
    findings.filter { $0.detail == detail }.map(\.severity).max() ?? .reportOnly
  }

  /// "'GPT-4', 'Claude 2' and 7 more".
  static func names(_ indices: [Int], _ models: [DetectedModel]) -> String {
    let quoted = indices.map { "'\(models[$0].name)'" }
    switch quoted.count {
    case 1: return quoted[0]
    case 2: return quoted.joined(separator: " and ")
    case 3: return "\(quoted[0]), \(quoted[1]) and \(quoted[2])"
    default: return "\(quoted[0]), \(quoted[1]) and \(quoted.count - 2) more"
    }
  }

  /// Low confidence is one question, not a list.
  private static func uncertain(_ models: [DetectedModel]) -> [Ask] {
    let indices = models.indices.filter { models[$0].role == .reused && models[$0].confidence == .low }
    guard let first = indices.first else { return [] }
    let isDesign = indices.allSatisfy { models[$0].facets.isArchitecture || models[$0].facets.isConceptual }
    let verb = indices.count == 1 ? "Was" : "Were"
    let message =
      isDesign
      ? "\(verb) \(names(indices, models)) trained from scratch, or from released weights?"
      : "\(verb) \(names(indices, models)) run for this work, and how?"
    return [
      Ask(
        name: .howReused, severity: .hint, models: indices, details: [], findings: [], anchor: models[first].anchor,
        message: message, related: alike(indices, models))
    ]
  }

  private static func placeholder(_ place: PlaceholderCheck.Place) -> Ask {
    Ask(
      name: .placeholder, severity: .warning, models: [], details: [], findings: [], anchor: place.span,
      message: place.moreCount == 0
        ? "'\(place.text)' is still a placeholder"
        : "'\(place.text)' and \(place.moreCount) more are still placeholders", related: [])
  }

  private static func ask(on place: UnnamedModelCheck.Place, _ severity: Severity) -> Ask {
    Ask(
      name: .whichModel, severity: severity, models: [], details: [.modelIdentity], findings: [], anchor: place.span,
      message: "'\(place.text)' is used here: no name of the model found", related: [])
  }

  /// The places where the other models of a question stand.
  private static func alike(_ indices: [Int], _ models: [DetectedModel]) -> [Ask.RelatedPlace] {
    indices.dropFirst().map {
      Ask.RelatedPlace(span: models[$0].anchor, message: "the same for '\(models[$0].name)'")
    }
  }

  /// Two values for one thing, over the models that share both places.
  private static func conflicts(_ models: [DetectedModel], _ reading: ReadManuscript) -> [Ask] {
    var asks: [Ask] = []
    for conflict in ConflictCheck.conflicts(in: reading, models: models) {
      if asks.contains(where: { $0.anchor == conflict.place && $0.related.first?.span == conflict.otherPlace }) {
        continue
      }
      asks.append(
        Ask(
          name: .conflictingDetail, severity: .hint, models: [conflict.model], details: [conflict.detail], findings: [],
          anchor: conflict.place,
          message: "'\(models[conflict.model].name)': '\(conflict.text)' here, '\(conflict.otherText)' elsewhere",
          related: [Ask.RelatedPlace(span: conflict.otherPlace, message: "here '\(conflict.otherText)'")]))
    }
    return asks
  }

  /// Who asks for any of these details: each standard once, in order of first appearance, with its items in order.
  package static func askedBy(_ rules: [Rule]) -> [String] {
    var standards: [Standard] = []
    var items: [Standard: [String]] = [:]
    for source in rules.flatMap(\.sources) {
      if !standards.contains(source.standard) { standards.append(source.standard) }
      guard let item = source.item, items[source.standard]?.contains(item) != true else { continue }
      items[source.standard, default: []].append(item)
    }
    return standards.map { StandardItem.label(of: $0, items: (items[$0] ?? []).sorted(by: StandardItem.precedes)) }
  }
}

/// The words for what was not found.
package enum AskWording {
  /// "no dated snapshot or query date".
  static func lacking(_ details: [Detail]) -> String {
    let words = details.map { Rule.rule(for: $0).noun }
    switch words.count {
    case 0: return "nothing"
    case 1: return "no \(words[0])"
    case 2: return "no \(words[0]) and no \(words[1])"
    default: return "no " + words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
    }
  }
}
