import LanguageServerWire
import ManuscriptAnalysis
import ModelCatalogue
import ReportingRules
import ReuseDetection

/// A mention under the caret.
struct MentionPlace {
  let project: LiveProject
  let model: DetectedModel
  let mention: Mention
}

extension Session {
  /// The mention of a model at the position that a request names.
  mutating func mention(at params: JSONValue) throws(RPCError) -> MentionPlace? {
    guard let uri = params[path: "textDocument", "uri"].string, let document = documents[uri] else {
      throw RPCError(.invalidParams, "the document is not open")
    }
    guard let offset = document.positions.offset(of: params["position"]) else {
      throw RPCError(.invalidParams, "a position needs a line and a character")
    }
    moveCaret(params)
    guard let project = project(of: uri), let file = project.file(at: document.path) else { return nil }
    for model in project.analysis.models {
      for mention in model.mentions
      where mention.span.file == file && mention.span.range.lowerBound <= offset
        && offset <= mention.span.range.upperBound
      {
        return MentionPlace(project: project, model: model, mention: mention)
      }
    }
    return nil
  }

  mutating func hover(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let place = try mention(at: params) else { return .null }
    let range = positions(of: place.mention.span.file, place.project).json(of: place.mention.span.range)
    return ["contents": ["kind": "markdown", "value": .string(page(on: place))], "range": range]
  }

  private func page(on place: MentionPlace) -> String {
    let model = place.model
    var lines = [
      "**\(model.name)**: \(model.role.rawValue)" + (model.patterns.isEmpty ? "" : ", ")
        + model.patterns.map { "\($0.plainWords) (\($0.rawValue))" }.joined(separator: ", ")
    ]
    lines[0] += "; confidence \(model.confidence.rawValue)" + (model.step.map { "; step \($0.rawValue)" } ?? "")
    if !model.evidence.isEmpty { lines += ["", "Why:"] }
    for evidence in model.evidence.prefix(3) {
      let line = positions(of: evidence.span.file, place.project).position(at: evidence.span.range.lowerBound).line + 1
      let uri = uri(of: evidence.span.file, place.project)
      lines.append("- [line \(line)](\(uri)#L\(line)): \(evidence.cue)")
    }
    let details = model.details.sorted { $0.key < $1.key }.filter { $0.value.state != .notApplicable }
    if !details.isEmpty { lines += ["", "Details:"] }
    for (detail, finding) in details {
      let value = finding.value.map { ": \($0)" } ?? ""
      let sign = finding.state == .missing ? "☐" : "☑"
      let words = finding.state == .missing ? "not found in what was read" : finding.state.rawValue + value
      lines.append("- \(sign) \(detail.rawValue): \(words)")
    }
    if let family = model.family { lines += facts(Catalogue.embedded.family(at: family)) }
    return lines.joined(separator: "\n")
  }

  /// What the catalogue knows for certain.
  private func facts(_ family: ModelFamily) -> [String] {
    let facts = [
      ("paper", family.paper.confirmedValue), ("hub", family.hub.confirmedValue),
      ("licence", family.licence.confirmedValue),
    ].compactMap { name, value in value.map { "- \(name): \($0)" } }
    return facts.isEmpty ? [] : ["", "The catalogue on \(family.name):"] + facts + ["- source: \(family.source)"]
  }
}
