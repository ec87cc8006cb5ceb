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

  private let output: Int32

  /// Takes standard output for the protocol; what else is written to it goes to standard error.
  package init() {
    signal(SIGPIPE, SIG_IGN)
    output = dup(1)
    dup2(2, 1)
  }

  /// Waits at most so many milliseconds for bytes of the client.
  func receive(timeout: Int32) -> Received {
    var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    let ready = poll(&descriptor, 1, timeout)
    if ready == 0 || ready < 0 && errno == EINTR { return .nothing }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { systemRead(0, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return .nothing }
    return count > 0 ? .bytes(Array(buffer[..<count])) : .closed
  }

  /// False when the client is gone.
  func send(_ bytes: [UInt8]) -> Bool { Self.write(bytes, to: output) }

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

  static func isRunning(process: Int) -> Bool { kill(pid_t(truncatingIfNeeded: process), 0) == 0 || errno == EPERM }

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
