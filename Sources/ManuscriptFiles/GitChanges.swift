import ManuscriptAnalysis
import Manuscripts

/// What has changed in a repository's files since a revision; `git` itself says so.
package struct GitChanges: Sendable {
  /// The work tree, absolute, links resolved.
  private let top: String
  private let tracked: Set<String>
  private let changed: [String: RevisionChange]

  /// The work tree that a path lies in, or nil.
  package static func workTree(of path: String) -> String? {
    let folder = FileSystem.kind(of: path) == .folder ? path : ProjectPath.folder(of: path)
    guard var current = FileSystem.realPath(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder) else {
      return nil
    }
    while FileSystem.kind(of: current + "/.git") == nil {
      let above = ProjectPath.folder(of: current)
      if above.isEmpty || above == current { return nil }
      current = above
    }
    return current
  }

  /// The changes of a work tree since it parted from a revision: in commits, in the index and on the disk.
  package static func since(_ revision: String, in top: String) throws(ManuscriptFileError) -> GitChanges {
    guard Subprocess.run("git", ["--version"])?.status == 0 else {
      throw .configuration(["--diff-base needs git, and there is none on the path"])
    }
    let git = ["-C", top, "--no-optional-locks", "-c", "core.fsmonitor=false"]
    func output(_ arguments: [String]) -> [UInt8]? {
      let outcome = Subprocess.run("git", git + arguments)
      return outcome?.status == 0 ? outcome?.output : nil
    }
    guard output(["rev-parse", "--git-dir"]) != nil else {
      throw .configuration(["git refuses the repository '\(ReportPath.of(top))': try 'git status' there"])
    }
    let isShallow = output(["rev-parse", "--is-shallow-repository"]).map { $0.starts(with: "true".utf8) } ?? false
    let depth = isShallow ? "; the clone is shallow: fetch its history ('fetch-depth: 0', 'GIT_DEPTH: 0')" : ""
    guard let commit = output(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]) else {
      throw .configuration(["git knows no revision '\(revision)' in '\(ReportPath.of(top))'\(depth)"])
    }
    guard let base = output(["merge-base", word(commit), "HEAD"]) else {
      throw .configuration(["'\(revision)' has no commit in common with HEAD\(depth)"])
    }
    let options = ["--no-color", "--no-ext-diff", "--no-textconv", "--unified=0", "-M", "--ignore-submodules"]
    let prefixes = ["--src-prefix=a/", "--dst-prefix=b/"]
    guard let patch = output(["diff"] + options + prefixes + [word(base), "--"]),
      let files = output(["ls-files", "-z"])
    else { throw .configuration(["git cannot compare with '\(revision)'"]) }
    return GitChanges(
      top: top, tracked: Set(files.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }),
      changed: PatchReader.changes(in: patch))
  }

  private static func word(_ line: [UInt8]) -> String { String(decoding: line.prefix { $0 > 0x20 }, as: UTF8.self) }

  /// What has changed in a file; one that git does not know is new as a whole.
  package func change(of path: String) -> RevisionChange {
    guard let real = FileSystem.realPath(path), let relative = ReportPath.below(top, real), tracked.contains(relative)
    else { return .whole }
    return changed[relative] ?? .unchanged
  }
}

/// Reads a patch that git wrote without lines around the changes.
enum PatchReader {
  /// The changes by the files' new paths.
  static func changes(in patch: [UInt8]) -> [String: RevisionChange] {
    var changes: [String: RevisionChange] = [:]
    var path: String?
    var isInHeader = true
    var added: [ClosedRange<Int>] = []
    var deletions: [RevisionChange.Deletion] = []
    var removed: [UInt8] = []
    /// Of the last deletion: the line before it and whether its first and last lines are blank.
    var deletion: (line: Int, begins: Bool?, ends: Bool)?
    func finishDeletion() {
      if let deletion, let begins = deletion.begins {
        deletions.append(.init(behind: deletion.line, beginsBlank: begins, endsBlank: deletion.ends))
      }
      deletion = nil
    }
    func finish() {
      finishDeletion()
      guard let path, !(added.isEmpty && deletions.isEmpty) else { return }
      changes[path] = .parts(added: added, deletions: deletions, removed: String(decoding: removed, as: UTF8.self))
    }
    for line in patch.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "diff --git ".utf8) {
        finish()
        (path, isInHeader, added, deletions, removed) = (nil, true, [], [], [])
      } else if isInHeader, line.starts(with: "+++ ".utf8) {
        path = name(line.dropFirst(4))
      } else if line.starts(with: "@@ ".utf8) {
        isInHeader = false
        finishDeletion()
        guard let lines = newLines(line) else { continue }
        if lines.count > 0 {
          added.append(lines.first...(lines.first + lines.count - 1))
        } else {
          deletion = (lines.first, nil, false)
        }
      } else if !isInHeader, line.first == 0x2D {
        removed += line.dropFirst() + [0x0A]
        let isBlank = line.dropFirst().allSatisfy { $0 <= 0x20 }
        deletion?.ends = isBlank
        if deletion?.begins == nil { deletion?.begins = isBlank }
      }
    }
    finish()
    return changes
  }

  /// The new side of `@@ -1,2 +3,4 @@`: its first line, or for none the line before it, and how many.
  private static func newLines(_ line: ArraySlice<UInt8>) -> (first: Int, count: Int)? {
    guard let sign = line.firstIndex(of: 0x2B) else { return nil }
    let parts = line[(sign + 1)...].prefix { $0 != 0x20 }.split(separator: 0x2C).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard let first = parts.first.flatMap({ $0 }) else { return nil }
    return (first, parts.count > 1 ? parts[1] ?? 1 : 1)
  }

  /// The path of a header's line: behind `b/`, in quotation marks where it holds unusual characters.
  private static func name(_ text: ArraySlice<UInt8>) -> String? {
    var bytes = Array(text)
    if bytes.first == 0x22 { bytes = unquoted(bytes.dropFirst()) } else if bytes.last == 0x09 { bytes.removeLast() }
    guard bytes.starts(with: "b/".utf8) else { return nil }
    return String(decoding: bytes.dropFirst(2), as: UTF8.self)
  }

  /// The bytes up to the closing mark, C's escapes resolved.
  private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let escapes: [UInt8: UInt8] = [0x61: 7, 0x62: 8, 0x74: 9, 0x6E: 10, 0x76: 11, 0x66: 12, 0x72: 13]
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex, text[index] != 0x22 {
      guard text[index] == 0x5C, index + 1 < text.endIndex else {
        bytes.append(text[index])
        index += 1
        continue
      }
      let digits = text[(index + 1)...].prefix(3)
      if digits.count == 3, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) {
        bytes.append(value)
        index += 4
      } else {
        bytes.append(escapes[text[index + 1]] ?? text[index + 1])
        index += 2
      }
    }
    return bytes
  }
}
