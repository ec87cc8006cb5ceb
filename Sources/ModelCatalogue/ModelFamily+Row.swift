extension ModelFamily {
  /// Reads a row of `families.tsv`; fields that are not there count as empty.
  init(fields: [UnsafeBufferPointer<UInt8>]) {
    func field(_ index: Int) -> String { index < fields.count ? String(decoding: fields[index], as: UTF8.self) : "" }
    func list(_ index: Int) -> [String] {
      guard index < fields.count else { return [] }
      let field = fields[index]
      var items: [String] = []
      var start = 0
      for end in 0...field.count where end == field.count || field[end] == 0x7C {
        let item = UnsafeBufferPointer(rebasing: field[start..<end])
        if !item.isEmpty { items.append(String(decoding: item, as: UTF8.self)) }
        start = end + 1
      }
      return items
    }
    func fact(_ value: Int, _ status: Int) -> Fact {
      Fact(field(value), Fact.Status(rawValue: field(status)) ?? .unconfirmed)
    }
    self.init(
      name: field(0), aliases: list(1), modality: field(2), kind: Kind(rawValue: field(3)) ?? .weights,
      isClosed: field(4) != "open", variants: list(5), hub: fact(6, 7), paper: fact(8, 9), year: Int(field(10)),
      licence: fact(11, 12), ambiguity: Ambiguity(rawValue: field(13)) ?? .none, collidesWith: list(14),
      positiveCues: list(15),
      negativeCues: list(16), isNamedBySource: field(17) != "unconfirmed", source: field(18))
  }

  /// A model of which only the name is known.
  init(added model: UserModel) {
    self.init(
      name: model.name, aliases: model.aliases, modality: "", kind: .weights, isClosed: false, variants: [],
      hub: Fact("", .unconfirmed), paper: Fact("", .unconfirmed), year: nil, licence: Fact("", .unconfirmed),
      ambiguity: .none,
      collidesWith: [], positiveCues: [], negativeCues: [], isNamedBySource: false,
      source: "")
  }
}

extension ModelCheckpoint {
  /// Reads a row of `checkpoints.tsv`.
  init(fields: [String]) {
    func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
    self.init(
      id: field(0), family: field(1), host: field(2), released: field(4), source: field(6),
      isListed: field(5) == "listed", isPinned: Self.isPinned(field(0), family: field(1)))
  }

  /// The id without the names that lists of several hosts put before it; nil for an account's own fine-tuned model.
  package var writtenID: String? {
    guard !id.hasPrefix("ft:") else { return nil }
    guard let slash = id.firstIndex(of: "/") else { return id }
    let isListsOwn = host == "helm" || host == "api:" + id[..<slash]
    return isListsOwn ? String(id[id.index(after: slash)...]) : id
  }

  /// True when an id pins one state: by a date of at least four digits, a weight file, or a version at the end that is
  /// not the family's own: `all-mpnet-base-v2`, `ada-002`, but not `phikon-v2` or `deberta-v3-small`.
  package static func isPinned(_ id: String, family: String) -> Bool {
    let name = id.split(separator: "/").last.map(String.init) ?? id
    if [".pt", ".pth", ".ckpt", ".h5", ".bin", ".safetensors", ".model"].contains(where: name.hasSuffix) {
      return true
    }
    let parts = name.lowercased().split { $0 == "-" || $0 == "_" || $0 == "@" }
    if parts.contains(where: { $0.count >= 4 && $0.count <= 8 && $0.allSatisfy(\.isNumber) }) { return true }
    let isGeneration = family.split(separator: "-").count < 3
    guard let last = parts.last, !isGeneration || !family.lowercased().hasSuffix(last) else { return false }
    if last.count == 3, last.allSatisfy(\.isNumber) { return true }
    return last.first == "v" && last.count >= 2 && last.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
  }
}
