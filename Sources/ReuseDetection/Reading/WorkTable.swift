import Manuscripts

/// The works that a manuscript cites, by key.
///
/// Keys lead to numbers, so that works which only stand elsewhere than before need no new table.
package struct WorkTable: Sendable, Equatable {
  /// Those of the manuscript itself.
  private var inline: [CitedWork]
  /// Those of its bibliography files.
  private let listed: [CitedWork]
  /// Index in both, one behind the other; of one key the first work counts.
  private let numbers: [String: Int]
  /// Those indices in reading order.
  private let counted: [Int]

  package init(inline: [CitedWork], listed: [CitedWork]) {
    self.inline = inline
    self.listed = listed
    var numbers: [String: Int] = [:]
    for (number, work) in inline.enumerated() where numbers[work.key] == nil { numbers[work.key] = number }
    for (number, work) in listed.enumerated() where numbers[work.key] == nil {
      numbers[work.key] = inline.count + number
    }
    self.numbers = numbers
    counted = numbers.values.sorted()
  }

  package subscript(key: String) -> CitedWork? {
    numbers[key].map(work(at:))
  }

  private func work(at number: Int) -> CitedWork {
    number < inline.count ? inline[number] : listed[number - inline.count]
  }

  /// In reading order, each key once.
  package var all: some Sequence<CitedWork> { counted.lazy.map(work(at:)) }

  /// The same works at other places; nil where the manuscript's own works are others.
  /// - Complexity: linear in the works, with a small constant where their texts are shared.
  package func moved(to works: [CitedWork]) -> WorkTable? {
    guard Self.areSame(inline, works, by: { $0.isSame(as: $1) }) else { return nil }
    var moved = self
    moved.inline = works
    return moved
  }

  /// True when the works have the same keys and titles in the same order.
  func hasTitles(of other: WorkTable) -> Bool {
    func isSame(_ left: CitedWork, _ right: CitedWork) -> Bool { left.title == right.title && left.key == right.key }
    return Self.areSame(inline, other.inline, by: isSame) && Self.areSame(listed, other.listed, by: isSame)
  }

  private static func areSame(
    _ left: [CitedWork], _ right: [CitedWork], by isSame: (CitedWork, CitedWork) -> Bool
  ) -> Bool {
    left.count == right.count && left.indices.allSatisfy { isSame(left[$0], right[$0]) }
  }
}

extension CitedWork {
  /// True for the same work, wherever it stands.
  fileprivate func isSame(as other: CitedWork) -> Bool {
    key == other.key && title == other.title && authors == other.authors && year == other.year && doi == other.doi
      && arXiv == other.arXiv && url == other.url && note == other.note && container == other.container
      && type == other.type
  }
}
