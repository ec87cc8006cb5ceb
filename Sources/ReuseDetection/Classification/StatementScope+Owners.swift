import Manuscripts
import ModelCatalogue

/// Of which model, and of what at all, the words of a sentence speak.
extension StatementScope {
  /// "A (retrained on 15 images) and B": the words stand in brackets right behind another model's name.
  func isBracketedBehindAnother(_ hit: CueHit, _ sentence: Int, _ reading: ReadManuscript) -> Bool {
    guard otherStarts.contains(sentence) else { return false }
    let first = max(reading.sentences[sentence].tokens.lowerBound, hit.tokens.lowerBound - Self.bracketReach)
    let bracket = (first..<hit.tokens.lowerBound).last {
      reading.tokens[$0].kind == .punctuation && (reading.tokens[$0].key == 0x28 || reading.tokens[$0].key == 0x29)
    }
    guard let bracket, reading.tokens[bracket].key == 0x28 else { return false }
    let own = ownEnds[sentence].filter { $0 <= bracket }.max() ?? -1
    return otherStarts[sentence].contains { $0 < bracket && bracket - $0 <= 5 && $0 >= own }
  }

  /// How far a bracket is followed back, in tokens.
  private static let bracketReach = 12

  /// "initialised from the checkpoint" says that weights were trained on; "initialised from ERA5" is about a run's data,
  /// "initialised with the He scheme" about random weights.
  func initialisesWeights(_ hit: CueHit, _ sentence: Int, _ reading: ReadManuscript) -> Bool {
    guard Self.initialised.contains(reading.tokens[hit.tokens.lowerBound].key) else { return true }
    if reading.has(.scratch, inSentence: sentence) { return false }
    return reading.has(.pretrained, inSentence: sentence) || reading.has(.pretrainingData, inSentence: sentence)
      || ownEnds[sentence].contains { (0...8).contains($0 - hit.tokens.upperBound) }
  }

  /// "our training data", "pre-trained": no training is told.
  func isSaidOfData(_ hit: CueHit, _ sentence: Int, _ reading: ReadManuscript) -> Bool {
    let next = hit.tokens.upperBound
    if hit.cue == .training, hit.tokens.lowerBound > reading.sentences[sentence].tokens.lowerBound,
      Self.pre.contains(reading.tokens[hit.tokens.lowerBound - 1].key)
    {
      return true
    }
    return hit.cue == .training && reading.sentences[sentence].tokens.contains(next)
      && Self.dataNouns.contains(reading.tokens[next].key)
  }

  private static let pre = KeySet(Lexicon.keys(of: "pre"))
  private static let dataNouns = KeySet(
    [
      "data", "set", "sets", "dataset", "datasets", "corpus", "corpora", "images", "examples", "samples", "split",
      "splits", "labels",
    ].flatMap(Lexicon.keys(of:)))

  /// "we fine-tuned X, whereas Y …": the words stand in a part of the sentence that names another model and not this
  /// one.
  func isInPartOfAnother(_ hit: CueHit, _ sentence: Int, _ reading: ReadManuscript) -> Bool {
    guard ownEnds.contains(sentence), otherStarts.contains(sentence) else { return false }
    let tokens = reading.sentences[sentence].tokens
    guard tokens.contains(where: { isBorder($0, reading) }) else { return false }
    let start = (tokens.lowerBound..<hit.tokens.lowerBound).last { isBorder($0, reading) } ?? tokens.lowerBound
    let end = (hit.tokens.upperBound..<max(hit.tokens.upperBound, tokens.upperBound)).first { isBorder($0, reading) }
    let part = start..<(end ?? tokens.upperBound)
    return otherStarts[sentence].contains(where: part.contains)
      && !ownEnds[sentence].contains { part.contains($0 - 1) }
  }

  private func isBorder(_ index: Int, _ reading: ReadManuscript) -> Bool {
    let token = reading.tokens[index]
    switch token.kind {
    case .word: return Self.contrasts.contains(token.key)
    case .punctuation:
      guard token.key == 0x3B, index + 1 < reading.tokens.count else { return false }
      return !Self.joints.contains(reading.tokens[index + 1].key)
    case .number, .citation, .textualCitation, .formula, .cellBorder: return false
    }
  }

  private static let contrasts = KeySet(["whereas", "while", "but"].flatMap(Lexicon.keys(of:)))
  private static let joints = KeySet(["and", "or"].flatMap(Lexicon.keys(of:)))

  /// "we fine-tuned the hyperparameters of X".
  func isOfSettings(_ hit: CueHit, _ sentence: Int, _ reading: ReadManuscript) -> Bool {
    let end = reading.sentences[sentence].tokens.upperBound
    return (hit.tokens.upperBound..<min(hit.tokens.upperBound + 4, end)).contains {
      Self.settings.contains(reading.tokens[$0].key)
    }
  }

  private static let settings = KeySet(
    ["hyperparameters", "hyperparameter", "hyper", "thresholds", "prompts"].flatMap(Lexicon.keys(of:)))
  private static let initialised = KeySet(["initialized", "initialised"].flatMap(Lexicon.keys(of:)))

  /// True when the authors trained the model: "was trained", "we trained", not "(trained on …)".
  func tellsOwnTraining(in reading: ReadManuscript) -> Bool {
    own.contains { entry in
      guard reading.sectionKind(ofSentence: entry.sentence).reportsOwnWork, ownEnds.contains(entry.sentence),
        asserts(.training, entry.sentence, reading)
      else { return false }
      let ends = ownEnds[entry.sentence]
      return reading.cues(inSentence: entry.sentence).contains { hit in
        let first = hit.tokens.lowerBound
        return hit.cue == .training && ends.contains { abs($0 - first) <= 5 }
          && (max(reading.sentences[entry.sentence].tokens.lowerBound, first - 2)..<first).contains {
            Self.actors.contains(reading.tokens[$0].key)
          }
      }
    }
  }

  private static let actors = KeySet(["was", "were", "we"].flatMap(Lexicon.keys(of:)))

  /// True when a sentence that tells of representations says that they were compared or plotted as they are.
  func comparesRepresentations(in reading: ReadManuscript) -> Bool {
    own.contains { entry in
      asserts(.embedding, entry.sentence, reading)
        && Self.comparisons.first(in: reading.sentences[entry.sentence].tokens, reading.tokens) != nil
    }
  }

  private static let comparisons = CueSet([
    "umap", "t sne", "clustered", "clustering", "cosine", "nearest", "search", "retrieval", "similarity",
  ])

  /// True when a sentence tells a training on labels of the authors' own.
  func tellsOwnLabels(in reading: ReadManuscript) -> Bool {
    own.contains { entry in
      reading.has(.counted, inSentence: entry.sentence) && asserts(.training, entry.sentence, reading)
        && Self.labelling.first(in: reading.sentences[entry.sentence].tokens, reading.tokens) != nil
    }
  }

  private static let labelling = CueSet([
    "labelled", "labeled", "annotated", "by hand", "custom", "our own",
  ])
}
