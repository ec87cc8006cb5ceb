import LanguageServerWire
import ManuscriptFiles
import Manuscripts

/// A file on the disk that an analysis rests on, as it was last seen.
struct WatchedFile: Equatable {
  let path: String
  /// Nil while nothing is there.
  let stamp: FileStamp?
}

extension Session {
  /// Looks after the files of open manuscripts and their settings, for clients that do not tell of changes.
  ///
  /// Some hundred `stat` calls at most, made while no message waits.
  mutating func lookAtDisk() {
    guard phase == .running, !abilities.watchesFiles, !projects.isEmpty else { return }
    var seen: [String: WatchedFile] = [:]
    let looks = FolderLooks()
    for (main, project) in projects {
      let settings = ConfigurationFile.nearest(to: main, looks: looks)
      let place = settings ?? ProjectPath.joined(ProjectPath.folder(of: main), "colophon.toml")
      seen["settings of " + main] = WatchedFile(path: place, stamp: settings.flatMap(FileSystem.stamp(of:)))
      let baseline = BaselineFile.nearest(to: main, looks: looks)
      let home = baseline ?? ProjectPath.joined(ProjectPath.folder(of: main), BaselineFile.name)
      seen["baseline of " + main] = WatchedFile(path: home, stamp: baseline.flatMap(FileSystem.stamp(of:)))
      for file in project.configurationFiles.dropFirst() {
        seen[file] = WatchedFile(path: file, stamp: FileSystem.stamp(of: file))
      }
      let input = project.loaded.input
      for name in (input.project.files + input.lockfiles).map(\.path) + input.project.absences.keys {
        let path = ProjectPath.joined(project.loaded.folder, name)
        if document(atPath: path) == nil { seen[path] = WatchedFile(path: path, stamp: FileSystem.stamp(of: path)) }
      }
    }
    let changes = seen.compactMap { key, file -> JSONValue? in
      guard let known = watchedFiles[key], known != file else { return nil }
      let (path, type) = known.stamp == nil ? (file.path, 1) : file.stamp == nil ? (known.path, 3) : (file.path, 2)
      return ["uri": .string(DocumentURI.uri(ofPath: path)), "type": .integer(type)]
    }
    watchedFiles = seen
    if !changes.isEmpty { filesChanged(["changes": .array(changes)]) }
  }
}
