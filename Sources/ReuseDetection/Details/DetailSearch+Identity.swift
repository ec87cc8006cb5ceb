import Manuscripts
import ModelCatalogue

extension DetailSearch {
  /// The first mention of each spelling.
  var spellings: [Mention] {
    var open = Set(model.surfaces)
    return model.mentions.filter { open.remove($0.surface) != nil }
  }

  /// The first mention that tells a size or flavour, not only a generation: `8B`, `base`, `-50`, `ada-002`.
  func sizedMention() -> Mention? {
    // Most mentions of a model write the same.
    var last: (surface: String, isSized: Bool) = ("", false)
    return model.mentions.first { mention in
      if mention.surface != last.surface { last = (mention.surface, spellsSize(mention.surface)) }
      if let checkpoint = mention.checkpoint, query.catalogue.checkpoint(at: checkpoint).isPinned { return true }
      return last.isSized || isFollowedByFlavour(mention) || isFollowedBySize(mention) || hasReleaseNumber(mention)
    }
  }

  private func spellsSize(_ surface: String) -> Bool {
    let parts = surface.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    for (position, part) in parts.enumerated() {
      if Self.flavours.contains(String(part)) { return true }
      guard position > 0 || parts.count == 1 else { continue }
      if isSize(part, isWhole: parts.count == 1) { return true }
    }
    return false
  }

  /// `Geneformer V2-316M`: a number of parameters directly behind the name, or behind its version.
  private func isFollowedBySize(_ mention: Mention) -> Bool {
    let end = reading.sentences[mention.sentence].tokens.upperBound
    let block = reading.sentences[mention.sentence].block
    for index in mention.tokens.upperBound..<min(mention.tokens.upperBound + 3, end) {
      let token = reading.tokens[index]
      guard token.kind == .number || Self.version.contains(token.key) else { return false }
      guard token.kind == .number, index + 1 < end, reading.tokens[index + 1].flags.contains(.isJoined) else {
        continue
      }
      let unit = reading.bytes(ofToken: index + 1, inBlock: block)
      return unit.count == 1 && unit.allSatisfy { [0x62, 0x6D].contains($0 | 0x20) }
    }
    return false
  }

  private static let version = KeySet(Lexicon.keys(of: "v"))

  /// Digits with a unit, three digits or more, a letter alone, or of a design any digits.
  private func isSize(_ part: Substring, isWhole: Bool) -> Bool {
    let digits = part.filter(\.isNumber).count
    if digits == 0 { return !isWhole && part.count == 1 && "tsblhgnmx".contains(part) }
    if digits == part.count { return digits >= 3 || model.facets.isArchitecture }
    if !isWhole, part.dropLast().allSatisfy({ $0.isNumber || $0 == "x" }), "bmk".contains(part.suffix(1)) {
      return true
    }
    let tail = part.reversed().prefix(while: \.isNumber).count
    return tail >= 2 || model.facets.isArchitecture && part.count == 2 && !part.hasPrefix("v")
  }

  /// `GPT-2 small`, `ESM-2 (large)`, "the medium Whisper encoder".
  private func isFollowedByFlavour(_ mention: Mention) -> Bool {
    let end = reading.sentences[mention.sentence].tokens.upperBound
    var next = mention.tokens.upperBound
    if next < end, reading.tokens[next].kind == .punctuation, reading.tokens[next].key == 0x28 { next += 1 }
    if next < end, Self.sizeKeys.contains(reading.tokens[next].key) { return true }
    let before = mention.tokens.lowerBound - 1
    return before >= reading.sentences[mention.sentence].tokens.lowerBound
      && Self.sizesBefore.contains(reading.tokens[before].key)
  }

  private static let flavours: Set<String> = [
    "tiny", "mini", "small", "base", "medium", "large", "huge", "giant", "xl", "xxl", "sonnet", "opus", "haiku",
    "turbo",
    "flash", "pro", "instruct", "chat", "nano", "lite", "uncased", "cased", "it", "sm", "md", "lg", "trf",
  ]
  private static let sizesBefore = KeySet(Lexicon.keys(of: "tiny small base medium large huge giant"))
  private static let sizeKeys = KeySet(
    Lexicon.keys(of: "tiny mini small base medium large huge giant xl sonnet opus haiku turbo flash instruct"))

  /// "the mini variant", "its large version", in a sentence on the model.
  func flavour() -> DetailFinding? {
    for sentence in near {
      let tokens = reading.sentences[sentence].tokens
      for index in tokens.dropLast() where Self.sizeKeys.contains(reading.tokens[index].key) {
        guard Self.formKeys.contains(reading.tokens[index + 1].key), isMine(index..<(index + 2), sentence) else {
          continue
        }
        return present(index..<(index + 2), sentence)
      }
    }
    return nil
  }

  private static let formKeys = KeySet(Lexicon.keys(of: "variant version model size checkpoint"))

