import ModelCatalogue
import Testing

private let catalogue = Catalogue.embedded
private let facts = catalogue.allFacts

private func folded(_ text: String) -> [UInt8] { NameKey.folded(text.utf8) }

@Test func factsAreSortedAndSaidOnce() {
  #expect(facts.count > 1_000)
  for (fact, next) in zip(facts, facts.dropFirst()) {
    let keys = (folded(fact.subject), folded(next.subject))
    #expect(!keys.1.lexicographicallyPrecedes(keys.0), "\(fact.subject), \(next.subject)")
    #expect(fact != next)
  }
}

@Test func everyFactHasSourceAndDate() {
  for fact in facts {
    #expect(!fact.source.isEmpty && !fact.source.lowercased().contains("memory"), "\(fact.subject)")
    let date = Array(fact.date.utf8)
    #expect(date.count == 7 && date[4] == 0x2D && fact.date >= "2020-01" && fact.date <= CatalogueSource.catalogueDate)
    #expect(!fact.value.isEmpty && !fact.subject.isEmpty)
  }
}

@Test func valuesHaveTheFormOfTheirKind() {
  for fact in facts {
    switch fact.kind {
    case .variants:
      #expect(fact.variants.count > 1 && Set(fact.variants).count == fact.variants.count, "\(fact.subject)")
      #expect(catalogue.family(named: fact.subject) != nil, "\(fact.subject)")
    case .moving: #expect(!fact.snapshots.isEmpty && !fact.snapshots.contains(fact.subject), "\(fact.subject)")
    case .retired: #expect(fact.value.utf8.count == 10 && fact.value > "2022" && !fact.place.isEmpty, "\(fact.subject)")
    case .published:
      #expect(fact.subject.hasPrefix("arXiv:") || fact.subject.hasPrefix("doi:10.1101/"), "\(fact.subject)")
      #expect((fact.venue ?? fact.identifier)?.isEmpty == false)
    case .licence: #expect(fact.value.hasPrefix("CC-BY-NC"), "\(fact.subject)")
    }
  }
}

@Test func everyFactIsFoundByItsSubject() {
  for fact in facts { #expect(catalogue.facts(on: fact.subject, fact.kind).contains(fact), "\(fact.subject)") }
  #expect(catalogue.facts(on: "", .variants) == [])
  #expect(catalogue.facts(on: "zzzz", .variants) == [])
  #expect(catalogue.facts(on: "0", .variants) == [])
}

@Test func factsReadAsSentencesWithTheirSource() throws {
  func sentences(_ subject: String, _ kind: CatalogueFact.Kind) -> [String] {
    catalogue.facts(on: subject, kind).map(\.sourcedSentence)
  }
  #expect(sentences("esm2", .variants) == ["ESM-2 comes in six sizes, 8M to 15B (fair-esm 2.0.0, 2026-11)"])
  #expect(
    sentences("gpt-4-0613", .retired) == [
      "Azure retired 'gpt-4-0613' on 2025-06-06 (litellm 1.109.1, 2026-11)",
      "OpenAI retired 'gpt-4-0613' on 2026-10-23 (litellm 1.109.1, 2026-11)",
    ])
  #expect(
    sentences("arXiv:1901.08746", .published) == [
      "arXiv:1901.08746 (BioBERT) has appeared in Bioinformatics 2020 (Awesome-Scientific-Language-Models, 2025-06)"
    ])
  #expect(try #require(sentences("Cellpose", .variants).first).contains("among them cyto, cyto2, nuclei, tissuenet"))
  #expect(try #require(sentences("SignalP", .variants).first).contains("at least two versions, 5.0 and 6.0 "))
}

@Test func namesLeadToFamiliesAndIdsToThemselves() throws {
  func name(_ subject: CatalogueSubject?) -> String? {
    switch subject {
    case .family(let index): catalogue.family(at: index).name
    case .checkpoint(let index, _): catalogue.checkpoint(at: index).writtenID
    case nil: nil
    }
  }
  #expect(name(catalogue.subject(named: "ESM 2")) == "ESM-2")
  #expect(name(catalogue.subject(named: "GPT-4")) == "GPT-4")
  #expect(name(catalogue.subject(named: "gpt-4-0613")) == "gpt-4-0613")
  #expect(catalogue.subject(named: "no such model") == nil)
}

@Test(arguments: [
  ("facebook/esm2_t33_650M_UR50D", nil), ("facebook/esm2-t33-650M-UR50D", "facebook/esm2_t33_650M_UR50D"),
  ("microsoft/deberta-v3-lagre", "microsoft/deberta-v3-large"),
  ("microsoft/deberta-v3-larg", "microsoft/deberta-v3-large"),
  ("microsoft/deberta-v4-large", nil), ("google-bert/bert-base-cased", nil), ("someone/deberta-v3-large", nil),
  ("facebook/esm2_t33_650M_UR50E", "facebook/esm2_t33_650M_UR50D"), ("facebook/dinov2-bse", "facebook/dinov2-base"),
  ("google/bert-base-uncasd", "google-bert/bert-base-uncased"), ("google/bert-base-uncased", nil),
  ("bert-base-uncasd", "bert-base-uncased"), ("bert-base-uncased", nil), ("bert-base", nil), ("yolov8n-seg-tuned", nil),
  ("someone/bert-base-uncasd", nil), ("facebook/dinov2-based", nil), ("microsoft/deberta", nil), ("microsoft/", nil), ("a/b/c", nil),
])
func anIdIsTakenForAnotherOnlyByASlip(id: String, meant: String?) {
  #expect(catalogue.hubID(meantBy: id)?.id == meant)
}

@Test func censusCountsWhatMayBeShown() {
  let census = CatalogueCensus(of: catalogue)
  #expect(census.families == catalogue.familyCount)
  #expect(census.namedFamilies < census.families && census.papers < census.families)
  #expect(census.facts.values.reduce(0, +) == facts.count)
}
