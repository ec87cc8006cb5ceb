#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The server's ends of the pipes; the only place where it calls the operating system.
package struct StandardStreams {
  enum Received {
    case bytes([UInt8])
    case nothing
    case closed
  }

  /// Bytes that a pipe takes without making the writer wait when `poll` calls it writable.
  private static let chunk = Int(PIPE_BUF)

  private let output: Int32
  /// Bytes that came in while others waited to be sent.
  private var early: [UInt8] = []
  private var isInputClosed = false

  /// Takes standard output for the protocol; what else is written to it goes to standard error.
  package init() {
    signal(SIGPIPE, SIG_IGN)
    output = dup(1)
    dup2(2, 1)
  }

  /// Waits at most so many milliseconds for bytes of the client.
  mutating func receive(timeout: Int32) -> Received {
    if !early.isEmpty {
      defer { early = [] }
      return .bytes(early)
    }
    if isInputClosed { return .closed }
    var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    let ready = poll(&descriptor, 1, timeout)
    if ready == 0 || ready < 0 && errno == EINTR { return .nothing }
    return readInput()
  }

  private mutating func readInput() -> Received {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { systemRead(0, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return .nothing }
    isInputClosed = count <= 0
    return count > 0 ? .bytes(Array(buffer[..<count])) : .closed
  }

  /// Sends all bytes; false when the client is gone.
  ///
  /// A client that sends without reading is read meanwhile, so that neither waits for the other for ever.
  mutating func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      var descriptors = [
        pollfd(fd: output, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: isInputClosed ? -1 : 0, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&descriptors, 2, -1) >= 0 || errno == EINTR else { return false }
      if descriptors[0].revents != 0 {
        let part = rest.prefix(Self.chunk)
        guard Self.write(Array(part), to: output) else { return false }
        rest = rest.dropFirst(part.count)
      } else if descriptors[1].revents != 0, case .bytes(let bytes) = readInput() {
        early += bytes
      }
    }
    return true
  }

  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// False for a process that has ended, also while its parent has not taken note of it.
  static func isRunning(process: Int) -> Bool {
    guard kill(pid_t(truncatingIfNeeded: process), 0) == 0 || errno == EPERM else { return false }
    let descriptor = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return true }
    defer { _ = close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
    // The state stands behind the name in brackets, which may hold anything.
    let text = buffer.prefix(max(count, 0))
    guard let end = text.lastIndex(of: 0x29), end + 2 < text.count else { return true }
    return text[end + 2] != UInt8(ascii: "Z") && text[end + 2] != UInt8(ascii: "X")
  }

  /// Why the last call failed, in plain words.
  package static var cause: String {
    switch errno {
    case ENOENT, ENOTDIR: "it does not exist"
    case EACCES, EPERM: "permission denied"
    default: String(cString: strerror(errno)).lowercased()
    }
  }

  /// A descriptor that appends to a file, or nil when it cannot be opened.
  package static func logFile(_ path: String) -> Int32? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    return descriptor < 0 ? nil : descriptor
  }
}

/// `read(2)` and `write(2)`, under names that the methods above do not hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
