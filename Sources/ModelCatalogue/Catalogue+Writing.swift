extension Catalogue {
  /// The phrase that a text writes: one in the same case, else the first of those that may be written so.
  ///
  /// Spaces of the text must stand where the spelling has a sign or space, or part letters from digits: "ESM 2" is
  /// `ESM-2` and "Mask RCNN" is `Mask R-CNN`, while "a net" is not `ANet`.
  /// - Parameters:
  ///   - entries: of one key.
  ///   - text: from the first byte of a name to its last.
  package func entry(
    among entries: Range<Int>, writtenAs text: UnsafeBufferPointer<UInt8>
  ) -> (position: Int, hasExactCase: Bool)? {
    var tolerant: Int?
    for position in entries {
      switch withSpelling(ofEntry: position, { Writing($0, in: text) }) {
      case .exact: return (position, true)
      case .inOtherCase: if tolerant == nil { tolerant = position }
      case .other: break
      }
    }
    return tolerant.map { ($0, false) }
  }
}

/// How a text writes a spelling.
private enum Writing {
  case exact, inOtherCase, other

  init(_ spelling: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) {
    var isExact = true
    var last: UInt8?
    var (left, right) = (0, 0)
    while true {
      var hasSign = false
      while left < spelling.count, NameKey.folded(spelling[left]) == nil {
        hasSign = true
        left += 1
      }
      var hasSpace = false
      while right < text.count, NameKey.folded(text[right]) == nil {
        if text[right] == 0x20 { hasSpace = true }
        right += 1
      }
      guard left < spelling.count, right < text.count, let byte = NameKey.folded(text[right]) else { break }
      let isBorder = hasSign || last.map { Self.isDigit($0) != Self.isDigit(byte) } ?? true
      guard NameKey.folded(spelling[left]) == byte, isBorder || !hasSpace else {
        self = .other
        return
      }
      if spelling[left] != text[right] { isExact = false }
      last = byte
      left += 1
      right += 1
    }
    let isWhole = left == spelling.count && right == text.count
    self = !isWhole ? .other : isExact ? .exact : .inOtherCase
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
