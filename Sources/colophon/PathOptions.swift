import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles

/// The manuscripts that a command is to read.
struct PathOptions: ParsableArguments {
  @Argument(help: "Manuscripts, folders or quoted patterns.", completion: .file()) var paths: [String] = []
  @Option(
    help: "Read more paths from this file, '-' for standard input: one a line, or each ended by NUL.",
    completion: .file())
  var filesFrom: String?
  @Flag(
    help: """
      Take the paths for changed files: lint the manuscripts below the current folder that read one of them, each \
      once, and pass over what belongs to none.
      """) var affected = false
  @Option(help: "The path that standard input would have; its folder is the project.") var stdinFilename: String?

  /// True when something is read from standard input, which can be done once.
  var isStandardInputRead: Bool { paths.contains("-") || filesFrom == "-" }

  /// All manuscripts of the paths in their order, each once by whatever paths; one that cannot be used keeps its place.
  ///
  /// Throws when the list of paths itself cannot be read.
  /// - Parameter jobs: files that are looked into at a time.
  func items(jobs: Int = 1) throws(ManuscriptFileError) -> [PathItem] {
    var listed = paths
    if let filesFrom { listed += try Self.list(filesFrom) } else if paths.isEmpty { listed = ["."] }
    if affected { return try AffectedManuscripts.manuscripts(in: ".", by: listed).map(PathItem.source) }
    var items: [PathItem] = []
    var known: Set<String> = []
    let looks = FolderLooks()
    for path in listed {
      do {
        for source in try sources(at: path, jobs) {
          // The same for all paths of a file.
          let place = looks.realPath(source.path) ?? FileSystem.realPlace(of: source.path) ?? source.path
          if known.insert(place).inserted { items.append(.source(source)) }
        }
      } catch {
        if known.insert(path).inserted { items.append(.failed(path: path, error)) }
      }
    }
    return items
  }

  private func sources(at path: String, _ jobs: Int) throws(ManuscriptFileError) -> [ManuscriptSource] {
    if path == "-" { return [try Self.standardInput(as: stdinFilename)] }
    if PathPattern.isPattern(path) { return try PathPattern.manuscripts(matching: path, jobs: jobs) }
    return try Discovery.manuscripts(at: path, jobs: jobs)
  }

  /// The manuscript on standard input.
  ///
  /// - Parameter filename: the path that it would have.
  static func standardInput(as filename: String?) throws(ManuscriptFileError) -> ManuscriptSource {
    let name = filename ?? "stdin.tex"
    guard ManuscriptReading.markup(ofPath: name) != nil else { throw .noManuscript(path: name) }
    return .bytes(try FileSystem.readStandardInput(), path: name)
  }

  private static func list(_ file: String) throws(ManuscriptFileError) -> [String] {
    let bytes = file == "-" ? try FileSystem.readStandardInput() : try FileSystem.read(file)
    let hasNUL = bytes.contains(0)
    return bytes.split(separator: hasNUL ? 0 : 0x0A).map { line in
      let path = !hasNUL && line.last == 0x0D ? line.dropLast() : line
      return String(decoding: path, as: UTF8.self)
    }
    .filter { !$0.isEmpty }
  }
}

/// A manuscript to read, or a path that names none.
enum PathItem: Sendable {
  case source(ManuscriptSource)
  case failed(path: String, ManuscriptFileError)

  /// The path as the user gave it or as it was found.
  var path: String {
    switch self {
    case .source(let source): source.path
    case .failed(let path, _): path
    }
  }

  func source() throws(ManuscriptFileError) -> ManuscriptSource {
    switch self {
    case .source(let source): return source
    case .failed(_, let error): throw error
    }
  }
}
