/// What expanding macros and following includes may cost in one reading: a macro bomb or a cycle is a problem, not a
/// hang.
struct ExpansionBudget {
  /// What a passage took out of a budget.
  struct Cost {
    let calls: Int
    let bytes: Int
  }

  /// How deep calls and arguments may nest.
  static let depth = 48
  /// How deep files may include files.
  static let includeDepth = 24
  /// How many files may be read in one reading, repetitions included.
  static let includes = 2_000

  private var calls = 100_000
  private var bytes: Int

  /// - Parameter sourceBytes: the size of the project's files; expansions may add eight times as much.
  init(sourceBytes: Int) {
    bytes = 32_768 + 8 * sourceBytes
  }

  /// Pays for one call; false when the budget is spent.
  mutating func pay(for byteCount: Int) -> Bool {
    guard calls > 0, bytes >= byteCount else {
      calls = 0
      return false
    }
    calls -= 1
    bytes -= byteCount
    return true
  }

  /// What has been spent since an earlier state of this budget; nil when it was used up.
  func cost(since earlier: ExpansionBudget) -> Cost? {
    calls > 0 ? Cost(calls: earlier.calls - calls, bytes: earlier.bytes - bytes) : nil
  }

  /// Pays what a passage cost before; false when less is left.
  mutating func pay(_ cost: Cost) -> Bool {
    guard calls > cost.calls, bytes >= cost.bytes else { return false }
    calls -= cost.calls
    bytes -= cost.bytes
    return true
  }
}
