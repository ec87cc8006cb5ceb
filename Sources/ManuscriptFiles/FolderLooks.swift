import Manuscripts
import Synchronization

/// What folders are and hold, looked at once for all that ask.
///
/// For one question or one run: what changes on the disk in the meantime is not seen. A class, because all manuscripts
/// of a run share what was seen.
package final class FolderLooks: Sendable {
  /// By the folders' paths as they were given.
  private let realPaths = Mutex<[String: String?]>([:])
  /// By the folders' real paths.
  private let surroundings = Mutex<[String: Surroundings]>([:])
  /// Settings files by their real paths that count although only an editor has them.
  private let unsaved: Set<String>

  package init(unsaved: Set<String> = []) { self.unsaved = unsaved }

  /// The folder with all links and `..` resolved, or nil when nothing is there.
  ///
  /// - Parameter folder: empty for the current one.
  func realFolder(_ folder: String) -> String? {
    if let known = realPaths.withLock({ $0[folder] }) { return known }
    let real = folder.isEmpty ? FileSystem.realPath(".") : realPath(folder)
    realPaths.withLock { $0[folder] = .some(real) }
    return real
  }

  /// The real path of the folder that a path lies in.
  func realFolder(above path: String) -> String? {
    let folder = ProjectPath.folder(of: path)
    return realFolder(folder.isEmpty && path.hasPrefix("/") ? "/" : folder)
  }

  /// The real path of a file or folder, or nil when nothing is there.
  package func realPath(_ path: String) -> String? {
    let name = ProjectPath.lastPart(of: path)
    guard !["", ".", "..", "/"].contains(name), path.hasSuffix(name) else { return FileSystem.realPath(path) }
    switch FileSystem.entry(at: path) {
    case nil: return nil
    case .file, .folder: return realFolder(above: path).map { ProjectPath.withSlash($0) + name }
    case .link, .other: return FileSystem.realPath(path)
    }
  }

  /// What holds for manuscripts in a folder, or for a folder of chapters; nil when nothing is there.
  func surroundings(of path: String) -> Surroundings? {
    let isFolder = path.isEmpty || FileSystem.kind(of: path) == .folder
    return (isFolder ? realFolder(path) : realFolder(above: path)).map(surroundings(ofReal:))
  }

  /// - Complexity: each folder on the way up is looked at once.
  private func surroundings(ofReal folder: String) -> Surroundings {
    if let known = surroundings.withLock({ $0[folder] }) { return known }
    let above = ProjectPath.folder(of: folder)
    let isRepository = FileSystem.kind(of: folder + "/.git") != nil
    let isTop = isRepository || above.isEmpty
    let settings = ConfigurationFile.names.lazy.map { folder + "/" + $0 }
      .first { self.unsaved.contains($0) || FileSystem.kind(of: $0) == .file }
    let found = Surroundings(of: folder, isRepository, settings, below: isTop ? nil : surroundings(ofReal: above))
    surroundings.withLock { $0[folder] = found }
    return found
  }
}

/// What the folders from one up to the project's root hold.
struct Surroundings: Sendable {
  /// The nearest settings file.
  let settings: String?
  /// The nearest baseline.
  let baseline: String?
  /// The folder beyond which nothing is read because a manuscript names it: the nearest with settings or `.git`, else
  /// the folder itself; real, with a slash at its end.
  let root: String
  private let markedRoot: String?

  fileprivate init(of folder: String, _ isRepository: Bool, _ own: String?, below above: Surroundings?) {
    settings = own ?? above?.settings
    let baseline = folder + "/" + BaselineFile.name
    self.baseline = FileSystem.kind(of: baseline) == .file ? baseline : above?.baseline
    let isMarked = isRepository || own != nil
    markedRoot = isMarked ? ProjectPath.withSlash(folder) : above?.markedRoot
    root = markedRoot ?? ProjectPath.withSlash(folder)
  }
}
