import ManuscriptAnalysis
import ManuscriptFiles
import Testing

/// The problems of a settings text.
private func problems(_ text: String) -> [String] {
  do {
    _ = try ConfigurationFile.configuration(text: text, path: "colophon.toml")
    return []
  } catch {
    guard case .configuration(let problems) = error else { return [error.message] }
    return problems
  }
}

@Test func everySettingIsRead() throws {
  let text = """
    profile = "ml"
    stage = "submission"
    select = ["which-weights", "model-license"]
    ignore = ["seed"]
    discussed = ["BERT"]
    not-models = ["SAM"]
    extra-models = [{ name = "FooNet", aliases = ["foo net"] }]
    [severity]
    optimizer = "hint"
    seed = "off"
    [macros]
    mine = ["skip", "prose"]
    [[overrides]]
    files = ["appendix/*"]
    ignore = ["cite-model"]
    """
  var expected = Configuration()
  expected.profile = .ml
  expected.stage = .submission
  expected.select = ["which-weights", "model-licence"]
  expected.ignore = ["seed"]
  expected.discussed = ["BERT"]
  expected.notModels = ["SAM"]
  expected.extraModels = [.init(name: "FooNet", aliases: ["foo net"])]
  expected.severities = ["optimiser": .hint, "seed": .reportOnly]
  expected.macroSignatures = ["mine": [false, true]]
  expected.fileOverrides = [.init(patterns: ["appendix/*"], ignore: ["cite-model"])]
  #expect(try ConfigurationFile.configuration(text: text, path: "colophon.toml") == expected)
}

@Test func everyMistakeIsReportedWithItsPlace() {
  let text = "profil = \"ml\"\nstage = \"final\"\n\n[severity]\n  model-version = \"loud\"\nsed = \"hint\"\n"
  #expect(
    problems(text) == [
      "colophon.toml:1:1: unknown key 'profil'; did you mean 'profile'?",
      "colophon.toml:2:1: 'stage' must be one of draft, submission, not 'final'",
      "colophon.toml:5:3: 'model-version' must be one of error, warning, hint, report-only, off, not 'loud'",
      "colophon.toml:6:1: unknown ask or detail 'sed'; did you mean 'seed'?",
    ])
}

@Test func wrongTypesAreNamed() {
  #expect(problems("select = \"seed\"\n") == ["colophon.toml:1:1: 'select' must be a list of strings"])
  #expect(problems("profile = 3\n") == ["colophon.toml:1:1: 'profile' must be a string"])
}

@Test func brokenSyntaxHasLineAndColumn() {
  #expect(problems("profile = \n").first?.hasPrefix("colophon.toml:1:11: not valid TOML") == true)
}
