/// The list of contents at the end of a zip archive.
struct ZipDirectory {
  /// One line of the list.
  struct Record {
    let name: [UInt8]
    let extra: [UInt8]
    let system: Int
    let flags: Int
    let method: Int
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    let attributes: Int
    let localOffset: Int
    /// Where the list begins, behind all files.
    let end: Int
  }

  private(set) var records: [Record] = []

  private struct End {
    let offset: Int
    let size: Int
    let count: Int
    /// Where the record that says this stands.
    let position: Int
  }

  init(_ bytes: ArchiveBytes, _ limits: ArchiveLimits) throws(ArchiveError) {
    let end = try Self.end(of: bytes)
    guard end.count <= limits.entries else { throw .tooManyEntries(end.count) }
    guard end.size <= limits.directory else { throw .bomb("its list of contents has \(end.size >> 20) MB") }
    guard end.offset >= 0, end.size >= 0, end.offset <= bytes.count, end.offset + end.size == end.position else {
      throw .damaged("its list of contents is not where it should be")
    }
    guard let list = bytes.read(end.offset, count: end.size) else { throw .unreadable }
    var position = 0
    while position < list.count {
      guard let (record, length) = try Self.record(list[position...], directory: end.offset) else {
        throw .damaged("its list of contents breaks off")
      }
      records.append(record)
      guard records.count <= end.count else { throw .damaged("it lists more files than it says it has") }
      position += length
    }
    guard records.count == end.count else { throw .damaged("it lists fewer files than it says it has") }
  }

  /// The record that ends the archive, by its signature and by a comment that reaches the last byte.
  private static func end(of bytes: ArchiveBytes) throws(ArchiveError) -> End {
    let tailCount = min(bytes.count, 22 + 65_535)
    guard let tail = bytes.read(bytes.count - tailCount, count: tailCount) else { throw .unreadable }
    let isArchive = bytes.read(0, count: min(4, bytes.count)).map { $0.starts(with: [0x50, 0x4B]) } ?? false
    guard tailCount >= 22 else { throw isArchive ? .truncated : .notAnArchive }
    var start = tailCount - 22
    while start >= 0 {
      if tail[start] == 0x50, tail[start...].starts(with: [0x50, 0x4B, 5, 6]) {
        let record = LittleEndian(tail[start...])
        if start + 22 + record.short(20) == tailCount {
          return try self.end(record, at: bytes.count - tailCount + start, bytes)
        }
      }
      start -= 1
    }
    throw isArchive ? .truncated : .notAnArchive
  }

  private static func end(
    _ record: LittleEndian, at position: Int, _ bytes: ArchiveBytes
  ) throws(ArchiveError) -> End {
    let (disk, firstDisk) = (record.short(4), record.short(6))
    let (countHere, count, size, offset) = (record.short(8), record.short(10), record.long(12), record.long(16))
    let isLarge =
      [disk, firstDisk, countHere, count].contains(0xFFFF) || [size, offset].contains(0xFFFF_FFFF)
    let locator = bytes.read(position - 20, count: 20).map { $0[...] }
    if let locator, locator.starts(with: [0x50, 0x4B, 6, 7]) {
      return try large(LittleEndian(locator), before: position, bytes)
    }
    guard !isLarge else { throw .damaged("it says that it is large, and the record for that is missing") }
    guard disk == 0, firstDisk == 0, countHere == count else { throw .severalParts }
    return End(offset: offset, size: size, count: count, position: position)
  }

  /// The record of a zip64 archive, which must stand right before its locator.
  private static func large(
    _ locator: LittleEndian, before position: Int, _ bytes: ArchiveBytes
  ) throws(ArchiveError) -> End {
    let wrong = ArchiveError.damaged("its record for large archives contradicts itself")
    guard locator.long(4) == 0, locator.long(16) <= 1 else { throw .severalParts }
    guard let start = locator.longLong(8), start + 56 <= position - 20,
      let bytes = bytes.read(start, count: 56), bytes.starts(with: [0x50, 0x4B, 6, 6])
    else { throw wrong }
    let record = LittleEndian(bytes[...])
    guard let length = record.longLong(4), start + 12 + length == position - 20,
      let countHere = record.longLong(24), let count = record.longLong(32), let size = record.longLong(40),
      let offset = record.longLong(48)
    else { throw wrong }
    guard record.long(16) == 0, record.long(20) == 0, countHere == count else { throw .severalParts }
    return End(offset: offset, size: size, count: count, position: start)
  }

  private static func record(
    _ bytes: ArraySlice<UInt8>, directory: Int
  ) throws(ArchiveError) -> (Record, length: Int)? {
    guard bytes.count >= 46, bytes.starts(with: [0x50, 0x4B, 1, 2]) else { return nil }
    let record = LittleEndian(bytes)
    let (nameCount, extraCount, commentCount) = (record.short(28), record.short(30), record.short(32))
    let length = 46 + nameCount + extraCount + commentCount
    guard bytes.count >= length else { return nil }
    let start = bytes.startIndex + 46
    let name = Array(bytes[start..<(start + nameCount)])
    let extra = Array(bytes[(start + nameCount)..<(start + nameCount + extraCount)])
    var (size, packedSize, offset) = (record.long(24), record.long(20), record.long(42))
    // Numbers that do not fit stand in an extra field, in this order and only those.
    var large = ZipExtra.field(1, in: extra).map { ($0, 0) }
    func next(_ current: Int) throws(ArchiveError) -> Int {
      guard current == 0xFFFF_FFFF else { return current }
      guard let (field, position) = large, position + 8 <= field.count,
        let number = LittleEndian(field[...]).longLong(position)
      else { throw .damaged("the size of '\(ZipName.shown(String(decoding: name, as: UTF8.self)))' is missing") }
      large = (field, position + 8)
      return number
    }
    size = try next(size)
    packedSize = try next(packedSize)
    offset = try next(offset)
    return (
      Record(
        name: name, extra: extra, system: record.short(4) >> 8, flags: record.short(8), method: record.short(10),
        checksum: UInt32(record.long(16)), packedSize: packedSize, size: size, attributes: record.long(38),
        localOffset: offset, end: directory), length
    )
  }
}

/// The extra fields of a record: number, length, bytes, one after the other.
enum ZipExtra {
  static func field(_ wanted: Int, in extra: [UInt8]) -> [UInt8]? {
    var position = 0
    while position + 4 <= extra.count {
      let head = LittleEndian(extra[position...])
      let length = head.short(2)
      guard position + 4 + length <= extra.count else { return nil }
      if head.short(0) == wanted { return Array(extra[(position + 4)..<(position + 4 + length)]) }
      position += 4 + length
    }
    return nil
  }
}
