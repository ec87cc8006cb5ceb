/// Values by the number of a sentence, block or section, most of which have none.
///
/// A bit for each number says so quickly; a dictionary hashes first.
struct NumberTable<Value: Sendable>: Sendable {
  /// Bit *n* stands for number *n*.
  private var bits: [UInt64] = []
  /// Those that have values, in ascending order.
  private var numbers: [Int] = []
  /// Where the values of each begin, and the end of all.
  private var starts = [0]
  private var values: [Value] = []

  /// - Parameters:
  ///   - entries: those of one number in the order that its values are to have.
  ///   - isRepeated: true where the second of two values in a row says nothing new.
  /// - Complexity: linear in the greatest number, with a tiny constant, and in entries that are in order.
  init(_ entries: [(number: Int, value: Value)], without isRepeated: (Value, Value) -> Bool = { _, _ in false }) {
    guard let greatest = entries.lazy.map(\.number).max() else { return }
    bits = Array(repeating: 0, count: greatest >> 6 + 1)
    values.reserveCapacity(entries.count)
    for index in Self.order(entries) {
      let (number, value) = entries[index]
      if numbers.last != number {
        bits[number >> 6] |= 1 << UInt64(number & 63)
        if !numbers.isEmpty { starts.append(values.count) }
        numbers.append(number)
      } else if let last = values.last, isRepeated(last, value) {
        continue
      }
      values.append(value)
    }
    starts.append(values.count)
  }

  private static func order(_ entries: [(number: Int, value: Value)]) -> [Int] {
    let numbers = entries.map(\.number)
    let isSorted = zip(numbers, numbers.dropFirst()).allSatisfy(<=)
    if isSorted { return Array(numbers.indices) }
    return numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
  }

  var isEmpty: Bool { numbers.isEmpty }

  /// True when the number has a value.
  func contains(_ number: Int) -> Bool {
    number >= 0 && number >> 6 < bits.count && bits[number >> 6] >> UInt64(number & 63) & 1 == 1
  }

  /// The values of a number, none for most.
  /// - Complexity: constant for numbers without values, logarithmic in those that have some.
  subscript(number: Int) -> ArraySlice<Value> {
    guard contains(number) else { return [] }
    let place = Sorted.firstIndex(in: numbers) { $0 >= number }
    return values[starts[place]..<starts[place + 1]]
  }
}
