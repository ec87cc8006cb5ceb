extension ModelFamily {
  /// Reads a row of `families.tsv`; fields that are not there count as empty.
  init(fields: [String]) {
    func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
    func list(_ index: Int) -> [String] { field(index).split(separator: "|").map(String.init) }
    func fact(_ value: Int, _ status: Int) -> Fact {
      Fact(field(value), Fact.Status(rawValue: field(status)) ?? .unconfirmed)
    }
    self.init(
      name: field(0), aliases: list(1), modality: field(2), kind: Kind(rawValue: field(3)) ?? .weights,
      isClosed: field(4) != "open", variants: list(5), hub: fact(6, 7), paper: fact(8, 9), year: Int(field(10)),
      licence: fact(11, 12), ambiguity: Ambiguity(rawValue: field(13)) ?? .none, collidesWith: list(14),
      positiveCues: list(15),
      negativeCues: list(16), source: field(18))
  }

  /// A model of which only the name is known.
  init(added model: UserModel) {
    self.init(
      name: model.name, aliases: model.aliases, modality: "", kind: .weights, isClosed: false, variants: [],
      hub: Fact("", .unconfirmed), paper: Fact("", .unconfirmed), year: nil, licence: Fact("", .unconfirmed),
      ambiguity: .none,
      collidesWith: [], positiveCues: [], negativeCues: [], source: "")
  }
}

extension ModelCheckpoint {
  /// Reads a row of `checkpoints.tsv`.
  init(fields: [String]) {
    func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
    self.init(
      id: field(0), family: field(1), host: field(2), released: field(4), retired: field(5), source: field(7),
      isListed: field(6) == "listed", isPinned: Self.isPinned(field(0)))
  }

  /// A date of at least four digits, a version such as `v2` or `L6-v2`, or a weight file pins one state.
  private static func isPinned(_ id: String) -> Bool {
    let name = id.split(separator: "/").last.map(String.init) ?? id
    if [".pt", ".pth", ".ckpt", ".h5", ".bin", ".safetensors", ".model"].contains(where: name.hasSuffix) {
      return true
    }
    for part in name.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == "@" }) {
      if part.count >= 4, part.count <= 8, part.allSatisfy(\.isNumber) { return true }
      if part.first == "v", part.count >= 2, part.dropFirst().allSatisfy({ $0.isNumber || $0 == "." }) { return true }
    }
    return false
  }
}
