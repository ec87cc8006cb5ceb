import LatexSyntax
import Manuscripts
import ModelCatalogue
import ReportingRules
import ReuseDetection

/// What one analysis is made from.
package struct AnalysisInput: Sendable {
  package let project: ProjectFiles
  /// The reading of those files.
  package let manuscript: Manuscript
  package let configuration: Configuration
  /// Files beside the manuscript that pin package versions.
  package let lockfiles: [SourceFile]

  package init(project: ProjectFiles, manuscript: Manuscript, configuration: Configuration, lockfiles: [SourceFile]) {
    self.project = project
    self.manuscript = manuscript
    self.configuration = configuration
    self.lockfiles = lockfiles
  }
}

/// The pure entry point: bytes, configuration and catalogue to an analysis.
package enum ManuscriptAnalyser {
  package static func analyse(_ input: AnalysisInput, catalogue: Catalogue = .embedded) -> Analysis {
    var manuscript = input.manuscript
    let works = CitedWorks.collected(from: &manuscript, project: input.project)
    let reading = ReadManuscript(manuscript, works: works, pinnedPackages: Lockfiles.packages(in: input.lockfiles))
    let directives = Directives(manuscript.directives)
    let extras = input.configuration.extraModels.map { UserModel(name: $0.name, aliases: $0.aliases) }
    let models = ReuseDetector.models(
      in: reading, catalogue: catalogue.adding(extras), options: directives.options(with: input.configuration))
    let language = manuscript.statedLanguage ?? LanguageGuess.language(of: manuscript)
    return Assembly(reading: reading, language: language, directives: directives, configuration: input.configuration)
      .analysis(of: models)
  }
}

/// The bibliography of a manuscript.
enum CitedWorks {
  /// The works whose keys the manuscript cites, inline ones first; broken entries are added to its problems.
  static func collected(from manuscript: inout Manuscript, project: ProjectFiles) -> [String: CitedWork] {
    var works: [String: CitedWork] = [:]
    for work in manuscript.works where works[work.key] == nil { works[work.key] = work }
    var keys: Set<String> = []
    for block in manuscript.blocks {
      for mark in block.marks { if case .citation(let cited) = mark.kind { keys.formUnion(cited) } }
    }
    for request in manuscript.bibliographies {
      guard case .found(let file) = project.resolve(request.candidates) else { continue }
      let found = BibliographyReader.works(in: project.files[file], fileIndex: file, keys: keys)
      for work in found.works where works[work.key] == nil { works[work.key] = work }
      manuscript.problems += found.problems
    }
    return works
  }
}
