/// How much the catalogue holds, and how much of it may be shown.
package struct CatalogueCensus: Sendable, Equatable {
  package let families: Int
  /// Families whose name stands in a public source.
  package let namedFamilies: Int
  package let papers: Int
  package let releases: Int
  package let licences: Int
  package let listedIDs: Int
  package let datedIDs: Int
  /// Facts of each kind.
  package let facts: [CatalogueFact.Kind: Int]

  /// - Complexity: reads every row, which takes some tens of milliseconds.
  package init(of catalogue: Catalogue) {
    let families = (0..<catalogue.familyCount).map(catalogue.family(at:))
    let ids = catalogue.checkpointRange.map(catalogue.checkpoint(at:)).filter(\.isListed)
    self.families = families.count
    namedFamilies = families.count(where: \.isNamedBySource)
    papers = families.count { $0.paper.confirmedValue != nil }
    releases = families.count { $0.hub.confirmedValue != nil }
    licences = families.count { $0.licence.confirmedValue != nil }
    listedIDs = ids.count
    datedIDs = ids.count { !$0.released.isEmpty }
    facts = catalogue.allFacts.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
  }
}
