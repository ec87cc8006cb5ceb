/// How a text report looks.
package struct TextStyle: Sendable {
  package let isColoured: Bool
  /// Columns of the terminal.
  package let width: Int

  package init(isColoured: Bool, width: Int) {
    self.isColoured = isColoured
    self.width = width
  }
}

/// Questions to the author, for people and for programs, all manuscripts at once.
package enum LintReport {
  /// The report a person reads: manuscripts in order, errors first, a summary at the end.
  package static func text(_ results: [ManuscriptResult], style: TextStyle) -> String {
    TextFormat(style).whole(results)
  }

  /// Version 1 of the lint output; its schema is `docs/schemas/lint-1.schema.json`.
  package static func json(_ results: [ManuscriptResult]) -> String { JSONFormat().whole(results) }
}
