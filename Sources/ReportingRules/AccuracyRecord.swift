import ReuseDetection

/// What the last recorded run of `make accuracy-record` counted on the manuscripts that the rules were tuned on.
package struct AccuracyRecord: Sendable {
  package let details: [Detail: DetailAccuracy]
  /// The labelled manuscripts.
  package let manuscripts: Int
  private let questions: [AskName: Int]

  /// - Parameter questions: how often the `science` profile puts each question; those that it never puts may be absent.
  package init(details: [Detail: DetailAccuracy], manuscripts: Int, questions: [AskName: Int]) {
    self.details = details
    self.manuscripts = manuscripts
    self.questions = questions
  }

  /// How often the `science` profile puts a question on the labelled manuscripts.
  package func timesPut(_ ask: AskName) -> Int { questions[ask] ?? 0 }
}
