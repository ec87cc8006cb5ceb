import LanguageServerWire
import Logging
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts

/// A manuscript that is being edited, analysed.
struct LiveProject {
  var loaded: LoadedManuscript
  var analysis: Analysis
  /// The settings files, that which holds first.
  let configurationFiles: [String]
  /// Byte texts of the project's files with their lines, made when first asked for.
  var positions: [Int: TextPositions] = [:]

  /// The index of the file with this path.
  func file(at path: String) -> Int? {
    loaded.paths.firstIndex(of: path)
  }
}

/// All that the server knows; owned by the loop, changed by one message at a time.
package struct Session {
  enum Phase { case new, running, shutDown }

  /// How much of its doings the client wants to be told.
  enum Tracing: String { case off, messages, verbose }

  var phase = Phase.new
  var abilities = ClientAbilities(.null)
  var settings = ServerSettings()
  var initialOptions = JSONValue.null
  /// What was said of settings that cannot be used: each thing is said once.
  var saidComplaints: Set<String> = []
  var tracing = Tracing.off
  var folders: [String] = []
  var documents: [String: OpenDocument] = [:]
  /// By the path of the main file, or of the folder of chapters.
  var projects: [String: LiveProject] = [:]
  /// Where the manuscript of an open document begins, by the document's path; made anew when it may have changed.
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
  /// What was last published for files that are not open, and where their project begins.
  var publishedClosed: [String: (main: String, items: [JSONValue])] = [:]
  /// Files that pulled diagnostics last named as related and that had some, by where their project begins.
  var toldRelated: [String: Set<String>] = [:]
  /// Files on the disk as they were last seen, where the client does not watch them.
  var watchedFiles: [String: WatchedFile] = [:]
  /// What hints and lenses last said, by main file.
  var glances: [String: [String]] = [:]
  /// The document of each inventory that was shown, by the inventory's own address.
  var shownInventories: [String: String] = [:]
  var configurations: [String: Configuration] = [:]
  var watchedProcess: Int?
  var scan = WorkspaceScan()
  /// How many scans the client was told of: a token of progress serves once.
  var scanCount = 0
  /// The token under which the client shows the scan's progress.
  var shownProgress: JSONValue?
  var shownPercentage = 0
  var outgoing: [JSONValue] = []
  private var nextID = 1
  private(set) var awaited: [Int: Awaited] = [:]
  let logger: Logger

  /// A request of ours that waits for its answer.
  enum Awaited {
    case configuration
    case progress(token: JSONValue)
    case ignored
  }

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
    outgoing.append(
      .compact(["jsonrpc": "2.0", "id": .integer(nextID), "method": .string(method), "params": params]))
    awaited[nextID] = awaiting
    nextID += 1
  }

  mutating func takeAwaited(_ id: Int) -> Awaited? { awaited.removeValue(forKey: id) }

  mutating func setTrace(_ value: JSONValue) {
    if let tracing = value.string.flatMap(Tracing.init(rawValue:)) { self.tracing = tracing }
  }

  /// Tells the log, and the client as far as it wants to know; `detail` only where it wants to know all.
  mutating func trace(_ message: String, _ detail: JSONValue) {
    logger.debug("\(message)")
    guard tracing != .off else { return }
    let verbose: JSONValue
    if tracing == .verbose {
      let bytes = JSONText.bytes(of: detail)
      let isLong = bytes.count > Self.traceLimit
      verbose = .string(String(decoding: bytes.prefix(Self.traceLimit), as: UTF8.self) + (isLong ? "…" : ""))
    } else {
      verbose = .null
    }
    notify("$/logTrace", .compact(["message": .string(message), "verbose": verbose]))
  }

  /// Bytes of a message's parameters that a verbose trace repeats: whole manuscripts need not go back.
  private static let traceLimit = 1_000

  // MARK: Settings

  /// The settings for a main file, and the files they come from, that which holds first; the last good ones while one
  /// of them is broken, the editor's where there were none.
  mutating func configuration(for main: String) -> (Configuration, [String]) {
    var preset = Configuration()
    preset.profile = settings.profile
    preset.stage = settings.stage
    let looks = FolderLooks(unsaved: Set(documents.values.filter(\.isSettings).map(\.path)))
    guard let file = ConfigurationFile.nearest(to: main, looks: looks) else { return (preset, []) }
    let resolved = ConfigurationFile.resolved(from: file, for: main, buffers: buffers)
    for read in resolved.files {
      let problems = resolved.problems.filter { $0.file == read.shown }
      guard let bytes = document(atPath: read.path)?.bytes ?? (try? FileSystem.read(read.path, limit: 1_048_576)) else {
        continue
      }
      publish(problems, in: read.path, bytes)
    }
    if resolved.problems.isEmpty { configurations[file] = resolved.configuration }
    return (configurations[file] ?? preset, resolved.files.map(\.path))
  }

  private mutating func publish(_ problems: [ConfigurationProblem], in file: String, _ bytes: [UInt8]) {
    let uri = document(atPath: file)?.uri ?? DocumentURI.uri(ofPath: file)
    let problems = settings.enabled.contains(.diagnostics) ? problems : []
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
