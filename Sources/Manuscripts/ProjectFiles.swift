/// The bytes that one reading of a manuscript works on: a value, made by whoever may open files.
package struct ProjectFiles: Sendable, Equatable {
  /// Why a named file is not among the files.
  package enum Absence: Sendable, Equatable {
    case missing
    case outsideRoot
    case unreadable(cause: String)
  }

  /// All files known so far; the first `mainCount` are read one after the other (a Manubot folder has several).
  package private(set) var files: [SourceFile]
  package let mainCount: Int
  package private(set) var absences: [String: Absence]
  private var indices: [String: Int]

  package init(main: [SourceFile]) {
    files = main
    mainCount = main.count
    absences = [:]
    indices = [:]
    for (index, file) in main.enumerated() { indices[file.path] = index }
  }

  package mutating func add(_ file: SourceFile) {
    guard indices[file.path] == nil else { return }
    indices[file.path] = files.count
    files.append(file)
  }

  /// Puts other bytes in the place of a known file's.
  package mutating func replace(_ index: Int, with bytes: [UInt8]) {
    files[index] = SourceFile(path: files[index].path, bytes: bytes)
  }

  package mutating func markAbsent(_ path: String, _ absence: Absence) {
    absences[path] = absence
  }

  /// True when the same paths are known, and the same ones known to be absent.
  func knowsSameFiles(as other: ProjectFiles) -> Bool {
    mainCount == other.mainCount && indices == other.indices && absences == other.absences
  }

  /// True when everything known here is known in another project, too, under the same numbers: that one may know more.
  func isPart(of other: ProjectFiles) -> Bool {
    mainCount == other.mainCount && indices.allSatisfy { other.indices[$0.key] == $0.value }
      && absences.allSatisfy { other.absences[$0.key] == $0.value }
  }

  /// The index of the file with this normalised path, if it is known.
  package func index(of path: String) -> Int? { indices[path] }
}

/// The answer to "which file is meant": used by both readers so that they agree.
package enum FileResolution: Sendable, Equatable {
  case found(Int)
  case absent(ProjectFiles.Absence)
  /// Nobody has looked yet.
  case unknown
}

extension ProjectFiles {
  /// Resolves candidate paths in order: the first that is known wins; unknown as long as one was not looked for.
  package func resolve(_ candidates: [String]) -> FileResolution {
    var worst = Absence.missing
    var isUnknown = false
    for candidate in candidates {
      if let index = indices[candidate] { return .found(index) }
      guard let absence = absences[candidate] else {
        isUnknown = true
        continue
      }
      if absence != .missing { worst = absence }
    }
    return isUnknown ? .unknown : .absent(worst)
  }
}

/// Lexical path arithmetic on `/`-separated paths; touches no disk.
package enum ProjectPath {
  /// The path with `.` and inner `..` resolved; leading `..` are kept.
  package static func normalised(_ path: String) -> String {
    if isNormalised(path) { return path }
    let isRooted = path.utf8.first == 0x2F
    var parts: [Substring.UTF8View] = []
    for part in path.utf8.split(separator: 0x2F) {
      if isDots(part, 1) { continue }
      if isDots(part, 2), let last = parts.last, !isDots(last, 2) { parts.removeLast() } else { parts.append(part) }
    }
    var normalised = isRooted ? "/" : ""
    for (index, part) in parts.enumerated() {
      if index > 0 { normalised += "/" }
      normalised += Substring(part)
    }
    return normalised
  }

  private static func isDots(_ part: Substring.UTF8View, _ count: Int) -> Bool {
    part.count == count && part.allSatisfy { $0 == 0x2E }
  }

  /// True where all parts are names; most paths are so.
  private static func isNormalised(_ path: String) -> Bool {
    var (length, dots, isFirst) = (0, 0, true)
    func isName() -> Bool { length > 2 || length > dots }
    for byte in path.utf8 {
      if byte == 0x2F {
        if !isName(), !isFirst || length > 0 { return false }
        (length, dots, isFirst) = (0, 0, false)
      } else {
        length += 1
        if byte == 0x2E { dots += 1 }
      }
    }
    return isName()
  }

  /// `path` as named in a file whose folder is `folder`.
  package static func joined(_ folder: String, _ path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? normalised(path) : normalised(folder + "/" + path)
  }

  /// The folder part of a path, empty when it has none.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "" }
    return String(path[..<slash])
  }

  /// A folder with a slash at its end, which the root of the disk has by itself.
  package static func withSlash(_ folder: String) -> String { folder.utf8.last == 0x2F ? folder : folder + "/" }

  /// The part of a path after its last slash.
  package static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
