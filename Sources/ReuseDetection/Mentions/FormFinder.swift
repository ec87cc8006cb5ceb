import Manuscripts
import ModelCatalogue

/// Names with the form of a model's that stand in single blocks and sentences, before they are looked up.
struct FormFinds: Sendable {
  struct Find: Sendable {
    /// The block or sentence it stands in.
    let unit: Int
    /// An identifier `org/name`, or a name.
    let text: String
  }

  /// Model pages that links point to.
  let addresses: Finds<Find>
  /// Arguments of loading calls, and identifiers beside words about models.
  let loaded: Finds<Find>
  /// Identifiers in typewriter text, which are models only where the catalogue has facts on them.
  let used: Finds<Find>
  /// Names in prose, by sentence.
  let inProse: Finds<Find>
  /// Names that titles of cited works begin with.
  let inTitles: [String]
  private let works: WorkTable

  init(in reading: ReadManuscript, after known: FormFinds?) {
    let finder = FormFinder(reading: reading)
    func moved(_ find: Find, _ shift: Finds<Find>.Shift) -> Find {
      Find(unit: find.unit + shift.units, text: find.text)
    }
    addresses = Finds(inBlocksOf: reading, after: known?.addresses, block: \.unit, moved: moved) {
      finder.appendAddresses(inBlock: $0, to: &$1)
    }
    loaded = Finds(inBlocksOf: reading, after: known?.loaded, block: \.unit, moved: moved) {
      finder.appendLoaded(inBlock: $0, to: &$1)
    }
    used = Finds(inBlocksOf: reading, after: known?.used, block: \.unit, moved: moved) {
      finder.appendUsed(inBlock: $0, to: &$1)
    }
    inProse = Finds(inSentencesOf: reading, after: known?.inProse, sentence: \.unit, moved: moved) {
      finder.appendNames(inSentence: $0, to: &$1)
    }
    works = reading.works
    if let known, known.works.hasTitles(of: reading.works) {
      inTitles = known.inTitles
    } else {
      inTitles = finder.namesInTitles()
    }
  }
}

/// Finds models that the catalogue does not know by the form of what is written about them.
///
/// Forms: hub addresses and ids, the argument of a loading call in code, names with a size (`Foo-7B`), "pre-trained
/// Foo", those of `CitedForms`, and cited works whose title begins with a name that the text uses.
private struct FormFinder {
  let reading: ReadManuscript

  /// Model pages that links point to; the id's last part is the name.
  func appendAddresses(inBlock index: Int, to finds: inout [FormFinds.Find]) {
    for mark in reading.manuscript.blocks[index].marks {
      guard case .link(let url) = mark.kind, let model = HubReference.model(ofPage: url) else { continue }
      finds.append(FormFinds.Find(unit: index, text: model))
    }
  }

  /// String literals of loading calls in code, and `org/name` in typewriter text beside words about models.
  func appendLoaded(inBlock index: Int, to finds: inout [FormFinds.Find]) {
    if reading.outlines[index].form == .code {
      let code = reading.manuscript.blocks[index].text.bytes[...]
      finds += LoadingCalls.literals(in: code).map { FormFinds.Find(unit: index, text: $0) }
      return
    }
    for mark in reading.manuscript.blocks[index].marks {
      guard case .code = mark.kind else { continue }
      let text = text(of: mark, inBlock: index)
      finds += LoadingCalls.literals(in: text).map { FormFinds.Find(unit: index, text: $0) }
      if HubIdentifier.isPlausible(text), speaksOfModels(mark, inBlock: index) {
        finds.append(FormFinds.Find(unit: index, text: String(decoding: text, as: UTF8.self)))
      }
    }
  }

  /// `org/name` in typewriter text.
  func appendUsed(inBlock index: Int, to finds: inout [FormFinds.Find]) {
    for mark in reading.manuscript.blocks[index].marks {
      guard case .code = mark.kind else { continue }
      let text = text(of: mark, inBlock: index)
      if HubIdentifier.isPlausible(text) {
        finds.append(FormFinds.Find(unit: index, text: String(decoding: text, as: UTF8.self)))
      }
    }
  }

  /// The text under a mark, which may begin with the space that was pending before it.
  private func text(of mark: Mark, inBlock index: Int) -> ArraySlice<UInt8> {
    reading.manuscript.blocks[index].text.bytes[mark.text].drop { $0 == 0x20 }
  }

