import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts
import ReuseDetection

extension Session {
  /// All spellings of the model in the document at hand.
  mutating func highlights(_ params: JSONValue) throws(RPCError) -> JSONValue {
    moveCaret(params)
    guard let place = try mention(at: params) else { return [] }
    let file = place.mention.span.file
    let text = positions(of: file, place.project)
    let own = place.model.mentions.filter { $0.span.file == file }
    return .array(own.map { ["range": text.json(of: $0.span.range), "kind": 1] })
  }

  /// All mentions of the model in all files of the manuscript; the first reuse only where the client wants it.
  mutating func references(_ params: JSONValue) throws(RPCError) -> JSONValue {
    moveCaret(params)
    guard let place = try mention(at: params) else { return [] }
    let definition = self.definition(of: place)
    let isWhole = params[path: "context", "includeDeclaration"].bool ?? true
    let spans = place.model.mentions.map(\.span).filter { isWhole || $0 != definition }
    return .array(spans.map { location($0, place.project) })
  }

  /// The place of the model's first reuse, else of its first mention.
  mutating func definition(_ params: JSONValue) throws(RPCError) -> JSONValue {
    moveCaret(params)
    guard let place = try mention(at: params) else { return .null }
    return location(definition(of: place), place.project)
  }

  private func definition(of place: MentionPlace) -> SourceSpan {
    place.model.role == .reused
      ? place.model.firstReuse(in: place.project.analysis.reading) : place.model.mentions[0].span
  }
}
