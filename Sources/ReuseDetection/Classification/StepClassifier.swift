import Manuscripts

/// The step of the scientific process that a reuse serves.
///
/// Two careful readers hardly agree on any step but Test (0.22 of the others), so this is a tag to read by and never
/// drives severity; only plain words move it away from Test.
enum StepClassifier {
  static func step(_ verdict: RoleVerdict, _ pattern: PatternVerdict, in reading: ReadManuscript) -> ScienceStep {
    let sentences = NumberList(verdict.signals.filter { $0.total > 0 }.map(\.mention.sentence))
    let hits = sentences.reduce(into: (screening: 0, analysis: 0)) { count, sentence in
      let tokens = reading.sentences[sentence].tokens
      guard either.first(in: tokens, reading.tokens) != nil else { return }
      if screening.first(in: tokens, reading.tokens) != nil { count.screening += 1 }
      if postHoc.first(in: tokens, reading.tokens) != nil { count.analysis += 1 }
    }
    if hits.screening > 0, hits.screening * 2 > sentences.count { return .background }
    if hits.analysis > 0, hits.analysis * 2 > sentences.count { return .analysis }
    return .test
  }

  private static let screening = CueSet(screeningWords)
  private static let postHoc = CueSet(postHocWords)
  /// Hardly a sentence has one of these: most are looked at once.
  private static let either = CueSet(screeningWords + postHocWords)

  private static let screeningWords = [
    "literature screening", "screen abstracts", "literature mining", "screening of abstracts",
  ]
  private static let postHocWords = [
    "post hoc", "answers were extracted", "extract the answer", "answer extraction", "quality control",
  ]
}
