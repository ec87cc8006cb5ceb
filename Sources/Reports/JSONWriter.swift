import ManuscriptAnalysis

/// Writes JSON with stable key order, two spaces a level.
package struct JSONWriter {
  package private(set) var text = ""
  private var depth = 0
  private var isFirst = true

  package init() {}

  /// A writer of one item of a list that is so many levels deep in a text that others write.
  init(depth: Int) { self.depth = depth }

  package mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) { container(key, "{", "}", body) }
  package mutating func array(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) { container(key, "[", "]", body) }

  package mutating func value(_ key: String? = nil, _ value: String) {
    begin(key)
    text += Self.quoted(value)
  }

  package mutating func value(_ key: String? = nil, _ value: Int) {
    begin(key)
    text += String(value)
  }

  package mutating func value(_ key: String, _ value: Bool) {
    begin(key)
    text += value ? "true" : "false"
  }

  /// A string, or null.
  package mutating func optional(_ key: String, _ value: String?) {
    begin(key)
    text += value.map(Self.quoted) ?? "null"
  }

  package mutating func strings(_ key: String, _ values: [String]) {
    begin(key)
    text += "[" + values.map(Self.quoted).joined(separator: ", ") + "]"
  }

  /// A value of a settings file.
  package mutating func setting(_ key: String? = nil, _ value: SettingValue) {
    switch value {
    case .text(let text): self.value(key, text)
    case .toggle(let isOn):
      begin(key)
      text += isOn ? "true" : "false"
    case .list(let items): array(key) { writer in for item in items { writer.setting(nil, item) } }
    case .table(let entries): object(key) { writer in for entry in entries { writer.setting(entry.name, entry.value) } }
    }
  }

  private mutating func container(
    _ key: String?, _ opening: String, _ closing: String, _ body: (inout JSONWriter) -> Void
  ) {
    begin(key)
    text += opening
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newLine() }
    isFirst = false
    text += closing
  }

  private mutating func begin(_ key: String?) {
    if depth > 0 {
      if !isFirst { text += "," }
      newLine()
    }
    isFirst = false
    if let key { text += Self.quoted(key) + ": " }
  }

  private mutating func newLine() {
    text += "\n"
    for _ in 0..<depth { text += "  " }
  }

  private static func quoted(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }) else {
      return "\"" + value + "\""
    }
    var quoted = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
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
