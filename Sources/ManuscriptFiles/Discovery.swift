import LatexSyntax
import ManuscriptAnalysis
import Manuscripts

/// Finds the manuscripts that a path means.
package enum Discovery {
  /// The manuscripts at a path: a file is one, a folder may hold several; in order of their paths.
  package static func manuscripts(at path: String) throws(ManuscriptFileError) -> [ManuscriptSource] {
    switch FileSystem.kind(of: path) {
    case nil: throw .unreadable(path: path, cause: "it does not exist")
    case .other: throw .unreadable(path: path, cause: "it is no regular file")
    case .file: return [try file(path)]
    case .folder: return try folder(path)
    }
  }

  private static func file(_ path: String) throws(ManuscriptFileError) -> ManuscriptSource {
    guard let markup = ManuscriptReading.markup(ofPath: path) else {
      let dot = path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? ""
      let formats = [
        "pdf": "PDF", "docx": "Word", "doc": "Word", "typ": "Typst", "odt": "OpenDocument", "html": "HTML",
      ]
      throw .unsupported(path: path, format: formats[dot.lowercased()] ?? (dot.isEmpty ? "such" : ".\(dot)"))
    }
    if markup == .latex, let root = statedRoot(of: path) { return .file(root) }
    return .file(path)
  }

  /// The root that a fragment's `% !TEX root` comment names, when it exists.
  private static func statedRoot(of path: String) -> String? {
    guard let bytes = try? FileSystem.read(path), !LatexReader.isRoot(bytes),
      let stated = LatexReader.statedRoot(in: bytes)
    else { return nil }
    let candidate = ProjectPath.joined(ProjectPath.folder(of: path), stated)
    return FileSystem.kind(of: candidate) == .file ? candidate : nil
  }

  private static func folder(_ path: String) throws(ManuscriptFileError) -> [ManuscriptSource] {
    if let chapters = chapters(in: path) { return [chapters] }
    var scan = FolderScan(path)
    scan.run()
    guard !scan.sources.isEmpty else { throw .noManuscript(path: path) }
    return scan.sources
  }

  /// A Manubot folder: numbered Markdown chapters, here or in `content/`.
  static func chapters(in path: String) -> ManuscriptSource? {
    for folder in [path, path + (path.hasSuffix("/") ? "content" : "/content")] {
      let names = FileSystem.names(in: folder)
      let numbered = names.filter { $0.hasSuffix(".md") && $0.prefix(2).allSatisfy(\.isNumber) && $0.count > 4 }
      let isManubot =
        names.contains("metadata.yaml") || numbered.contains { $0.contains("abstract") || $0.contains("introduction") }
      if numbered.count >= 2, isManubot { return .chapters(folder: folder, files: numbered) }
    }
    return nil
  }
}

/// A walk over a folder that collects manuscript roots.
private struct FolderScan {
  private(set) var sources: [ManuscriptSource] = []
  private let start: String
  private var ignore = IgnoreRules()
  private var visited = 0

  init(_ start: String) { self.start = start }

  /// Folders that hold no live manuscripts unless they are named.
  private static let skippedFolders: Set<String> = [
    "node_modules", "_build", "build", "_site", "old", "backup", "backups", "archive", "_old", "venv", "site-packages",
    "target",
    "_book", "_freeze", "renv", "output", "vendor",
  ]

  /// Markdown files that projects have beside their manuscript.
  private static let projectFiles: Set<String> = [
    "readme", "changelog", "license", "licence", "contributing", "code_of_conduct", "security", "install", "todo",
    "news", "authors",
    "history", "citation", "support", "governance", "pull_request_template", "issue_template", "notes", "index",
    "usage", "setup",
  ]

  mutating func run() {
    var files: [String] = []
    collect(start, relative: "", &files)
    let included = includedFiles(files)
    for file in files where isRoot(file, included) { sources.append(.file(joined(file))) }
  }

