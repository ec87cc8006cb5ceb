import LanguageServerWire
import LatexSyntax
import Logging
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts
import ReuseDetection

/// A manuscript that is being edited, analysed.
struct LiveProject {
  var loaded: LoadedManuscript
  var analysis: Analysis
  let configurationFile: String?
  /// Byte texts of the project's files with their lines, made when first asked for.
  var positions: [Int: TextPositions] = [:]

  /// The index of the file with this path.
  func file(at path: String) -> Int? {
    loaded.input.project.files.indices.first { loaded.path(of: $0) == path }
  }
}

/// All that the server knows; owned by the loop, changed by one message at a time.
package struct Session {
  enum Phase { case new, running, shutDown }

  var phase = Phase.new
  var abilities = ClientAbilities(.null)
  var settings = ServerSettings()
  var initialOptions = JSONValue.null
  /// What was said of settings that cannot be used: each thing is said once.
  var saidComplaints: Set<String> = []
  var tracesVerbosely = false
  var folders: [String] = []
  var documents: [String: OpenDocument] = [:]
  /// By the main file's path.
  var projects: [String: LiveProject] = [:]
  /// The main file of a path that is only a part.
  var mains: [String: String] = [:]
  /// Where the author is writing: the document and the offset behind the last change.
  var caret: (uri: String, offset: Int)?
  /// Documents whose diagnostics are to be published.
  var stale: Set<String> = []
  /// Documents whose questions were pulled while their sentence was being written.
  var heldDown: Set<String> = []
  /// True from when projects are forgotten until a client that pulls is told so.
  var hasForgotten = false
  /// What was last published to files, to take it back.
  var published: Set<String> = []
  /// What hints and lenses last said, by main file.
  var glances: [String: [String]] = [:]
  /// The document of each inventory that was shown, by the inventory's own address.
  var shownInventories: [String: String] = [:]
  var configurations: [String: Configuration] = [:]
  var watchedProcess: Int?
  var scan = WorkspaceScan()
  var outgoing: [JSONValue] = []
  private var nextID = 1
  private(set) var awaited: [Int: Awaited] = [:]
  let logger: Logger

  /// A request of ours that waits for its answer.
  enum Awaited { case configuration, progress, ignored }

  package init(logger: Logger) { self.logger = logger }

  /// Unsaved texts by path.
  var buffers: [String: [UInt8]] {
    Dictionary(documents.values.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  func document(atPath path: String) -> OpenDocument? { documents.values.first { $0.path == path } }

  // MARK: Messages to the client

  mutating func notify(_ method: String, _ params: JSONValue) {
    outgoing.append(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  mutating func request(_ method: String, _ params: JSONValue, awaiting: Awaited = .ignored) {
    outgoing.append([
      "jsonrpc": "2.0", "id": .integer(nextID), "method": .string(method), "params": params,
    ])
    awaited[nextID] = awaiting
    nextID += 1
  }

  mutating func takeAwaited(_ id: Int) -> Awaited? { awaited.removeValue(forKey: id) }

  mutating func trace(_ message: String) {
    logger.debug("\(message)")
    if tracesVerbosely { notify("$/logTrace", ["message": .string(message)]) }
  }

  // MARK: Projects

  /// The analysed project that a document belongs to, brought up to date; nil for documents that are no manuscripts.
  mutating func project(of uri: String) -> LiveProject? {
    guard let document = documents[uri], document.isManuscript else { return nil }
    let main = mainPath(of: document)
    if var known = projects[main], known.file(at: document.path) != nil {
      for other in documents.values {
        guard let file = known.file(at: other.path), known.loaded.input.project.files[file].bytes != other.bytes
        else { continue }
        known = update(main, known, file, other.bytes)
      }
      return known
    }
    return load(main) ?? (main == document.path ? nil : loadAlone(document))
  }

  /// The project of a main file, from the disk and the open buffers.
  mutating func load(_ main: String) -> LiveProject? {
    let (configuration, file) = configuration(for: main)
    let source: ManuscriptSource =
      if let document = document(atPath: main) { .bytes(document.bytes, path: main) } else { .file(main) }
    do {
      let loaded = try LoadedManuscript.load(source, configuration: configuration, buffers: buffers)
      let project = LiveProject(
        loaded: loaded, analysis: ManuscriptAnalyser.analyse(loaded.input), configurationFile: file)
      projects[main] = project
      return project
    } catch {
      logger.warning("\(error.message)")
      return nil
    }
  }

  private mutating func loadAlone(_ document: OpenDocument) -> LiveProject? {
    mains[document.path] = document.path
    return load(document.path)
  }

  private mutating func update(_ main: String, _ known: LiveProject, _ file: Int, _ bytes: [UInt8]) -> LiveProject {
    let loaded = known.loaded.replacing(file, with: bytes, buffers: buffers)
    let project = LiveProject(
      loaded: loaded, analysis: ManuscriptAnalyser.analyse(loaded.input, after: known.analysis),
      configurationFile: known.configurationFile)
    projects[main] = project
    return project
  }

  /// The main file of the manuscript that a document is part of: itself, the root it states, or one that includes it.
  mutating func mainPath(of document: OpenDocument) -> String {
    guard ManuscriptReading.markup(ofPath: document.path) == .latex, !LatexReader.isRoot(document.bytes) else {
      return document.path
    }
    if let known = mains[document.path] { return known }
    let main = statedRoot(of: document) ?? includingRoot(of: document.path) ?? document.path
    mains[document.path] = main
    return main
  }

  private func statedRoot(of document: OpenDocument) -> String? {
    guard let stated = LatexReader.statedRoot(in: document.bytes) else { return nil }
    let path = ProjectPath.joined(ProjectPath.folder(of: document.path), stated)
    return FileSystem.kind(of: path) == .file ? path : nil
  }

  /// Roots in the folders above, up to the project's, are read until one includes the path.
  private mutating func includingRoot(of path: String) -> String? {
    for (main, project) in projects where project.file(at: path) != nil { return main }
    var folder = ProjectPath.folder(of: path)
    for _ in 0..<4 where !folder.isEmpty {
      for name in FileSystem.names(in: folder).prefix(200) where ManuscriptReading.markup(ofPath: name) == .latex {
        let candidate = folder + "/" + name
        guard candidate != path, projects[candidate] == nil,
          let bytes = document(atPath: candidate)?.bytes ?? (try? FileSystem.read(candidate)),
          LatexReader.isRoot(bytes), let project = load(candidate)
        else { continue }
        if project.file(at: path) != nil { return candidate }
        projects[candidate] = nil
      }
      if FileSystem.kind(of: folder + "/.git") != nil || FileSystem.kind(of: folder + "/colophon.toml") != nil { break }
      folder = ProjectPath.folder(of: folder)
    }
    return nil
  }

  /// Forgets everything that came from the disk, so that it is read again when next asked for.
  mutating func forgetProjects() {
    projects.removeAll()
    mains.removeAll()
    stale.formUnion(documents.keys)
    hasForgotten = true
  }

  // MARK: Settings

  /// The settings for a main file, and the file they come from; the last good ones while that file is broken.
  mutating func configuration(for main: String) -> (Configuration, String?) {
    guard let file = ConfigurationFile.nearest(to: main) else {
      var configuration = Configuration()
      configuration.profile = settings.profile
      configuration.stage = settings.stage
      return (configuration, nil)
    }
    guard let bytes = document(atPath: file)?.bytes ?? (try? FileSystem.read(file, limit: 1_048_576)) else {
      return (configurations[file] ?? Configuration(), file)
    }
    let (configuration, problems) = ConfigurationFile.reading(of: String(decoding: bytes, as: UTF8.self))
    publish(problems, in: file, bytes)
    if problems.isEmpty { configurations[file] = configuration }
    return (configurations[file] ?? Configuration(), file)
  }

  private mutating func publish(_ problems: [ConfigurationProblem], in file: String, _ bytes: [UInt8]) {
    let uri = document(atPath: file)?.uri ?? DocumentURI.uri(ofPath: file)
    guard !problems.isEmpty || published.contains(uri) else { return }
    let text = TextPositions(bytes, abilities.encoding)
    let lines = LineIndex(bytes)
    let items = problems.map { problem -> JSONValue in
      let line = lines.range(ofLine: problem.place.line, in: bytes) ?? 0..<0
      let start = min(line.lowerBound + problem.place.column - 1, line.upperBound)
      return [
        "range": text.json(of: start..<line.upperBound), "severity": 1, "source": "colophon",
        "code": "configuration", "message": .string(problem.message),
      ]
    }
    let version = document(atPath: file).map { JSONValue.integer($0.version) } ?? .null
    notify(
      "textDocument/publishDiagnostics",
      .compact(["uri": .string(uri), "version": version, "diagnostics": .array(items)]))
    if items.isEmpty { published.remove(uri) } else { published.insert(uri) }
  }
}
