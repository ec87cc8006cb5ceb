/// Many pieces of work done side by side, with the results in the order of the pieces.
enum Batch {
  /// How many results may wait for one before them, for each job: it bounds memory where one piece is slow.
  private static let lead = 8

  /// Does the work on every item and hands the results over in the order of the items.
  ///
  /// - Parameters:
  ///   - jobs: pieces that are worked on at a time; 1 uses no other thread.
  ///   - work: pure, or at least safe side by side.
  ///   - finished: told how many pieces are done, in whatever order.
  ///   - receive: gets each result as soon as all before it were handed over.
  static func run<Item: Sendable, Value: Sendable>(
    _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) -> Value, finished: (Int) -> Void,
    receive: (Value) -> Void
  ) async {
    guard jobs > 1, items.count > 1 else {
      for (index, item) in items.enumerated() {
        let value = work(item)
        finished(index + 1)
        receive(value)
      }
      return
    }
    await withTaskGroup(of: (index: Int, value: Value).self) { group in
      var waiting: [Int: Value] = [:]
      var started = 0
      var done = 0
      var handed = 0
      while handed < items.count {
        while started < items.count, started - done < jobs, started - handed < jobs * lead {
          let (index, item) = (started, items[started])
          group.addTask { (index, work(item)) }
          started += 1
        }
        guard let (index, value) = await group.next() else { return }
        done += 1
        finished(done)
        waiting[index] = value
        while let value = waiting.removeValue(forKey: handed) {
          receive(value)
          handed += 1
        }
      }
    }
  }
}