  /// "650M parameters", "141.9 million parameters".
  func parameterCount() -> DetailFinding? {
    for sentence in near {
      let bounds = reading.sentences[sentence].tokens
      for index in bounds where Self.parameterKeys.contains(reading.tokens[index].key) {
        let start = max(bounds.lowerBound, index - 3)
        if let number = (start..<index).first(where: { reading.tokens[$0].kind == .number }),
          isMine(number..<(index + 1), sentence)
        {
          return present(number..<(index + 1), sentence)
        }
      }
    }
    return nil
  }

  private static let parameterKeys = Lexicon.keys(of: "parameters parameter params")

  /// `(ViT-B/16)`, `ResNet50` in brackets or right behind the name, or in the same row of a table.
  func backbone() -> DetailFinding? {
    for mention in model.mentions {
      let sentence = reading.sentences[mention.sentence]
      let isRow = reading.outlines[sentence.block].float != nil
      let isAlone = !ground.named(inSentence: mention.sentence).contains { $0.model != query.index }
      let reach = isRow ? sentence.tokens.count : isAlone ? 12 : 5
      let end = min(mention.tokens.upperBound + reach, sentence.tokens.upperBound)
      guard mention.tokens.upperBound < end else { continue }
      for index in mention.tokens.upperBound..<end where Self.backboneKeys.contains(reading.tokens[index].key) {
        let next = index + 1
        guard next < end, isHung(reading.tokens[next]), isMine(index..<next, mention.sentence) else { continue }
        return present(index..<(next + 1), mention.sentence)
      }
    }
    return nil
  }

  private func isHung(_ token: Token) -> Bool {
    !token.flags.isDisjoint(with: [.isJoined, .isHyphenated]) && (token.kind == .number || token.range.count == 1)
  }

  private static let backboneKeys = KeySet(Lexicon.keys(of: "vit resnet rn swin convnext deit densenet efficientnet"))

  /// True when words in a sentence belong to this model: of the names before them the last is its own, or it is listed
  /// with that one; without a name before them the first name counts.
  func isMine(_ tokens: Range<Int>, _ sentence: Int) -> Bool {
    let named = ground.named(inSentence: sentence)
    guard named.contains(where: { $0.model != query.index }) else { return true }
    let ordered = named.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    // "BioBERT v1.1" may be one spelling, the version within it.
    guard let last = ordered.last(where: { $0.tokens.lowerBound < tokens.lowerBound }) else {
      return ordered.first?.model == query.index
    }
    return last.model == query.index
  }

  /// True when a spelling pins one state of the weights.
  func isPinned(_ mention: Mention) -> Bool {
    if hasDate(mention) || hasReleaseNumber(mention) { return true }
    if let checkpoint = mention.checkpoint { return query.catalogue.checkpoint(at: checkpoint).isPinned }
    let hyphens = mention.surface.utf8.count { $0 == 0x2D }
    guard hyphens >= 2, mention.surface.split(separator: "-").count >= 3 else { return false }
    let family = model.family.map { query.catalogue.family(at: $0).name } ?? ""
    return ModelCheckpoint.isPinned(mention.surface, family: family)
  }

