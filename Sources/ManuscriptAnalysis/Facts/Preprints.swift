import Manuscripts
import ModelCatalogue

/// Cited preprints that have appeared, by what the catalogue is sure of.
enum Preprints {
  /// The fact on each key that cites nothing but the preprint of a paper that has appeared.
  /// - Complexity: a search in the table of facts for each work.
  static func appeared(in works: some Sequence<CitedWork>, _ catalogue: Catalogue = .embedded) -> [String:
    CatalogueFact]
  {
    var found: [String: CatalogueFact] = [:]
    for work in works {
      guard let identifier = identifier(of: work) else { continue }
      if let fact = catalogue.facts(on: identifier, .published).first { found[work.key] = fact }
    }
    return found
  }

  /// `arXiv:…` or `doi:10.1101/…` of an entry that names no journal, book or publisher's identifier.
  ///
  /// An entry of a typeset bibliography is one text: what of it is the journal cannot be told.
  static func identifier(of work: CitedWork) -> String? {
    let isIdentifierAlone = work.type.isEmpty && work.title.isEmpty
    let isEntry = ["article", "misc", "online", "unpublished", "techreport", "report"].contains(work.type)
    guard isIdentifierAlone || isEntry, work.container.isEmpty || isServer(work.container) else { return nil }
    let doi = work.doi.lowercased()
    if doi.hasPrefix("10.48550/arxiv.") { return "arXiv:" + doi.dropFirst(15) }
    if let own = bioRxiv(doi) { return own }
    guard doi.isEmpty else { return nil }
    let linked = arXiv(after: arXivPage, in: work.url) ?? arXiv(after: arXivNumber, in: work.note)
    if let id = arXiv(work.arXiv) ?? linked { return "arXiv:" + id }
    return behind(bioRxivNumber, in: work.url).flatMap { bioRxiv("10.1101/" + $0) }
  }

  private static func isServer(_ container: String) -> Bool { servers.contains { $0.finds(in: container) } }

  private static let servers = ["arxiv", "biorxiv", "medrxiv", "corr", "preprint"].map { LetterSearch($0) }
  private static let arXivPage = LetterSearch("arxiv.org/abs/")
  private static let arXivNumber = LetterSearch("arxiv:")
  private static let bioRxivNumber = LetterSearch("10.1101/")

  /// The identifier without its version.
  private static func bioRxiv(_ doi: String) -> String? {
    guard doi.hasPrefix("10.1101/") else { return nil }
    let number = doi.dropFirst(8).prefix { $0.isNumber || $0 == "." }
    return number.isEmpty ? nil : "doi:10.1101/" + number
  }

  private static func arXiv(after prefix: LetterSearch, in text: String) -> String? {
    behind(prefix, in: text).flatMap { arXiv(String($0)) }
  }

  /// "1901.08746" of "1901.08746v3".
  private static func arXiv(_ text: String) -> String? {
    let id = text.prefix { $0.isNumber || $0 == "." }
    let number = id.last == "." ? id.dropLast() : id
    return number.count >= 9 && number.dropFirst(4).first == "." ? String(number) : nil
  }

  private static func behind(_ prefix: LetterSearch, in text: String) -> Substring? {
    prefix.offset(behindFirstIn: text).map { Substring(text.utf8.dropFirst($0)) }
  }
}
