import LatexSyntax
import ManuscriptAnalysis
import Manuscripts

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
  /// How many of the files were looked into.
  private var readCount = 0
  /// Those of them that must be read to know whether they pull in a document, the next one last; nil before all were
  /// looked into.
  private var unclear: [String]?
  /// What the files say, by their paths below the start.
  private var beginnings: [String: Beginning] = [:]

  private struct Beginning: Sendable {
    /// True for LaTeX files that are no documents of their own, and for reports.
    let isFragment: Bool
    /// What a quick look says of the files that it pulls in.
    let names: InclusionNames
    /// The files that it pulls in, by the names in its include commands; nil while nobody had to read it to know.
    var included: [String]?
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
    } else if let file = nextUnclear() {
      let included = included(by: file)
      beginnings[file]?.included = included
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
    var walk = self
    let unread = files[readCount...].filter { beginnings[$0] == nil }
    for (file, beginning) in zip(unread, SideBySide.map(unread, jobs: jobs) { [walk] in walk.beginning(of: $0) }) {
      beginnings[file] = beginning
    }
    readCount = files.count
    walk = self
    var unclear: [String] = []
    while let file = nextUnclear() { unclear.append(file) }
    for (file, included) in zip(unclear, SideBySide.map(unclear, jobs: jobs) { [walk] in walk.included(by: $0) }) {
      beginnings[file]?.included = included
    }
    while step() {}
  }

  /// The next file that must be read to know what it pulls in.
  private mutating func nextUnclear() -> String? {
    if unclear == nil {
      let names = files.map { (path: $0, names: beginnings[$0]?.names ?? .none) }
      unclear = InclusionNames.suspects(among: names, documents: files.filter(isRoot))
        .filter { beginnings[$0]?.included == nil }
    }
    return unclear?.popLast()
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
    return Beginning(isFragment: isFragment, names: InclusionNames(in: bytes, markup))
  }

  private func included(by file: String) -> [String] {
    guard let bytes = try? FileSystem.read(joined(file)) else { return [] }
    let project = ProjectFiles(main: [SourceFile(path: ProjectPath.lastPart(of: file), bytes: bytes)])
    let markup = ManuscriptReading.markup(ofPath: file) ?? .latex
    return ManuscriptReading.namedFiles(of: project, markup: markup).filter { $0.purpose == .text }
      .flatMap(\.candidates).map { ProjectPath.joined(ProjectPath.folder(of: file), $0) }
  }
}
