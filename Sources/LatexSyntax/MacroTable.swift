/// The macros that a project has defined so far, by name.
struct MacroTable: Sendable {
  private var byName: [String: LatexMacro] = [:]
  /// A bit for the first letter of each name, and one for its last letter and length: most commands are no macros, and
  /// are known by it without a look into the dictionary.
  private var (firsts, ends) = (0 as UInt64, 0 as UInt64)

  subscript(name: String) -> LatexMacro? { byName[name] }

  /// The macro that a command's name in an input, without the backslash, stands for.
  func macro(named name: Range<Int>, in input: LatexInput) -> LatexMacro? {
    let first = input.bytes[name.lowerBound]
    // A byte that is no character of its own is named by what stands for it.
    guard first >= 0x80 || isLike(first, input.bytes[name.upperBound - 1], name.count) else { return nil }
    return byName[input.string(name)]
  }

  mutating func define(_ name: String, as macro: LatexMacro) {
    if let first = name.utf8.first, let last = name.utf8.last {
      firsts |= Self.bit(Int(first))
      ends |= Self.bit(Int(last) + name.utf8.count)
    }
    byName[name] = macro
  }

  private func isLike(_ first: UInt8, _ last: UInt8, _ count: Int) -> Bool {
    firsts & Self.bit(Int(first)) != 0 && ends & Self.bit(Int(last) + count) != 0
  }

  private static func bit(_ number: Int) -> UInt64 { 1 << UInt64(number & 63) }
}

extension MacroTable: Equatable {
  static func == (left: MacroTable, right: MacroTable) -> Bool { left.byName == right.byName }
}