  private func joined(_ relative: String) -> String {
    start == "." ? relative : (start.hasSuffix("/") ? start + relative : start + "/" + relative)
  }

  private mutating func collect(_ folder: String, relative: String, _ files: inout [String]) {
    visited += 1
    guard visited < 20_000 else { return }
    let names = FileSystem.names(in: folder)
    if names.contains(".gitignore"), let bytes = try? FileSystem.read(folder + "/.gitignore", limit: 1_048_576) {
      ignore.add(String(decoding: bytes, as: UTF8.self), folder: relative)
    }
    for name in names where !name.hasPrefix(".") {
      let path = relative + name
      switch FileSystem.kind(of: folder + "/" + name) {
      case .folder:
        guard !Self.skippedFolders.contains(name.lowercased()), !ignore.ignores(path, isFolder: true) else { continue }
        if let chapters = Discovery.chapters(in: folder + "/" + name) {
          sources.append(chapters)
        } else {
          collect(folder + "/" + name, relative: path + "/", &files)
        }
      case .file:
        if ManuscriptReading.markup(ofPath: name) != nil, !ignore.ignores(path, isFolder: false) { files.append(path) }
      case .other, nil: continue
      }
    }
  }

  private func isRoot(_ file: String, _ included: Set<String>) -> Bool {
    if included.contains(file) { return false }
    if ManuscriptReading.markup(ofPath: file) == .latex {
      guard let bytes = try? FileSystem.read(joined(file)) else { return true }
      return LatexReader.isRoot(bytes)
    }
    let name = file.split(separator: "/").last?.split(separator: ".").first.map { $0.lowercased() } ?? ""
    return !name.hasPrefix("_") && !Self.projectFiles.contains(name)
  }

  /// Files that others pull in, by the names that stand in include commands.
  private func includedFiles(_ files: [String]) -> Set<String> {
    var included: Set<String> = []
    for file in files {
      guard let bytes = try? FileSystem.read(joined(file)) else { continue }
      let markup = ManuscriptReading.markup(ofPath: file) ?? .latex
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let project = ProjectFiles(main: [SourceFile(path: name, bytes: bytes)])
      let reading = ManuscriptReading.reading(of: project, markup: markup, configuration: Configuration())
      for request in reading.manuscript.unresolved where request.purpose == .text {
        for candidate in request.candidates {
          included.insert(ProjectPath.joined(ProjectPath.folder(of: file), candidate))
        }
      }
    }
    return included
  }
}

/// The patterns of `.gitignore` files, the last match decides.
struct IgnoreRules {
  private struct Pattern {
    let glob: String
    let isNegated: Bool
    let isFolderOnly: Bool
  }

  private var patterns: [Pattern] = []

  /// Adds the lines of the ignore file of a folder (relative, with a slash at its end, or empty).
  mutating func add(_ text: String, folder: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      var pattern = line.drop { $0 == " " }
      while pattern.last == " " { pattern.removeLast() }
      guard !pattern.isEmpty, !pattern.hasPrefix("#") else { continue }
      let isNegated = pattern.hasPrefix("!")
      if isNegated { pattern.removeFirst() }
      let isFolderOnly = pattern.hasSuffix("/")
      if isFolderOnly { pattern.removeLast() }
      let isAnchored = pattern.contains("/")
      if pattern.hasPrefix("/") { pattern.removeFirst() }
      patterns.append(
        Pattern(
          glob: isAnchored ? folder + pattern : folder + "**/" + pattern, isNegated: isNegated,
          isFolderOnly: isFolderOnly))
    }
  }

  func ignores(_ path: String, isFolder: Bool) -> Bool {
    var isIgnored = false
    for pattern in patterns where !pattern.isFolderOnly || isFolder {
      if Glob.matches(pattern.glob, path: path) { isIgnored = !pattern.isNegated }
    }
    return isIgnored
  }
}
