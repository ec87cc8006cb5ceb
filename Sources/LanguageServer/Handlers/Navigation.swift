import LanguageServerWire
import ManuscriptAnalysis
import ReuseDetection

extension Session {
  /// All spellings of the model in the document at hand.
  mutating func highlights(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let place = try mention(at: params) else { return [] }
    let file = place.mention.span.file
    let text = positions(of: file, place.project)
    let own = place.model.mentions.filter { $0.span.file == file }
    return .array(own.map { ["range": text.json(of: $0.span.range), "kind": 1] })
  }

  /// All mentions of the model in all files of the manuscript.
  mutating func references(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let place = try mention(at: params) else { return [] }
    return .array(place.model.mentions.map { location($0.span, place.project) })
  }

  /// The place of the first reuse: what decided that the model is reused, else its first mention.
  mutating func definition(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let place = try mention(at: params) else { return .null }
    return location(place.model.role == .reused ? place.model.anchor : place.model.mentions[0].span, place.project)
  }
}
