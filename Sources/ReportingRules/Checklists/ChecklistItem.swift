import ReuseDetection

/// One item of a checklist, in our own words, with what Colophon can say about it.
package struct ChecklistItem: Sendable, Equatable {
  /// Its name in overrides and JSON, unique in its checklist: the number in lower case, or a few words.
  package let key: String
  /// The number that the standard gives it, where a public copy confirms that number; else nil.
  package let number: String?
  /// What the item asks for.
  package let topic: String
  /// The details that answer it; empty when Colophon cannot judge it.
  package let details: [Detail]
  /// What of the item Colophon does not look at; why it looks at nothing where it has no details; or empty.
  package let limit: String

  package var isJudged: Bool { !details.isEmpty }

  /// An item that details answer, with its number.
  static func number(_ number: String, _ topic: String, _ details: [Detail], not limit: String = "") -> ChecklistItem {
    ChecklistItem(key: number.lowercased(), number: number, topic: topic, details: details, limit: limit)
  }

  /// An item that details answer and whose number is not confirmed.
  static func key(_ key: String, _ topic: String, _ details: [Detail], not limit: String = "") -> ChecklistItem {
    ChecklistItem(key: key, number: nil, topic: topic, details: details, limit: limit)
  }

  /// An item that only a person can judge.
  static func person(_ key: String, number: String? = nil, _ topic: String, because reason: String) -> ChecklistItem {
    ChecklistItem(key: key, number: number, topic: topic, details: [], limit: reason)
  }
}

/// The items of one part of a checklist.
package struct ChecklistSection: Sendable, Equatable {
  package let title: String
  package let items: [ChecklistItem]

  init(_ title: String, _ items: [ChecklistItem]) {
    self.title = title
    self.items = items
  }
}
