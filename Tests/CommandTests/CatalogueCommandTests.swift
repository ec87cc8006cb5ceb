import Foundation
import Testing

@Test func theCatalogueShowsFactsWithSourceAndDate() throws {
  let outcome = try Colophon.run(["catalogue", "show", "esm2"])
  #expect(outcome.status == 0)
  #expect(outcome.output.hasPrefix("ESM-2\n"))
  #expect(outcome.output.contains("ESM-2 comes in six sizes, 8M to 15B (fair-esm 2.0.0, 2026-11)\n"))
  let id = try Colophon.run(["catalogue", "show", "gpt-4-0613"])
  #expect(id.output.hasPrefix("gpt-4-0613, listed under GPT-4\n"))
  #expect(id.output.contains("OpenAI retired 'gpt-4-0613' on 2026-10-23"))
}

@Test func theCatalogueNeverShowsWhatIsFromMemory() throws {
  // The table has a licence and an address for these, from memory.
  for name in ["ESM-2", "Cellpose"] {
    let page = try Colophon.run(["catalogue", "show", name, "--format", "json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(page.output.utf8)) as? [String: Any])
    #expect(object["licence"] is NSNull)
  }
  #expect(!(try Colophon.run(["catalogue", "show", "Cellpose"]).output.contains("cellpose.org")))
}

@Test func anUnknownNameGetsTheNearest() throws {
  let name = try Colophon.run(["catalogue", "show", "MegaDetecter"])
  #expect(name.status == 2 && name.output.isEmpty)
  #expect(name.complaints == "colophon: the catalogue has no 'MegaDetecter'; did you mean 'MegaDetector'?\n")
  let kind = try Colophon.run(["catalogue", "list", "--fact", "retird"])
  #expect(kind.status == 2)
  #expect(kind.complaints == "colophon: unknown kind of fact 'retird'; did you mean 'retired'?\n")
  let far = try Colophon.run(["catalogue", "list", "--fact", "foo"])
  #expect(far.status == 2)
  #expect(far.complaints == "colophon: unknown kind of fact 'foo'; known: variants, moving, retired, published, licence\n")
  let unknown = try Colophon.run(["explain", "zzz"])
  #expect(unknown.status == 2 && unknown.output.isEmpty)
  #expect(unknown.complaints.hasSuffix("'zzz'; 'colophon rules' and 'colophon catalogue list' have all\n"))
}

@Test func theCatalogueListsFamiliesAndFacts() throws {
  let families = try Colophon.run(["catalogue", "list"]).output.split(separator: "\n")
  #expect(families.count > 3_000 && families.contains("ESM-2"))
  let moving = try Colophon.run(["catalogue", "list", "--fact", "moving"]).output
  #expect(moving.contains("'gpt-4o' is a moving name: OpenAI also has gpt-4o-2024-05-13"))
}

@Test func explainKnowsModelsToo() throws {
  #expect(try Colophon.run(["explain", "SignalP"]).output.contains("at least two versions, 5.0 and 6.0"))
  #expect(try Colophon.run(["explain", "retired-snapshot"]).output.contains("**What to do.**"))
}
