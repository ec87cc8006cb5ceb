import ReportingRules

/// A value of a settings file, as TOML holds it.
package indirect enum SettingValue: Sendable, Equatable {
  case text(String)
  case toggle(Bool)
  case list([SettingValue])
  case table([SettingEntry])

  static func texts(_ words: some Sequence<String>) -> SettingValue { .list(words.map(SettingValue.text)) }

  /// True for an empty list or table.
  package var isEmpty: Bool {
    switch self {
    case .text, .toggle: false
    case .list(let items): items.isEmpty
    case .table(let entries): entries.isEmpty
    }
  }

  /// The value in TOML, on one line.
  package var toml: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .toggle(let isOn): isOn ? "true" : "false"
    case .list(let items): "[" + items.map(\.toml).joined(separator: ", ") + "]"
    case .table(let entries):
      entries.isEmpty ? "{}" : "{ " + entries.map { "\($0.toml)" }.joined(separator: ", ") + " }"
    }
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// A name with its value in a table.
package struct SettingEntry: Sendable, Equatable {
  package let name: String
  package let value: SettingValue

  init(_ name: String, _ value: SettingValue) {
    self.name = name
    self.value = value
  }

  var toml: String {
    let isBare = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
      default: false
      }
    }
    return (isBare && !name.isEmpty ? name : SettingValue.quoted(name)) + " = " + value.toml
  }
}

extension Configuration {
  /// Every setting with its value, in the order of `ConfigurationKey.all`; `extend` is none, as it is resolved.
  package var settings: [SettingEntry] {
    ConfigurationKey.inTable("").compactMap { key in value(of: key.name).map { SettingEntry(key.name, $0) } }
  }

  private func value(of key: String) -> SettingValue? {
    switch key {
    case "profile": .text(profile.pinnedName)
    case "stage": .text(stage.rawValue)
    case "require-reason": .toggle(requiresReason)
    case "select": .texts(select.sorted())
    case "ignore": .texts(ignore.sorted())
    case "exclude": .texts(exclude.map(\.pattern))
    case "discussed": .texts(discussed.sorted())
    case "not-models": .texts(notModels.sorted())
    case "extra-models":
      .list(
        extraModels.map {
          .table([SettingEntry("name", .text($0.name)), SettingEntry("aliases", .texts($0.aliases))])
        })
    case "severity":
      .table(severities.sorted { $0.key < $1.key }.map { SettingEntry($0.key, .text($0.value.rawValue)) })
    case "macros":
      .table(
        macroSignatures.sorted { $0.key < $1.key }.map { macro in
          SettingEntry(macro.key, .texts(macro.value.map { $0 ? "prose" : "skip" }))
        })
    case "overrides":
      .list(
        fileOverrides.map {
          .table([SettingEntry("files", .texts($0.patterns)), SettingEntry("ignore", .texts($0.ignore))])
        })
    default: nil
    }
  }
}
