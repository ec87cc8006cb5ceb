import LatexSyntax
import Manuscripts
import ModelCatalogue
import ReportingRules
import ReuseDetection

/// What one analysis is made from.
package struct AnalysisInput: Sendable {
  package let project: ProjectFiles
  /// The reading of those files.
  package let reading: ProjectReading
  package let configuration: Configuration
  /// Files beside the manuscript that pin package versions.
  package let lockfiles: [SourceFile]

  package init(project: ProjectFiles, reading: ProjectReading, configuration: Configuration, lockfiles: [SourceFile]) {
    self.project = project
    self.reading = reading
    self.configuration = configuration
    self.lockfiles = lockfiles
  }

  package var manuscript: Manuscript { reading.manuscript }
}

/// The pure entry point: bytes, configuration and catalogue to an analysis.
package enum ManuscriptAnalyser {
  /// - Parameter previous: an earlier analysis with the same catalogue; what rests on unchanged text is taken over. The
  ///   result is the same without.
  package static func analyse(
    _ input: AnalysisInput, catalogue: Catalogue = .embedded, after previous: Analysis? = nil
  ) -> Analysis {
    let known = previous?.memo
    let pieces = input.reading.pieces
    let shared = SharedBlocks(known?.pieces ?? [], pieces)
    var manuscript = input.manuscript
    let works = CitedWorks(
      in: manuscript, project: input.project,
      after: previous.map {
        CitedWorks.Known(works: $0.memo.works, manuscript: $0.reading.manuscript, shared: shared)
      })
    manuscript.problems += works.problems
    let samePackages = known.flatMap { $0.lockfiles == input.lockfiles ? $0.packages : nil }
    let packages = samePackages ?? Lockfiles.packages(in: input.lockfiles)
    let reading = ReadManuscript(
      manuscript, works: works.table, pinnedPackages: packages, after: previous?.reading, sharing: shared)
    let directives = Directives(manuscript.directives)
    let extras = input.configuration.extraModels.map { UserModel(name: $0.name, aliases: $0.aliases) }
    let detection = ReuseDetector.detection(
      in: reading, catalogue: catalogue.adding(extras), options: directives.options(with: input.configuration),
      after: known.flatMap { $0.extras == extras ? $0.detection : nil })
    let guess =
      if let known, shared.leading >= known.guess.blockCount { known.guess } else { LanguageGuess(manuscript) }
    let memo = AnalysisMemo(
      pieces: pieces, works: works, lockfiles: input.lockfiles, packages: packages, extras: extras,
      detection: detection.memo, guess: guess, facts: (known?.facts ?? FactMemory()).with(works))
    return Assembly(
      reading: reading, language: manuscript.statedLanguage ?? guess.language, directives: directives,
      configuration: input.configuration, catalogue: catalogue
    )
    .analysis(of: detection, memo: memo)
  }
}

/// What a later analysis can take over.
struct AnalysisMemo: Sendable {
  let pieces: [PlacedPiece]
  let works: CitedWorks
  let lockfiles: [SourceFile]
  let packages: [String: PinnedPackage]
  let extras: [UserModel]
  let detection: DetectionMemo
  let guess: LanguageGuess
  var facts: FactMemory
}
