import Manuscripts

/// Finds gaps that an author left to be filled: "XX images", "INSERT BATCH SIZE", "[CITATION NEEDED]".
package enum PlaceholderCheck {
  package struct Place: Sendable, Equatable {
    package let span: SourceSpan
    package let text: String
  }

  /// The tokens of a placeholder and the sentence they stand in.
  struct Find: Sendable {
    let sentence: Int
    let tokens: Range<Int>
  }

  /// The placeholders in prose, captions and tables, in reading order.
  static func finds(in reading: ReadManuscript, after known: Finds<Find>?) -> Finds<Find> {
    Finds(
      inSentencesOf: reading, after: known, sentence: \.sentence,
      moved: { Find(sentence: $0.sentence + $1.units, tokens: $0.tokens.moved(by: $1.tokens)) }
    ) { index, finds in
      let sentence = reading.sentences[index]
      switch reading.manuscript.blocks[sentence.block].kind {
      case .paragraph, .listItem, .caption, .footnote, .tableRow: break
      case .title, .heading, .quotation, .code, .metadata: return
      }
      for token in sentence.tokens {
        guard let range = placeholder(at: token, sentence, reading) else { continue }
        finds.append(Find(sentence: index, tokens: range))
      }
    }
  }

  static func place(of find: Find, in reading: ReadManuscript) -> Place {
    let block = reading.sentences[find.sentence].block
    return Place(span: reading.span(find.tokens, inBlock: block), text: reading.text(find.tokens, inBlock: block))
  }

  private static func placeholder(at index: Int, _ sentence: Sentence, _ reading: ReadManuscript) -> Range<Int>? {
    let token = reading.tokens[index]
    guard token.kind == .word, token.flags.contains(.isUpperCase), !token.flags.contains(.isInCode),
      !token.flags.contains(.isInMath)
    else { return nil }
    let next = index + 1 < sentence.tokens.upperBound ? reading.tokens[index + 1] : nil
    if isCrosses(token, reading, sentence.block), let next, next.kind == .word, unitKeys.contains(next.key),
      !next.flags.contains(.isJoined)
    {
      return index..<(index + 2)
    }
    guard openers.contains(token.key), let next, next.kind == .word, next.flags.contains(.isUpperCase),
      next.range.count > 1
    else { return nil }
    var last = index + 1
    while last + 1 < sentence.tokens.upperBound, reading.tokens[last + 1].flags.contains(.isUpperCase),
      reading.tokens[last + 1].kind == .word
    { last += 1 }
    return index..<(last + 1)
  }

  /// Two or more X and nothing else.
  private static func isCrosses(_ token: Token, _ reading: ReadManuscript, _ block: Int) -> Bool {
    let bytes = reading.manuscript.blocks[block].text.bytes[token.range]
    return bytes.count >= 2 && bytes.allSatisfy { $0 == 0x58 }
  }

  /// What authors count: crosses before one of these stand for a number.
  private static let unitKeys = Set(
    "images samples patients participants subjects epochs frames sequences items papers abstracts sentences documents hours cells slides scans tokens steps gpus parameters examples questions"
      .split(separator: " ").flatMap { Lexicon.keys(of: String($0)) })

  private static let openers = Set(["insert", "citation", "todo"].flatMap(Lexicon.keys(of:)))
}