  /// A date of at least four digits, or year-month-day, hung on the name.
  private func hasDate(_ mention: Mention) -> Bool {
    let block = reading.sentences[mention.sentence].block
    return mention.tokens.contains { index in
      let token = reading.tokens[index]
      guard token.kind == .number, token.range.count >= 4, token.range.count <= 8 else { return false }
      return reading.bytes(ofToken: index, inBlock: block).allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// The mention, with the release number that stands behind it.
  func release(of mention: Mention) -> DetailFinding {
    guard let number = releaseNumber(mention), number >= mention.tokens.upperBound else {
      return DetailFinding(state: .present, value: mention.surface, span: mention.span)
    }
    return present(mention.tokens.lowerBound..<(number + 1), mention.sentence)
  }

  private func hasReleaseNumber(_ mention: Mention) -> Bool { releaseNumber(mention) != nil }

  /// `FreeSurfer 8.0.0`: a number with two points after a tool's name.
  private func releaseNumber(_ mention: Mention) -> Int? {
    let sentence = reading.sentences[mention.sentence]
    let last = mention.tokens.upperBound
    for index in max(mention.tokens.lowerBound, last - 2)..<min(last + 2, sentence.tokens.upperBound) {
      if reading.tokens[index].kind == .cellBorder { return nil }
      guard reading.tokens[index].kind == .number else { continue }
      let points = reading.bytes(ofToken: index, inBlock: sentence.block).filter { $0 == 0x2E }.count
      if points >= 2 || points == 1 && model.facets.isWrappedTool && index >= last { return index }
    }
    return nil
  }

  /// "version 1.2", "revision 8a3f2c1", `v2.0.1`, right behind the name or in code.
  func version() -> DetailFinding? {
    hit(of: .version, .near) { sentence, hit in
      let next = hit.tokens.upperBound
      if isSaidOfWeights(hit.tokens, sentence) { return true }
      guard naming.contains(sentence) || isCode(sentence) else { return false }
      return next < reading.sentences[sentence].tokens.upperBound
        && (isVersionNumber(next, sentence) || revisionEnd(behind: hit.tokens, sentence) != nil)
        && isBehindName(hit.tokens, sentence)
    }.map { sentence, hit in
      if let start = dateStart(before: hit.tokens, sentence) { return present(start..<hit.tokens.upperBound, sentence) }
      let end = revisionEnd(behind: hit.tokens, sentence) ?? versionEnd(hit.tokens.upperBound, sentence)
      return present(hit.tokens.lowerBound..<end, sentence)
    }
  }

  /// Where a version ends that begins at a token: "2024-05-13", "2.0-rc1".
  private func versionEnd(_ start: Int, _ sentence: Int) -> Int {
    let last = reading.sentences[sentence].tokens.upperBound
    var end = start + 1
    while end < last, !reading.tokens[end].flags.isDisjoint(with: [.isHyphenated, .isJoined]),
      reading.tokens[end].kind == .number || reading.tokens[end].kind == .word
    { end += 1 }
    return end
  }

  /// "version 1.1 of the weights", "the 2024-08-06 release of the model": of what is spoken is said, not its name.
  private func isSaidOfWeights(_ tokens: Range<Int>, _ sentence: Int) -> Bool {
    let bounds = reading.sentences[sentence].tokens
    let isNumbered = tokens.upperBound < bounds.upperBound && isVersionNumber(tokens.upperBound, sentence)
    guard isNumbered || dateStart(before: tokens, sentence) != nil else { return false }
    let end = min(bounds.upperBound, tokens.upperBound + 5)
    guard let held = Self.holders.first(in: tokens.upperBound..<end, reading.tokens) else { return false }
    return held.lowerBound - tokens.upperBound <= 1 && isMine(tokens, sentence)
  }

  private static let holders = CueSet([
    "of the model", "of the weights", "of the network", "of the checkpoint", "of its weights", "of this model",
    "of the released weights", "of the pretrained weights", "of the pre trained weights",
  ])

  /// Where a hexadecimal revision of 7 to 40 characters ends that stands behind "revision" or "commit", at most three
  /// signs and words such as "hash" between; nil for none. A word of the letters a to f alone is none.
  private func revisionEnd(behind tokens: Range<Int>, _ sentence: Int) -> Int? {
    guard tokens.contains(where: { Self.revisionWords.contains(reading.tokens[$0].key) }) else { return nil }
    let bounds = reading.sentences[sentence].tokens
    let latest = min(tokens.upperBound + 4, bounds.upperBound)
    guard let start = (tokens.upperBound..<max(latest, tokens.upperBound)).first(where: { !isHashWord($0) }) else {
      return nil
    }
    let block = reading.sentences[sentence].block
    var length = 0
    var digits = 0
    var end = start
    while end < bounds.upperBound, end == start || reading.tokens[end].flags.contains(.isJoined) {
      let bytes = reading.bytes(ofToken: end, inBlock: block)
      guard bytes.allSatisfy({ Self.hexadecimal.contains($0) }) else { break }
      length += bytes.count
      if reading.tokens[end].kind == .number { digits += bytes.count }
      end += 1
    }
    if end < bounds.upperBound, reading.tokens[end].kind == .word, reading.tokens[end].flags.contains(.isJoined) {
      return nil
    }
    return (7...40).contains(length) && digits > 0 ? end : nil
  }

  private func isHashWord(_ index: Int) -> Bool {
    reading.tokens[index].kind == .punctuation || Self.hashWords.contains(reading.tokens[index].key)
  }

  private static let revisionWords = KeySet(Lexicon.keys(of: "revision commit checkpoint snapshot"))
  private static let hashWords = KeySet(Lexicon.keys(of: "hash id sha no number"))
  private static let hexadecimal = Set("0123456789abcdefABCDEF".utf8)

  /// Digits with a point, or a date.
  private func isVersionNumber(_ index: Int, _ sentence: Int) -> Bool {
    let bytes = reading.bytes(ofToken: index, inBlock: reading.sentences[sentence].block)
    return reading.tokens[index].kind == .number && (bytes.contains(0x2E) || bytes.count >= 4)
  }

  /// The model's name stands at most this many tokens before the words.
  private func isBehindName(_ tokens: Range<Int>, _ sentence: Int) -> Bool {
    model.mentions.contains { $0.sentence == sentence && abs($0.tokens.upperBound - tokens.lowerBound) <= 8 }
      && isMine(tokens, sentence)
  }

  /// A tool whose version a lockfile beside the manuscript pins.
  func pinnedTool() -> DetailFinding? {
    guard model.facets.isWrappedTool, let package = reading.pinnedPackages[model.name.lowercased()] else { return nil }
    return DetailFinding(state: .present, value: "\(package.name) \(package.version) (\(package.file))", span: nil)
  }
}
