import LanguageServerWire
import LatexSyntax
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts

/// What a workspace holds on the disk: its manuscripts and which files belong to each, looked up a little at a time.
struct WorkspaceScan {
  /// A manuscript as it was when its files were last looked up.
  private struct Known {
    let source: ManuscriptSource
    /// The workspace folder that it lies in.
    let folder: String
    /// Nil before the first look.
    var files: Set<String>?
    var absent: Set<String> = []
  }

  /// Folders that are still to be walked.
  private var folders: [String] = []
  private var walk: (folder: String, state: ManuscriptWalk)?
  /// The last walk over each folder.
  private var walks: [String: ManuscriptWalk] = [:]
  /// Manuscripts whose files are still to be read.
  private var waiting: [ManuscriptSource] = []
  /// By the path at which a manuscript begins.
  private var known: [String: Known] = [:]
  /// Files that have changed since the last walk began.
  private var changed: Set<String> = []

  var isDone: Bool { folders.isEmpty && walk == nil && waiting.isEmpty }

  /// The share that is done, as far as it is known, in percent.
  var percentage: Int {
    guard folders.isEmpty, walk == nil, !known.isEmpty else { return 0 }
    return 100 * (known.count - min(waiting.count, known.count)) / known.count
  }

  /// Where the manuscripts begin that include a file.
  func mains(including path: String) -> [String] {
    known.filter { $0.key != path && $0.value.files?.contains(path) == true }.map(\.key)
  }

  mutating func add(_ folder: String) { if !folders.contains(folder) { folders.append(folder) } }

  mutating func remove(_ folder: String) {
    folders.removeAll { $0 == folder }
    if walk?.folder == folder { walk = nil }
    walks[folder] = nil
    known = known.filter { $0.value.folder != folder }
    waiting.removeAll { known[$0.path] == nil }
  }

  /// Leaves what is not looked up yet.
  mutating func stop() {
    folders = []
    walk = nil
    waiting = []
  }

  /// Looks at folders again in which a file has come, gone or changed.
  mutating func fileChanged(_ path: String, in folders: [String]) {
    changed.insert(path)
    for folder in folders where path.hasPrefix(folder + "/") { add(folder) }
  }

  /// One step; true when a manuscript may have other files than before.
  mutating func advance() -> Bool {
    if var current = walk {
      let goesOn = current.state.step()
      walk = goesOn ? current : nil
      if !goesOn { take(current.state, in: current.folder) }
      return !goesOn
    }
    if !folders.isEmpty {
      let folder = folders.removeFirst()
      walk = (folder, ManuscriptWalk(folder, after: walks[folder], changed: changed))
      return false
    }
    return waiting.isEmpty ? false : read(waiting.removeFirst())
  }

  /// Takes over what a walk has found, and reads what is new or may have changed.
  private mutating func take(_ finished: ManuscriptWalk, in folder: String) {
    walks[folder] = finished
    let before = known
    known = known.filter { $0.value.folder != folder }
    for source in finished.sources where known[source.path] == nil {
      let earlier = before[source.path]
      known[source.path] = Known(
        source: source, folder: folder, files: earlier?.files, absent: earlier?.absent ?? [])
      guard let earlier, let files = earlier.files, earlier.source == source, files.isDisjoint(with: changed),
        earlier.absent.isDisjoint(with: changed)
      else {
        if !waiting.contains(source) { waiting.append(source) }
        continue
      }
    }
    waiting.removeAll { known[$0.path] == nil }
    if folders.isEmpty { changed = [] }
  }

  private mutating func read(_ source: ManuscriptSource) -> Bool {
    let before = known[source.path]?.files
    let loaded = try? LoadedManuscript.load(source, configuration: Configuration())
    known[source.path]?.files = loaded.map { Set($0.paths) } ?? []
    known[source.path]?.absent = loaded.map { Set($0.absentPaths) } ?? []
    return known[source.path]?.files != before
  }
}

extension Session {
  /// Begins the first look at folders.
  mutating func beginScan(_ folders: [String]) {
    for folder in folders { scan.add(folder) }
    guard !folders.isEmpty, abilities.showsProgress, shownProgress == nil else { return }
    scanCount += 1
    let token = JSONValue.string("colophon-scan-\(scanCount)")
    request("window/workDoneProgress/create", ["token": token], awaiting: .progress(token: token))
  }

  /// Shows the progress, once the client has taken the token.
  mutating func beginProgress(_ token: JSONValue) {
    guard !scan.isDone, shownProgress == nil else { return }
    shownProgress = token
    shownPercentage = 0
    tellProgress(["kind": "begin", "title": "Reading manuscripts", "cancellable": true, "percentage": 0])
  }

  /// Ends the scan when the user does not want it.
  mutating func cancelProgress(_ params: JSONValue) {
    guard let token = shownProgress, params["token"] == token else { return }
    scan.stop()
    endProgress()
  }

  /// One step of the scan; called while no message waits.
  mutating func continueScan() {
    // A manuscript that turns out to include an open document may be the one that it is part of.
    let before = includingMains
    if scan.advance(), includingMains != before {
      forgetMains()
      hasForgotten = true
    }
    guard shownProgress != nil else { return }
    if scan.isDone { return endProgress() }
    if scan.percentage > shownPercentage {
      shownPercentage = scan.percentage
      tellProgress(["kind": "report", "percentage": .integer(shownPercentage)])
    }
  }

  private var includingMains: [String: Set<String>] { documents.mapValues { Set(scan.mains(including: $0.path)) } }

  private mutating func endProgress() {
    tellProgress(["kind": "end"])
    shownProgress = nil
  }

  private mutating func tellProgress(_ value: JSONValue) {
    guard let shownProgress else { return }
    notify("$/progress", ["token": shownProgress, "value": value])
  }
}
