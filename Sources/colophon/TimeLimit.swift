import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An end to work that cannot be interrupted: when its time is over, the program says what took so long and ends with
/// exit code 2.
///
/// A class, since the work and the thread that waits for its end share it.
final class TimeLimit: Sendable {
  private struct State {
    var isOver = false
    var step = ""
  }

  private let seconds: Int
  private let complaint: @Sendable (String, Int) -> String
  private let state = Mutex(State())

  /// Begins to count.
  ///
  /// - Parameter complaint: the sentence for what was being done, and for how many seconds.
  init(seconds: Int, complaint: @escaping @Sendable (String, Int) -> String) {
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
        if let address { Unmanaged<TimeLimit>.fromOpaque(address).takeRetainedValue().waitForEnd() }
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
  }

  private func waitForEnd() {
    var rest = UInt32(clamping: seconds)
    while rest > 0 { rest = sleep(rest) }
    // The lock is held to the program's end, so that nothing is written after the sentence.
    state.withLock { state in
      guard !state.isOver else { return }
      Output.complain(complaint(state.step, seconds))
      Exit.leave(.couldNotRun)
    }
  }
}
