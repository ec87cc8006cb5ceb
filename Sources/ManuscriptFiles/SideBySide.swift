import Dispatch

/// Work on many values at a time where nothing can be awaited.
enum SideBySide {
  /// What the work gives for each value, in their order.
  ///
  /// - Parameters:
  ///   - jobs: values that are worked on at a time; 1 uses no other thread.
  ///   - work: pure, or at least safe side by side.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], jobs: Int, _ work: @Sendable (Value) -> Result
  ) -> [Result] {
    let jobs = min(jobs, values.count)
    guard jobs > 1 else { return values.map(work) }
    // Each job takes every so-maniest value and has a place of its own for what it gives.
    var shares = [[Result]](repeating: [], count: jobs)
    shares.withUnsafeMutableBufferPointer { shares in
      nonisolated(unsafe) let places = shares
      DispatchQueue.concurrentPerform(iterations: jobs) { job in
        places[job] = stride(from: job, to: values.count, by: jobs).map { work(values[$0]) }
      }
    }
    return values.indices.map { shares[$0 % jobs][$0 / jobs] }
  }
}
