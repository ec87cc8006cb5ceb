import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files with their stamps, to see whether one of them changed, came or went.
struct WatchedFiles {
  private var files: [String: FileStamp?] = [:]
  /// A folder's stamp tells that a file came or went, as one that a manuscript lacks.
  private var folders: [String: FileStamp?] = [:]

  var count: Int { files.count }

  /// - Parameters:
  ///   - items: the manuscripts of a run, those that could not be read among them.
  ///   - read: the files that were read for them.
  ///   - config: the settings file that the command names.
  init(_ items: [PathItem], read: Set<String>, config: String?) {
    var paths = read
    for item in items {
      paths.insert(item.path)
      paths.formUnion(ReadFiles.beside(item.path, config: config))
    }
    for folder in Set(paths.map(Self.folder)) {
      folders[folder] = FileSystem.stamp(of: folder)
      paths.formUnion(FileSystem.names(in: folder).filter(Lockfile.isLockfile).map { ProjectPath.joined(folder, $0) })
    }
    for path in paths { files[path] = FileSystem.stamp(of: path) }
  }

  private static func folder(of path: String) -> String {
    let folder = ProjectPath.folder(of: path)
    return folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
  }

  /// True while everything on the disk is as it was.
  var isCurrent: Bool {
    files.allSatisfy { FileSystem.stamp(of: $0.key) == $0.value }
      && folders.allSatisfy { FileSystem.stamp(of: $0.key) == $0.value }
  }

  /// What was seen before a run stands for what was seen after it: a file that was saved meanwhile counts as changed.
  mutating func keepStamps(of earlier: WatchedFiles) {
    for (path, stamp) in earlier.files where files[path] != nil { files[path] = stamp }
  }

  /// The same files as they are now.
  var refreshed: WatchedFiles {
    var watched = self
    for path in files.keys { watched.files[path] = FileSystem.stamp(of: path) }
    return watched
  }
}

/// Ctrl-C, and the wish of another program that this one end, as something to wait for.
enum Interruption {
  /// The handler may only write: the other end is waited for.
  private static let pipe: (output: Int32, input: Int32) = {
    var ends: [Int32] = [-1, -1]
    _ = systemPipe(&ends)
    return (ends[0], ends[1])
  }()

  /// From here on both are waited for, and end nothing by themselves.
  static func await() {
    guard pipe.input >= 0 else { return }
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        var byte: UInt8 = 0
        _ = systemWrite(Interruption.pipe.input, &byte)
      }
    }
  }

  /// True when one has come, or comes within so many milliseconds.
  static func came(within milliseconds: Int32) -> Bool {
    var waiting = [pollfd(fd: pipe.output, events: Int16(POLLIN), revents: 0)]
    return poll(&waiting, 1, milliseconds) > 0
  }
}

/// `pipe(2)` and `write(2)`, under names that the members above do not hide.
private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
private func systemWrite(_ descriptor: Int32, _ byte: inout UInt8) -> Int { write(descriptor, &byte, 1) }
