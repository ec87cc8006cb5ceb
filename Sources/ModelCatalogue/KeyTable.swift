/// Numbers by key, for tables that are made once and asked for every word.
package struct KeyTable: Sendable {
  /// Open addressing: the place in `keys` + 1, or 0 for none.
  private var slots: [UInt32]
  private var keys: [UInt64] = []
  private var numbers: [Int] = []
  private let shift: UInt64

  /// - Parameter count: how many keys there will be at most.
  package init(count: Int) {
    var bits: UInt64 = 4
    while 1 << bits < count * 2 { bits += 1 }
    slots = [UInt32](repeating: 0, count: 1 << bits)
    shift = 64 - bits
  }

  /// Gives a number to a key that has none.
  package mutating func insert(_ key: UInt64, _ number: Int) {
    var slot = start(key)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    keys.append(key)
    numbers.append(number)
    slots[slot] = UInt32(keys.count)
  }

  /// - Complexity: constant.
  package subscript(key: UInt64) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      var slot = start(key)
      while slots[slot] != 0 {
        let place = Int(slots[slot]) - 1
        if keys[place] == key { return numbers[place] }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  private func start(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) }
}
