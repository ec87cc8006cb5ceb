import ReportingRules

/// A key of `colophon.toml`: the one table that reading, completion, the schema, `config show` and `init` go by.
package struct ConfigurationKey: Sendable {
  package struct Choice: Sendable {
    package let word: String
    package let meaning: String
  }

  /// What a value is made of.
  package enum Content: Sendable {
    /// One of the choices; in a table, under names that users choose.
    case choice
    /// Lists of names of asks or details, of models, or of patterns of paths.
    case ruleNames, modelNames, patterns
    case toggle
    case path
    /// A list of tables, or a table, that is read by its own rules.
    case other
  }

  /// What becomes of the value of an extended file.
  package enum Inheritance: Sendable {
    /// The extending file's value takes its place.
    case replaced
    /// Lists go on, tables are joined name by name.
    case joined
  }

  package let name: String
  /// The table it stands in, or empty.
  package let table: String
  package let summary: String
  package let content: Content
  package let inheritance: Inheritance
  /// The words that it may hold, where they are known.
  package let choices: [Choice]
  /// True for keys that are written as a header: `[severity]`.
  package let isTable: Bool
  /// True for keys without which their table means nothing.
  package let isRequired: Bool
  /// Lines of TOML that show how it is used.
  package let example: String

  private init(
    _ name: String, in table: String = "", _ summary: String, _ content: Content = .other, _ choices: [Choice] = [],
    _ inheritance: Inheritance = .replaced, isTable: Bool = false, isRequired: Bool = false, example: String = ""
  ) {
    self.name = name
    self.table = table
    self.summary = summary
    self.content = content
    self.choices = choices
    self.inheritance = inheritance
    self.isTable = isTable
    self.isRequired = isRequired
    self.example = example
  }

  /// Every key, once, but for those that users choose: names under `severity`, macros under `macros`.
  package static let all: [ConfigurationKey] = [
    ConfigurationKey(
      "extend", "a settings file whose settings hold where this one says nothing; relative to this file", .path,
      example: "extend = \"../colophon.toml\""),
    ConfigurationKey(
      "profile", "how severe each question is", .choice,
      Profile.allCases.map { Choice(word: $0.rawValue, meaning: $0.audience.readers) }
        + Profile.pinned.map { Choice(word: $0.pinnedName, meaning: "the same for good, in edition \($0.edition)") },
      example: "profile = \"science\""),
    ConfigurationKey(
      "stage", "how far the manuscript is", .choice,
      [
        Choice(word: Configuration.Stage.draft.rawValue, meaning: "hints only while there is no methods section"),
        Choice(word: Configuration.Stage.submission.rawValue, meaning: "every question has its full severity"),
      ], example: "stage = \"draft\""),
    ConfigurationKey(
      "require-reason", "report comments that silence a question without ` -- reason`", .toggle,
      example: "require-reason = true"),
    ConfigurationKey("select", "show only these asks or details", .ruleNames, example: "select = [\"which-weights\"]"),
    ConfigurationKey("ignore", "do not show these asks or details", .ruleNames, example: "ignore = [\"seed\"]"),
    ConfigurationKey(
      "exclude",
      "patterns of manuscripts that are not linted, also when they are named; relative to this file's folder",
      .patterns, [], .joined, example: "exclude = [\"old/**\"]"),
    ConfigurationKey(
      "discussed", "models that are only discussed", .modelNames, [], .joined, example: "discussed = [\"BERT\"]"),
    ConfigurationKey(
      "not-models", "names that mean something else here", .modelNames, [], .joined, example: "not-models = [\"SAM\"]"),
    ConfigurationKey(
      "extra-models", "models that the catalogue does not know, each with `name` and `aliases`", .other, [], .joined,
      example: "extra-models = [{ name = \"FooNet\", aliases = [\"foo net\"] }]"),
    ConfigurationKey("name", in: "extra-models", "the model's name", isRequired: true),
    ConfigurationKey("aliases", in: "extra-models", "other spellings of the name", .modelNames),
    ConfigurationKey(
      "severity", "the severity of an ask or a detail; it wins over the profile's", .choice, severities, .joined,
      isTable: true, example: "[severity]\nmodel-licence = \"hint\""),
    ConfigurationKey(
      "macros", "which arguments of a LaTeX macro are prose", .choice,
      [
        Choice(word: "prose", meaning: "the argument is text that a reader sees"),
        Choice(word: "skip", meaning: "the argument is no text"),
      ], .joined, isTable: true, example: "[macros]\nmymacro = [\"skip\", \"prose\"]"),
    ConfigurationKey(
      "overrides", "settings for the files that match a pattern", .other, [], .joined, isTable: true,
      example: "[[overrides]]\nfiles = [\"appendix/*\"]\nignore = [\"cite-model\"]"),
    ConfigurationKey(
      "files", in: "overrides", "patterns of paths, relative to this file's folder", .patterns, isRequired: true),
    ConfigurationKey(
      "ignore", in: "overrides", "asks or details that are not shown in these files", .ruleNames, isRequired: true),
  ]

  private static let severities = [
    Choice(word: "error", meaning: "the work cannot be repeated without it"),
    Choice(word: "warning", meaning: "a reader would miss it"), Choice(word: "hint", meaning: "worth a thought"),
    Choice(word: "report-only", meaning: "in reports and inventories only"),
    Choice(word: "off", meaning: "the same as report-only"),
  ]

  /// The keys of a table, or those that stand in none.
  package static func inTable(_ table: String) -> [ConfigurationKey] { all.filter { $0.table == table } }

  /// The key of this name in a table; under `severity` and `macros` every name is one, and means what its table does.
  package static func named(_ name: String, in table: String) -> ConfigurationKey? {
    if table == "severity" || table == "macros" { return all.first { $0.name == table } }
    return all.first { $0.name == name && $0.table == table } ?? all.first { $0.name == name && $0.table.isEmpty }
  }
}
