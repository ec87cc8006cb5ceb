import LatexSyntax
import ManuscriptAnalysis
import Manuscripts

/// A manuscript's files in memory, with where they came from.
package struct LoadedManuscript: Sendable {
  /// The main file or chapter folder as the user named it.
  package let path: String
  /// The folder that file names are relative to, with a slash at its end or empty.
  package let folder: String
  package let input: AnalysisInput
  /// The paths of its files.
  package let paths: [String]
  private let source: ManuscriptSource

  fileprivate init(_ source: ManuscriptSource, folder: String, input: AnalysisInput) {
    self.source = source
    path = source.path
    self.folder = folder
    self.input = input
    paths = input.project.files.map { ProjectPath.joined(folder, $0.path) }
  }

  /// The same files with other bytes.
  private init(_ other: LoadedManuscript, input: AnalysisInput) {
    source = other.source
    path = other.path
    folder = other.folder
    paths = other.paths
    self.input = input
  }

  /// Loads the file or chapter folder at a path and everything it includes.
  ///
  /// - Parameter buffers: unsaved texts by absolute path; they stand for the files on disk.
  package static func load(
    _ source: ManuscriptSource, configuration: Configuration, buffers: [String: [UInt8]] = [:],
    looks: FolderLooks = FolderLooks()
  ) throws(ManuscriptFileError) -> LoadedManuscript {
    let loader = ProjectLoader(source, configuration, buffers, known: nil, looks)
    return try loader.load()
  }

  /// The manuscript with other bytes in one of its files; what only the new text names is looked for, what only the
  /// old text named is no part of it any more.
  package func replacing(_ file: Int, with bytes: [UInt8], buffers: [String: [UInt8]]) -> LoadedManuscript {
    var project = input.project
    project.replace(file, with: bytes)
    let markup = input.manuscript.markup
    let reading = ManuscriptReading.reading(
      of: project, markup: markup, configuration: input.configuration, after: input.reading)
    let named = reading.manuscript.named.map(\.candidates)
    if reading.manuscript.unresolved.isEmpty, named == input.manuscript.named.map(\.candidates) {
      let input = AnalysisInput(
        project: project, reading: reading, configuration: input.configuration, lockfiles: input.lockfiles)
      return LoadedManuscript(self, input: input)
    }
    let main = ProjectFiles(main: Array(project.files.prefix(project.mainCount)))
    return ProjectLoader(source, input.configuration, buffers, known: project, FolderLooks())
      .completed(main, markup: markup, lockfiles: input.lockfiles)
  }

  /// The paths of all files that were read for it, those that pin versions among them.
  package var readPaths: [String] { paths + input.lockfiles.map { folder + $0.path } }

  /// The paths of files that it names and that were not found or not read.
  package var absentPaths: [String] { input.project.absences.keys.map { ProjectPath.joined(folder, $0) } }

  /// True when the manuscript names a file that was not found or not read.
  package func lacks(_ path: String) -> Bool { absentPaths.contains(path) }

  /// True when its text does not come from the disk.
  package var isUnsaved: Bool { if case .bytes = source { true } else { false } }

  /// The path of a file of the project, on the folder that the manuscript's path names.
  package func path(of file: Int) -> String { paths[file] }
}

/// Where a manuscript begins.
package enum ManuscriptSource: Sendable, Equatable {
  case file(String)
  /// A folder of numbered chapters, read in order.
  case chapters(folder: String, files: [String])
  /// Bytes from standard input, with the path they would have.
  case bytes([UInt8], path: String)

  package var path: String {
    switch self {
    case .file(let path), .bytes(_, let path): path
    case .chapters(let folder, _): folder
    }
  }
}

/// Reads a manuscript until it names no file that nobody looked for.
private struct ProjectLoader {
  /// Files that one manuscript may have, and their bytes together.
  private static let fileLimit = 2_000
  private static let byteLimit = 134_217_728
  private static let roundLimit = 64

  private let source: ManuscriptSource
  private let configuration: Configuration
  private let folder: String
  private let root: String?
  private let buffers: [String: [UInt8]]
  private let looks: FolderLooks
  /// What was read before, which is not read again.
  private let known: ProjectFiles?

  init(
    _ source: ManuscriptSource, _ configuration: Configuration, _ buffers: [String: [UInt8]], known: ProjectFiles?,
    _ looks: FolderLooks
  ) {
    self.looks = looks
    self.known = known
    self.source = source
    self.configuration = configuration
    self.buffers = buffers
    switch source {
    case .file(let path), .bytes(_, let path):
      folder = Self.withSlash(ProjectPath.folder(of: path), isRooted: path.hasPrefix("/"))
    case .chapters(let path, _): folder = Self.withSlash(path, isRooted: path.hasPrefix("/"))
    }
    root = looks.surroundings(of: folder)?.root
  }

