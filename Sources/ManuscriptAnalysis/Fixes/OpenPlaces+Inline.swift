import Manuscripts
import ReuseDetection

extension OpenPlaces {
  /// The end of a mention that a citation can follow: in running text, written as it is read, outside every other mark.
  func place(forCitationOf model: DetectedModel) -> OpenPlace? {
    let own = model.mentions.filter { $0.span == model.anchor } + model.mentions
    return own.first(where: takesCitation).map { OpenPlace(file: $0.span.file, offset: $0.span.range.upperBound) }
  }

  private func takesCitation(_ mention: Mention) -> Bool {
    let block = reading.block(ofSentence: mention.sentence)
    let bytes = reading.manuscript.files[mention.span.file].bytes
    let range = mention.span.range
    guard block.span.file == mention.span.file, block.span.range.contains(range.lowerBound), isRunningText(block),
      bytes[range].elementsEqual(mention.surface.utf8), range.upperBound < bytes.count,
      // White space, a closing parenthesis, a comma, a full stop, a colon or a semicolon.
      [0x20, 0x0A, 0x0D, 0x29, 0x2C, 0x2E, 0x3A, 0x3B].contains(bytes[range.upperBound])
    else { return false }
    let first = reading.tokens[mention.tokens.lowerBound]
    let text = Int(first.start)..<Int(reading.tokens[mention.tokens.last ?? mention.tokens.lowerBound].end)
    let isMarked = block.marks.contains { mark in
      switch mark.kind {
      case .citation, .emphasis: false
      case .link, .code, .math, .quotation: mark.text.overlaps(text)
      }
    }
    guard !isMarked else { return false }
    // A group around the mention may be the argument of a command that takes no citation.
    return reading.manuscript.markup == .markdown
      || isBalanced(bytes[block.span.range.lowerBound..<range.lowerBound])
        && isBalanced(bytes[range.upperBound..<block.span.range.upperBound])
  }

  /// True for prose of the study at an open place.
  private func isRunningText(_ block: Block) -> Bool {
    switch reading.manuscript.sections[block.section].kind {
    case .abstract, .references, .acknowledgements, .contributions: return false
    case .frontMatter: guard reading.manuscript.sections.count == 1 else { return false }
    case .introduction, .relatedWork, .methods, .results, .discussion, .conclusion, .availability, .appendix, .other:
      break
    }
    guard block.float == nil else { return false }
    if reading.manuscript.markup == .markdown, block.kind == .listItem { return true }
    return place(behind: block) != nil
  }

  /// True when every brace has its partner in the bytes and no formula is open at their end.
  private func isBalanced(_ bytes: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var dollars = 0
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch byte {
      case 0x5C: isEscaped = true
      case 0x7B: depth += 1
      case 0x7D: depth -= 1
      case 0x24: dollars += 1
      default: break
      }
      if depth < 0 { return false }
    }
    return depth == 0 && dollars % 2 == 0
  }

  /// The border behind the paragraph around a place.
  func place(behindBlockAt span: SourceSpan) -> OpenPlace? {
    guard let holder = holder(of: span), isRunningText(holder) else { return nil }
    return place(behind: holder)
  }

  /// True for a place behind a paragraph on availability.
  func isInAvailability(_ place: OpenPlace) -> Bool {
    let before = reading.manuscript.blocks.last {
      $0.span.file == place.file && $0.span.range.upperBound <= place.offset && $0.kind != .footnote
    }
    return before.map { reading.manuscript.sections[$0.section].kind == .availability } ?? false
  }
}
