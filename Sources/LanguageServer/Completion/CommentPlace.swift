import ManuscriptAnalysis
import Manuscripts
import ReportingRules

/// A caret in a `colophon:` comment, or in an item of the front matter's list, that may be half written.
struct CommentPlace {
  /// The text behind `colophon:` up to the caret.
  let body: String
  /// Where the body begins.
  private let start: Int
  private let bytes: [UInt8]
  private let offset: Int

  /// Nil where the caret is in no such comment.
  init?(in bytes: [UInt8], at offset: Int, markup: Markup) {
    var lineStart = offset
    while lineStart > 0, bytes[lineStart - 1] != 0x0A, bytes[lineStart - 1] != 0x0D { lineStart -= 1 }
    let line = bytes[lineStart..<offset]
    let isFound =
      switch markup {
      case .latex: Self.behindPercent(line)
      case .markdown: Self.inHTMLComment(line) ?? Self.inFrontMatter(bytes, line)
      }
    guard var start = isFound else { return nil }
    while start < offset, bytes[start] == 0x20 { start += 1 }
    self.start = start
    self.bytes = bytes
    self.offset = offset
    body = String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private static let sign = Array("colophon:".utf8)

  /// The offset behind `colophon:` where only white space stands before it.
  private static func behindSign(_ text: ArraySlice<UInt8>) -> Int? {
    let trimmed = text.drop { $0 == 0x20 || $0 == 0x09 }
    return trimmed.starts(with: sign) ? trimmed.startIndex + sign.count : nil
  }

  private static func behindPercent(_ line: ArraySlice<UInt8>) -> Int? {
    let percent = line.indices.first { index in
      var slashes = 0
      while index - slashes > line.startIndex, line[index - slashes - 1] == 0x5C { slashes += 1 }
      return line[index] == 0x25 && slashes % 2 == 0
    }
    return percent.flatMap { behindSign(line[($0 + 1)...].drop { $0 == 0x25 }) }
  }

  private static func inHTMLComment(_ line: ArraySlice<UInt8>) -> Int? {
    let text = Array(line)
    guard let open = text.indices.last(where: { text[$0...].starts(with: Array("<!--".utf8)) }),
      !text[open...].contains(0x3E)
    else { return nil }
    return behindSign(line[(line.startIndex + open + 4)...])
  }

  /// `- ignore …` under `colophon:`, or the value on the key's own line.
  private static func inFrontMatter(_ bytes: [UInt8], _ line: ArraySlice<UInt8>) -> Int? {
    let lines = bytes[..<line.startIndex].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> { text.drop { $0 <= 0x20 } }
    let fence = Array("---".utf8)
    guard let first = lines.first, first.starts(with: fence),
      !lines.dropFirst().contains(where: { $0.starts(with: fence) })
    else { return nil }
    if line.starts(with: sign) { return line.startIndex + sign.count }
    let item = trimmed(line)
    guard item.first == 0x2D else { return nil }
    let key = lines.last { trimmed($0).first != 0x2D && !trimmed($0).isEmpty }
    guard key?.starts(with: sign) == true else { return nil }
    return item.dropFirst().drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }.startIndex
  }

  /// What may stand at the caret, given the names of the manuscript's models.
  func offer(models: [String]) -> CompletionOffer? {
    guard !body.contains(" -- ") else { return nil }
    let words = body.split(separator: " ").map(String.init)
    guard let action = words.first, body.contains(" ") else {
      return offer(Directives.actionNames.map { .init($0, .keyword, source: ["directive": .string($0)]) }, from: nil)
    }
    if action == "discussed" || action == "not-a-model" {
      return offer(models.map { .init($0, .value) }, from: start + action.utf8.count + 1)
    }
    if let separator = body.firstRange(of: " for ") {
      let behind = body.utf8.distance(from: body.startIndex, to: separator.upperBound)
      return offer(models.map { .init($0, .value) }, from: start + behind)
    }
    let given = Set(words.dropFirst().dropLast(body.hasSuffix(" ") ? 0 : 1).flatMap { $0.split(separator: ",") })
    let names = RuleNames.all.filter { !given.contains(Substring($0)) }
    return offer(
      names.map { .init($0, .enumMember, source: ["name": .string($0)]) }
        + (given.isEmpty ? [] : [.init("for", .keyword)]), from: nil)
  }

  /// Items in the place of what stands between an offset and the caret, else of the name at the caret.
  private func offer(_ items: [CompletionOffer.Item], from given: Int?) -> CompletionOffer {
    let word = NameBytes.word(in: bytes, at: offset)?.range ?? offset..<offset
    let range = given.map { min($0, offset)..<offset } ?? word
    return CompletionOffer(range: range, items: items, isIncomplete: false)
  }
}
