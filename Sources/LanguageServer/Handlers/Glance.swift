import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection

extension DetectedModel {
  /// The first mention, in reading order, in a sentence that speaks for the reuse; one outside the abstract where there
  /// is any, as an abstract only announces what the text tells. Where no mention speaks, the place to mend.
  func firstReuse(in reading: ReadManuscript) -> SourceSpan {
    let telling = mentions.filter { mention in
      evidence.contains { $0.span.file == mention.span.file && $0.span.range.overlaps(mention.span.range) }
    }
    let told = telling.first { mention in
      switch reading.sectionKind(ofSentence: mention.sentence) {
      case .frontMatter, .abstract: false
      case .introduction, .relatedWork, .methods, .results, .discussion, .conclusion, .availability, .acknowledgements,
        .contributions, .appendix, .references, .other:
        true
      }
    }
    return (told ?? telling.first)?.span ?? anchor
  }

  /// What was done with it in as few words as an inlay hint has room for.
  fileprivate var kindOfUse: String {
    if confidence == .low { return "reused?" }
    return subLabels.first?.plainWords ?? patterns.first?.plainWords ?? role.plainWords
  }
}

extension Analysis {
  /// The questions among the diagnostics; the rest are remarks on the source.
  var questions: [Diagnostic] { diagnostics.filter { AskName(rawValue: $0.code) != nil } }

  /// "fine-tuned · 2 open".
  fileprivate func hint(on model: Int) -> String {
    let open = questions.filter { $0.models.contains(model) }.count
    return models[model].kindOfUse + (open == 0 ? "" : " · \(open) open")
  }

  /// "4 models reused · 3 questions"; nil where no model is reused.
  fileprivate var lens: String? {
    let reused = models.filter { $0.role == .reused }.count
    guard reused > 0 else { return nil }
    let asked = questions.count + hiddenAskCount
    return "\(reused) model\(reused == 1 ? "" : "s") reused · \(asked) question\(asked == 1 ? "" : "s")"
  }

  /// All that hints and lenses say.
  fileprivate var glance: [String] { [lens ?? ""] + models.indices.map(hint(on:)) }

  /// The title, else the first heading, else the first block.
  fileprivate var titlePlace: SourceSpan? {
    let blocks = reading.manuscript.blocks
    let title = blocks.first { $0.kind == .title }
    let heading = blocks.first { if case .heading = $0.kind { true } else { false } }
    return (title ?? heading ?? blocks.first)?.span
  }
}

extension Session {
  /// A hint behind the first reuse of each model: what was done with it and how many questions are open.
  mutating func inlayHints(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params[path: "textDocument", "uri"].string, let document = documents[uri] else {
      throw RPCError(.invalidParams, "the document is not open")
    }
    guard let range = document.positions.range(of: params["range"]) else {
      throw RPCError(.invalidParams, "a range needs a start and an end")
    }
    guard let project = project(of: uri), let file = project.file(at: document.path) else { return [] }
    let analysis = project.analysis
    var hints: [JSONValue] = []
    for (index, model) in analysis.models.enumerated() where model.role == .reused {
      let span = model.firstReuse(in: analysis.reading)
      guard span.file == file, range.lowerBound <= span.range.upperBound, span.range.upperBound <= range.upperBound
      else { continue }
      let tooltip = analysis.questions.filter { $0.models.contains(index) }.map(\.message).joined(separator: "\n")
      hints.append(
        .compact([
          "position": document.positions.json(at: span.range.upperBound),
          "label": .string(analysis.hint(on: index)), "paddingLeft": true,
          "tooltip": tooltip.isEmpty ? .null : .string(tooltip),
        ]))
    }
    return .array(hints)
  }

  /// A lens at the title: how many models are reused and how many questions are open; it opens the inventory.
  mutating func codeLenses(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params[path: "textDocument", "uri"].string, let document = documents[uri] else {
      throw RPCError(.invalidParams, "the document is not open")
    }
    guard let project = project(of: uri), let file = project.file(at: document.path),
      let title = project.analysis.lens, let place = project.analysis.titlePlace, place.file == file
    else { return [] }
    return [
      [
        "range": document.positions.json(of: place.range),
        "command": [
          "title": .string(title), "command": "colophon.inventory",
          "arguments": [.string(uri), ["show": true]],
        ],
      ]
    ]
  }

  /// Lets the client fetch hints and lenses anew when an edit elsewhere has changed what they say.
  mutating func refreshGlance() {
    guard settings.enabled.contains(.inlayHints) || settings.enabled.contains(.codeLenses) else { return }
    var isChanged = false
    for uri in documents.keys.sorted() {
      guard let project = project(of: uri) else { continue }
      let glance = project.analysis.glance
      if let known = glances.updateValue(glance, forKey: project.loaded.path), known != glance { isChanged = true }
    }
    if isChanged { requestGlance() }
  }

  /// Asks for what the client can fetch anew.
  mutating func requestGlance() {
    if abilities.refreshesInlayHints { request("workspace/inlayHint/refresh", .null) }
    if abilities.refreshesCodeLenses { request("workspace/codeLens/refresh", .null) }
  }
}
