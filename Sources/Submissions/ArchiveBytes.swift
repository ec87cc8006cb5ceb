/// The bytes of an archive, wherever they lie: only what is asked for is read.
package struct ArchiveBytes: Sendable {
  package let count: Int
  private let reader: @Sendable (Range<Int>) -> [UInt8]?

  /// - Parameter reader: gives the bytes of a range within the count, nil when they cannot be read.
  package init(count: Int, reader: @escaping @Sendable (Range<Int>) -> [UInt8]?) {
    self.count = count
    self.reader = reader
  }

  package init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { Array(bytes[$0]) }
  }

  /// The bytes of a range; nil where it goes beyond the end or cannot be read.
  func read(_ range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    guard let bytes = reader(range), bytes.count == range.count else { return nil }
    return bytes
  }

  func read(_ start: Int, count: Int) -> [UInt8]? {
    guard start >= 0, count >= 0, start <= self.count - count else { return nil }
    return read(start..<(start + count))
  }
}

/// Little-endian numbers of a record, 0 beyond its end: callers check its length.
struct LittleEndian {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  func short(_ offset: Int) -> Int { number(offset, 2) }
  func long(_ offset: Int) -> Int { number(offset, 4) }

  /// Eight bytes; nil for numbers that no file can have.
  func longLong(_ offset: Int) -> Int? {
    let (low, high) = (number(offset, 4), number(offset + 4, 4))
    return high < 0x4000_0000 ? high << 32 | low : nil
  }

  private func number(_ offset: Int, _ count: Int) -> Int {
    let start = bytes.startIndex + offset
    guard offset >= 0, start + count <= bytes.endIndex else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
  }
}
