/// The literals that loading calls in code name: `from_pretrained("org/name")`, `model="gpt-4-0613"`.
enum LoadingCalls {
  /// The string literals that follow a loading call or a `model` argument, in order.
  /// - Complexity: linear in the code.
  static func literals(in code: [UInt8]) -> [String] {
    var found: [String] = []
    var index = 0
    while index < code.count {
      guard let opener = openers.first(where: { starts($0, at: index, in: code) }) else {
        index += 1
        continue
      }
      index += opener.count
      guard let literal = literal(after: index, in: code) else { continue }
      if HubIdentifier.isPlausible(literal)
        || opener == modelArgument && literal.utf8.count <= 60 && literal.contains("-")
      {
        found.append(literal)
      }
    }
    return found
  }

  private static let modelArgument = Array("model=".utf8)

  private static let openers: [[UInt8]] =
    [
      "from_pretrained(", "SentenceTransformer(", "create_model(", "model_name=", "model_id=", "model_name_or_path=",
      "hf_hub_download(", "snapshot_download(", "checkpoint=", "pretrained_model=",
    ].map { Array($0.utf8) } + [modelArgument]

  private static func starts(_ opener: [UInt8], at index: Int, in code: [UInt8]) -> Bool {
    guard index + opener.count <= code.count, code[index] == opener[0] else { return false }
    return code[index..<(index + opener.count)].elementsEqual(opener)
  }

  /// The quoted text that follows after at most spaces and an argument's name, on the same line.
  private static func literal(after index: Int, in code: [UInt8]) -> String? {
    var start = index
    while start < code.count, code[start] == 0x20 || code[start] == 0x0A { start += 1 }
    guard start < code.count, code[start] == 0x22 || code[start] == 0x27 else { return nil }
    let quote = code[start]
    guard let end = code[(start + 1)...].prefix(120).firstIndex(of: quote) else { return nil }
    return String(decoding: code[(start + 1)..<end], as: UTF8.self)
  }
}

/// The form of a hub id: `org/name` that is no path.
enum HubIdentifier {
  static func isPlausible(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 96 else { return false }
    guard parts.allSatisfy({ $0.utf8.count >= 2 && $0.utf8.allSatisfy(isIdentifierByte) }) else { return false }
    guard let name = parts.last, name.contains("-") || name.contains("_") || name.contains(where: \.isNumber) else {
      return false
    }
    let suffix = name.split(separator: ".").last.map(String.init)?.lowercased() ?? ""
    return !(name.contains(".") && fileSuffixes.contains(suffix))
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
    guard let colon = title.firstIndex(of: ":") else { return nil }
    let name = String(title[..<colon])
    guard isName(name) else { return nil }
    let words = title[colon...].lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains(where: modelWords.contains) && !words.contains(where: dataWords.contains) ? name : nil
  }

  /// One word, or two, with a capital or digit inside.
  private static func isName(_ text: String) -> Bool {
    guard text.utf8.count >= 3, text.utf8.count <= 24, !text.contains(" ") else { return false }
    let capitals = text.utf8.filter { (0x41...0x5A).contains($0) }.count
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }.count
    return capitals >= 2 || capitals == 1 && digits >= 1
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
