import ReportingRules
import ReuseDetection

/// Everything a `colophon.toml` can say, resolved; the pure analysis sees only this value.
package struct Configuration: Sendable, Equatable {
  /// How far the manuscript is.
  package enum Stage: String, Sendable, CaseIterable {
    /// Findings are hints while the manuscript has no methods section.
    case draft
    /// Every finding has its full severity.
    case submission
  }

  /// A model that the catalogue does not know.
  package struct ExtraModel: Sendable, Equatable {
    package let name: String
    package let aliases: [String]

    package init(name: String, aliases: [String]) {
      self.name = name
      self.aliases = aliases
    }
  }

  /// Settings for the files that match a pattern.
  package struct FileOverride: Sendable, Equatable {
    /// Glob patterns on paths relative to the configuration file's folder.
    package let patterns: [String]
    package let ignore: [String]

    package init(patterns: [String], ignore: [String]) {
      self.patterns = patterns
      self.ignore = ignore
    }
  }

  package var profile: Profile = .science
  package var stage: Stage = .draft
  /// Severities by ask or detail name; they win over the profile's.
  package var severities: [String: Severity] = [:]
  /// Ask or detail names; when not empty, only these are shown.
  package var select: Set<String> = []
  /// Ask or detail names that are not shown.
  package var ignore: Set<String> = []
  /// Names that are models here.
  package var extraModels: [ExtraModel] = []
  /// Names of models that are only discussed.
  package var discussed: Set<String> = []
  /// Names that are no models in this manuscript.
  package var notModels: Set<String> = []
  /// Signatures of LaTeX macros: for each argument, whether it is prose.
  package var macroSignatures: [String: [Bool]] = [:]
  package var fileOverrides: [FileOverride] = []

  package init() {}
}
