import ReportingRules
import ReuseDetection

/// A question that the manuscript leaves open, put so that its authors can answer it.
package struct OpenQuestion: Sendable, Equatable {
  /// The ask's name.
  package let code: String
  package let severity: Severity
  /// Indices in `FilledChecklist.models`.
  package let models: [Int]
  package let details: [Detail]
  /// Without the place.
  package let text: String
  package let place: TextPlace?
}

/// Puts what was not found as questions.
struct QuestionBuilder {
  let models: [ReportedModel]
  /// What is asked for, and how grave it is for each model.
  let findings: [(detail: Detail, model: Int, severity: Severity)]

  /// One question an ask, the gravest first; then one for what only the report has, where a standard asks for it.
  func questions(isStandard: Bool) -> [OpenQuestion] {
    let certain = findings.filter { !models[$0.model].isUncertain }
    var questions: [OpenQuestion] = []
    for ask in AskName.allCases {
      let open = certain.filter { $0.severity > .reportOnly && Rule.rule(for: $0.detail).ask == ask }
      if !open.isEmpty { questions.append(question(ask.rawValue, open)) }
    }
    questions.sort { $0.severity > $1.severity }
    if let uncertain { questions.append(uncertain) }
    let rest = isStandard ? certain.filter { $0.severity == .reportOnly && Rule.rule(for: $0.detail).isMeasured } : []
    if !rest.isEmpty { questions.append(question("report-only", rest)) }
    return questions
  }

  private func question(_ code: String, _ open: [(detail: Detail, model: Int, severity: Severity)]) -> OpenQuestion {
    let concerned = prominent(Set(open.map(\.model)))
    var sentences: [(models: [Int], details: [Detail])] = []
    for detail in Set(open.map(\.detail)).sorted() {
      let lacking = prominent(Set(open.filter { $0.detail == detail }.map(\.model)))
      if let index = sentences.firstIndex(where: { $0.models == lacking }) {
        sentences[index].details.append(detail)
      } else {
        sentences.append((lacking, [detail]))
      }
    }
    sentences.sort { $0.models.count > $1.models.count }
    let texts = sentences.map { sentence in
      let subject = sentence.models.count > 1 ? "For each of " : "For "
      return subject + Self.names(sentence.models, models) + ": "
        + Self.list(sentence.details.map(DetailWording.question), before: ", and ") + "?"
    }
    return OpenQuestion(
      code: code, severity: open.map(\.severity).max() ?? .hint, models: concerned,
      details: sentences.flatMap(\.details), text: texts.joined(separator: " "),
      place: concerned.first.map { models[$0].place })
  }

  /// The most often named first.
  private func prominent(_ indices: Set<Int>) -> [Int] {
    indices.sorted { (models[$0].mentionCount, $1) > (models[$1].mentionCount, $0) }
  }

  /// Whether models of low confidence were used at all.
  private var uncertain: OpenQuestion? {
    let indices = models.indices.filter { models[$0].isUncertain }
    guard let first = indices.first else { return nil }
    return OpenQuestion(
      code: AskName.howReused.rawValue, severity: .hint, models: indices, details: [],
      text:
        "\(indices.count == 1 ? "Was" : "Were") \(Self.names(indices, models)) run or trained for this work, or only named?"
        + " If run: with which weights, and how?",
      place: models[first].place)
  }

  /// "GPT-4, Claude 2 and 7 more".
  static func names(_ indices: [Int], _ models: [ReportedModel]) -> String {
    let names = indices.map { models[$0].name }
    return names.count <= 4 ? list(names) : list(Array(names.prefix(3)) + ["\(names.count - 3) more"])
  }

  /// "a", "a and b", "a, b and c".
  static func list(_ words: [String], before conjunction: String = " and ") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + conjunction + last
  }
}
