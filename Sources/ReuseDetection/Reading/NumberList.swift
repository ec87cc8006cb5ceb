/// Numbers of sentences or sections in ascending order, each once.
struct NumberList: Sendable, RandomAccessCollection {
  private let numbers: [Int]

  /// - Parameter numbers: in any order.
  init(_ numbers: [Int]) {
    var distinct: [Int] = []
    distinct.reserveCapacity(numbers.count)
    for number in numbers.sorted() where number != distinct.last { distinct.append(number) }
    self.numbers = distinct
  }

  var startIndex: Int { 0 }
  var endIndex: Int { numbers.count }
  subscript(index: Int) -> Int { numbers[index] }

  /// - Complexity: logarithmic in the numbers.
  func contains(_ number: Int) -> Bool {
    let place = Sorted.firstIndex(in: numbers) { $0 >= number }
    return place < numbers.count && numbers[place] == number
  }
}
