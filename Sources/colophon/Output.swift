import ManuscriptFiles
import Manuscripts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the program ends.
enum Exit: Int32, Error {
  case clean = 0
  case findings = 1
  case couldNotRun = 2

  static func leave(_ code: Exit) -> Never { exit(code.rawValue) }
}

/// The only writer of standard output, and of complaints to standard error.
enum Output {
  /// Writes all of a text; where the reader went away, the rest of the run is written to nobody.
  static func write(_ text: String) { send(text, to: 1) }

  /// Writes a complaint, `colophon: ` before its first line; nothing in it is hidden from who reads it.
  static func complain(_ message: String) { send("colophon: " + VisibleText.lines(message) + "\n", to: 2) }

  /// Writes all complaints of an error.
  static func complain(of error: some ExplainedError) { for complaint in error.complaints { complain(complaint) } }

  /// Writes to standard error what is no complaint.
  static func note(_ text: String) { send(text, to: 2) }

  /// Ends the program with a code of the server's protocol.
  static func leave(with code: Int32) -> Never { exit(code) }

  static var isTerminal: Bool { isatty(1) == 1 }

  /// The width of the terminal in columns, 100 elsewhere.
  static var width: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return min(Int(size.ws_col), 160)
  }

  /// Keeps the numbers of the standard streams that are closed from being given to files: what is written to such a
  /// stream would go into a file.
  static func holdStreams() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is given, which is this one. What cannot be written to is as good as closed.
      _ = open("/dev/null", descriptor == 1 ? O_RDONLY : O_RDWR)
    }
  }

  private static func send(_ text: String, to descriptor: Int32) {
    signal(SIGPIPE, SIG_IGN)
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        // What the reader did not want to read is no failure, and no reason for another exit code; nor is what could
        // only be complained of where it cannot be written.
        if errno == EPIPE || descriptor == 2 { return close(descriptor) }
        let cause = errno == EBADF ? "it is closed" : String(cString: strerror(errno)).lowercased()
        complain("cannot write standard output: \(cause)")
        Exit.leave(.couldNotRun)
      }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Sends what is written to a descriptor from here on to nobody.
  private static func close(_ descriptor: Int32) {
    let nobody = open("/dev/null", O_WRONLY)
    if nobody >= 0 { dup2(nobody, descriptor) }
  }
}

/// `write(2)`, under a name that the methods above do not hide.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
