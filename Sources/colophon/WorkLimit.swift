import ManuscriptFiles
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An end to work that cannot be interrupted: when it takes too long or too much memory, the program says what did so
/// and ends with exit code 2.
///
/// A class, since the work and the thread that watches it share it.
final class WorkLimit: Sendable {
  private struct State {
    var isOver = false
    var step = ""
  }

  /// Memory that the program may take, in MB: 6 MB of real text take 85 (peak of
  /// `check-submission` on joined manuscripts), texts made to be slow several times that.
  private static let megabytes = 160
  /// Microseconds between two looks at the program: time for some 5 MB more where memory is only filled.
  private static let pause: UInt32 = 5_000

  private let seconds: Int
  private let complaint: @Sendable (String, String) -> String
  private let state = Mutex(State())

  /// Begins to count.
  ///
  /// - Parameter complaint: the sentence for what was being done, and what it took too much of.
  init(seconds: Int, complaint: @escaping @Sendable (String, String) -> String) {
    self.seconds = seconds
    self.complaint = complaint
    start()
  }

  /// Notes what is done next.
  func note(_ step: String) { state.withLock { $0.step = step } }

  /// Ends the count: from here on the work may take as long as it does.
  func end() { state.withLock { $0.isOver = true } }

  /// A thread of its own waits: tasks would get none where the work keeps all threads that tasks have.
  private func start() {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    pthread_create(
      &thread, nil,
      { argument in
        let address: UnsafeMutableRawPointer? = argument
        if let address { Unmanaged<WorkLimit>.fromOpaque(address).takeRetainedValue().watch() }
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
  }

  /// The memory that the program takes, in MB; 0 where the system does not say so in Linux' way.
  ///
  /// `getrusage` would not do: it counts the greatest memory of whoever started the program, too.
  private static var memory: Int {
    let words = (try? FileSystem.read("/proc/self/statm"))?.split(separator: 0x20) ?? []
    guard words.count > 1, let pages = Int(String(decoding: words[1], as: UTF8.self)) else { return 0 }
    return (pages * Int(getpagesize())) >> 20
  }

  private func watch() {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while clock.now < end, Self.memory <= Self.megabytes {
      usleep(Self.pause)
      if state.withLock({ $0.isOver }) { return }
    }
    let excess = clock.now < end ? "more than \(Self.megabytes) MB of memory" : "longer than \(seconds) s"
    // The lock is held to the program's end, so that nothing is written after the sentence.
    state.withLock { state in
      guard !state.isOver else { return }
      Output.complain(complaint(state.step, excess))
      Exit.leave(.couldNotRun)
    }
  }
}
