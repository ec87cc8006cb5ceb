import LanguageServerWire
import ManuscriptAnalysis
import ReportingRules

extension SettingsPlace {
  /// What may stand at a caret in `colophon.toml`, given the names of the models of open manuscripts.
  static func offer(in bytes: [UInt8], at offset: Int, models: [String]) -> CompletionOffer? {
    let place = SettingsPlace(in: bytes, at: offset)
    let word = NameBytes.word(in: bytes, at: offset)?.range ?? offset..<offset
    switch place.kind {
    case .comment: return nil
    case .header:
      let tables = ConfigurationKey.all.filter(\.isTable).map {
        CompletionOffer.Item($0.name, .property, source: source($0))
      }
      return CompletionOffer(range: word, items: tables, isIncomplete: false)
    case .key:
      return CompletionOffer(range: word, items: place.keys(isAssigned: isAssigned(bytes, word)), isIncomplete: false)
    case .string, .value:
      let quote = place.kind == .value ? "\"" : ""
      let items = place.values(models: models).map { item in
        CompletionOffer.Item(
          item.label, item.kind, text: quote + item.label + quote, detail: item.detail, source: item.source)
      }
      let range = place.kind == .string ? min(place.start, offset)..<max(word.upperBound, offset) : word
      return CompletionOffer(range: range, items: items, isIncomplete: false)
    }
  }

  /// True when an equals sign follows on the line.
  private static func isAssigned(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    bytes[word.upperBound...].prefix { $0 != 0x0A }.contains(0x3D)
  }

  private static func source(_ key: ConfigurationKey) -> JSONValue {
    ["key": .string(key.name), "table": .string(key.table)]
  }

  private func keys(isAssigned: Bool) -> [CompletionOffer.Item] {
    let sign = isAssigned ? "" : " = "
    if table == "severity" {
      return RuleNames.all.map { .init($0, .enumMember, text: $0 + sign, source: ["name": .string($0)]) }
    }
    let own = ConfigurationKey.all.filter { $0.table == table && !($0.isTable && table.isEmpty) }
    return own.map { .init($0.name, .property, text: $0.name + sign, source: Self.source($0)) }
  }

  private func values(models: [String]) -> [CompletionOffer.Item] {
    let name = table == "severity" || table == "macros" ? table : key
    guard let known = ConfigurationKey.named(name, in: table) else { return [] }
    switch known.content {
    case .choice: return known.choices.map { .init($0.word, .enumMember, detail: $0.meaning) }
    case .ruleNames: return RuleNames.all.map { .init($0, .enumMember, source: ["name": .string($0)]) }
    case .modelNames: return models.map { .init($0, .value) }
    case .toggle, .path, .patterns, .other: return []
    }
  }
}
