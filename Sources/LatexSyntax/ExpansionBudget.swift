/// What expanding macros and following includes may cost in one reading: a macro bomb or a cycle is a problem, not a
/// hang.
struct ExpansionBudget {
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
}
