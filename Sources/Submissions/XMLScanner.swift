/// The tags and texts of an XML document, one after the other; it never fails, and expands no entities of its own.
struct XMLScanner {
  enum Token {
    case open(name: String, attributes: [String: String], isEmpty: Bool, range: Range<Int>)
    case close(name: String, range: Range<Int>)
    /// Characters with entities as they stand.
    case text(Range<Int>)
    /// Characters without entities.
    case literal(Range<Int>)
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; nil at the end. Comments, instructions and the document type are passed over.
  mutating func next() -> Token? {
    while position < bytes.count {
      guard bytes[position] == 0x3C else {
        let end = bytes[position...].firstIndex(of: 0x3C) ?? bytes.count
        defer { position = end }
        return .text(position..<end)
      }
      if starts("<!--") {
        position = end(of: "-->", from: position + 4)
      } else if starts("<![CDATA[") {
        let start = position + 9
        position = end(of: "]]>", from: start)
        return .literal(start..<max(start, position - 3))
      } else if starts("<?") {
        position = end(of: "?>", from: position + 2)
      } else if starts("<!") {
        skipDeclaration()
      } else {
        return tag()
      }
    }
    return nil
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  /// The offset behind the next occurrence of a text, or the end.
  private func end(of text: String, from start: Int) -> Int {
    let wanted = Array(text.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
        return index + wanted.count
      }
      index += 1
    }
    return bytes.count
  }

  /// Goes over `<!DOCTYPE … [ … ]>`: nothing that it declares is used.
  private mutating func skipDeclaration() {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0:
        position += 1
        return
      default: break
      }
      position += 1
    }
  }

  private mutating func tag() -> Token {
    let start = position
    let isClosing = start + 1 < bytes.count && bytes[start + 1] == 0x2F
    position += isClosing ? 2 : 1
    let name = word()
    var attributes: [String: String] = [:]
    var isEmpty = false
    while position < bytes.count, bytes[position] != 0x3E {
      if bytes[position] == 0x2F { isEmpty = true }
      guard Self.isName(bytes[position]) else {
        position += 1
        continue
      }
      let key = word()
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x3D else { continue }
      position += 1
      skipSpace()
      attributes[key] = value()
    }
    position = min(position + 1, bytes.count)
    let range = start..<position
    return isClosing
      ? .close(name: name, range: range)
      : .open(name: name, attributes: attributes, isEmpty: isEmpty, range: range)
  }

  private mutating func value() -> String {
    guard position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27 else { return "" }
    let quote = bytes[position]
    let start = position + 1
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
    position = min(end + 1, bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self).split(
      separator: "&amp;", omittingEmptySubsequences: false
    )
    .joined(separator: "&")
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }
}
