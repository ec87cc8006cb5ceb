import Manuscripts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What tells one state of a file from another without reading it.
package struct FileStamp: Sendable, Equatable {
  let seconds: Int
  let nanoseconds: Int
  let size: Int
}

/// The few calls to the operating system that Colophon needs; every one goes through here.
package enum FileSystem {
  package enum Kind { case file, folder, link, other }

  /// What a path names, links followed.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    return stat(path, &status) == 0 ? kind(status) : nil
  }

  /// What a path itself is, be it a link.
  static func entry(at path: String) -> Kind? {
    var status = stat()
    return lstat(path, &status) == 0 ? kind(status) : nil
  }

  private static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// How many bytes a file has; nil when nothing is there.
  package static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// The bytes of a stretch of a regular file; fewer when the file ends before, nil when they cannot be read.
  package static func read(_ path: String, _ range: Range<Int>) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: range.count)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, off_t(range.lowerBound + filled))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    return Array(bytes[..<filled])
  }

  /// When a path last changed and how large it is; nil when nothing is there.
  package static func stamp(of path: String) -> FileStamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return FileStamp(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec), size: Int(status.st_size))
  }

  /// The bytes of a regular file of at most `limit` bytes.
  package static func read(_ path: String, limit: Int = 67_108_864) throws(ManuscriptFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: path, cause: cause()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, cause: cause()) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .unreadable(path: path, cause: "it is a folder") }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, cause: "it is no regular file") }
    guard status.st_size <= limit else { throw .unreadable(path: path, cause: "it is larger than \(limit >> 20) MB") }
    return try readAll(descriptor, sizeHint: Int(status.st_size), path)
  }

  /// Everything on standard input.
  package static func readStandardInput() throws(ManuscriptFileError) -> [UInt8] {
    try readAll(0, sizeHint: 65_536, "-")
  }

  private static func readAll(_ descriptor: Int32, sizeHint: Int, _ path: String) throws(ManuscriptFileError) -> [UInt8]
  {
    var bytes: [UInt8] = []
    // One byte more than there should be: that nothing is left is seen without another buffer.
    var size = max(sizeHint + 1, 4096)
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        count = systemRead(descriptor, buffer.baseAddress, buffer.count)
        filled = max(count, 0)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, cause: cause())
      }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      size = max(sizeHint + 1 - bytes.count, 4096)
    }
  }

  /// The names in a folder, sorted; empty when it cannot be opened.
  package static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The path from the root of the disk; what it names need not be there.
  package static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return (realPath(".") ?? "") + "/" + path
  }

  /// The path with all links and `..` resolved, or nil when nothing is there.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The real path, also of a file that is not there in a folder that is.
  package static func realPlace(of path: String) -> String? {
    if let found = realPath(path) { return found }
    let folder = ProjectPath.folder(of: path)
    return realPath(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder).map {
      ($0 == "/" ? "" : $0) + "/" + ProjectPath.lastPart(of: path)
    }
  }

  /// Makes the folders that a path needs; gives the cause where one cannot be made.
  package static func makeFolders(for path: String) -> String? {
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/").dropLast() {
      folder += part + "/"
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { return cause() }
    }
    return nil
  }

  /// The value of an environment variable; nil when it is not set or empty.
  package static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// What the last failed call complained of, in words.
  static func cause() -> String {
    switch errno {
    case ENOENT, ENOTDIR: "it does not exist"
    case EACCES, EPERM: "permission denied"
    default: String(cString: strerror(errno)).lowercased()
    }
  }
}

/// `read(2)`, under a name that the methods above do not hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
