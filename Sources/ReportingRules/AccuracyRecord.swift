import ReuseDetection

/// What the last recorded run of `make accuracy-record` counted on the manuscripts that the rules were tuned on.
package struct AccuracyRecord: Sendable {
  package let details: [Detail: DetailAccuracy]
  /// The labelled manuscripts.
  package let manuscripts: Int
  private let questions: [AskName: Int]
  /// How right each profile's questions are.
  package let profiles: [Profile.Audience: ProfileAccuracy]

  /// How many of the details that a profile's errors and warnings ask for are gaps.
  package struct ProfileAccuracy: Sendable {
    package let errors: Int
    package let rightErrors: Int
    package let warnings: Int
    package let rightWarnings: Int

    package init(errors: Int, rightErrors: Int, warnings: Int, rightWarnings: Int) {
      self.errors = errors
      self.rightErrors = rightErrors
      self.warnings = warnings
      self.rightWarnings = rightWarnings
    }
  }

  /// - Parameter questions: how often the `science` profile puts each question; those that it never puts may be absent.
  package init(
    details: [Detail: DetailAccuracy], manuscripts: Int, questions: [AskName: Int],
    profiles: [Profile.Audience: ProfileAccuracy]
  ) {
    self.details = details
    self.manuscripts = manuscripts
    self.questions = questions
    self.profiles = profiles
  }

  /// How often the `science` profile puts a question on the labelled manuscripts.
  package func timesPut(_ ask: AskName) -> Int { questions[ask] ?? 0 }
}
