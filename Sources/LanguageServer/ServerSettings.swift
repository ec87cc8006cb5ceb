import LanguageServerWire
import ManuscriptAnalysis
import ReportingRules

/// A part of the server that an editor can switch on and off while it runs.
package enum Feature: Sendable, CaseIterable {
  case diagnostics, hover, codeActions, completion, highlights, references, definition, documentLinks
  case inlayHints, codeLenses
}

/// What an editor sets, by initialization options, `workspace/configuration` or `didChangeConfiguration`.
///
/// `ServerSetting.all` says what there is; this is the value it comes to.
package struct ServerSettings: Sendable, Equatable {
  /// Holds where no `colophon.toml` does.
  package internal(set) var profile = Profile.science
  /// Holds where no `colophon.toml` does.
  package internal(set) var stage = Configuration.Stage.draft
  package internal(set) var enabled: Set<Feature> = []

  /// The defaults.
  package init() {
    for setting in ServerSetting.all {
      if case .toggle(let feature, isOn: true) = setting.kind { enabled.insert(feature) }
    }
  }

  /// The settings that a client's objects mean, the later ones over the earlier; with what cannot be used, in words.
  ///
  /// Each object is the section `colophon` or holds it. Null means "not set". Keys that are no settings of the server
  /// are the editor's own and stay unsaid, but for those that look misspelt.
  package static func reading(_ objects: [JSONValue]) -> (settings: ServerSettings, complaints: [String]) {
    var settings = ServerSettings()
    var complaints: [String] = []
    for object in objects {
      let section = object["colophon"].isNull ? object : object["colophon"]
      guard case .object(let members) = section else {
        // Clients written in Lua cannot tell an empty object from an empty list.
        if !section.isNull, section != [] {
          complaints.append("the settings under 'colophon' must be an object; they are ignored")
        }
        continue
      }
      for member in members where !member.value.isNull {
        if let setting = ServerSetting.all.first(where: { $0.name == member.key }) {
          if !setting.apply(member.value, to: &settings) { complaints.append(setting.complaint(member.value)) }
        } else if let near = NearestName.nearest(to: member.key, in: ServerSetting.all.map(\.name)) {
          complaints.append("unknown setting 'colophon.\(member.key)'; did you mean 'colophon.\(near)'?")
        }
      }
    }
    return (settings, complaints)
  }
}
