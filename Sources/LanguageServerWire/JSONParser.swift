/// Why bytes are not JSON.
package struct JSONError: Error, Equatable {
  /// Offset of the byte at which reading stopped.
  package let offset: Int
}

/// Reads one JSON text (RFC 8259); nesting is bounded.
package struct JSONParser {
  private static let depthLimit = 256

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var depth = 0

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The value that the bytes hold, with nothing but white space after it.
  /// - Complexity: linear in the bytes.
  package static func value(of bytes: ArraySlice<UInt8>) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes)
    let value = try parser.value()
    parser.skipSpace()
    if parser.position < bytes.endIndex { throw JSONError(offset: parser.position) }
    return value
  }

  private var current: UInt8 { position < bytes.endIndex ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while position < bytes.endIndex, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    switch current {
    case 0x7B: return try object()
    case 0x5B: return try array()
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for index in 0..<text.utf8CodeUnitCount {
      guard current == text.utf8Start[index] else { throw JSONError(offset: position) }
      position += 1
    }
    return value
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    if depth > Self.depthLimit { throw JSONError(offset: position) }
    position += 1
    skipSpace()
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    while current != 0x7D {
      guard current == 0x22 else { throw JSONError(offset: position) }
      let key = try string()
      skipSpace()
      guard current == 0x3A else { throw JSONError(offset: position) }
      position += 1
      members.append(JSONValue.Member(key, try value()))
      try separator(before: 0x7D)
    }
    position += 1
    depth -= 1
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try enter()
    var elements: [JSONValue] = []
    while current != 0x5D {
      elements.append(try value())
      try separator(before: 0x5D)
    }
    position += 1
    depth -= 1
    return .array(elements)
  }

  /// A comma and what follows it, or the closing bracket, which stays.
  private mutating func separator(before close: UInt8) throws(JSONError) {
    skipSpace()
    if current == close { return }
    guard current == 0x2C else { throw JSONError(offset: position) }
    position += 1
    skipSpace()
    if current == close { throw JSONError(offset: position) }
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    while position < bytes.endIndex {
      switch bytes[position] {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: position += 1
      default:
        return try number(in: start..<position)
      }
    }
    return try number(in: start..<position)
  }

  private func number(in range: Range<Int>) throws(JSONError) -> JSONValue {
    guard Self.isNumber(bytes[range]) else { throw JSONError(offset: range.lowerBound) }
    let text = String(decoding: bytes[range], as: UTF8.self)
    if let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text) else { throw JSONError(offset: range.lowerBound) }
    return .number(number)
  }

  /// True for what RFC 8259 calls a number: no plus sign, no leading zero, digits around the point.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func takeDigits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == 0x2D { rest = rest.dropFirst() }
    let startsWithZero = rest.first == 0x30
    let integerDigits = takeDigits()
    guard integerDigits > 0, !startsWithZero || integerDigits == 1 else { return false }
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      guard takeDigits() > 0 else { return false }
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      guard takeDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    while position < bytes.endIndex, bytes[position] != 0x22, bytes[position] != 0x5C, bytes[position] >= 0x20 {
      position += 1
    }
    if current == 0x22 {
      position += 1
      return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }
    return try escapedString(from: start)
  }

  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var text = Array(bytes[start..<position])
    while position < bytes.endIndex {
      let byte = bytes[position]
      switch byte {
      case 0x22:
        position += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C: try escape(to: &text)
      case 0..<0x20: throw JSONError(offset: position)
      default:
        text.append(byte)
        position += 1
      }
    }
    throw JSONError(offset: position)
  }

  private mutating func escape(to text: inout [UInt8]) throws(JSONError) {
    position += 1
    let byte = current
    position += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75: append(try scalar(), to: &text)
    default: throw JSONError(offset: position - 1)
    }
  }

  private func append(_ value: UInt32, to text: inout [UInt8]) {
    // A lone surrogate has no UTF-8; it becomes the replacement character, as in every editor.
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func scalar() throws(JSONError) -> UInt32 {
    let high = try hexadecimal()
    guard (0xD800..<0xDC00).contains(high), current == 0x5C, position + 1 < bytes.endIndex,
      bytes[position + 1] == 0x75
    else { return high }
    let saved = position
    position += 2
    let low = try hexadecimal()
    guard (0xDC00..<0xE000).contains(low) else {
      position = saved
      return high
    }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch current {
      case 0x30...0x39: digit = current - 0x30
      case 0x41...0x46: digit = current - 0x41 + 10
      case 0x61...0x66: digit = current - 0x61 + 10
      default: throw JSONError(offset: position)
      }
      value = value << 4 + UInt32(digit)
      position += 1
    }
    return value
  }
}
