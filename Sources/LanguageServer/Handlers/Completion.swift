import LanguageServerWire
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts
import ModelCatalogue
import ReportingRules
import ReuseDetection

extension Session {
  /// Signs at which a client asks by itself: they begin or go on with an id or a name.
  static let completionTriggers: [JSONValue] = [" ", ":", "{", "`", "(", "\"", "/", "-"]

  /// Families whose ids are offered in code, the nearest ones.
  private static let familyLimit = 4
  /// Letters of an id after which the whole catalogue is searched, not only the manuscript's models.
  private static let searchLength = 2

  /// Ids of checkpoints, the words of a `colophon:` comment, and those of `colophon.toml`.
  mutating func completions(_ params: JSONValue) throws(RPCError) -> JSONValue {
    moveCaret(params)
    let (document, offset) = try place(at: params)
    let nothing: JSONValue = ["isIncomplete": false, "items": []]
    if document.isSettings {
      let models = documents.keys.sorted().flatMap { project(of: $0).map { Self.names($0.analysis) } ?? [] }
      let offer = SettingsPlace.offer(in: document.bytes, at: offset, models: models)
      return offer?.json(in: document.positions) ?? nothing
    }
    guard let markup = ManuscriptReading.markup(ofPath: document.path) else { return nothing }
    if let comment = CommentPlace(in: document.bytes, at: offset, markup: markup) {
      let models = project(of: document.uri).map { Self.names($0.analysis) } ?? []
      return comment.offer(models: models)?.json(in: document.positions) ?? nothing
    }
    // Outside comments a space only ends a word.
    let isAfterSpace = params[path: "context", "triggerCharacter"].string == " "
    let place = IdentifierPlace(in: document.bytes, at: offset, markup: markup)
    guard !isAfterSpace, let project = project(of: document.uri), let file = project.file(at: document.path)
    else { return nothing }
    return offer(at: place, project.analysis, file, document)?.json(in: document.positions) ?? nothing
  }

  private static func names(_ analysis: Analysis) -> [String] { analysis.models.map(\.name) }

  /// In code the ids of the models named last come first, then those of others, then all that begin as typed; in prose
  /// only the ids of the model just named.
  private func offer(at place: IdentifierPlace, _ analysis: Analysis, _ file: Int, _ document: OpenDocument)
    -> CompletionOffer?
  {
    let typed = place.typed.lowercased()
    var named = Self.named(before: place.range.lowerBound, in: file, analysis)
    let isProse = place.surroundings == .prose
    if isProse {
      guard let last = named.first, Self.introduces(document.bytes[last.end..<place.range.lowerBound]),
        Self.mayBegin(typed, last.surface)
      else { return nil }
      named = [last]
    } else {
      named += analysis.models.compactMap { model in model.family.map { (0, model.name, $0) } }
    }
    var families: Set<Int> = []
    named = Array(named.filter { families.insert($0.family).inserted }.prefix(Self.familyLimit))
    var found = named.flatMap { Catalogue.embedded.suggestions(ofFamily: $0.family, surface: $0.surface) }
      .filter { Self.part(of: $0.id, beginning: typed) != nil }
    let isSearching = !isProse && typed.utf8.count >= Self.searchLength
    if isSearching {
      let known = Set(found.map(\.id))
      found += Catalogue.embedded.suggestions(beginning: typed).filter { !known.contains($0.id) }
    }
    guard !found.isEmpty else { return nil }
    let items = found.prefix(CompletionOffer.limit + 1).map { item(for: $0, at: place) }
    return CompletionOffer(range: place.range, items: items, isIncomplete: !isProse && !isSearching)
  }

  /// The models of known families that a file names before an offset, the nearest first.
  private static func named(before offset: Int, in file: Int, _ analysis: Analysis)
    -> [(end: Int, surface: String, family: Int)]
  {
    var named: [(end: Int, surface: String, family: Int)] = []
    for model in analysis.models {
      guard let family = model.family, !Catalogue.embedded.isAdded(family: family) else { continue }
      for mention in model.mentions where mention.span.file == file && mention.span.range.upperBound <= offset {
        named.append((mention.span.range.upperBound, mention.surface, family))
      }
    }
    return named.sorted { $0.end > $1.end }
  }

  private func item(for suggestion: CheckpointSuggestion, at place: IdentifierPlace) -> CompletionOffer.Item {
    let part = Self.part(of: suggestion.id, beginning: place.typed.lowercased()) ?? suggestion.id[...]
    return CompletionOffer.Item(
      suggestion.id, .value, text: place.written(suggestion.id), filter: place.written(String(part)),
      detail: [suggestion.family, suggestion.released].filter { !$0.isEmpty }.joined(separator: " · "),
      source: ["checkpoints": .array(suggestion.rows.map(JSONValue.integer))])
  }

  /// The id, or its name behind the owner, whichever begins as typed.
  private static func part(of id: String, beginning typed: String) -> Substring? {
    if id.lowercased().hasPrefix(typed) { return id[...] }
    guard let slash = id.lastIndex(of: "/") else { return nil }
    let name = id[id.index(after: slash)...]
    return name.lowercased().hasPrefix(typed) ? name : nil
  }

  /// True when what was typed may begin an id that names the model: both begin with the same letters.
  private static func mayBegin(_ typed: String, _ surface: String) -> Bool {
    let keys = [NameKey.folded(typed.utf8), NameKey.folded(surface.utf8)]
    return keys[0].starts(with: keys[1]) || keys[1].starts(with: keys[0])
  }

  /// Words that may stand between a model's name and its id.
  private static let introductions: Set<Substring> = [
    "version", "snapshot", "checkpoint", "model", "release", "revision", "id", "i.e.", "namely", "the",
  ]

  /// True for the text between a name and its id: signs and a few words, on the same line.
  private static func introduces(_ between: ArraySlice<UInt8>) -> Bool {
    guard !between.isEmpty, between.count <= 40, !between.contains(0x0A) else { return false }
    let text = String(decoding: between, as: UTF8.self).lowercased()
    return text.split { " (,:~[=;".contains($0) }.allSatisfy(introductions.contains)
  }

  /// Adds the documentation of an item.
  mutating func resolveCompletion(_ item: JSONValue) throws(RPCError) -> JSONValue {
    guard case .object(let members) = item else { throw RPCError(.invalidParams, "an item must be an object") }
    guard let page = Self.documentation(of: item["data"]) else { return item }
    let content = MarkupText.content(page, formats: abilities.documentationFormats)
    return .object(members.filter { $0.key != "documentation" } + [.init("documentation", content)])
  }

  private static func documentation(of source: JSONValue) -> String? {
    if let name = source["name"].string { return RulePage.markdown(named: name) }
    if let word = source["directive"].string { return Directives.meaning(of: word) }
    if let key = source["key"].string { return ConfigurationKey.named(key, in: source["table"].string ?? "")?.summary }
    let rows = source["checkpoints"].array?.compactMap(\.integer) ?? []
    return CheckpointPage.markdown(rows)
  }
}
