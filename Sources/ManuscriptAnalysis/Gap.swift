import Manuscripts
import ReportingRules
import ReuseDetection

/// One thing that is asked for, told from others by its content: what, of which model, in which sentence.
///
/// This is the one definition of sameness over time: baselines list gaps, reports carry their fingerprints. Lines,
/// files and the wording of questions are no part of it.
package struct Gap: Sendable, Hashable, Comparable {
  /// A detail's name, or a diagnostic's code where it asks for no detail.
  package let what: String
  /// The model's id, or empty.
  package let model: String
  /// The hash of the sentence in its plain form, see `SentenceHash`.
  package let sentence: UInt64

  package init(what: String, model: String, sentence: UInt64) {
    self.what = what
    self.model = model
    self.sentence = sentence
  }

  package static func < (left: Gap, right: Gap) -> Bool {
    (left.what, left.model, left.sentence) < (right.what, right.model, right.sentence)
  }

  /// 16 hexadecimal digits for all three together.
  package var fingerprint: String {
    var hash = SentenceHash.start
    for byte in "\(what)\n\(model)\n".utf8 { hash = SentenceHash.adding(byte, to: hash) }
    var rest = sentence
    for _ in 0..<8 {
      hash = SentenceHash.adding(UInt8(truncatingIfNeeded: rest), to: hash)
      rest >>= 8
    }
    return SentenceHash.digits(of: hash)
  }

  /// "model-version gpt-4 9c1f3d2a77e0b1c4": the line of a baseline.
  package var line: String {
    [what, model, SentenceHash.digits(of: sentence)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The gap of a baseline's line, or nil for other text.
  package init?(line: String) {
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count >= 2, let last = words.last, last.utf8.count == 16, let sentence = UInt64(last, radix: 16) else {
      return nil
    }
    self.init(
      what: String(words[0]), model: words[1..<(words.count - 1)].joined(separator: " "), sentence: sentence)
  }
}

/// A 64-bit FNV-1a hash of a sentence in its plain form.
///
/// The plain form is what a reader sees, citations removed, ASCII letters in lower case, and everything that is neither
/// letter nor digit as one space: markup, line breaks, line ends and punctuation do not count.
package enum SentenceHash {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = start
    var isBehindWord = false
    var isSpaceDue = false
    for byte in bytes {
      let plain: UInt8
      switch byte {
      case 0x41...0x5A: plain = byte + 0x20
      case 0x30...0x39, 0x61...0x7A, 0x80...: plain = byte
      default:
        isSpaceDue = isBehindWord
        continue
      }
      if isSpaceDue { hash = adding(0x20, to: hash) }
      isSpaceDue = false
      isBehindWord = true
      hash = adding(plain, to: hash)
    }
    return hash
  }

  /// 16 hexadecimal digits.
  package static func digits(of hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension ReadManuscript {
  /// The hash of the sentence at a place; of the place's own bytes where no sentence stands.
  package func sentenceHash(at span: SourceSpan) -> UInt64 {
    for (index, block) in manuscript.blocks.enumerated()
    where block.span.file == span.file && block.span.range.contains(span.range.lowerBound) {
      for sentence in blockSentences[index] {
        let place = self.span(ofSentence: sentence)
        if place.file == span.file, place.range.contains(span.range.lowerBound) { return sentenceHash(sentence) }
      }
    }
    guard manuscript.files.indices.contains(span.file) else { return SentenceHash.of([]) }
    let bytes = manuscript.files[span.file].bytes
    return SentenceHash.of(bytes[span.range.clamped(to: 0..<bytes.count)])
  }

  /// The hash of a sentence.
  func sentenceHash(_ sentence: Int) -> UInt64 { SentenceHash.of(text(ofSentence: sentence).utf8) }
}

extension Analysis {
  /// What tells a diagnostic from others over time: its code, its first model and the sentence it stands at.
  package func gap(of diagnostic: Diagnostic) -> Gap {
    Gap(
      what: diagnostic.code, model: diagnostic.models.first.map { models[$0].id } ?? "",
      sentence: reading.sentenceHash(at: diagnostic.span))
  }
}
