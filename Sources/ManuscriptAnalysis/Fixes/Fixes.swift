import Manuscripts
import ModelCatalogue
import ReportingRules
import ReuseDetection

/// The fixes of one analysis.
package struct Fixes {
  /// How many models of one question get fixes of their own.
  static let modelLimit = 3

  let analysis: Analysis
  let catalogue: Catalogue
  /// The settings file that holds, or nil where there is none.
  let settings: [UInt8]?
  let places: OpenPlaces
  let markup: FixMarkup
  let writer: FixWriter

  /// - Parameter settings: the bytes of the `colophon.toml` that holds for the manuscript.
  /// - Complexity: linear in the manuscript's bytes.
  package init(_ analysis: Analysis, catalogue: Catalogue = .embedded, settings: [UInt8]?) {
    self.analysis = analysis
    self.catalogue = catalogue
    self.settings = settings
    places = OpenPlaces(analysis.reading)
    markup = FixMarkup(analysis.reading.manuscript)
    writer = FixWriter(manuscript: analysis.reading.manuscript)
  }

  /// What an author can do about a diagnostic, the most useful first.
  package func fixes(for diagnostic: Diagnostic) -> [Fix] {
    if diagnostic.code == "unused-suppression" { return removal(diagnostic) }
    guard let ask = AskName(rawValue: diagnostic.code), ask != .placeholder else { return [] }
    // Two values for one thing are a mistake in the text: no sentence more mends it.
    guard ask != .conflictingDetail else { return silences(diagnostic) }
    let citations = citations(diagnostic)
    return citations + answers(ask, diagnostic, isPreferred: citations.isEmpty) + delegations(diagnostic)
      + silences(diagnostic)
  }

  private func removal(_ diagnostic: Diagnostic) -> [Fix] {
    guard let directive = analysis.reading.manuscript.directives.first(where: { $0.span == diagnostic.span }),
      let edit = writer.removal(of: directive)
    else { return [] }
    return [
      Fix(
        id: "remove", title: "Remove the comment that silences nothing", kind: .silence, isPreferred: true,
        edits: [edit])
    ]
  }

  /// The details of a question that were not found for one of its models.
  func gaps(_ diagnostic: Diagnostic, of model: Int) -> [Detail] {
    diagnostic.details.filter { detail in analysis.findings.contains { $0.model == model && $0.detail == detail } }
  }
}

// MARK: Silence

extension Fixes {
  /// "It stands elsewhere", for details that a supplement or a repository can hold.
  private func delegations(_ diagnostic: Diagnostic) -> [Fix] {
    guard !diagnostic.details.isEmpty, !diagnostic.models.isEmpty else { return [] }
    var body = diagnostic.details.map(\.rawValue).joined(separator: ", ")
    if diagnostic.models.count == 1 { body += " for " + name(diagnostic.models[0]) }
    return ["supplement", "repository"].compactMap { holder in
      comment(FixText("see-\(holder) \(body)"), near: diagnostic.span).map {
        Fix(id: holder, title: "'\(diagnostic.code)' is reported in the \(holder)", kind: .answer, edits: [$0])
      }
    }
  }

  /// Ways to say that the question is none.
  private func silences(_ diagnostic: Diagnostic) -> [Fix] {
    var fixes: [Fix] = []
    for model in diagnostic.models.prefix(Self.modelLimit) {
      fixes += exclusion("discussed", "'\(name(model))' is only discussed", "discussed", model)
      fixes += exclusion("not-model", "'\(name(model))' is not a model here", "not-models", model)
    }
    let code = diagnostic.code
    fixes += silenceHere(diagnostic)
    guard let top = places.placeForComment(ofFile: diagnostic.span.file) else { return fixes }
    fixes.append(silence("ignore-file", "Do not ask '\(code)' in this file", "ignore-file \(code)", at: top))
    // The one question on uncertain models is put for all of them.
    guard code != AskName.howReused.rawValue else { return fixes }
    for model in diagnostic.models.prefix(Self.modelLimit) {
      let top = places.placeForComment(ofFile: analysis.models[model].anchor.file) ?? top
      fixes.append(
        silence(
          "ignore-model-\(model)", "Do not ask '\(code)' for '\(name(model))'",
          "ignore-file \(code) for \(name(model))", at: top))
    }
    return fixes
  }

  /// A comment before the paragraph asked about; for an item of a Markdown list, within it.
  private func silenceHere(_ diagnostic: Diagnostic) -> [Fix] {
    let code = diagnostic.code
    let edit: FixEdit
    if let place = places.place(before: diagnostic.span) {
      edit = writer.comment(withReason("ignore-next \(code)"), at: place)
    } else if let place = places.place(inItemAt: diagnostic.span) {
      edit = writer.commentInLine(withReason("ignore \(code)"), at: place)
    } else {
      return []
    }
    return [Fix(id: "ignore-here", title: "Do not ask '\(code)' here", kind: .silence, edits: [edit])]
  }

  private func silence(_ id: String, _ title: String, _ body: String, at place: OpenPlace) -> Fix {
    Fix(id: id, title: title, kind: .silence, edits: [writer.comment(withReason(body), at: place)])
  }

  private func withReason(_ body: String) -> FixText { FixText(body + " -- ") + .gap("reason") }

  /// A model that is none of this work's: in the list of the settings file where there is one, else as a comment.
  private func exclusion(_ id: String, _ title: String, _ list: String, _ model: Int) -> [Fix] {
    if let settings {
      guard let edit = SettingsList(settings).edit(adding: name(model), to: list) else { return [] }
      return [Fix(id: "\(id)-\(model)", title: title + " (colophon.toml)", kind: .silence, edits: [edit])]
    }
    let word = list == "discussed" ? "discussed" : "not-a-model"
    guard let edit = comment(FixText("\(word) \(name(model))"), near: analysis.models[model].anchor) else { return [] }
    return [Fix(id: "\(id)-\(model)", title: title, kind: .silence, edits: [edit])]
  }

  /// A comment whose effect does not depend on its place: near what it is on, else at the file's head.
  private func comment(_ body: FixText, near span: SourceSpan) -> FixEdit? {
    if let place = places.place(before: span) { return writer.comment(body, at: place) }
    if let place = places.place(inItemAt: span) { return writer.commentInLine(body, at: place) }
    return places.placeForComment(ofFile: span.file).map { writer.comment(body, at: $0) }
  }

  func name(_ model: Int) -> String { analysis.models[model].name }
}
