import Manuscripts

/// The passages of an earlier reading, looked up in step with a new one.
struct PassageMemo {
  private let passages: [LatexPassage]
  private let change: ProjectChange
  /// Passages before this one have been taken over or passed by.
  private var next = 0

  init(_ passages: [LatexPassage], change: ProjectChange) {
    self.passages = passages
    self.change = change
  }

  /// The passage that begins at a place in a state, if it was read before and nothing it depends on has changed.
  ///
  /// - Parameter budget: what is left for expansions; the passage's share is taken out of it.
  mutating func passage(at place: LatexPlace, in state: LatexState, budget: inout ExpansionBudget) -> LatexPassage? {
    var index = next
    while index < passages.count {
      let candidate = passages[index]
      index += 1
      guard candidate.entry.file == place.file,
        candidate.range.lowerBound == place.position || change.touches(file: place.file)
      else { continue }
      guard let moved = candidate.moved(by: change), moved.entry.position == place.position else { continue }
      next = index
      guard moved.entry == place, moved.entryState == state, let cost = moved.cost, budget.pay(cost) else {
        return nil
      }
      return moved
    }
    return nil
  }
}
