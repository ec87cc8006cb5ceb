/// The files of an archive while its list of contents is gone through.
struct ZipContents {
  private(set) var entries: [ZipArchive.Entry] = []
  private(set) var refused: [ZipArchive.Refused] = []
  private(set) var remarks: [String] = []
  private let bytes: ArchiveBytes
  private let limits: ArchiveLimits
  private var declared = 0
  /// The bytes that each record takes, files that are not read among them.
  private var stretches: [(range: Range<Int>, path: String)] = []
  private var folders: Set<String> = []

  init(_ bytes: ArchiveBytes, _ limits: ArchiveLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Takes in one line of the list; throws what makes the whole archive unfit.
  mutating func add(_ record: ZipDirectory.Record) throws(ArchiveError) {
    declared += record.size
    guard declared <= limits.declared else {
      throw .bomb("it says that it unpacks to more than \(limits.declared >> 30) GB")
    }
    let shown = ZipName.shown(String(decoding: record.name, as: UTF8.self))
    let local = try localHeader(of: record, shown)
    stretches.append((record.localOffset..<(local.start + record.packedSize), shown))
    do {
      let name = try ZipName(Self.name(of: record), isUTF8: record.flags & 0x800 != 0, limit: limits.name)
      if name.isGuessed { remarks.append("the name of '\(name.path)' is not UTF-8") }
      if let reason = Self.refusal(of: record, local) { return refuse(name.path, reason) }
      if isFolder(record) {
        folders.insert(name.path)
        return
      }
      if record.size > 1 << 20, record.size / max(record.packedSize, 1) > limits.ratio {
        return refuse(name.path, "it unpacks to \(record.size / max(record.packedSize, 1)) times its size")
      }
      entries.append(
        ZipArchive.Entry(
          path: name.path, size: record.size, packedSize: record.packedSize, method: record.method,
          checksum: record.checksum, start: local.start))
    } catch {
      refuse(error.shown, error.reason)
    }
  }

  /// The name, or where it is not UTF-8 the one that Info-ZIP's field gives: version, checksum of the name, the name.
  private static func name(of record: ZipDirectory.Record) -> [UInt8] {
    guard !isUTF8(record.name), let field = ZipExtra.field(0x7075, in: record.extra), field.count > 5 else {
      return record.name
    }
    return Array(field[5...])
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes)
  }

  private mutating func refuse(_ path: String, _ reason: String) {
    refused.append(ZipArchive.Refused(path: path, reason: reason))
  }

  private func isFolder(_ record: ZipDirectory.Record) -> Bool { record.name.last == 0x2F || record.name.last == 0x5C }

  private struct LocalHeader {
    let start: Int
    let name: [UInt8]
    let method: Int
    let flags: Int
  }

  /// The header before a file's bytes.
  private func localHeader(
    of record: ZipDirectory.Record, _ shown: String
  ) throws(ArchiveError) -> LocalHeader {
    guard let head = bytes.read(record.localOffset, count: 30), head.starts(with: [0x50, 0x4B, 3, 4]) else {
      throw .damaged("'\(shown)' is not where the list of contents says")
    }
    let header = LittleEndian(head[...])
    let start = record.localOffset + 30 + header.short(26) + header.short(28)
    guard start <= record.end, record.packedSize <= record.end - start,
      let name = bytes.read(record.localOffset + 30, count: header.short(26))
    else { throw .damaged("'\(shown)' reaches into the list of contents") }
    return LocalHeader(start: start, name: name, method: header.short(8), flags: header.short(6))
  }

  /// Why a record is not read; nil when it can be.
  private static func refusal(of record: ZipDirectory.Record, _ local: LocalHeader) -> String? {
    if local.name != record.name {
      return "it has two names: before its bytes stands '\(ZipName.shown(String(decoding: local.name, as: UTF8.self)))'"
    }
    if isUTF8(record.name), let other = ZipExtra.field(0x7075, in: record.extra), other.count > 5,
      Array(other[5...]) != record.name
    {
      return "it has two names"
    }
    // Unix (3) and macOS (19) keep the kind of file in the upper half.
    let kind = record.system == 3 || record.system == 19 ? (record.attributes >> 16) & 0xF000 : 0
    if kind == 0xA000 { return "it is a link" }
    if kind != 0, kind != 0x8000, kind != 0x4000 { return "it is no regular file" }
    if record.flags & 0x2041 != 0 || local.flags & 0x2041 != 0 || record.method == 99 { return "it is encrypted" }
    if record.flags & 0x20 != 0 { return "it is a patch of another file" }
    guard record.method == local.method else { return "it is packed in two ways at once" }
    guard record.method == 0 || record.method == 8 else {
      return "it is packed by \(methods[record.method] ?? "method \(record.method)"); use the usual deflate"
    }
    if record.method == 0, record.size != record.packedSize { return "it is not packed and has two sizes" }
    let isFolder = record.name.last == 0x2F || record.name.last == 0x5C
    if isFolder, record.size > 0 { return "it is a folder with bytes of its own" }
    return nil
  }

  private static let methods = [
    1: "shrink", 6: "implode", 9: "deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "xz", 96: "JPEG",
    97: "WavPack", 98: "PPMd",
  ]

  /// Throws when two files share bytes: archives that unpack to terabytes are made so.
  func checkOverlaps() throws(ArchiveError) {
    let sorted = stretches.sorted { $0.range.lowerBound < $1.range.lowerBound }
    for (one, other) in zip(sorted, sorted.dropFirst()) where one.range.upperBound > other.range.lowerBound {
      throw .overlapping(one.path, other.path)
    }
  }

  /// Refuses files whose names do not say which one is meant.
  mutating func checkNames() {
    var paths: [String: Int] = [:]
    var folded: [String: [String]] = [:]
    for entry in entries { paths[entry.path, default: 0] += 1 }
    for entry in entries where paths[entry.path] == 1 {
      folded[entry.path.lowercased(), default: []].append(entry.path)
    }
    for path in entries.map(\.path) {
      for (index, character) in zip(path.indices, path) where character == "/" {
        folders.insert(String(path[..<index]))
      }
    }
    var told: Set<String> = []
    entries = entries.filter { entry in
      guard let count = paths[entry.path], count > 1 || folders.contains(entry.path) else { return true }
      guard told.insert(entry.path).inserted else { return false }
      refused.append(
        ZipArchive.Refused(
          path: entry.path,
          reason: count > 1
            ? "\(count) files have this name, and which one counts is unclear" : "it is a file and a folder"))
      return false
    }
    for same in folded.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      remarks.append("\(same.map { "'\($0)'" }.joined(separator: " and ")) are one file where case does not count")
    }
  }
}
