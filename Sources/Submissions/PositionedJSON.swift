import Manuscripts

/// A JSON text as a tree that knows where its strings stand; strings are decoded when asked for.
///
/// RFC 8259; nesting deeper than 64 and texts that are no JSON give nothing.
struct PositionedJSON {
  indirect enum Node {
    /// The bytes between the quotation marks.
    case string(Range<Int>)
    case list([Node])
    case object([(key: Range<Int>, value: Node)])
    case number(Range<Int>)
    case other
  }

  private static let depthLimit = 64

  private let bytes: [UInt8]
  private var position = 0

  private struct Failure: Error {}

  /// The tree of a whole text; nil when it is no JSON.
  static func tree(of bytes: [UInt8]) -> Node? {
    var reader = PositionedJSON(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    return try? reader.node(depth: 0)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func node(depth: Int) throws(Failure) -> Node {
    skipSpace()
    guard position < bytes.count, depth < Self.depthLimit else { throw Failure() }
    switch bytes[position] {
    case 0x22: return .string(try string())
    case 0x5B: return .list(try list(depth: depth))
    case 0x7B: return .object(try object(depth: depth))
    default:
      let start = position
      while position < bytes.count, !Self.ends(bytes[position]) { position += 1 }
      guard position > start else { throw Failure() }
      let isNumber = bytes[start] == 0x2D || (0x30...0x39).contains(bytes[start])
      return isNumber ? .number(start..<position) : .other
    }
  }

  private static func ends(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x2C || byte == 0x5D || byte == 0x7D }

  private mutating func string() throws(Failure) -> Range<Int> {
    let start = position + 1
    position = start
    while position < bytes.count {
      if bytes[position] == 0x22 {
        position += 1
        return start..<(position - 1)
      }
      position += bytes[position] == 0x5C ? 2 : 1
    }
    throw Failure()
  }

  private mutating func list(depth: Int) throws(Failure) -> [Node] {
    var items: [Node] = []
    position += 1
    skipSpace()
    if position < bytes.count, bytes[position] == 0x5D {
      position += 1
      return items
    }
    while true {
      items.append(try node(depth: depth + 1))
      if try isEnd(0x5D) { return items }
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> [(key: Range<Int>, value: Node)] {
    var members: [(key: Range<Int>, value: Node)] = []
    position += 1
    skipSpace()
    if position < bytes.count, bytes[position] == 0x7D {
      position += 1
      return members
    }
    while true {
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x22 else { throw Failure() }
      let key = try string()
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x3A else { throw Failure() }
      position += 1
      members.append((key, try node(depth: depth + 1)))
      if try isEnd(0x7D) { return members }
    }
  }

  /// Goes over a comma or the closing bracket; true for the bracket.
  private mutating func isEnd(_ bracket: UInt8) throws(Failure) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == bracket || bytes[position] == 0x2C else { throw Failure() }
    position += 1
    return bytes[position - 1] == bracket
  }
}

extension PositionedJSON.Node {
  /// The value of a key.
  func member(_ name: String, in bytes: [UInt8]) -> PositionedJSON.Node? {
    guard case .object(let members) = self else { return nil }
    return members.first { bytes[$0.key].elementsEqual(name.utf8) }?.value
  }

  var items: [PositionedJSON.Node] {
    if case .list(let items) = self { return items }
    return []
  }

  /// The text of a string without escapes.
  func word(in bytes: [UInt8]) -> String? {
    guard case .string(let range) = self else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }
}

extension MappedText {
  /// Appends what a JSON string says.
  ///
  /// - Parameter range: the bytes between its quotation marks.
  mutating func append(jsonString range: Range<Int>, of bytes: [UInt8]) {
    var position = range.lowerBound
    var plain = position
    while position < range.upperBound {
      guard bytes[position] == 0x5C, position + 1 < range.upperBound else {
        position += 1
        continue
      }
      appendVerbatim(bytes[plain..<position])
      let (text, length) = Self.escaped(bytes[position..<range.upperBound])
      append(text, for: position..<(position + length))
      position += length
      plain = position
    }
    appendVerbatim(bytes[plain..<position])
  }

  /// What an escape stands for, and its length.
  private static func escaped(_ bytes: ArraySlice<UInt8>) -> ([UInt8], Int) {
    switch bytes[bytes.startIndex + 1] {
    case 0x6E: return ([0x0A], 2)
    case 0x74: return ([0x09], 2)
    case 0x72: return ([0x0D], 2)
    case 0x62, 0x66: return ([0x20], 2)
    case 0x75:
      guard let first = unit(bytes) else { return ([0x3F], 2) }
      if (0xD800..<0xDC00).contains(first), let second = unit(bytes.dropFirst(6)), (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return (Array(String(scalar).utf8), 12)
      }
      return (Array(String(Unicode.Scalar(first) ?? "\u{FFFD}").utf8), 6)
    default: return ([bytes[bytes.startIndex + 1]], 2)
    }
  }

  /// The number of an escape of four hexadecimal digits.
  private static func unit(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard bytes.count >= 6, bytes.starts(with: [0x5C, 0x75]) else { return nil }
    return UInt32(String(decoding: bytes.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
  }
}
