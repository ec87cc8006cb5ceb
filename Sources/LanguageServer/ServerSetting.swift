import LanguageServerWire
import ManuscriptAnalysis
import ReportingRules
import Reports

/// One setting of the server: a key under `colophon` in an editor's settings.
package struct ServerSetting: Sendable {
  package enum Kind: Sendable, Equatable {
    /// One of some words, each with its meaning; the first is the default.
    case choice([Choice])
    case toggle(Feature, isOn: Bool)
  }

  package struct Choice: Sendable, Equatable {
    package let word: String
    package let meaning: String

    init(_ word: String, _ meaning: String) {
      self.word = word
      self.meaning = meaning
    }
  }

  package let name: String
  package let kind: Kind
  /// One sentence for the user.
  package let description: String

  private init(_ name: String, _ kind: Kind, _ description: String) {
    self.name = name
    self.kind = kind
    self.description = description
  }

  /// Every setting, once: the editors' documents and schemas are made from this table.
  package static let all: [ServerSetting] = [
    ServerSetting(
      "profile",
      .choice(
        Profile.allCases.map { profile in
          let readers = profile.audience.readers
          return Choice(profile.rawValue, readers.prefix(1).uppercased() + readers.dropFirst() + ".")
        } + Profile.pinned.map { Choice($0.pinnedName, "The same for good, in edition \($0.edition).") }),
      "How severe each question is, where no `colophon.toml` says it."),
    ServerSetting(
      "stage",
      .choice([
        Choice(Configuration.Stage.draft.rawValue, "Questions are hints while there is no methods section."),
        Choice(Configuration.Stage.submission.rawValue, "Every question has its full severity."),
      ]), "How far the manuscript is, where no `colophon.toml` says it."),
    ServerSetting("enableDiagnostics", .toggle(.diagnostics, isOn: true), "Show questions as diagnostics."),
    ServerSetting(
      "enableHover", .toggle(.hover, isOn: true), "Show what is known of the model, comment or setting under the mouse."
    ),
    ServerSetting(
      "enableCodeActions", .toggle(.codeActions, isOn: true), "Offer answers to questions as code actions."),
    ServerSetting(
      "enableCompletion", .toggle(.completion, isOn: true),
      "Complete checkpoint and snapshot ids, and names in comments and in `colophon.toml`."),
    ServerSetting(
      "enableHighlights", .toggle(.highlights, isOn: true), "Highlight all spellings of the model under the caret."),
    ServerSetting(
      "enableReferences", .toggle(.references, isOn: true), "Find a model in all files of the manuscript."),
    ServerSetting(
      "enableDefinition", .toggle(.definition, isOn: true), "Go from a mention to the model's first reuse."),
    ServerSetting(
      "enableDocumentLinks", .toggle(.documentLinks, isOn: true), "Make links of hub ids, DOIs and arXiv ids."),
    ServerSetting(
      "enableInlayHints", .toggle(.inlayHints, isOn: false),
      "Show the kind of reuse and the number of open questions behind a model's first reuse."),
    ServerSetting(
      "enableCodeLenses", .toggle(.codeLenses, isOn: false),
      "Show the numbers of reused models and of open questions above the title."),
  ]

  /// Takes over a value; false when it is of the wrong type or none of the known words.
  func apply(_ value: JSONValue, to settings: inout ServerSettings) -> Bool {
    switch kind {
    case .toggle(let feature, _):
      guard let isOn = value.bool else { return false }
      if isOn { settings.enabled.insert(feature) } else { settings.enabled.remove(feature) }
      return true
    case .choice:
      guard let word = value.string else { return false }
      if name == "profile", let profile = Profile(rawValue: word) {
        settings.profile = profile
      } else if name == "stage", let stage = Configuration.Stage(rawValue: word) {
        settings.stage = stage
      } else {
        return false
      }
      return true
    }
  }

  /// What is wrong with a value that cannot be used.
  func complaint(_ value: JSONValue) -> String {
    let given = String(decoding: JSONText.bytes(of: value).prefix(60), as: UTF8.self)
    let wanted =
      switch kind {
      case .toggle: "true or false"
      case .choice(let choices):
        "one of " + choices.map(\.word).filter { !$0.contains("@") }.map { "\"\($0)\"" }.joined(separator: ", ")
      }
    let hint = name == "profile" ? value.string.map(ProfileName.hint(for:)) ?? "" : ""
    return "the setting 'colophon.\(name)' must be \(wanted), not \(given); it is ignored\(hint)"
  }
}
