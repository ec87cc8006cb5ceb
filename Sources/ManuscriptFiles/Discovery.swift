import LatexSyntax
import ManuscriptAnalysis
import Manuscripts

/// Finds the manuscripts that a path means.
package enum Discovery {
  /// The manuscripts at a path: a file is one, a folder may hold several; in order of their paths.
  ///
  /// - Parameter jobs: files that are looked into at a time.
  package static func manuscripts(at path: String, jobs: Int = 1) throws(ManuscriptFileError) -> [ManuscriptSource] {
    switch FileSystem.kind(of: path) {
    case nil: throw .unreadable(path: path, cause: "it does not exist")
    case .link, .other: throw .unreadable(path: path, cause: "it is no regular file")
    case .file: return [try file(path)]
    case .folder: return try folder(path, jobs)
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

  private static func folder(_ path: String, _ jobs: Int) throws(ManuscriptFileError) -> [ManuscriptSource] {
    var walk = ManuscriptWalk(path)
    walk.finish(jobs: jobs)
    guard !walk.sources.isEmpty else { throw .noManuscript(path: path, passedOver: walk.passedOver) }
    return walk.sources
  }

  /// True for a summary that `lint --format markdown` wrote: it lies beside manuscripts and is none.
  static func isReport(_ bytes: [UInt8]) -> Bool { bytes.starts(with: ReportMark.comment.utf8) }

  /// A Manubot folder: numbered Markdown chapters, here or in `content/`.
  package static func chapters(in path: String) -> ManuscriptSource? {
    chapters(in: path, holding: FileSystem.names(in: path))
  }

  static func chapters(in path: String, holding names: [String]) -> ManuscriptSource? {
    if let chapters = ManuscriptChapters.files(among: names) { return .chapters(folder: path, files: chapters) }
    guard names.contains("content") else { return nil }
    let content = ProjectPath.withSlash(path) + "content"
    return ManuscriptChapters.files(among: FileSystem.names(in: content)).map { .chapters(folder: content, files: $0) }
  }
}

/// A walk over a folder that collects manuscript roots, one folder or file a step.
package struct ManuscriptWalk: Sendable {
  /// What was found; complete once `step()` says so.
  package private(set) var sources: [ManuscriptSource] = []
  /// Folders that were not looked into because of their names.
  private(set) var passedOver: [String] = []
  private let start: String
  private var ignore = IgnoreRules()
  private var visited = 0
  /// Paths below the start that are still to be looked at, the next one last.
  private var waiting: [String] = []
  private var files: [String] = []
  /// Those of the files that are links.
  private var links: Set<String> = []
  /// How many of the files were read.
  private var readCount = 0
  /// What the files say, by their paths below the start.
  private var beginnings: [String: Beginning] = [:]

  private struct Beginning: Sendable {
    /// True for LaTeX files that are no documents of their own, and for reports.
    let isFragment: Bool
    /// The files that it pulls in, by the names in its include commands.
    let included: [String]
  }

  /// - Parameters:
  ///   - earlier: a walk over the same folder; what it has read is not read again.
  ///   - changed: the paths of files that have changed since.
  package init(_ start: String, after earlier: ManuscriptWalk? = nil, changed: Set<String> = []) {
    self.start = start
    beginnings = earlier?.beginnings.filter { !changed.contains(earlier?.joined($0.key) ?? "") } ?? [:]
    visit("")
  }

  /// Folders that hold no live manuscripts unless they are named; `docs/batches.md` lists them.
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

  /// Takes the next step; false once the walk is over.
  package mutating func step() -> Bool {
    if let path = waiting.popLast() {
      look(at: path)
    } else if !links.isEmpty {
      dropDoubles()
    } else if readCount < files.count {
      if beginnings[files[readCount]] == nil { beginnings[files[readCount]] = beginning(of: files[readCount]) }
      readCount += 1
    } else {
      let documents = files.filter(isRoot)
      var inclusions = Inclusions()
      for file in files { inclusions.add(beginnings[file]?.included ?? [], of: file) }
      let chapters = inclusions.chapters(among: documents)
      for file in documents where !chapters.contains(file) { sources.append(.file(joined(file))) }
      return false
    }
    return true
  }

  /// Takes all steps that are left.
  ///
  /// - Parameter jobs: files that are read at a time; 1 uses no other thread.
  package mutating func finish(jobs: Int) {
    while !waiting.isEmpty || !links.isEmpty { _ = step() }
    let walk = self
    let unread = files[readCount...].filter { beginnings[$0] == nil }
    for (file, beginning) in zip(unread, SideBySide.map(unread, jobs: jobs) { walk.beginning(of: $0) }) {
      beginnings[file] = beginning
    }
    readCount = files.count
    while step() {}
  }

  private func joined(_ relative: String) -> String {
    start == "." ? relative : (start.hasSuffix("/") ? start + relative : start + "/" + relative)
  }

  /// Takes in what a folder holds, or its chapters: its path relative to the start, with a slash at its end, or empty.
  private mutating func visit(_ folder: String) {
    let path = folder.isEmpty ? start : joined(String(folder.dropLast()))
    let names = FileSystem.names(in: path)
    if let chapters = Discovery.chapters(in: path, holding: names) { return sources.append(chapters) }
    visited += 1
    guard visited < 20_000 else { return }
    if names.contains(".gitignore"), let bytes = try? FileSystem.read(joined(folder + ".gitignore"), limit: 1_048_576) {
      ignore.add(String(decoding: bytes, as: UTF8.self), folder: folder)
    }
    waiting += names.filter { !$0.hasPrefix(".") }.reversed().map { folder + $0 }
  }

  private mutating func look(at path: String) {
    let name = ProjectPath.lastPart(of: path)
    let isNamedAsManuscript = ManuscriptReading.markup(ofPath: name) != nil
    switch FileSystem.entry(at: joined(path)) {
    case .folder:
      guard !ignore.ignores(path, isFolder: true) else { return }
      guard !Self.skippedFolders.contains(name.lowercased()) else { return passedOver.append(joined(path)) }
      visit(path + "/")
    case .file where isNamedAsManuscript:
      if !ignore.ignores(path, isFolder: false) { files.append(path) }
    // A link may lead out of the folder, or back to one above it without end: only those to files are followed.
    case .link where isNamedAsManuscript && FileSystem.kind(of: joined(path)) == .file:
      guard !ignore.ignores(path, isFolder: false) else { return }
      files.append(path)
      links.insert(path)
    case .file, .link, .other, nil: break
    }
  }

  /// Forgets links to files that the folder has anyway.
  private mutating func dropDoubles() {
    let looks = FolderLooks()
    var known = Set(files.filter { !links.contains($0) }.compactMap { looks.realPath(joined($0)) })
    files = files.filter { file in
      guard links.contains(file), let real = looks.realPath(joined(file)) else { return true }
      return known.insert(real).inserted
    }
    links = []
  }

  private func isRoot(_ file: String) -> Bool {
    guard beginnings[file]?.isFragment != true else { return false }
    if ManuscriptReading.markup(ofPath: file) == .latex { return true }
    let name = file.split(separator: "/").last?.split(separator: ".").first.map { $0.lowercased() } ?? ""
    return !name.hasPrefix("_") && !Self.projectFiles.contains(name)
  }

  private func beginning(of file: String) -> Beginning? {
    guard let bytes = try? FileSystem.read(joined(file)) else { return nil }
    let markup = ManuscriptReading.markup(ofPath: file) ?? .latex
    let isFragment = markup == .latex ? !LatexReader.isRoot(bytes) : Discovery.isReport(bytes)
    guard InclusionSign.isIn(bytes, markup) else { return Beginning(isFragment: isFragment, included: []) }
    let project = ProjectFiles(main: [SourceFile(path: ProjectPath.lastPart(of: file), bytes: bytes)])
    let included = ManuscriptReading.namedFiles(of: project, markup: markup)
      .filter { $0.purpose == .text }.flatMap(\.candidates)
    return Beginning(
      isFragment: isFragment,
      included: included.map { ProjectPath.joined(ProjectPath.folder(of: file), $0) })
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
