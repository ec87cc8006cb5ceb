import Manuscripts

/// How much of an archive is read; beyond that it is refused.
package struct ArchiveLimits: Sendable {
  /// Entries, folders among them.
  package var entries = 10_000
  /// Bytes of the list of contents.
  package var directory = 16 << 20
  /// Bytes of one name.
  package var name = 1_024
  /// Bytes of one unpacked file.
  package var file = 32 << 20
  /// Bytes of all files that are unpacked, one after the other.
  package var total = 96 << 20
  /// Bytes that all entries say they unpack to.
  package var declared = 4 << 30
  /// Times its packed size that a file of more than 1 MB may unpack to; text reaches 10, and deflate ends at 1,032.
  package var ratio = 200

  package init() {}
}

/// Why an archive is not read at all.
package enum ArchiveError: Error, Equatable {
  case notAnArchive
  case truncated
  case damaged(String)
  case severalParts
  case tooManyEntries(Int)
  case bomb(String)
  case overlapping(String, String)
  case unreadable

  /// The sentence for the user, without a full stop; `named` is the archive as the user named it.
  package func message(_ named: String) -> String {
    let path = VisibleText.line(named)
    return switch self {
    case .notAnArchive: "'\(path)' is no zip archive"
    case .truncated: "'\(path)' is cut off: its list of contents is missing; upload it again"
    case .damaged(let what): "'\(path)' is damaged: \(what)"
    case .severalParts: "'\(path)' is one part of an archive in several parts; give one archive"
    case .tooManyEntries(let count): "'\(path)' has \(count) entries, more than are read"
    case .bomb(let what): "'\(path)' is not unpacked: \(what)"
    case .overlapping(let one, let other):
      "'\(path)' is not unpacked: '\(one)' and '\(other)' share bytes, as in archives made to blow up"
    case .unreadable: "cannot read '\(path)'"
    }
  }
}
