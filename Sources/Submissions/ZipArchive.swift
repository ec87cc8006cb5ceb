import CZlib

/// A zip archive that is read in memory and believed in nothing: what its two lists of contents say must agree.
///
/// Format: PKWARE's APPNOTE.TXT 6.3.10, sections 4.3 and 4.4. Nothing is ever written to a disk.
package struct ZipArchive: Sendable {
  /// A file in the archive that can be read.
  package struct Entry: Sendable {
    package let path: String
    package let size: Int
    let packedSize: Int
    let method: Int
    let checksum: UInt32
    /// Where its bytes begin.
    let start: Int
  }

  /// A file that is not read, with the reason.
  package struct Refused: Sendable, Equatable {
    package let path: String
    package let reason: String
  }

  /// In the order of the list of contents.
  package let entries: [Entry]
  package let refused: [Refused]
  /// What is odd and no reason not to read.
  package let remarks: [String]
  private let bytes: ArchiveBytes
  private let limits: ArchiveLimits

  package init(_ bytes: ArchiveBytes, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    self.bytes = bytes
    self.limits = limits
    let directory = try ZipDirectory(bytes, limits)
    var contents = ZipContents(bytes, limits)
    for record in directory.records { try contents.add(record) }
    try contents.checkOverlaps()
    contents.checkNames()
    entries = contents.entries
    refused = contents.refused
    remarks = contents.remarks
  }

  /// The unpacked bytes of a file; throws the reason why they cannot be had.
  package func read(_ entry: Entry) throws(ZipReadError) -> [UInt8] {
    var unpacked: [UInt8] = []
    unpacked.reserveCapacity(min(entry.size, limits.file))
    try unpack(entry) { unpacked.append(contentsOf: $0) }
    return unpacked
  }

  /// Unpacks all entries without keeping them, for archives that another program will unpack.
  package func check() throws(ZipReadError) {
    var total = 0
    for entry in entries {
      total += entry.size
      guard total <= limits.total else { throw .tooLarge(limits.total) }
      try unpack(entry) { _ in }
    }
  }

  private func unpack(
    _ entry: Entry, into use: (ArraySlice<UInt8>) -> Void
  ) throws(ZipReadError) {
    guard entry.size <= limits.file else { throw .tooLarge(limits.file) }
    var checksum = UInt32(0)
    var count = 0
    func take(_ chunk: ArraySlice<UInt8>) {
      chunk.withUnsafeBytes { buffer in
        let start = buffer.bindMemory(to: UInt8.self).baseAddress
        checksum = UInt32(truncatingIfNeeded: crc32(UInt(checksum), start, UInt32(buffer.count)))
      }
      count += chunk.count
      use(chunk)
    }
    var inflation = entry.method == 8 ? try Inflation() : nil
    var position = 0
    while position < entry.packedSize {
      let length = min(Inflation.chunkSize, entry.packedSize - position)
      guard let packed = bytes.read(entry.start + position, count: length) else { throw .damaged }
      position += length
      guard inflation != nil else {
        take(packed[...])
        continue
      }
      // A chunk of deflated bytes may unpack to a thousand times as much: it comes in chunks too.
      let isWhole = try inflation?.inflate(packed, limit: entry.size - count) { take($0) } ?? true
      if isWhole, position < entry.packedSize { throw .damaged }
    }
    guard inflation?.isFinished ?? true, count == entry.size else { throw .damaged }
    guard checksum == entry.checksum else { throw .wrongChecksum }
  }
}

/// Why the bytes of a file in an archive cannot be had.
package enum ZipReadError: Error, Equatable {
  case damaged, wrongChecksum
  case largerThanStated
  /// More than so many bytes.
  case tooLarge(Int)

  /// A clause for the user.
  package var reason: String {
    switch self {
    case .damaged: "its packed bytes are damaged"
    case .wrongChecksum: "its bytes are not those that were packed: the checksum differs"
    case .largerThanStated: "it unpacks to more than the archive says"
    case .tooLarge(let limit): "it unpacks to more than \(limit >> 20) MB"
    }
  }
}

/// A running inflation of raw deflate data (RFC 1951) by zlib.
struct Inflation: ~Copyable {
  static let chunkSize = 65_536

  /// zlib's state points back at the stream, which must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private(set) var isFinished = false

  init() throws(ZipReadError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // A negative window size means raw data without a header.
    guard inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw .damaged }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks a chunk; true when the data have ended.
  ///
  /// - Parameter limit: how many bytes may still come.
  mutating func inflate(
    _ packed: [UInt8], limit: Int, into use: (ArraySlice<UInt8>) -> Void
  ) throws(ZipReadError) -> Bool {
    var input = packed
    var room = [UInt8](repeating: 0, count: Self.chunkSize)
    var left = limit
    var offset = 0
    while !isFinished {
      let (status, used, made) = step(&input, from: offset, &room)
      offset += used
      guard made <= left else { throw .largerThanStated }
      left -= made
      use(room[..<made])
      switch status {
      case Z_STREAM_END: isFinished = true
      case Z_OK: if used == 0, made == 0 { return false }
      // Everything that was given is used up.
      case Z_BUF_ERROR: return false
      default: throw .damaged
      }
      if offset == packed.count, made < Self.chunkSize, !isFinished { return false }
    }
    guard offset == packed.count else { throw .damaged }
    return true
  }

  private mutating func step(
    _ input: inout [UInt8], from offset: Int, _ room: inout [UInt8]
  ) -> (status: Int32, used: Int, made: Int) {
    let (inputCount, roomCount) = (input.count - offset, room.count)
    return input.withUnsafeMutableBufferPointer { input in
      room.withUnsafeMutableBufferPointer { room in
        stream.pointee.next_in = input.baseAddress.map { $0 + offset }
        stream.pointee.avail_in = UInt32(inputCount)
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(roomCount)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        let (unused, free) = (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
        return (status, inputCount - unused, roomCount - free)
      }
    }
  }
}
