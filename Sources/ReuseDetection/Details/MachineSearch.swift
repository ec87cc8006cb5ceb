import Manuscripts

/// Finds machines by their names.
struct MachineSearch {
  let reading: ReadManuscript

  /// A machine's name with the count before it and the memory behind it.
  func machine(_ hit: CueHit, _ sentence: Int) -> Range<Int> {
    let bounds = reading.sentences[sentence].tokens
    var start = hit.tokens.lowerBound
    var end = hit.tokens.upperBound
    while end < bounds.upperBound, isHardwarePart(end, sentence) { end += 1 }
    while start > bounds.lowerBound, isHung(start) || isUnit(start, sentence) { start -= 1 }
    let before = start - 1
    if before >= bounds.lowerBound, reading.tokens[before].kind == .number, isFreeCount(before) { start = before }
    return start..<end
  }

  /// The token hangs on the one before it, as "100" in "A100" and "GPU" behind it.
  private func isHung(_ index: Int) -> Bool {
    !reading.tokens[index].flags.isDisjoint(with: [.isJoined, .isHyphenated])
      && reading.tokens[index - 1].kind != .punctuation && reading.tokens[index - 1].kind != .cellBorder
  }

  /// "GPU" behind "A800": the chip's name goes before.
  private func isUnit(_ index: Int, _ sentence: Int) -> Bool {
    let before = reading.tokens[index - 1]
    return Self.units.contains(reading.tokens[index].key) && before.kind == .number
      && !before.flags.isDisjoint(with: [.isJoined, .isHyphenated])
      && index - 1 > reading.sentences[sentence].tokens.lowerBound
  }

  /// A number that counts machines: no part of a name and no year.
  private func isFreeCount(_ index: Int) -> Bool {
    reading.tokens[index].flags.isDisjoint(with: [.isJoined, .isHyphenated]) && reading.tokens[index].range.count < 4
  }

  /// What goes on with a machine's name: digits hung on it, memory, another word of hardware, a capital.
  private func isHardwarePart(_ index: Int, _ sentence: Int) -> Bool {
    let token = reading.tokens[index]
    if token.kind == .number || Self.machineWords.contains(token.key) { return true }
    if token.kind == .word, token.flags.contains(.isCapitalised), !Self.companies.contains(token.key) { return true }
    return reading.cues(inSentence: sentence).contains { $0.cue == .hardware && $0.tokens.contains(index) }
  }

  /// A chip or machine by its name, or a number of processors; memory that a method needs is none.
  func isMachine(_ hit: CueHit, _ sentence: Int) -> Bool {
    guard namesMachine(hit, sentence) else { return false }
    guard Self.genericHardware.contains(reading.tokens[hit.tokens.lowerBound].key), hit.tokens.count == 1 else {
      return true
    }
    let tokens = reading.sentences[sentence].tokens
    let next = hit.tokens.upperBound
    if next < tokens.upperBound, Self.measures.contains(reading.tokens[next].key) { return false }
    let before = hit.tokens.lowerBound - 1
    return before >= tokens.lowerBound && reading.tokens[before].kind == .number
  }

  private static let genericHardware = KeySet(Lexicon.keys(of: "gpu gpus cpu cpus tpu tpus workstation titan"))
  private static let measures = KeySet(
    Lexicon.keys(of: "memory footprint usage utilization utilisation hours hour time ram acceleration support"))

  /// True when a hit is more than a vendor's name.
  private func namesMachine(_ hit: CueHit, _ sentence: Int) -> Bool {
    guard reading.tokens[hit.tokens.lowerBound].key == Self.vendor else { return true }
    return machine(hit, sentence).upperBound > hit.tokens.upperBound
  }

  private static let vendor = Lexicon.keys(of: "nvidia").first
  private static let units = KeySet(Lexicon.keys(of: "gpu gpus tpu tpus cpu cpus"))
  private static let machineWords = KeySet(Lexicon.keys(of: "tesla geforce rtx gb ram ti a h v gpu gpus"))
  private static let companies = KeySet(Lexicon.keys(of: "corporation inc ltd corp academic research omniverse cuda"))
}
