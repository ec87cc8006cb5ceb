import Manuscripts
import ModelCatalogue

/// Finds models that the catalogue does not know by the form of what is written about them.
///
/// Forms: hub addresses and ids, the argument of a loading call in code, names with a size (`Foo-7B`), "pre-trained
/// Foo", and cited works whose title begins with a name that the text uses.
struct FormFinder {
  /// The names found, each once, ready to be looked for everywhere.
  private(set) var names: [UserModel] = []

  private let reading: ReadManuscript
  private let catalogue: Catalogue
  private var seen: Set<UInt64> = []

  init(_ reading: ReadManuscript, _ catalogue: Catalogue) {
    self.reading = reading
    self.catalogue = catalogue
    addHubAddresses()
    addLoadedIdentifiers()
    addNamesInProse()
    addNamesFromTitles()
  }

  /// Model pages that links point to; the id's last part is the name.
  private mutating func addHubAddresses() {
    for block in reading.manuscript.blocks {
      for mark in block.marks {
        guard case .link(let url) = mark.kind, let hub = HubReference.parse(url: Array(url.utf8)),
          hub.strength == .strong, let model = hub.model
        else { continue }
        add(identifier: model)
      }
    }
  }

  /// String literals of loading calls in code, and `org/name` in typewriter text beside words about models.
  private mutating func addLoadedIdentifiers() {
    for (index, block) in reading.manuscript.blocks.enumerated() {
      if case .code = block.kind {
        for literal in LoadingCalls.literals(in: block.text.bytes) { add(identifier: literal) }
        continue
      }
      for mark in block.marks where mark.kind == .code {
        let text = String(decoding: block.text.bytes[mark.text], as: UTF8.self)
        for literal in LoadingCalls.literals(in: Array(text.utf8)) { add(identifier: literal) }
        if HubIdentifier.isPlausible(text), speaksOfModels(mark, inBlock: index) { add(identifier: text) }
      }
    }
  }

  private func speaksOfModels(_ mark: Mark, inBlock block: Int) -> Bool {
    reading.blockSentences[block].contains { sentence in
      let tokens = reading.sentences[sentence].tokens
      guard let first = tokens.first, let last = tokens.last,
        Int(reading.tokens[first].start) <= mark.text.lowerBound, Int(reading.tokens[last].end) >= mark.text.upperBound
      else { return false }
      return reading.has(.pretrained, inSentence: sentence)
        || !Self.modelWords.matches(in: tokens, reading.tokens).isEmpty
    }
  }

  private static let modelWords = CueSet([
    "model", "models", "checkpoint", "encoder", "embeddings", "fine tuned", "llm",
  ])

  private mutating func addNamesInProse() {
    for (index, sentence) in reading.sentences.enumerated() {
      let block = reading.manuscript.blocks[sentence.block]
      switch block.kind {
      case .metadata, .code, .title: continue
      case .heading, .paragraph, .listItem, .caption, .footnote, .quotation, .tableRow: break
      }
      if reading.manuscript.sections[block.section].kind == .references { continue }
      for token in sentence.tokens where isName(token) {
        if isSized(token, end: sentence.tokens.upperBound) || followsPretrained(token, sentence: index) {
          add(name: surface(from: token, end: sentence.tokens.upperBound, block: sentence.block))
        }
      }
    }
  }

  /// A word with a capital inside or a digit hung on, at which a name may begin.
  private func isName(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    guard token.kind == .word, token.flags.contains(.isCapitalised), token.range.count >= 3,
      !token.flags.contains(.isInMath), !token.flags.contains(.isInLink)
    else { return false }
    return !token.flags.contains(.isJoined) && !token.flags.contains(.isHyphenated)
  }

  /// `Name-7B`: a number and a B for billions, joined, hang on the name; millions are data sets' sizes as often.
  private func isSized(_ index: Int, end: Int) -> Bool {
    guard index + 2 < end else { return false }
    let number = reading.tokens[index + 1]
    let unit = reading.tokens[index + 2]
    return number.kind == .number && number.flags.contains(.isHyphenated) && unit.flags.contains(.isJoined)
      && unit.range.count == 1 && unit.flags.contains(.isUpperCase) && Self.unitKeys.contains(unit.key)
  }

  private static let unitKeys = Set(Lexicon.keys(of: "b"))

  /// "pre-trained Name", where the name has the mixed case of one.
  private func followsPretrained(_ index: Int, sentence: Int) -> Bool {
    guard hasInnerCapital(index, inBlock: reading.sentences[sentence].block) else { return false }
    return reading.cues(inSentence: sentence).contains {
      ($0.cue == .pretrained || $0.cue == .fineTuning) && $0.tokens.upperBound == index && $0.tokens.count <= 2
    }
  }

  private func hasInnerCapital(_ index: Int, inBlock block: Int) -> Bool {
    let bytes = reading.bytes(ofToken: index, inBlock: block)
    let capitals = bytes.filter { (0x41...0x5A).contains($0) }.count
    let lower = bytes.filter { (0x61...0x7A).contains($0) }.count
    return capitals >= 2 && lower >= 2
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
  private mutating func addNamesFromTitles() {
    for work in reading.works.values.sorted(by: { $0.key < $1.key }) {
      guard let name = CitedTitle.modelName(in: work.title) else { continue }
      add(name: name)
    }
  }

  /// Adds `org/name` under both spellings.
  private mutating func add(identifier: String) {
    guard let last = identifier.split(separator: "/").last.map(String.init), last.utf8.count >= 4 else { return }
    add(name: last, aliases: last == identifier ? [] : [identifier])
  }

  private mutating func add(name: String, aliases: [String] = []) {
    var walk = NameWalk()
    walk.append(ArraySlice(name.utf8), afterSpace: false)
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
      walk.append(ArraySlice(part.utf8), afterSpace: false)
      if walk.keyBytes.count >= 4, !catalogue.lookup(walk.key.hash).entries.isEmpty { return true }
    }
    return false
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
