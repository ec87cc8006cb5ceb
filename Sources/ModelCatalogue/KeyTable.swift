/// Numbers by key, for tables that are made once and asked for every word.
package struct KeyTable: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    /// The number + 1, or 0 for none.
    var number: UInt32 = 0
  }

  /// Open addressing.
  private var slots: [Slot]
  private let shift: UInt64

  /// - Parameter count: how many keys there will be at most.
  package init(count: Int) {
    var bits: UInt64 = 4
    while 1 << bits < count * 2 { bits += 1 }
    slots = [Slot](repeating: Slot(), count: 1 << bits)
    shift = 64 - bits
  }

  /// Gives a number to a key that has none.
  /// - Parameter number: 0 or more, below four billion.
  package mutating func insert(_ key: UInt64, _ number: Int) {
    var slot = start(key)
    while slots[slot].number != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Slot(key: key, number: UInt32(number + 1))
  }

  /// - Complexity: constant.
  package subscript(key: UInt64) -> Int? {
    var slot = start(key)
    while true {
      let found = slots[slot]
      if found.number == 0 { return nil }
      if found.key == key { return Int(found.number) - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  private func start(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift) }
}
