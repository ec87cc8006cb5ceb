import ManuscriptAnalysis
import Manuscripts

/// A path with `*`, `?` or `**` that a shell left as it is, and what it means on the disk.
package enum PathPattern {
  /// Folders that a pattern is tried in, at most, and how deep they may lie in each other.
  private static let folderLimit = 20_000
  private static let depthLimit = 40

  /// True for a path that names nothing by itself and has a pattern's signs.
  package static func isPattern(_ path: String) -> Bool {
    path.contains { $0 == "*" || $0 == "?" } && FileSystem.kind(of: path) == nil
  }

  /// The manuscripts that match a pattern, and those in folders that match it, in the order of their paths.
  ///
  /// Files of other kinds are passed over; names with a leading dot match only where the pattern has the dot.
  /// - Parameter jobs: files of a folder that are looked into at a time.
  package static func manuscripts(
    matching pattern: String, jobs: Int = 1
  ) throws(ManuscriptFileError) -> [ManuscriptSource] {
    var sources: [ManuscriptSource] = []
    for path in paths(matching: pattern) {
      switch FileSystem.kind(of: path) {
      case .file where ManuscriptReading.markup(ofPath: path) != nil:
        if !isReport(path) { sources += try Discovery.manuscripts(at: path) }
      case .folder:
        do { sources += try Discovery.manuscripts(at: path, jobs: jobs) } catch .noManuscript { continue }
      case .file, .link, .other, nil: continue
      }
    }
    guard !sources.isEmpty else { throw .noMatch(pattern: pattern) }
    return sources
  }

  private static func isReport(_ path: String) -> Bool {
    FileSystem.read(path, 0..<ReportMark.comment.utf8.count).map(Discovery.isReport) ?? false
  }

  /// - Complexity: linear in the entries of the folders below the pattern's fixed part.
  private static func paths(matching pattern: String) -> [String] {
    let isFolderOnly = pattern.hasSuffix("/")
    let wanted = isFolderOnly ? String(pattern.dropLast()) : pattern
    let parts = wanted.split(separator: "/", omittingEmptySubsequences: true)
    let fixed = parts.prefix { !$0.contains("*") && !$0.contains("?") }
    let start = (wanted.hasPrefix("/") ? "/" : "") + fixed.joined(separator: "/")
    let rest = parts.dropFirst(fixed.count).map(String.init)
    let isDeep = rest.contains { $0.contains("**") }
    var found: [String] = []
    var visited = 0
    visit(start, below: "", rest, depth: isDeep ? depthLimit : rest.count, isDeep: isDeep, &visited, &found)
    return isFolderOnly ? found.filter { FileSystem.kind(of: $0) == .folder } : found
  }

  private static func visit(
    _ start: String, below: String, _ rest: [String], depth: Int, isDeep: Bool, _ visited: inout Int,
    _ found: inout [String]
  ) {
    visited += 1
    guard depth > 0, visited < folderLimit else { return }
    let folder =
      start.isEmpty ? below : below.isEmpty ? start : start.hasSuffix("/") ? start + below : start + "/" + below
    for name in FileSystem.names(in: folder.isEmpty ? "." : folder) {
      guard !name.hasPrefix(".") || rest.contains(where: { $0.hasPrefix(".") }) else { continue }
      let relative = below.isEmpty ? name : below + "/" + name
      let path = folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
      let isFolder = FileSystem.kind(of: path) == .folder
      // A link may lead back to a folder above it: `**` would follow it without end.
      if isFolder, isDeep, FileSystem.entry(at: path) == .link { continue }
      // The slash before both keeps a pattern of one part from matching in deeper folders.
      if Glob.matches("/" + rest.joined(separator: "/"), path: "/" + relative) { found.append(path) }
      if isFolder {
        visit(start, below: relative, rest, depth: depth - 1, isDeep: isDeep, &visited, &found)
      }
    }
  }
}
