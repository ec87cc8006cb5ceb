import Manuscripts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a report could not be written.
package enum OutputFileError: ExplainedError, Equatable {
  case exists(path: String)
  case unwritable(path: String, cause: String)
  /// Two reports would go to one file.
  case same(String, String)

  /// The sentence for the user, without a full stop.
  package var message: String {
    switch self {
    case .exists(let path): "'\(VisibleText.line(path))' exists; give --force to replace it"
    case .unwritable(let path, let cause): "cannot write '\(VisibleText.line(path))': \(cause)"
    case .same(OutputFile.standardOutput, _): "two reports would go to standard output: name a file for one of them"
    case .same(let one, let other) where one == other:
      "cannot write '\(VisibleText.line(one))' twice: each report needs a file of its own"
    case .same(let one, let other):
      "'\(VisibleText.line(one))' and '\(VisibleText.line(other))' are one file: each report needs its own"
    }
  }
}

/// The one way in which a command writes a file: all of it or nothing.
package enum OutputFile {
  /// Standard output, where a command takes it in a file's place.
  package static let standardOutput = "-"

  /// Refuses places that are read, and two that are one; what can be refused is so before anything is done.
  ///
  /// - Parameter paths: where reports will go.
  package static func check(_ paths: [String], sparing read: ReadFiles) throws(OutputFileError) {
    var known: [String: String] = [:]
    for path in paths {
      guard path != standardOutput else {
        if known.updateValue(path, forKey: path) != nil { throw .same(path, path) }
        continue
      }
      // What is no regular file, as `/dev/null`, keeps nothing that could be lost.
      guard FileSystem.kind(of: path) != .other, let place = FileSystem.realPlace(of: path) else { continue }
      if let cause = read.refusal(ofReal: place) { throw .unwritable(path: path, cause: cause) }
      if let other = known.updateValue(path, forKey: place) { throw .same(other, path) }
    }
  }

  /// Writes a file beside its place and moves it there, so that a reader never sees half of it.
  ///
  /// A link is followed, a file that is replaced keeps its permissions, and what is no regular file (`/dev/null`, a
  /// pipe) is written to directly.
  ///
  /// - Parameters:
  ///   - replacing: without it, a file that is there already is an error and stays as it is.
  ///   - read: what is an error and stays as it is in any case.
  package static func write(
    _ text: String, to path: String, replacing: Bool, sparing read: ReadFiles
  ) throws(OutputFileError) {
    try check([path], sparing: read)
    let target = FileSystem.realPath(path) ?? path
    switch FileSystem.kind(of: target) {
    case .folder: throw .unwritable(path: path, cause: "it is a folder")
    case .link, .other:
      let descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .unwritable(path: path, cause: FileSystem.cause()) }
      defer { close(descriptor) }
      try write(text, to: descriptor, path)
      return
    case .file where !replacing: throw .exists(path: path)
    case .file, nil: break
    }
    try replace(target, with: text, path, replacing: replacing)
  }

  private static func replace(
    _ target: String, with text: String, _ path: String, replacing: Bool
  ) throws(OutputFileError) {
    let draft = "\(target).\(getpid()).tmp"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .unwritable(path: path, cause: errno == ENOENT ? "its folder does not exist" : FileSystem.cause())
    }
    defer { unlink(draft) }
    do {
      defer { close(descriptor) }
      var status = stat()
      if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
      try write(text, to: descriptor, path)
      guard fsync(descriptor) == 0 else { throw OutputFileError.unwritable(path: path, cause: FileSystem.cause()) }
    }
    // `link` refuses where a file came to be meanwhile, `rename` replaces it.
    guard (replacing ? rename(draft, target) : link(draft, target)) == 0 else {
      throw errno == EEXIST ? .exists(path: path) : .unwritable(path: path, cause: FileSystem.cause())
    }
  }

  private static func write(_ text: String, to descriptor: Int32, _ path: String) throws(OutputFileError) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unwritable(path: path, cause: FileSystem.cause())
      }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// `write(2)`, under a name that the methods above do not hide.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
