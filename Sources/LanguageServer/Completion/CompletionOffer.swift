import LanguageServerWire

/// What may stand at a caret.
struct CompletionOffer {
  /// Items that a list has at most: nobody reads more, and each keystroke sends it anew.
  static let limit = 60

  struct Item {
    let label: String
    let text: String
    /// What the client compares with the typed text.
    let filter: String
    let kind: Kind
    let detail: String
    /// What `completionItem/resolve` makes the documentation from.
    let source: JSONValue

    /// Kinds of the protocol, as far as they are used.
    enum Kind: Int {
      case property = 10
      case value = 12
      case keyword = 14
      case enumMember = 20
    }

    init(
      _ label: String, _ kind: Kind, text: String? = nil, filter: String? = nil, detail: String = "",
      source: JSONValue = .null
    ) {
      self.label = label
      self.text = text ?? label
      self.filter = filter ?? label
      self.kind = kind
      self.detail = detail
      self.source = source
    }
  }

  /// The bytes that an item takes the place of.
  let range: Range<Int>
  let items: [Item]
  /// True when more letters may bring items that are not in the list.
  let isIncomplete: Bool

  /// The `CompletionList`, in the order of the items.
  func json(in positions: TextPositions) -> JSONValue {
    let shown = items.prefix(Self.limit)
    let range = positions.json(of: range)
    let list = shown.enumerated().map { index, item -> JSONValue in
      let order = String(index)
      return .compact([
        "label": .string(item.label), "kind": .integer(item.kind.rawValue),
        "detail": item.detail.isEmpty ? .null : .string(item.detail),
        "sortText": .string(String(repeating: "0", count: max(0, 3 - order.count)) + order),
        "filterText": item.filter == item.label ? .null : .string(item.filter),
        "textEdit": ["range": range, "newText": .string(item.text)], "data": item.source,
      ])
    }
    return ["isIncomplete": .bool(isIncomplete || items.count > Self.limit), "items": .array(list)]
  }
}
