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

  /// The first phrase of the detail that passes a test anywhere in own work: what a study says once for all its models.
  func phraseAnywhere(where holds: PhraseTest = { _, _ in true }) -> DetailFinding? {
    ground.phrases.of(detail).first { ground.tellsOwnWork($0.sentence) && holds($0.sentence, $0.tokens) }.map(stated)
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

  private static let pretraining = Set(Lexicon.keys(of: "pre"))
  private static let given = CueSet(
    ["available", "released", "archived", "deposited", "shared", "published", "hosted", "not released", "hugging face"])

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
