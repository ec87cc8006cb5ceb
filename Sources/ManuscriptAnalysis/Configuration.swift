import Manuscripts
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
    /// The manuscript's folder as the configuration file's folder sees it, empty where it is the same.
    package var folder = ""

    package init(patterns: [String], ignore: [String]) {
      self.patterns = patterns
      self.ignore = ignore
    }

    /// True when it holds for a file of the manuscript.
    func covers(_ path: String) -> Bool {
      let path = ProjectPath.joined(folder, path)
      return patterns.contains { Glob.matches($0, path: path) }
    }
  }

  /// A pattern of manuscripts that are not linted.
  package struct Exclusion: Sendable, Equatable {
    package let pattern: String
    /// The real folder that the pattern is relative to.
    package let folder: String

    package init(pattern: String, folder: String) {
      self.pattern = pattern
      self.folder = folder
    }

    /// True when it holds for a file or folder, or one that holds it, by its real path.
    package func covers(_ path: String) -> Bool {
      guard path.hasPrefix(folder + "/") else { return false }
      var rest = path.dropFirst(folder.utf8.count + 1)
      while !rest.isEmpty {
        if Glob.matches(pattern, path: String(rest)) { return true }
        rest = rest[..<(rest.lastIndex(of: "/") ?? rest.startIndex)]
      }
      return false
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
  package var exclude: [Exclusion] = []
  /// True when comments that silence a question must say why.
  package var requiresReason = false
  /// What a baseline knows of this manuscript: it is not asked about.
  package var known = KnownGaps.none

  package init() {}

  /// The details that a lint needs: those of the profile's questions and hints, and those that settings name.
  package var lintedDetails: Set<Detail> {
    var details = Self.detailsOfProfiles.first { $0.profile == profile }?.details ?? Self.details(of: profile)
    if select.isEmpty, severities.isEmpty { return details }
    for rule in Rule.all
    where select.contains(rule.name) || (severities[rule.name] ?? .reportOnly) > .reportOnly {
      details.insert(rule.detail)
    }
    return details
  }

  /// Those of the profiles, made once: they are asked for at every keystroke.
  private static let detailsOfProfiles = Profile.pinned.map { (profile: $0, details: details(of: $0)) }

  private static func details(of profile: Profile) -> Set<Detail> {
    Set(Rule.all.filter { $0.isLookedFor(in: profile) }.map(\.detail))
  }
}
