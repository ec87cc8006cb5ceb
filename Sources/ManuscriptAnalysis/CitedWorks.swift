import LatexSyntax
import Manuscripts
import ModelCatalogue
import ReuseDetection

/// The works whose keys a manuscript cites.
struct CitedWorks: Sendable {
  private(set) var table: WorkTable
  /// The cited preprints that have appeared, by key.
  let preprints: [String: CatalogueFact]
  /// Counts the times that works were read: two of one number in a row are the same, wherever they stand.
  let number: Int
  /// Broken entries.
  let problems: [Problem]
  private let keys: Set<String>
  private let bibliographies: [Bibliography]

  private struct Bibliography: Equatable {
    let index: Int
    let file: SourceFile
  }

  /// What an earlier analysis read.
  struct Known {
    let works: CitedWorks
    let manuscript: Manuscript
    let shared: SharedBlocks
  }

  /// - Parameter known: the works are the same as long as citations and bibliographies are.
  init(in manuscript: Manuscript, project: ProjectFiles, after previous: Known?) {
    let known = previous?.works
    let keys =
      previous.flatMap { Self.unchangedKeys(in: manuscript, after: $0) } ?? Set(Self.keys(manuscript.blocks[...]))
    // One that is named twice is read once.
    var seen: Set<Int> = []
    let bibliographies: [Bibliography] = manuscript.bibliographies.compactMap { request in
      guard case .found(let index) = project.resolve(request.candidates), seen.insert(index).inserted
      else { return nil }
      return Bibliography(index: index, file: project.files[index])
    }
    if let known, known.keys == keys, known.bibliographies == bibliographies,
      let moved = known.table.moved(to: manuscript.works)
    {
      self = known
      table = moved
      return
    }
    var listed: [CitedWork] = []
    var problems: [Problem] = []
    for bibliography in bibliographies {
      let found = BibliographyReader.works(in: bibliography.file, fileIndex: bibliography.index, keys: keys)
      listed += found.works
      problems += found.problems
    }
    table = WorkTable(inline: manuscript.works, listed: listed)
    number = (known?.number ?? 0) + 1
    preprints = Preprints.appeared(in: table.all)
    self.problems = problems
    self.keys = keys
    self.bibliographies = bibliographies
  }

  /// The keys of an earlier analysis, if the blocks that changed since cite what they cited before.
  private static func unchangedKeys(in manuscript: Manuscript, after known: Known) -> Set<String>? {
    func changed(_ blocks: [Block]) -> ArraySlice<Block> {
      blocks[known.shared.leading..<(blocks.count - known.shared.trailing)]
    }
    let before = Self.keys(changed(known.manuscript.blocks))
    return before == Self.keys(changed(manuscript.blocks)) ? known.works.keys : nil
  }

  private static func keys(_ blocks: ArraySlice<Block>) -> [String] {
    blocks.flatMap { block in
      block.marks.flatMap { mark in if case .citation(let keys) = mark.kind { keys } else { [] as [String] } }
    }
  }
}
