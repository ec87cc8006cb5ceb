import Manuscripts

extension DetailSearch {
  /// A parameter with a number, or words that need none (greedy, default, deterministic); temperature of physics or of
  /// a loss is none.
  func isSampling(_ sentence: Int, _ hit: CueHit) -> Bool {
    let words = hit.tokens.map { reading.tokens[$0].key }
    let needsNumber = words.contains { Self.measured.contains($0) }
    if !Self.otherTemperatures.matches(in: reading.sentences[sentence].tokens, reading.tokens).isEmpty { return false }
    return !needsNumber || number(near: hit.tokens, within: 5, sentence) != nil
  }

  private static let measured = Set(["temperature", "p", "k", "tokens", "penalty"].flatMap(Lexicon.keys(of:)))
  private static let otherTemperatures = CueSet([
    "room temperature", "contrastive", "logit scale", "softmax temperature", "degrees", "kelvin", "surface temperature",
    "learnable temperature",
    "distillation",
  ])

  /// A prompt set as a listing, quotation or algorithm near words on prompts, or inside a section on prompts.
  func promptListing() -> DetailFinding? {
    for (index, block) in reading.manuscript.blocks.enumerated() {
      switch block.kind {
      case .code, .quotation: break
      default: continue
      }
      let words = reading.manuscript.sections[block.section].title.lowercased().split { !$0.isLetter }
      if words.contains(where: { $0.hasPrefix("prompt") }) || announces(before: index) {
        return DetailFinding(state: .present, value: nil, span: block.span)
      }
    }
    return nil
  }

  /// The block before speaks of a prompt.
  private func announces(before index: Int) -> Bool {
    for earlier in max(0, index - 2)..<index {
      if reading.blockSentences[earlier].contains(where: { reading.has(.promptNoun, inSentence: $0) }) { return true }
    }
    return false
  }

  /// A prompt in quotation marks in a sentence that speaks of one, or "the following prompt".
  func quotedPrompt() -> DetailFinding? {
    for sentence in wide where reading.has(.promptNoun, inSentence: sentence) {
      let tokens = reading.sentences[sentence].tokens
      let marks = tokens.filter {
        reading.tokens[$0].kind == .punctuation && Self.quotes.contains(reading.tokens[$0].key)
      }
      if let first = marks.first, let last = marks.last, last - first >= 5 {
        return present(first..<(last + 1), sentence)
      }
      if !Self.announcements.matches(in: tokens, reading.tokens).isEmpty {
        return DetailFinding(state: .present, value: nil, span: reading.span(ofSentence: sentence))
      }
    }
    return nil
  }

  /// Straight and typographic double quotation marks as tokens.
  private static let quotes: Set<UInt64> = [0x22, 0x809C, 0x809D]
  private static let announcements = CueSet([
    "following prompt", "prompt was", "prompt is as follows", "prompts are shown", "prompt shown", "prompts used are",
    "prompt used is",
    "prompt is shown", "prompt template shown", "prompt templates are shown",
  ])
}
