import ReportingRules

/// The formats of `colophon lint`, by the names that the command line has for them.
package enum LintFormatName: String, Sendable, CaseIterable {
  /// Each question with its line, reason and remedy, for people.
  case text
  /// A line a question, for people and for tools that read compilers' messages.
  case concise
  case json, sarif, github, gitlab, junit, rdjson
  /// A summary for one comment on a change.
  case markdown

  /// - Parameters:
  ///   - style: how text looks; the formats for programs have no style.
  ///   - bar: the severity from which on a question fails the run; nil where none does.
  ///   - version: the program's.
  package func format(style: TextStyle, bar: Severity?, version: String) -> any LintFormat {
    switch self {
    case .text: TextFormat(style)
    case .concise: ConciseFormat(style)
    case .json: JSONFormat()
    case .sarif: SARIFFormat(version: version)
    case .github: GitHubFormat()
    case .gitlab: GitLabFormat()
    case .junit: JUnitFormat(bar: bar)
    case .rdjson: RDJSONFormat()
    case .markdown: MarkdownFormat()
    }
  }
}
