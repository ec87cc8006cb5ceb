/// The literals that loading calls in code name: `from_pretrained("org/name")`, `model="gpt-4-0613"`.
enum LoadingCalls {
  /// The string literals that follow a loading call or a `model` argument, in order.
  /// - Complexity: linear in the code.
  static func literals(in code: ArraySlice<UInt8>) -> [String] {
    var found: [String] = []
    for index in code.indices where code[index] == 0x28 || code[index] == 0x3D {
      let head = code[...index]
      guard let opener = openers.first(where: { head.count >= $0.count && head.suffix($0.count).elementsEqual($0) }),
        let literal = literal(after: index + 1, in: code)
      else { continue }
      if HubIdentifier.isPlausible(literal)
        || opener == modelArgument && literal.count <= 60 && literal.contains(0x2D)
      {
        found.append(String(decoding: literal, as: UTF8.self))
      }
    }
    return found
  }

  private static let modelArgument = Array("model=".utf8)

  /// All end in a bracket or an equals sign and have none before it; the longer of two that end alike stands first.
  private static let openers: [[UInt8]] =
    [
      "from_pretrained(", "SentenceTransformer(", "create_model(", "model_name=", "model_id=", "model_name_or_path=",
      "hf_hub_download(", "snapshot_download(", "checkpoint=", "pretrained_model=",
    ].map { Array($0.utf8) } + [modelArgument]

  /// The quoted text that follows after at most spaces, on the same line.
  private static func literal(after index: Int, in code: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let rest = code[index...].drop { $0 == 0x20 || $0 == 0x0A }
    guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return nil }
    guard let end = rest.dropFirst().prefix(120).firstIndex(of: quote) else { return nil }
    return rest[(rest.startIndex + 1)..<end]
  }
}

/// The form of a hub id: `org/name` that is no path.
enum HubIdentifier {
  static func isPlausible(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 96, let slash = text.firstIndex(of: 0x2F) else { return false }
    let owner = text[..<slash]
    let name = text[(slash + 1)...]
    guard owner.count >= 2, name.count >= 2, owner.allSatisfy(isIdentifierByte), name.allSatisfy(isIdentifierByte),
      name.contains(where: { $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0) })
    else { return false }
    guard let suffix = name.split(separator: 0x2E).last, name.contains(0x2E) else { return true }
    return !fileSuffixes.contains(String(decoding: suffix, as: UTF8.self).lowercased())
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  private static let fileSuffixes: Set<String> = [
    "py", "csv", "tsv", "txt", "json", "md", "tex", "pt", "pth", "h5", "nii", "gz", "sh", "r", "ipynb", "yaml", "yml",
    "png", "pdf", "fasta", "bam", "sam", "xlsx", "zip", "toml", "js", "cpp", "bib",
  ]
}

/// What a cited work's title says about the model it presents.
enum CitedTitle {
  /// The name before the colon of "Name: a language model for …", when the rest speaks of a learned model.
  static func modelName(in title: String) -> String? {
    guard let colon = title.utf8.firstIndex(of: 0x3A), isName(title.utf8[..<colon]) else { return nil }
    let words = title[colon...].lowercased().split { !$0.isLetter }.map(String.init)
    guard words.contains(where: modelWords.contains), !words.contains(where: dataWords.contains) else { return nil }
    return String(title[..<colon])
  }

  /// One word with a capital or digit inside.
  private static func isName(_ text: Substring.UTF8View) -> Bool {
    guard text.count >= 3, text.count <= 24, !text.contains(0x20) else { return false }
    let capitals = text.count { (0x41...0x5A).contains($0) }
    return capitals >= 2 || capitals == 1 && text.contains { (0x30...0x39).contains($0) }
  }

  private static let modelWords: Set<String> = [
    "model", "models", "network", "networks", "pre", "pretraining", "pretrained", "transformer", "transformers",
    "language",
    "foundation", "convolutional", "neural", "learning", "autoencoder", "bert", "embeddings",
  ]

  private static let dataWords: Set<String> = [
    "dataset", "datasets", "benchmark", "corpus", "database", "library", "toolkit", "framework", "package", "challenge",
    "evaluation", "optimization", "method", "explanations",
  ]
}
