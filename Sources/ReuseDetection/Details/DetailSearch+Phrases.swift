import Manuscripts

/// The searches for details that have phrases of their own.
extension DetailSearch {
  /// A test of a phrase's place: its sentence and its tokens.
  typealias PhraseTest = (_ sentence: Int, _ tokens: Range<Int>) -> Bool

  /// The first phrase of the detail that passes a test, nearest first: beside the model, and where the reach is wide
  /// anywhere in own work that may be said of it.
  func phrase(_ reach: Reach, where holds: PhraseTest = { _, _ in true }) -> DetailFinding? {
    let hits = ground.phrases.of(detail)
    if hits.isEmpty { return nil }
    let places = Set(reach == .naming ? naming : near)
    for hit in hits
    where places.contains(hit.sentence) && isTold(hit.sentence) && !isExcepted(hit.sentence)
      && isInOwnColumn(hit.tokens.lowerBound, hit.sentence) && holds(hit.sentence, hit.tokens)
    { return stated(hit) }
    guard reach == .wide else { return nil }
    for hit in hits
    where ground.tellsOwnWork(hit.sentence) && isOpen(hit.sentence) && !isExcepted(hit.sentence)
      && holds(hit.sentence, hit.tokens)
    { return stated(hit) }
    return nil
  }

  /// The first phrase of the detail that passes a test in own work on the model: beside its name, or where models or
  /// their output are spoken of and no other model is meant, as a study does once for all its models.
  ///
  /// - Parameter others: words that will do in place of those on models.
  func phraseOnModel(or others: CueSet? = nil, where holds: PhraseTest = { _, _ in true }) -> DetailFinding? {
    ground.phrases.of(detail).first { hit in
      let sentence = hit.sentence
      return ground.tellsOwnWork(sentence) && holds(sentence, hit.tokens) && isOpen(sentence)
        && isOnModel(sentence, others) && !isExcepted(sentence) && !isOnWriting(sentence)
    }.map(stated)
  }

  /// The first phrase of the detail that passes a test anywhere in own work: choices and repeats of a training.
  func phraseAnywhere(where holds: PhraseTest = { _, _ in true }) -> DetailFinding? {
    ground.phrases.of(detail).first { ground.tellsOwnWork($0.sentence) && holds($0.sentence, $0.tokens) }.map(stated)
  }

  /// The first phrase anywhere in own work that says a number: phrases of several words do, and of one word those with a
  /// number before them ("five different random seeds").
  func countedPhrase(where holds: PhraseTest) -> DetailFinding? {
    for hit in ground.phrases.of(detail) where ground.tellsOwnWork(hit.sentence) && holds(hit.sentence, hit.tokens) {
      if hit.tokens.count > 1 {
        if isDistributed(hit) { continue }
        return stated(hit)
      }
      guard let number = number(before: hit.tokens.lowerBound, hit.sentence) else { continue }
      return stated(DetailPhraseHits.Hit(sentence: hit.sentence, tokens: number..<hit.tokens.upperBound))
    }
    return nil
  }

  /// "Run once per instance" is no single training.
  private func isDistributed(_ hit: DetailPhraseHits.Hit) -> Bool {
    let next = hit.tokens.upperBound
    return next < reading.sentences[hit.sentence].tokens.upperBound
      && Self.distributives.contains(reading.tokens[next].key)
  }

  private static let distributives = KeySet(Lexicon.keys(of: "per every each"))

  /// The number before a noun, with no words between but those that tell how its things differ.
  private func number(before noun: Int, _ sentence: Int) -> Int? {
    let first = reading.sentences[sentence].tokens.lowerBound
    for index in (max(first, noun - 4)..<noun).reversed() {
      let token = reading.tokens[index]
      switch token.kind {
      case .word where Self.numerals.contains(token.key):
        // "The two runs" were told of before, and may be runs of anything.
        return index > first && Self.articles.contains(reading.tokens[index - 1].key) ? nil : index
      case .word where Self.qualifiers.contains(token.key): continue
      case .number:
        let isAlone = token.flags.isDisjoint(with: [.isJoined, .isHyphenated])
        return isAlone && token.range.count <= 3 ? index : nil
      case .word, .punctuation, .citation, .textualCitation, .formula, .cellBorder: return nil
      }
    }
    return nil
  }

  private static let articles = KeySet(Lexicon.keys(of: "the these those both"))
  private static let numerals = KeySet(
    Lexicon.keys(of: "one two three four five six seven eight nine ten twelve fifteen twenty thirty fifty hundred"))
  private static let qualifiers = KeySet(
    Lexicon.keys(of: "different distinct random independent separate repeated training fine tuning finetuning full"))

  /// The sentence stands beside the model's name.
  func isNear(_ sentence: Int) -> Bool { near.contains(sentence) }

  private func isOnModel(_ sentence: Int, _ others: CueSet?) -> Bool {
    holds(Subject.models, sentence) || others.map { holds($0, sentence) } ?? false || near.contains(sentence)
  }

  /// Thanks, and statements on help with the writing, where these words are of the text and not of a model's output.
  private func isOnWriting(_ sentence: Int) -> Bool {
    if reading.sectionKind(ofSentence: sentence) == .acknowledgements { return true }
    let block = reading.blockSentences[reading.sentences[sentence].block]
    return block.contains { $0 <= sentence && $0 >= sentence - 2 && reading.has(.writingAid, inSentence: $0) }
  }

