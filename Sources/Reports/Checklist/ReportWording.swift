import ReportingRules
import ReuseDetection

/// Sentences that every form of the report shares.
enum ReportWording {
  static let caution =
    "Colophon reads text and says what it found there. It does not say that a manuscript passes or fails; “not found” is no proof of absence."

  static let othersNote =
    "These models are named, but nothing that was read shows that the authors ran, trained or rebuilt them. A model counts as reused only where the text says so."

  static let unmeasured =
    "Details with an asterisk are looked for by rules that fewer than \(DetailAccuracy.enough) labelled cases have measured: read their quotes with more care."

  /// What a detail is called; with an asterisk where too few labelled cases measure its rule.
  static func topic(_ detail: Detail) -> String {
    DetailWording.topic(detail) + (Rule.rule(for: detail).isAnswerMeasured ? "" : "*")
  }

  /// True when a detail with an asterisk is shown.
  static func hasUnmeasured(_ report: FilledChecklist) -> Bool {
    report.checklist.details.contains { !Rule.rule(for: $0).isAnswerMeasured }
  }

  static func stamp(_ report: FilledChecklist) -> String {
    "Colophon \(report.stamp.tool), catalogue of \(report.stamp.catalogue), profile \(report.stamp.profile)"
  }

  /// "Of 27 items: 4 reported, 1 delegated, …".
  static func counts(_ report: FilledChecklist) -> String {
    let counts = tally(report).map { "\($0.count) \($0.state?.words ?? mayAnswer)" }
    return "Of \(Counting.plural(report.items.count, "item")): " + counts.joined(separator: ", ") + "."
  }

  /// What counts apart from "reported".
  static let mayAnswer =
    "with words that may answer, found by rules that fewer than \(DetailAccuracy.enough) labelled cases have measured"

  /// How many items are in each state, those with words that may answer (without a state) behind the reported ones.
  static func tally(_ report: FilledChecklist) -> [(state: ItemState?, count: Int)] {
    let counts = ItemState.allCases.map { (state: ItemState?.some($0), count: report.count($0)) }
    guard report.unmeasuredCount > 0 else { return counts }
    return [counts[0], (nil, report.unmeasuredCount)] + counts.dropFirst()
  }

  /// Why nothing is asked about a manuscript that is not in English; nil for others.
  static func unjudged(_ report: FilledChecklist) -> String? {
    guard !report.isJudged, !report.isEmpty else { return nil }
    return "This manuscript is not in English (language code '\(report.language)'). Colophon judges English text only: "
      + "what the manuscript says of its models was not judged, and that no question is asked does not mean that nothing is open."
  }

  static func noReuse(_ report: FilledChecklist) -> String {
    let named =
      report.others.isEmpty
      ? "No model of the catalogue is named in it"
      : "The models that are named are listed below, with why they are not judged"
    return "No reuse of a pre-trained model was found in what was read\(unreadNote(report)). \(named)."
  }

  /// What qualifies every "not found" while a file could not be read; else empty.
  static func unreadNote(_ report: FilledChecklist) -> String {
    let count = report.input.unread.count
    return count == 0 ? "" : "; \(count == 1 ? "one file" : "\(count) files") could not be read"
  }

  /// ", for 2 of 3 models" where the models differ; else empty.
  static func share(_ filled: FilledItem, _ report: FilledChecklist) -> String {
    let certain = filled.answers.filter { !report.models[$0.model].isUncertain }
    let counted = certain.isEmpty ? filled.answers : certain
    let alike = counted.filter { $0.state == filled.found }.count
    guard filled.override == nil, counted.count > 1, alike < counted.count else { return "" }
    return ", for \(alike) of \(counted.count) models"
  }

  /// An item's number and topic.
  static func name(_ filled: FilledItem) -> String {
    (filled.item.number.map { $0 + " " } ?? "") + filled.item.topic
  }

  /// An item's topic as the beginning of a line, with an asterisk where the one rule that answers it is not measured.
  static func heading(_ item: ChecklistItem) -> String {
    let isUnmeasured = item.details.count == 1 && item.details.contains { !Rule.rule(for: $0).isAnswerMeasured }
    return item.topic.prefix(1).uppercased() + item.topic.dropFirst() + (isUnmeasured ? "*" : "")
  }

  /// The names of models; those of low confidence with "(if it is used)".
  static func names(_ models: [Int], _ report: FilledChecklist) -> String {
    let names = models.map { report.models[$0].name + (report.models[$0].isUncertain ? " (if it is used)" : "") }
    return names.count == report.models.count && names.count > 4
      ? "all \(names.count) models" : QuestionBuilder.list(names)
  }

  /// "adaptation (fine-tuned or head trained)".
  static func patterns(_ model: ReportedModel) -> String {
    model.patterns.map { "\($0.rawValue) (\($0.plainWords))" }.joined(separator: ", ")
  }

  /// Pattern, kind, step, confidence and place in a sentence without a full stop.
  static func summary(_ model: ReportedModel) -> String {
    var words = ["Reused by \(patterns(model))"]
    if !model.subLabels.isEmpty { words.append("here " + model.subLabels.map(\.plainWords).joined(separator: ", ")) }
    words.append("\(model.confidence.rawValue) confidence")
    words.append("named \(model.mentionCount == 1 ? "once" : "\(model.mentionCount) times")")
    return words.joined(separator: "; ")
  }

  /// Why a model is not judged.
  static func reasons(_ model: OtherModel) -> String {
    var words = [model.role.plainWords, "named \(model.mentionCount == 1 ? "once" : "\(model.mentionCount) times")"]
    if model.isStated { words.append("the authors or the settings say so") }
    if !model.speaksAgainst.isEmpty {
      words.append("speaks against use: " + model.speaksAgainst.joined(separator: ", "))
    }
    words.append(
      model.speaksFor.isEmpty
        ? "nothing speaks for use"
        : "speaks for use, and is too little alone: " + model.speaksFor.joined(separator: ", "))
    return words.joined(separator: "; ") + "."
  }
}
