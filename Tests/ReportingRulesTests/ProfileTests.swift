import Foundation
import ManuscriptAnalysis
import ReportingRules
import Reports
import ReuseDetection
import TestSupport
import Testing

private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Fixtures/profiles")

@Test(arguments: Profile.pinned) func anEditionOfAProfileKeepsWhatItGave(_ profile: Profile) throws {
  let file = folder.appendingPathComponent(ProfileRecord.fileName(profile))
  let record = try String(contentsOf: file, encoding: .utf8)
  #expect(ProfileRecord.text(profile) == record, "a change of severities needs another edition of the profile")
}

@Test func aProfileIsNamedWithOrWithoutItsEdition() throws {
  #expect(Profile(rawValue: "science") == .science)
  #expect(Profile(rawValue: "science@1") == .science)
  let first = try #require(Profile(rawValue: "clinical-llm@1"))
  #expect(first != .clinicalLLM)
  #expect(first.rawValue == "clinical-llm@1")
  #expect(Profile.clinicalLLM.rawValue == "clinical-llm")
  #expect(Profile.clinicalLLM.pinnedName == "clinical-llm@2")
  #expect(Profile.allCases.map(\.rawValue) == ["science", "clinical-llm", "ml", "clinical", "imaging"])
  for name in ["", "sciense", "science@", "science@0", "science@2", "science@one", "@1"] {
    #expect(Profile(rawValue: name) == nil)
  }
}

@Test func anUnknownProfileNamesTheNearest() {
  #expect(ProfileName.complaint(about: "sciense") == "unknown profile 'sciense'; did you mean 'science'?")
  #expect(ProfileName.complaint(about: "clinicl@2") == "unknown profile 'clinicl@2'; did you mean 'clinical@1'?")
  #expect(ProfileName.complaint(about: "ml@7") == "unknown profile 'ml@7'; its editions are 'ml@1' and 'ml@2'")
  #expect(
    ProfileName.complaint(about: "zzzzzzzz")
      == "unknown profile 'zzzzzzzz'; known are science, clinical-llm, ml, clinical, imaging")
}

@Test func aLaterRuleWeighsNothingInAnEarlierEdition() throws {
  let text = #"\section{Methods} We prompted GPT-4 to label each abstract."#
  var configuration = Configuration()
  configuration.profile = try #require(Profile(rawValue: "clinical-llm@1"))
  let before = AnalysisOfText.latex(text, configuration)
  configuration.profile = .clinicalLLM
  let after = AnalysisOfText.latex(text, configuration)
  #expect(before.findings.allSatisfy { Rule.rule(for: $0.detail).since == .v01 })
  #expect(after.findings.contains { $0.detail == .systemPrompt && $0.severity == .hint })
  #expect(after.findings.filter { Rule.rule(for: $0.detail).since == .v01 } == before.findings)
}

@Test func whatNoLabelsMeasureIsAHintAtMostAndOffInScience() {
  for rule in Rule.all where !rule.isMeasured {
    for profile in Profile.pinned {
      let severities = RulePage.typicalReuses.map { rule.severity(of: $0.facets, in: profile) }
      #expect(severities.allSatisfy { $0 <= (profile == .science ? .reportOnly : .hint) }, "\(rule.name)")
      guard rule.since > .v01 else { continue }
      #expect(rule.isLookedFor(in: profile) == severities.contains { $0 > .reportOnly }, "\(rule.name)")
    }
  }
}

@Test func aDetailIsMeasuredByTwentyLabelledCases() {
  let unmeasured = Rule.all.filter { !$0.isMeasured && $0.since == .v01 }.map(\.detail)
  let few: [Detail] = [
    .modelIdentity, .trainingDataAvailability, .architectureSource, .deploymentEnvironment, .conversion,
    .quantisation, .toolSettings,
  ]
  #expect(unmeasured == few)
  #expect(Rule.rule(for: .accessDate).isMeasured)
}

@Test func aLintLooksForNoMoreThanItsProfileShows() {
  let analysis = AnalysisOfText.latex(#"\section{Methods} We prompted GPT-4 to label each abstract."#)
  #expect(analysis.models[0].details.keys.allSatisfy { Rule.rule(for: $0).since == .v01 })
  #expect(analysis.inFull().models[0].details.count == Detail.allCases.count)
  #expect(analysis.inFull().diagnostics == analysis.diagnostics)
  #expect(analysis.inFull().inFull().models == analysis.inFull().models)
}

@Test func settingsThatNameADetailMakeItLookedFor() {
  let text = #"\section{Methods} We prompted GPT-4 to label each abstract."#
  var configuration = Configuration()
  configuration.severities = ["system-prompt": .warning]
  let asks = AnalysisOfText.latex(text, configuration).diagnostics
  #expect(asks.contains { $0.details.contains(.systemPrompt) && $0.severity >= .warning })
  #expect(!AnalysisOfText.latex(text).diagnostics.contains { $0.details.contains(.systemPrompt) })
}

@Test(arguments: ["science", "clinical-llm"]) func aCommentMayAnswerWhatOnlyReportsLookFor(_ profile: String) throws {
  var configuration = Configuration()
  configuration.profile = try #require(Profile(rawValue: profile))
  let analysis = AnalysisOfText.latex(
    "\\section{Methods}\n% colophon: see-supplement system-prompt\nWe prompted GPT-4 to label each abstract.",
    configuration)
  #expect(!analysis.diagnostics.contains { $0.code == "unused-suppression" })
  #expect(analysis.inFull().models[0].details[.systemPrompt]?.state == .delegated)
}

@Test func editionsDifferInNothingButWhatCameLater() {
  let text = #"\section{Methods} We fine-tuned ResNet-50 on 4,210 images and prompted GPT-4 to label each abstract."#
  let science = AnalysisOfText.latex(text).inFull()
  for profile in Profile.pinned {
    var configuration = Configuration()
    configuration.profile = profile
    #expect(AnalysisOfText.latex(text, configuration).inFull().models == science.models)
  }
}
