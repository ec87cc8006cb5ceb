import ManuscriptAnalysis
import ReportingRules

/// A key of `colophon.toml`, as completion and hover show it.
package struct ConfigurationKey: Sendable {
  package struct Choice: Sendable {
    package let word: String
    package let meaning: String
  }

  /// What a value is made of.
  package enum Content: Sendable {
    case choice, ruleNames, modelNames, other
  }

  package let name: String
  /// The table it stands in, or empty.
  package let table: String
  package let summary: String
  package let content: Content
  /// The words that it may hold, where they are known.
  package let choices: [Choice]
  /// True for keys that are written as a header: `[severity]`.
  package let isTable: Bool

  private init(
    _ name: String, in table: String = "", _ summary: String, _ content: Content = .other, _ choices: [Choice] = [],
    isTable: Bool = false
  ) {
    self.name = name
    self.table = table
    self.summary = summary
    self.content = content
    self.choices = choices
    self.isTable = isTable
  }

  /// Every key, once, but for those that users choose: names under `severity`, macros under `macros`.
  package static let all: [ConfigurationKey] = [
    ConfigurationKey(
      "profile", "how severe each question is", .choice,
      [
        Choice(word: Profile.science.rawValue, meaning: "any natural-science manuscript"),
        Choice(word: Profile.clinicalLLM.rawValue, meaning: "studies of language models in medicine"),
        Choice(word: Profile.ml.rawValue, meaning: "machine-learning venues"),
      ]),
    ConfigurationKey(
      "stage", "how far the manuscript is", .choice,
      [
        Choice(word: Configuration.Stage.draft.rawValue, meaning: "hints only while there is no methods section"),
        Choice(word: Configuration.Stage.submission.rawValue, meaning: "every question has its full severity"),
      ]),
    ConfigurationKey("select", "show only these asks or details", .ruleNames),
    ConfigurationKey("ignore", "do not show these asks or details", .ruleNames),
    ConfigurationKey("discussed", "models that are only discussed", .modelNames),
    ConfigurationKey("not-models", "names that mean something else here", .modelNames),
    ConfigurationKey("extra-models", "models that the catalogue does not know, each with `name` and `aliases`"),
    ConfigurationKey(
      "severity", "the severity of an ask or a detail; it wins over the profile's", .choice, severities, isTable: true),
    ConfigurationKey(
      "macros", "which arguments of a LaTeX macro are prose", .choice,
      [
        Choice(word: "prose", meaning: "the argument is text that a reader sees"),
        Choice(word: "skip", meaning: "the argument is no text"),
      ], isTable: true),
    ConfigurationKey("overrides", "settings for the files that match a pattern", isTable: true),
    ConfigurationKey("files", in: "overrides", "patterns of paths, relative to this file's folder"),
    ConfigurationKey("ignore", in: "overrides", "asks or details that are not shown in these files", .ruleNames),
  ]

  private static let severities = [
    Choice(word: "error", meaning: "the work cannot be repeated without it"),
    Choice(word: "warning", meaning: "a reader would miss it"), Choice(word: "hint", meaning: "worth a thought"),
    Choice(word: "report-only", meaning: "in reports and inventories only"),
    Choice(word: "off", meaning: "the same as report-only"),
  ]

  /// The key of this name in a table; under `severity` and `macros` every name is one, and means what its table does.
  package static func named(_ name: String, in table: String) -> ConfigurationKey? {
    if table == "severity" || table == "macros" { return all.first { $0.name == table } }
    return all.first { $0.name == name && $0.table == table } ?? all.first { $0.name == name && $0.table.isEmpty }
  }
}