  private func speaksOfModels(_ mark: Mark, inBlock block: Int) -> Bool {
    reading.blockSentences[block].contains { sentence in
      let tokens = reading.sentences[sentence].tokens
      guard let first = tokens.first, let last = tokens.last,
        Int(reading.tokens[first].start) <= mark.text.lowerBound, Int(reading.tokens[last].end) >= mark.text.upperBound
      else { return false }
      return reading.has(.pretrained, inSentence: sentence)
        || Self.modelWords.first(in: tokens, reading.tokens) != nil
    }
  }

  private static let modelWords = CueSet([
    "model", "models", "checkpoint", "encoder", "embeddings", "fine tuned", "llm",
  ])

  func appendNames(inSentence index: Int, to finds: inout [FormFinds.Find]) {
    let sentence = reading.sentences[index]
    switch reading.outlines[sentence.block].form {
    case .metadata, .code, .title: return
    case .heading, .paragraph, .listItem, .caption, .footnote, .quotation, .tableRow: break
    }
    let cited = CitedForms(reading)
    let declared = DeclaredForms(reading)
    let marks = reading.marks(inSentence: index)
    if marks.contains(.endsIdentifier) {
      for text in cited.identifiers(in: sentence) { finds.append(FormFinds.Find(unit: index, text: text)) }
    }
    if marks.contains(.beginsAuthors) {
      for text in cited.methodsOfAuthors(in: sentence) { finds.append(FormFinds.Find(unit: index, text: text)) }
    }
    reading.tokens.withUnsafeBufferPointer { tokens in
      let flags = Self.nameFlags
      for token in sentence.tokens where tokens[token].flags.intersection(flags) == .isCapitalised {
        guard tokens[token].kind == .word, tokens[token].end - tokens[token].start >= 3 else { continue }
        if isSized(token, end: sentence.tokens.upperBound)
          || hasInnerCapital(token, inBlock: sentence.block)
            && (followsPretrained(token, sentence: index) || cited.isModel(token, sentence: index))
          || declared.isModel(token, sentence: index)
        {
          let name = surface(from: token, end: sentence.tokens.upperBound, block: sentence.block)
          finds.append(FormFinds.Find(unit: index, text: name))
        } else if endsLikeModel(token, end: sentence.tokens.upperBound, block: sentence.block) {
          finds.append(
            FormFinds.Find(unit: index, text: reading.text(token..<(token + 1), inBlock: sentence.block)))
        }
      }
    }
  }

  /// Of these a word that begins a name has the first alone.
  private static let nameFlags: Token.Flags = [.isCapitalised, .isInMath, .isInLink, .isJoined, .isHyphenated]

  /// `Name-7B`: a number and a B for billions, joined, hang on the name; millions are data sets' sizes as often.
  private func isSized(_ index: Int, end: Int) -> Bool {
    guard index + 2 < end else { return false }
    let number = reading.tokens[index + 1]
    let unit = reading.tokens[index + 2]
    return number.kind == .number && number.flags.contains(.isHyphenated) && unit.flags.contains(.isJoined)
      && unit.range.count == 1 && unit.flags.contains(.isUpperCase) && Self.unitKeys.contains(unit.key)
  }

  private static let unitKeys = KeySet(Lexicon.keys(of: "b"))

  /// "pre-trained Name".
  private func followsPretrained(_ index: Int, sentence: Int) -> Bool {
    reading.cues(inSentence: sentence).contains {
      ($0.cue == .pretrained || $0.cue == .fineTuning) && $0.tokens.upperBound == index && $0.tokens.count <= 2
    }
  }

  /// "PlanktonBERT", "SoilCLIP": a word before the name of a kind of model.
  private func endsLikeModel(_ index: Int, end: Int, block: Int) -> Bool {
    guard reading.tokens[index].flags.contains(.hasCapitals) else { return false }
    // "SoilCLIP-X" is another name, "SoilCLIP's" the same.
    if index + 1 < end {
      let next = reading.tokens[index + 1]
      let isLong = next.range.count > 1 || next.flags.contains(.isCapitalised)
      if next.flags.contains(.isHyphenated), isLong { return false }
    }
    let bytes = reading.bytes(ofToken: index, inBlock: block)
    return Self.tails.contains { bytes.count >= $0.count + 3 && bytes.suffix($0.count).elementsEqual($0) }
  }

  private static let tails = ["BERT", "BERTa", "LLaMA", "CLIP"].map { Array($0.utf8) }

