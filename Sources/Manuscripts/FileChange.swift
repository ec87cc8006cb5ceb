/// How the bytes of a file differ between two readings: one stretch in the middle.
package struct FileChange: Sendable, Equatable {
  /// The stretch that is gone, in the old bytes.
  package let old: Range<Int>
  /// The stretch that stands in its place, in the new bytes.
  package let new: Range<Int>

  /// Nil when the bytes are the same.
  /// - Complexity: linear in the bytes.
  package init?(from old: [UInt8], to new: [UInt8]) {
    guard old != new else { return nil }
    let shorter = min(old.count, new.count)
    var start = 0
    var end = 0
    old.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in
        let (oldBytes, newBytes) = (UnsafeRawBufferPointer(old), UnsafeRawBufferPointer(new))
        // Eight bytes at a time as long as they are the same.
        while start + 8 <= shorter,
          oldBytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
            == newBytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        { start += 8 }
        while start < shorter, old[start] == new[start] { start += 1 }
        while end + 8 <= shorter - start,
          oldBytes.loadUnaligned(fromByteOffset: old.count - end - 8, as: UInt64.self)
            == newBytes.loadUnaligned(fromByteOffset: new.count - end - 8, as: UInt64.self)
        { end += 8 }
        while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
      }
    }
    self.old = start..<(old.count - end)
    self.new = start..<(new.count - end)
  }

  /// How much further on the text behind the change stands.
  package var distance: Int { new.count - old.count }
}

/// The changes of all files between two readings of a project.
package struct ProjectChange: Sendable {
  private let changes: [FileChange?]
  /// Both projects where the new one knows more files: names may mean something else then.
  private let projects: (old: ProjectFiles, new: ProjectFiles)?

  /// Nil when files that were known are not known any more.
  package init?(from old: ProjectFiles, to new: ProjectFiles) {
    guard old.isPart(of: new) else { return nil }
    changes = zip(old.files, new.files).map { FileChange(from: $0.bytes, to: $1.bytes) }
    projects = old.knowsSameFiles(as: new) ? nil : (old, new)
  }

  /// True when the project knows files that it did not know before.
  package var bringsFiles: Bool { projects != nil }

  /// True when every name means the file that it meant before.
  package func keepsMeaning(of named: [FileRequest]) -> Bool {
    guard let (old, new) = projects else { return true }
    return named.allSatisfy { old.resolve($0.candidates) == new.resolve($0.candidates) }
  }

  /// How many bytes further on an unchanged stretch of a file stands; nil when the change may have touched it.
  ///
  /// - Parameter reach: the offset up to which the reading of the stretch depended on the file's bytes.
  package func distance(of range: Range<Int>, reach: Int, file: Int) -> Int? {
    guard let change = changes[file] else { return 0 }
    if max(range.upperBound, reach) <= change.old.lowerBound { return 0 }
    return range.lowerBound >= change.old.upperBound ? change.distance : nil
  }

  /// Where an offset of the old bytes stands now; nil when it lay in what changed.
  package func offset(_ offset: Int, file: Int) -> Int? {
    guard let change = changes[file] else { return offset }
    if offset <= change.old.lowerBound { return offset }
    return offset >= change.old.upperBound ? offset + change.distance : nil
  }

  package func touches(file: Int) -> Bool { changes[file] != nil }
}