  private static func withSlash(_ folder: String, isRooted: Bool) -> String {
    if folder.isEmpty { return isRooted ? "/" : "" }
    return folder.hasSuffix("/") ? folder : folder + "/"
  }

  func load() throws(ManuscriptFileError) -> LoadedManuscript {
    let (main, markup) = try mainFiles()
    return completed(ProjectFiles(main: main), markup: markup, lockfiles: lockfiles())
  }

  /// The manuscript of these files and of all that they name, directly or not.
  func completed(_ main: ProjectFiles, markup: Markup, lockfiles: [SourceFile]) -> LoadedManuscript {
    var project = main
    var bytes = project.files.reduce(0) { $0 + $1.bytes.count }
    var reading = ManuscriptReading.reading(of: project, markup: markup, configuration: configuration)
    // Each round follows the includes of the files that the one before it brought.
    for _ in 0..<Self.roundLimit where !reading.manuscript.unresolved.isEmpty {
      for request in reading.manuscript.unresolved {
        for candidate in request.candidates
        where project.index(of: candidate) == nil && project.absences[candidate] == nil {
          add(candidate, to: &project, &bytes)
          if project.index(of: candidate) != nil { break }
        }
      }
      reading = ManuscriptReading.reading(
        of: project, markup: markup, configuration: configuration, after: reading)
    }
    let input = AnalysisInput(
      project: project, reading: reading, configuration: configuration, lockfiles: lockfiles)
    return LoadedManuscript(source, folder: folder, input: input)
  }

  private func mainFiles() throws(ManuscriptFileError) -> ([SourceFile], Markup) {
    switch source {
    case .file(let path):
      let bytes = if let buffer = buffers[path] { buffer } else { try FileSystem.read(path) }
      return ([SourceFile(path: Self.name(of: path), bytes: bytes)], ManuscriptReading.markup(ofPath: path) ?? .latex)
    case .bytes(let bytes, let path):
      return ([SourceFile(path: Self.name(of: path), bytes: bytes)], ManuscriptReading.markup(ofPath: path) ?? .latex)
    case .chapters(_, let files):
      var main: [SourceFile] = []
      for file in files { main.append(SourceFile(path: file, bytes: try FileSystem.read(folder + file))) }
      return (main, .markdown)
    }
  }

  private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private func add(_ candidate: String, to project: inout ProjectFiles, _ bytes: inout Int) {
    if let file = known?.index(of: candidate), let known {
      bytes += known.files[file].bytes.count
      return project.add(known.files[file])
    }
    if let absence = known?.absences[candidate] { return project.markAbsent(candidate, absence) }
    guard !candidate.hasPrefix("/") else { return project.markAbsent(candidate, .outsideRoot) }
    let path = folder + candidate
    if let buffer = buffers[ProjectPath.normalised(path)] {
      bytes += buffer.count
      return project.add(SourceFile(path: candidate, bytes: buffer))
    }
    guard let real = looks.realPath(path) else { return project.markAbsent(candidate, .missing) }
    guard let root, real.hasPrefix(root) else { return project.markAbsent(candidate, .outsideRoot) }
    guard project.files.count < Self.fileLimit, bytes < Self.byteLimit else {
      return project.markAbsent(candidate, .unreadable(cause: "the project has too many or too large files"))
    }
    do {
      let contents = try FileSystem.read(real)
      bytes += contents.count
      project.add(SourceFile(path: candidate, bytes: contents))
    } catch {
      let cause = if case .unreadable(_, let cause) = error { cause } else { error.message }
      project.markAbsent(candidate, cause == "it is a folder" ? .missing : .unreadable(cause: cause))
    }
  }

  /// Lockfiles in the manuscript's folder and in the folders above it, up to the root.
  private func lockfiles() -> [SourceFile] {
    var files: [SourceFile] = []
    guard let root, var real = looks.realFolder(folder).map(ProjectPath.withSlash) else { return [] }
    var prefix = ""
    while real.hasPrefix(root) {
      for name in FileSystem.names(in: real) where Lockfile.isLockfile(name) {
        if let bytes = try? FileSystem.read(real + name, limit: 8_388_608) {
          files.append(SourceFile(path: prefix + name, bytes: bytes))
        }
      }
      if real == root || prefix.utf8.count > 60 { break }
      prefix += "../"
      real = ProjectPath.withSlash(ProjectPath.folder(of: String(real.dropLast())))
    }
    return files
  }
}
