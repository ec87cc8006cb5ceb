import ManuscriptAnalysis
import Testing

private let standards = ["science", "tripod-llm", "mi-clear-llm", "claim-2024", "neurips", "acl"]

@Test(arguments: [
  ("tripod", "tripod-llm"), ("claim", "claim-2024"), ("mi-clear", "mi-clear-llm"), ("clear", "mi-clear-llm"),
  ("neurpis", "neurips"), ("tripod-lm", "tripod-llm"), ("sceince", "science"),
])
func aNameIsNearItsMisspellingsAndItsParts(name: String, meant: String) {
  #expect(NearestName.nearest(to: name, in: standards) == meant)
}

@Test(arguments: ["xyz", "zzz", "a", "m", "lear"]) func nothingIsNearOtherWords(name: String) {
  #expect(NearestName.nearest(to: name, in: standards.filter { $0 != "acl" }) == nil)
}

@Test func whereNothingIsNearAllIsListed() {
  #expect(NearestName.advice(on: "xyz", among: ["paragraph", "table"]) == "; known: paragraph, table")
  #expect(NearestName.advice(on: "tabel", among: ["paragraph", "table"]) == "; did you mean 'table'?")
}
