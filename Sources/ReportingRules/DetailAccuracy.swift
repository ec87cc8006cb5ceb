import ReuseDetection

/// How often "not found" was right for a detail, over the labelled models that were found.
package struct DetailAccuracy: Sendable, Equatable {
  /// Labelled cases: models that the detail applies to.
  package let cases: Int
  /// Cases in which the text really does not give the detail.
  package let missing: Int
  /// Cases in which Colophon says so.
  package let said: Int
  /// Those among them in which it is right.
  package let right: Int

  package init(cases: Int, missing: Int, said: Int, right: Int) {
    self.cases = cases
    self.missing = missing
    self.said = said
    self.right = right
  }

  /// The cases a detail needs to be more than a hint.
  package static let enough = 20

  /// "12 of 14": precision as two counts, which say how much they are worth.
  package var precision: String { said == 0 ? "never said" : "\(right) of \(said)" }
  /// False where the labelled cases are too few for a conclusion.
  package var isEnough: Bool { cases >= Self.enough }
  package var recall: String { missing == 0 ? "never missing" : "\(right) of \(missing)" }
}
