#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why another program gave no text of a file.
package enum ConversionError: Error, Equatable {
  case notInstalled(program: String)
  case failed(program: String)
  case timedOut(program: String, seconds: Int)
  case tooLarge(program: String, limit: Int)

  /// A clause for the user.
  package var reason: String {
    switch self {
    case .notInstalled(let program): "it needs \(program), which is not installed"
    case .failed(let program): "\(program) could not read it"
    case .timedOut(let program, let seconds): "\(program) took longer than \(seconds) s"
    case .tooLarge(let program, let limit): "\(program) gave more than \(limit >> 20) MB of text"
    }
  }
}

/// The programs that make text of files in other formats; they get bytes on standard input and write to a pipe.
package enum Conversion: String, Sendable {
  case pandoc, pdftotext

  /// Text that is taken from one file.
  private static let outputLimit = 4 << 20

  /// How long a program may take for one file: 30 s, or what `$COLOPHON_TIME_LIMIT` says.
  private static var seconds: Int {
    FileSystem.environment("COLOPHON_TIME_LIMIT").flatMap { Int($0) }.map { max(1, min($0, 3_600)) } ?? 30
  }

  private var arguments: [String] {
    switch self {
    // The sandbox keeps pandoc from reading and writing files; tables come in the form that is read.
    case .pandoc:
      [
        "--sandbox", "--from=docx", "--wrap=none",
        "--to=markdown-raw_html-raw_attribute-bracketed_spans-native_spans-simple_tables-multiline_tables-grid_tables",
      ]
    case .pdftotext: ["-q", "-enc", "UTF-8", "-", "-"]
    }
  }

  /// The text that the program makes of the bytes. Nothing is written to a disk.
  package func text(of bytes: [UInt8]) throws(ConversionError) -> [UInt8] {
    var child = try ChildProcess(rawValue, arguments)
    let outcome = child.exchange(bytes, limit: Self.outputLimit, milliseconds: Self.seconds * 1_000)
    child.end(killing: outcome != .finished)
    switch outcome {
    case .timedOut: throw .timedOut(program: rawValue, seconds: Self.seconds)
    case .tooLarge: throw .tooLarge(program: rawValue, limit: Self.outputLimit)
    case .finished: break
    }
    guard child.status != 127 else { throw .notInstalled(program: rawValue) }
    guard child.status == 0 else { throw .failed(program: rawValue) }
    return child.output
  }
}

/// A program that runs beside this one, started without a shell.
private struct ChildProcess {
  enum Outcome { case finished, timedOut, tooLarge }

  private let id: pid_t
  private var input: Int32
  private let outputPipe: Int32
  private(set) var output: [UInt8] = []
  /// The exit code; -1 when it was ended by a signal.
  private(set) var status: Int32 = -1

  init(_ program: String, _ arguments: [String]) throws(ConversionError) {
    var (toChild, fromChild): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw .failed(program: program) }
    for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // A group of its own: what the program starts ends with it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var environment =
      ["PATH", "HOME", "LANG"].map { name in
        strdup("\(name)=\(name == "LANG" ? "C.UTF-8" : FileSystem.environment(name) ?? "")")
      } + [nil]
    var child = pid_t(0)
    let code = posix_spawnp(&child, program, &actions, &attributes, &words, &environment)
    for word in words + environment { free(word) }
    close(toChild[0])
    close(fromChild[1])
    guard code == 0 else {
      close(toChild[1])
      close(fromChild[0])
      throw code == ENOENT ? .notInstalled(program: program) : .failed(program: program)
    }
    id = child
    input = toChild[1]
    outputPipe = fromChild[0]
    for descriptor in [input, outputPipe] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
  }

  /// Writes the bytes and reads what comes back, until the program closes its output.
  mutating func exchange(_ bytes: [UInt8], limit: Int, milliseconds: Int) -> Outcome {
    signal(SIGPIPE, SIG_IGN)
    let clock = ContinuousClock()
    let deadline = clock.now + .milliseconds(milliseconds)
    var written = 0
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while clock.now < deadline {
      if written == bytes.count { closeInput() }
      var waiting = [pollfd(fd: outputPipe, events: Int16(POLLIN), revents: 0)]
      if input >= 0 { waiting.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
      guard poll(&waiting, nfds_t(waiting.count), 100) > 0 else { continue }
      if input >= 0, waiting[1].revents != 0 {
        let count = bytes.withUnsafeBytes {
          systemWrite(input, $0.baseAddress.map { $0 + written }, $0.count - written)
        }
        // A program that does not want to read more may still have something to say.
        if count < 0, errno != EAGAIN, errno != EINTR { closeInput() } else { written += max(0, count) }
      }
      guard waiting[0].revents != 0 else { continue }
      let count = buffer.withUnsafeMutableBytes { systemRead(outputPipe, $0.baseAddress, $0.count) }
      if count == 0 { return .finished }
      if count > 0 { output.append(contentsOf: buffer[..<count]) }
      if output.count > limit { return .tooLarge }
    }
    return .timedOut
  }

  private mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Waits for the program's end.
  mutating func end(killing: Bool) {
    closeInput()
    close(outputPipe)
    if killing { kill(-id, SIGKILL) }
    var code: Int32 = 0
    while waitpid(id, &code, 0) < 0, errno == EINTR {}
    status = code & 0x7F == 0 ? (code >> 8) & 0xFF : -1
  }
}

/// `write(2)` and `read(2)`, under names that the methods above do not hide.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
