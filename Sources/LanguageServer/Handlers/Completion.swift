import LanguageServerWire
import ManuscriptAnalysis
import ReportingRules

extension Session {
  /// The words of a `colophon:` comment and the names of asks and details in one or in `colophon.toml`.
  mutating func completions(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params[path: "textDocument", "uri"].string, let document = documents[uri],
      let offset = document.positions.offset(of: params["position"])
    else { throw RPCError(.invalidParams, "the document is not open, or the position is none") }
    moveCaret(params)
    var start = offset
    while start > 0, document.bytes[start - 1] != 0x0A, document.bytes[start - 1] != 0x0D { start -= 1 }
    let line = String(decoding: document.bytes[start..<offset], as: UTF8.self)
    let isSettings = document.path.hasSuffix("/colophon.toml")
    guard isSettings || line.contains("%") || line.contains("<!--") else { return [] }
    if isSettings { return isInsideValue(line) ? .array(Self.names) : [] }
    guard let sign = line.firstRange(of: "colophon:") else { return [] }
    let words = line[sign.upperBound...].split(separator: " ", omittingEmptySubsequences: true)
    let isFirst = words.isEmpty || words.count == 1 && !line.hasSuffix(" ")
    return .array(isFirst ? Self.actions : Self.names)
  }

  /// True inside a quoted string of a list, or at a key of a table such as `[severity]`.
  private func isInsideValue(_ line: String) -> Bool {
    line.filter { $0 == "\"" }.count % 2 == 1 || !line.contains("=")
  }

  private static let actions: [JSONValue] = Directives.actionNames.map { name in
    ["label": .string(name), "kind": 14]
  }

  private static let names: [JSONValue] = RuleNames.all.map { name in
    .compact([
      "label": .string(name), "kind": 20,
      "documentation": RulePage.markdown(named: name).map { ["kind": "markdown", "value": .string($0)] } ?? .null,
    ])
  }
}
