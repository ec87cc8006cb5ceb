import Manuscripts

/// Finds gaps that an author left to be filled: "XX images", "INSERT BATCH SIZE", "[CITATION NEEDED]", "[TODO: date]".
package enum PlaceholderCheck {
  package struct Place: Sendable, Equatable {
    package let span: SourceSpan
    package let text: String
    /// How many more gaps in brackets the same paragraph or table has.
    package let moreCount: Int
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
      guard reading.marks(inSentence: index).contains(.fillsGap) else { return }
      let sentence = reading.sentences[index]
      switch reading.outlines[sentence.block].form {
      case .paragraph, .listItem, .caption, .footnote, .tableRow: break
      case .title, .heading, .quotation, .code, .metadata: return
      }
      reading.tokens.withUnsafeBufferPointer { tokens in
        for token in sentence.tokens
        where tokens[token].flags.contains(.isUpperCase) || tokens[token].key == openingBracket {
          guard let range = placeholder(at: token, sentence, reading) ?? gap(at: token, sentence, reading) else {
            continue
          }
          finds.append(Find(sentence: index, tokens: range))
        }
      }
    }
  }

  /// The places of finds; of gaps in brackets the first of each paragraph, or of each table with its caption.
  static func places(of finds: [Find], in reading: ReadManuscript) -> [Place] {
    var places: [Place] = []
    var holders: [Int: Int] = [:]
    for find in finds {
      let block = reading.sentences[find.sentence].block
      if reading.tokens[find.tokens.lowerBound].key == openingBracket {
        // Floats count from 1.
        let holder = reading.manuscript.blocks[block].float.map { -$0 } ?? block
        if let first = holders[holder] {
          places[first] = Place(
            span: places[first].span, text: places[first].text, moreCount: places[first].moreCount + 1)
          continue
        }
        holders[holder] = places.count
      }
      places.append(
        Place(
          span: reading.span(find.tokens, inBlock: block), text: reading.text(find.tokens, inBlock: block),
          moreCount: 0))
    }
    return places
  }

  private static let openingBracket: UInt64 = 0x5B
  private static let closingBracket: UInt64 = 0x5D
  private static let colon: UInt64 = 0x3A
  /// Longer brackets are no mere hint, in tokens.
  private static let longestGap = 40

  /// `[TODO: what belongs here]`, in typewriter too.
  private static func gap(at index: Int, _ sentence: Sentence, _ reading: ReadManuscript) -> Range<Int>? {
    guard reading.tokens[index].key == openingBracket, reading.tokens[index].kind == .punctuation else { return nil }
    let tokens = reading.tokens[index..<min(sentence.tokens.upperBound, index + longestGap)]
    guard tokens.count > 3,
      tokens[index + 1].key == todo, tokens[index + 1].flags.contains(.isUpperCase),
      tokens[index + 2].kind == .punctuation, tokens[index + 2].key == colon,
      let end = tokens.firstIndex(where: { $0.kind == .punctuation && $0.key == closingBracket })
    else { return nil }
    return index..<(end + 1)
  }

  private static let todo = Lexicon.keys(of: "todo").first

  private static func placeholder(at index: Int, _ sentence: Sentence, _ reading: ReadManuscript) -> Range<Int>? {
    let token = reading.tokens[index]
    guard token.kind == .word, token.flags.contains(.isUpperCase), !token.flags.contains(.isInCode),
      !token.flags.contains(.isInMath)
    else { return nil }
    let next = index + 1 < sentence.tokens.upperBound ? reading.tokens[index + 1] : nil
    if let next, next.kind == .word, unitKeys.contains(next.key), !next.flags.contains(.isJoined),
      isCrosses(token, reading, sentence.block)
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
  private static let unitKeys = KeySet(
    "images samples patients participants subjects epochs frames sequences items papers abstracts sentences documents hours cells slides scans tokens steps gpus parameters examples questions"
      .split(separator: " ").flatMap { Lexicon.keys(of: String($0)) })

  /// The keys of the words of which every placeholder has one.
  static var keys: [UInt64] { unitKeys.keys + openers.keys }

  private static let openers = KeySet(["insert", "citation", "todo"].flatMap(Lexicon.keys(of:)))
}
