import LatexSyntax
import Manuscripts

/// The works whose keys a manuscript cites.
struct CitedWorks: Sendable {
  /// Inline ones first, then those of the bibliography files.
  let byKey: [String: CitedWork]
  /// Broken entries.
  let problems: [Problem]
  private let keys: Set<String>
  private let inline: [CitedWork]
  private let bibliographies: [Bibliography]

  private struct Bibliography: Equatable {
    let index: Int
    let file: SourceFile
  }

  /// - Parameter known: those of an earlier analysis; they are the same as long as citations and bibliographies are.
  init(in manuscript: Manuscript, project: ProjectFiles, after known: CitedWorks?) {
    var keys: Set<String> = []
    for block in manuscript.blocks {
      for mark in block.marks { if case .citation(let cited) = mark.kind { keys.formUnion(cited) } }
    }
    let bibliographies: [Bibliography] = manuscript.bibliographies.compactMap { request in
      guard case .found(let index) = project.resolve(request.candidates) else { return nil }
      return Bibliography(index: index, file: project.files[index])
    }
    if let known, known.keys == keys, known.bibliographies == bibliographies, known.inline == manuscript.works {
      self = known
      return
    }
    var byKey: [String: CitedWork] = [:]
    var problems: [Problem] = []
    for work in manuscript.works where byKey[work.key] == nil { byKey[work.key] = work }
    for bibliography in bibliographies {
      let found = BibliographyReader.works(in: bibliography.file, fileIndex: bibliography.index, keys: keys)
      for work in found.works where byKey[work.key] == nil { byKey[work.key] = work }
      problems += found.problems
    }
    self.byKey = byKey
    self.problems = problems
    self.keys = keys
    inline = manuscript.works
    self.bibliographies = bibliographies
  }
}
