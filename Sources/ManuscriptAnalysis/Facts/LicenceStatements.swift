import Manuscripts
import ReuseDetection

/// What a manuscript says of the terms under which its own results may be used.
struct LicenceStatements {
  private let reading: ReadManuscript

  init(_ reading: ReadManuscript) { self.reading = reading }

  /// The first sentence that offers commercial use, or gives weights on under a licence that allows it; nil where the
  /// manuscript speaks of non-commercial terms anywhere.
  func commercialUse() -> SourceSpan? {
    var found: SourceSpan?
    for index in reading.sentences.indices {
      let words = SentenceWords(index, in: reading)
      if words.hold(Self.nonCommercial) { return nil }
      guard found == nil, !reading.has(.negation, inSentence: index), !reading.has(.otherAuthors, inSentence: index)
      else { continue }
      let isGivenOn = words.hold(Self.release) && words.hold(Self.weights) && words.hold(Self.permissive)
      if words.hold(Self.commercial) || isGivenOn { found = reading.span(ofSentence: index) }
    }
    return found
  }

  private static let nonCommercial = [
    "non commercial", "noncommercial", "non commercially", "by nc", "nc sa", "nc nd", "research only",
    "academic use only", "research use only",
  ]
  private static let commercial = [
    "for commercial use", "in commercial use", "commercial use is allowed", "commercial use is permitted",
    "allows commercial use", "permits commercial use", "including commercial use", "commercial purposes",
    "our commercial product", "our commercial service", "commercial deployment", "commercial applications of our",
  ]
  private static let release = [
    "we release", "we publish", "we provide", "we share", "are released", "is released", "are published",
    "are provided", "are shared", "are available", "is available", "made available", "we make", "are distributed",
  ]
  private static let weights = [
    "weights", "checkpoint", "checkpoints", "fine tuned model", "fine tuned models", "trained models", "trained model",
  ]
  private static let permissive = [
    "mit", "mit license", "mit licence", "apache 2 0", "apache", "bsd", "cc by 4 0", "cc0", "public domain",
  ]
}