  private func isOpen(_ sentence: Int) -> Bool {
    ground.owners.openConcerns(sentence).contains(concern.bit)
      || ground.owners.concerns(sentence, model: query.index, among: concern)
  }

  /// Present with the words found, or delegated where the sentence sends its reader elsewhere for them.
  private func stated(_ hit: DetailPhraseHits.Hit) -> DetailFinding {
    if Self.pointers.first(in: reading.sentences[hit.sentence].tokens, reading.tokens) != nil {
      return finding(.delegated, at: hit.sentence)
    }
    return present(hit.tokens, hit.sentence)
  }

  private static let pointers = CueSet(
    Cue.expanded(
      """
      (in,see) (the,our,) (supplement,supplementary,supporting information,appendix,online material)
      (listed,given,shown,reported,provided) in (the,our,) (supplement,supplementary,appendix,appendices,repository)
      (described,detailed,available) in (the,our,) (supplement,supplementary,appendix,appendices,repository)
      supplementary (table,material,methods,note,information);(table,section,appendix) s1
      """))

  /// The place of the weights that the work trained, or a word that they are not given.
  func releasedWeights() -> DetailFinding? {
    for hit in ground.phrases.of(.adaptedWeights) where ground.tellsOwnWork(hit.sentence) {
      let tokens = reading.sentences[hit.sentence].tokens
      let before = hit.tokens.lowerBound - 1
      if tokens.contains(before), Self.pretraining.contains(reading.tokens[before].key) { continue }
      if reading.has(.onRequest, inSentence: hit.sentence) {
        return finding(.declaredUnavailable, at: hit.sentence)
      }
      if reading.has(.codePlace, inSentence: hit.sentence) || holds(Self.given, hit.sentence) {
        return finding(.present, at: hit.sentence)
      }
    }
    return nil
  }

  private static let pretraining = KeySet(Lexicon.keys(of: "pre"))
  private static let given = CueSet(
    ["available", "released", "archived", "deposited", "shared", "published", "hosted", "not released", "hugging face"])

  /// A word hung on the one before: "instruction-tuned" tells of a model, not of what was done.
  func isPartOfCompound(_ tokens: Range<Int>) -> Bool {
    reading.tokens[tokens.lowerBound].flags.contains(.isHyphenated)
  }

  /// The key of a phrase's first word part.
  func key(_ tokens: Range<Int>) -> UInt64 { reading.tokens[tokens.lowerBound].key }

  /// True when the sentence holds one of some words.
  func holds(_ words: CueSet, _ sentence: Int) -> Bool {
    words.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
  }

  /// True when a number stands within some words of a phrase.
  func hasNumber(_ sentence: Int, _ tokens: Range<Int>, within distance: Int = 5) -> Bool {
    number(near: tokens, within: distance, sentence) != nil
  }

  /// True when own work of the manuscript holds one of some words.
  func isTold(_ words: CueSet) -> Bool {
    reading.sentences.indices.contains { holds(words, $0) && ground.tellsOwnWork($0) }
  }
}

/// What a study is about, where only some studies are asked for a detail.
enum Subject {
  /// Models at work and what they give.
  static let models = CueSet([
    "model", "models", "network", "networks", "classifier", "classifiers", "detector", "detectors", "encoder",
    "encoders", "llm", "llms", "prediction", "predictions", "predicted", "predicts", "inference", "embeddings",
    "output", "outputs", "response", "responses", "completions", "answers", "generated", "detections",
    "segmentations", "segmented", "transcriptions", "translations", "extractions", "classifications", "classified",
    "fine tuned", "fine tuning", "finetuned", "finetuning", "pretrained", "pre trained", "prompt", "prompts",
    "training", "trained", "test set", "held out",
  ])
  /// Data that a study puts in.
  static let data = CueSet([
    "data", "dataset", "datasets", "images", "image", "photographs", "scans", "slides", "records", "notes",
    "recordings", "samples", "sequences", "texts", "documents", "inputs", "input", "frames", "tiles", "transcripts",
    "interviews",
  ])
  /// Data sets and how they are parted.
  static let parts = CueSet([
    "train", "training", "pretraining", "pre training", "test", "benchmark", "benchmarks", "validation", "held out",
    "corpus", "pretrained", "data leakage", "trained",
  ])
  /// People whose data a study uses.
  static let people = CueSet([
    "patient", "patients", "participants", "clinical", "clinician", "clinicians", "hospital", "subjects",
    "respondents", "children", "adults", "users", "speakers",
  ])
  /// Signals that are augmented in training, unlike text.
  static let signals = CueSet([
    "image", "images", "photographs", "photographed", "scans", "slides", "micrographs", "video", "videos", "audio",
    "spectrograms", "recordings", "frames", "tiles", "patches", "ct", "mri", "microscopy",
  ])
  /// Data that must not leave a house.
  static let sensitive = CueSet([
    "patient", "patients", "clinical notes", "health records", "medical records", "discharge summaries", "hospital",
    "radiology reports", "pathology reports", "participants", "interviews", "personal data", "confidential",
  ])
  /// A model at work outside the study.
  static let operation = CueSet([
    "in production", "clinical trial", "clinical use", "in routine use", "prospective", "prospectively", "deployed",
    "deployment", "in operation", "in service", "randomised", "randomized", "live system",
  ])
}