  private func hasInnerCapital(_ index: Int, inBlock block: Int) -> Bool {
    guard reading.tokens[index].flags.contains(.hasCapitals) else { return false }
    return reading.bytes(ofToken: index, inBlock: block).count { (0x61...0x7A).contains($0) } >= 2
  }

  /// The name from its first token over everything hung on it.
  private func surface(from start: Int, end: Int, block: Int) -> String {
    var last = start
    while let next = NameBorders.successor(of: last, in: reading.tokens, end: end) {
      let flags = reading.tokens[next].flags
      guard flags.contains(.isHyphenated) || flags.contains(.isJoined) else { break }
      last = next
    }
    return reading.text(start..<(last + 1), inBlock: block)
  }

  /// "Name: a model for …" among the cited works, when the title speaks of a learned model.
  func namesInTitles() -> [String] {
    var names: [(key: String, name: String)] = []
    for work in reading.works.all {
      if let name = CitedTitle.modelName(in: work.title) { names.append((work.key, name)) }
    }
    return names.sorted { $0.key < $1.key }.map(\.name)
  }
}

/// The names found by their form that the catalogue does not know, each once, ready to be looked for everywhere.
struct FormNames {
  private(set) var names: [UserModel] = []
  private let catalogue: Catalogue
  private var seen: Set<UInt64> = []

  init(_ finds: FormFinds, in reading: ReadManuscript, _ catalogue: Catalogue) {
    self.catalogue = catalogue
    for find in finds.addresses.values + finds.loaded.values { add(identifier: find.text) }
    for find in finds.used.values where !catalogue.facts(on: find.text, .licence).isEmpty { add(identifier: find.text) }
    for find in finds.inProse.values where reading.sectionKind(ofSentence: find.unit) != .references {
      add(name: find.text)
    }
    for name in finds.inTitles { add(name: name) }
  }

  /// Adds `org/name` under both spellings.
  private mutating func add(identifier: String) {
    guard let last = identifier.split(separator: "/").last.map(String.init), last.utf8.count >= 4 else { return }
    add(name: last, aliases: last == identifier ? [] : [identifier])
  }

  private mutating func add(name: String, aliases: [String] = []) {
    var walk = NameWalk()
    walk.append(name.utf8)
    guard walk.keyBytes.count >= 3, catalogue.lookup(walk.key.hash).entries.isEmpty, !beginsWithKnownName(name) else {
      return
    }
    guard seen.insert(walk.key.hash).inserted, !NotAModel.covers(name) else { return }
    names.append(UserModel(name: name, aliases: aliases))
  }

  /// True when the catalogue's name and a size make up the whole: the catalogue's reading is then the better one.
  private func beginsWithKnownName(_ name: String) -> Bool {
    var walk = NameWalk()
    for part in name.split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == " " || $0 == ":" || $0 == "/" }).prefix(3)
    {
      walk.append(part.utf8)
      guard walk.keyBytes.count >= 3, !catalogue.lookup(walk.key.hash).entries.isEmpty else { continue }
      if walk.keyBytes.count >= 4 || isSize(name.utf8.count - part.utf8.count) { return true }
    }
    return false
  }

  /// "ViT-L": no more than a letter or two are left of the name.
  private func isSize(_ rest: Int) -> Bool {
    rest <= 3
  }
}

/// Names with the form of a model's that are something else.
enum NotAModel {
  /// Data sets, libraries and services, in lower case.
  static let names: Set<String> = [
    "imagenet", "wordnet", "laion", "physionet", "shapenet", "modelnet", "conceptnet", "framenet", "bigearthnet",
    "musicnet",
    "pytorch", "tensorflow", "keras", "huggingface", "github", "gitlab", "openai", "deepmind", "anthropic", "jax",
    "timm",
    "transformers", "scikit-learn", "python", "numpy", "cuda", "lora", "qlora", "adam", "adamw", "relu", "gelu", "coco",
    "pubmed", "biorxiv", "arxiv", "medrxiv", "kaggle", "zenodo", "figshare", "javascript", "matlab", "latex", "bibtex",
    "colab", "jupyter", "docker", "ollama", "langchain", "faiss", "vllm", "wandb",
  ]

  /// True for such a name, with or without a size.
  static func covers(_ name: String) -> Bool {
    let lower = name.lowercased()
    return names.contains(lower) || lower.split(separator: "-").first.map { names.contains(String($0)) } ?? false
  }
}
