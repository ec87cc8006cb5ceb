import ModelCatalogue
import Reports
import Testing

@Test func whatOnlyFactsKnowIsShown() throws {
  let catalogue = Catalogue.embedded
  let facts = catalogue.allFacts.filter { catalogue.subject(named: $0.subject) == nil }
  #expect(facts.count { $0.kind == .licence } > 100)
  for fact in facts {
    let page = try #require(CataloguePage.text(named: fact.subject), "\(fact.subject)")
    #expect(page.contains(fact.sourcedSentence), "\(fact.subject)")
  }
}

@Test func anIdShowsTheFactsOnItAsItWasAskedFor() throws {
  let page = try #require(CataloguePage.text(named: "gpt-5-pro"))
  #expect(page.contains("'gpt-5-pro' is a moving name"))
}

@Test func aSubjectOfFactsAloneHasAPage() throws {
  let page = try #require(CataloguePage.text(named: "axiotic/ogma-base"))
  #expect(page == "axiotic/ogma-base\n  licence       'axiotic/ogma-base' is under CC-BY-NC-4.0 (mteb 2.26.24, 2026-11)\n")
  #expect(CataloguePage.json(named: "axiotic/ogma-base")?.contains("\"isNamedBySource\": true") == true)
  #expect(CataloguePage.text(named: "axiotic/ogma-bass") == nil)
}

@Test func anIdHasTheDateThatAnyOfItsHostsGives() throws {
  let page = try #require(CataloguePage.text(named: "gpt-4-0613"))
  #expect(page.contains("gpt-4-0613 (2023-06-13)"))
  #expect(page.contains("HELM"))
}
