import Manuscripts
import ModelCatalogue

/// What a model gives, when the text works with it.
extension ClauseReading {
  /// "X embeddings", "embeddings of X": what the model gives is worked with.
  var givesRepresentations: Bool {
    let before = mention.tokens.lowerBound - 1
    if context.hits.contains(where: {
      $0.cue == .reported && $0.tokens.upperBound <= mention.tokens.lowerBound && isOfFeatures($0)
    }) {
      return true
    }
    // "X's mean-pooled final-layer embedding".
    let next = mention.tokens.upperBound
    if context.clause.contains(next), Self.outputs.contains(reading.tokens[next].key) { return true }
    let reach = isPossessive ? 6 : 1
    if context.cueBeginsAfter(.embedding, within: reach) || context.cueEndsBefore(.output, within: 2) { return true }
    if isBracketed,
      context.hits.contains(where: { $0.cue == .embedding && $0.tokens.upperBound == before && isLower($0) })
    {
      return true
    }
    return context.cueEndsBefore(.embedding, within: 2) && context.clause.contains(before)
      && Self.sources.contains(reading.tokens[before].key)
  }

  /// "X predictions": what a model gives.
  private static let outputs = keys([
    "prediction", "predictions", "score", "scores", "output", "outputs", "annotation", "annotations", "calls", "masks",
    "segmentations", "detections", "transcripts", "translations", "responses", "answers", "features",
  ])

  private func isLower(_ hit: CueHit) -> Bool {
    !reading.tokens[hit.tokens.lowerBound].flags.contains(.isCapitalised)
  }

  /// The name stands in brackets.
  private var isBracketed: Bool {
    let before = mention.tokens.lowerBound - 1
    guard context.clause.contains(before) else { return false }
    return reading.tokens[before].kind == .punctuation && reading.tokens[before].key == 0x28
  }

  private static let sources = keys(["of", "from", "by"])
}
