import LanguageServerWire
import ManuscriptFiles
import Manuscripts

/// The first look at a workspace: which manuscripts it holds and which files belong to each, one manuscript a turn.
struct WorkspaceScan {
  private(set) var waiting: [ManuscriptSource] = []
  private(set) var total = 0
  var folders: [String] = []
  var isReported = false

  var isDone: Bool { folders.isEmpty && waiting.isEmpty }

  /// The next manuscript to look at, after the folders have been walked.
  mutating func next() -> ManuscriptSource? {
    if let folder = folders.popLast() {
      waiting += (try? Discovery.manuscripts(at: folder)) ?? []
      total = waiting.count
      return nil
    }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }
}

extension Session {
  private static let progressToken: JSONValue = "colophon-scan"

  mutating func beginScan() {
    scan.folders = folders
    guard !folders.isEmpty, abilities.showsProgress else { return }
    request("window/workDoneProgress/create", ["token": Self.progressToken], awaiting: .progress)
  }

  /// Reports the scan from here on: the client has taken the token.
  mutating func beginProgress() {
    guard !scan.isDone else { return }
    notify(
      "$/progress",
      ["token": Self.progressToken, "value": ["kind": "begin", "title": "Reading manuscripts", "percentage": 0]])
    scan.isReported = true
  }

  /// One step of the scan; called while no message waits.
  mutating func continueScan() {
    if let source = scan.next(), case .file(let path) = source, projects[path] == nil,
      let loaded = try? LoadedManuscript.load(source, configuration: .init())
    {
      for file in loaded.input.project.files.indices.dropFirst() where mains[loaded.path(of: file)] == nil {
        mains[loaded.path(of: file)] = path
      }
      if scan.isReported {
        let share = 100 * (scan.total - scan.waiting.count) / max(scan.total, 1)
        notify(
          "$/progress", ["token": Self.progressToken, "value": ["kind": "report", "percentage": .integer(share)]])
      }
    }
    if scan.isDone, scan.isReported {
      scan.isReported = false
      notify("$/progress", ["token": Self.progressToken, "value": ["kind": "end"]])
    }
  }
}
