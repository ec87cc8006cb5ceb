import LatexSyntax
import Manuscripts
import ModelCatalogue
import ReportingRules
import ReuseDetection

/// A paper that the catalogue is sure of.
struct Paper: Equatable {
  enum Identifier: Equatable {
    case arXiv(String)
    case doi(String)
  }

  let identifier: Identifier

  /// Reads `arXiv:…` or `doi:…`.
  init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let value = String(text[text.index(after: colon)...])
    let isPlain = value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x7B && $0 != 0x7D && $0 != 0x25 }
    guard isPlain, !value.isEmpty else { return nil }
    switch text[..<colon].lowercased() {
    case "arxiv": identifier = .arXiv(value)
    case "doi": identifier = .doi(value)
    default: return nil
    }
  }

  /// The identifier as a citation key of Manubot.
  var key: String { shown.lowercased().hasPrefix("arxiv:") ? "arxiv:" + shown.dropFirst(6) : shown }

  var shown: String {
    switch identifier {
    case .arXiv(let id): "arXiv:" + id
    case .doi(let id): "doi:" + id
    }
  }

  /// The year that an arXiv identifier carries in its first two digits, since 2007.
  var year: String? {
    guard case .arXiv(let id) = identifier, id.count >= 9, id.dropFirst(4).first == ".",
      id.prefix(4).allSatisfy(\.isNumber)
    else { return nil }
    return "20" + id.prefix(2)
  }

  /// True for an entry of the same paper.
  func isMeant(by work: CitedWork) -> Bool {
    switch identifier {
    case .arXiv(let id):
      return work.arXiv.lowercased() == id.lowercased() || work.doi.lowercased() == "10.48550/arxiv." + id.lowercased()
    case .doi(let id): return work.doi.lowercased() == id.lowercased()
    }
  }
}

extension Fixes {
  /// The paper on a model, if the catalogue is sure of it.
  func paper(of model: Int) -> Paper? {
    analysis.models[model].family.flatMap { catalogue.family(at: $0).paper.confirmedValue }.flatMap(Paper.init)
  }

  /// For models without a citation: the paper's entry in the bibliography, cited where the model is named.
  func citations(_ diagnostic: Diagnostic) -> [Fix] {
    guard !diagnostic.details.isDisjoint(with: [.modelCitation, .architectureSource]) else { return [] }
    if citesByIdentifier { return identifierCitations(diagnostic) }
    guard let file = bibliography else { return [] }
    let source = analysis.reading.manuscript.files[file]
    let (works, problems) = BibliographyReader.works(in: source, fileIndex: file, keys: nil)
    // Behind a broken entry a new one might not be read.
    guard problems.isEmpty else { return [] }
    return diagnostic.models.prefix(Self.modelLimit).compactMap { model in
      guard !gaps(diagnostic, of: model).isDisjoint(with: [.modelCitation, .architectureSource]),
        let paper = paper(of: model)
      else { return nil }
      return citation(of: model, paper, file, works, isPreferred: model == diagnostic.models.first)
    }
  }

  /// True for manuscripts whose citations are identifiers (Manubot): they need no entry.
  private var citesByIdentifier: Bool {
    analysis.reading.manuscript.markup == .markdown
      && analysis.reading.works.all.contains { $0.key.hasPrefix("doi:") || $0.key.hasPrefix("arxiv:") }
  }

  private func identifierCitations(_ diagnostic: Diagnostic) -> [Fix] {
    diagnostic.models.prefix(Self.modelLimit).compactMap { model in
      guard let paper = paper(of: model), let cite = edit(citing: paper.key, model) else { return nil }
      return Fix(
        id: "cite-\(model)", title: "Cite the paper on '\(name(model))' (\(paper.shown))", kind: .citation,
        isPreferred: model == diagnostic.models.first, edits: [cite])
    }
  }

  /// The first bibliography file that was read.
  private var bibliography: Int? {
    let files = analysis.reading.manuscript.files
    for request in analysis.reading.manuscript.bibliographies {
      for candidate in request.candidates where candidate.hasSuffix(".bib") {
        if let file = files.firstIndex(where: { $0.path == candidate }) { return file }
      }
    }
    return nil
  }

  private func citation(
    of model: Int, _ paper: Paper, _ file: Int, _ works: [CitedWork], isPreferred: Bool
  ) -> Fix? {
    let known = works.first(where: paper.isMeant)?.key
    let key = known ?? freshKey(for: model, paper, works)
    guard let cite = edit(citing: key, model) else { return nil }
    let entry = known == nil ? [writer.lines(entry(key, model, paper), at: endOf(file))] : []
    let title =
      known == nil
      ? "Add the paper on '\(name(model))' (\(paper.shown)) to the bibliography and cite it"
      : "Cite the paper on '\(name(model))' (\(paper.shown)): '\(key)'"
    return Fix(id: "cite-\(model)", title: title, kind: .citation, isPreferred: isPreferred, edits: [cite] + entry)
  }

  private func endOf(_ file: Int) -> OpenPlace {
    OpenPlace(file: file, offset: analysis.reading.manuscript.files[file].bytes.count)
  }

  /// A key that no entry has: the model's name and the year.
  private func freshKey(for model: Int, _ paper: Paper, _ works: [CitedWork]) -> String {
    var slug = ""
    for character in name(model).lowercased() where character.isASCII {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    if slug.last == "-" { slug.removeLast() }
    let stem = (slug.first?.isLetter == true ? slug : "model-" + slug) + (paper.year.map { "-" + $0 } ?? "")
    let taken = Set(works.map { $0.key.lowercased() })
    if !taken.contains(stem) { return stem }
    return (2...).lazy.map { "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem
  }

  private func entry(_ key: String, _ model: Int, _ paper: Paper) -> FixText {
    var text = FixText("@misc{\(key),\n  title = {") + .gap("title of the paper") + "},\n  author = {" + .gap("authors")
    text += "},\n  year = {" + (paper.year.map { FixText($0) } ?? .gap("year")) + "},\n"
    switch paper.identifier {
    case .arXiv(let id): text += FixText("  eprint = {\(id)},\n  archivePrefix = {arXiv}\n}")
    case .doi(let id): text += FixText("  doi = {\(id)}\n}")
    }
    return text
  }

  /// The edit that cites a key: behind a mention in running text, else in a sentence of its own.
  private func edit(citing key: String, _ model: Int) -> FixEdit? {
    if let place = places.place(forCitationOf: analysis.models[model]) {
      return writer.inline(FixText(markup.citation(key)), at: place)
    }
    guard let place = places.place(forSentenceOn: analysis.models[model]) else { return nil }
    let name = markup.name(of: analysis.models[model])
    return writer.lines(
      markup.sentence(Rule.rule(for: .modelCitation).sentence, for: name, reference: key), at: place)
  }
}

extension [Detail] {
  func isDisjoint(with others: Set<Detail>) -> Bool { allSatisfy { !others.contains($0) } }
}
