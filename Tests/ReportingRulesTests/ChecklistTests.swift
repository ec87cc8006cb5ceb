import ReportingRules
import Reports
import ReuseDetection
import Testing

@Test(arguments: Checklist.allCases) func everyItemHasAKeyOfItsOwn(checklist: Checklist) {
  let keys = checklist.items.map(\.key)
  #expect(Set(keys).count == keys.count)
  for key in keys {
    #expect(key.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }, "\(key) is no bare TOML key")
  }
}

@Test(arguments: Checklist.allCases) func everyItemIsAnsweredOrSaysWhyNot(checklist: Checklist) {
  #expect(checklist.items.contains { $0.isJudged })
  for item in checklist.items {
    #expect(!item.topic.isEmpty && !item.topic.hasSuffix("."))
    #expect(Set(item.details).count == item.details.count, "\(item.key) names a detail twice")
    if !item.isJudged { #expect(item.limit.hasSuffix("."), "\(checklist.rawValue) \(item.key) gives no reason") }
  }
}

@Test func ourOwnListHasEveryRuleOfItsProfileOnce() {
  let details = Checklist.science.items.flatMap(\.details)
  #expect(details.sorted() == Rule.all.filter { $0.isLookedFor(in: .science) }.map(\.detail).sorted())
}

/// No standard of the eight asks by name whether a converted model still gives the same outputs.
@Test func everyDetailThatAStandardNamesIsInAList() {
  #expect(Set(Detail.allCases).subtracting(Checklist.allCases.flatMap(\.details)) == [.conversionParity])
}

@Test func numbersAreThoseThatPublicCopiesConfirm() {
  func numbers(_ checklist: Checklist) -> [String] { checklist.items.compactMap(\.number) }
  #expect(numbers(.science) == [])
  #expect(numbers(.dome) == [])
  #expect(numbers(.miClearLLM) == ["1", "2", "3", "4", "5", "6", "7", "8"])
  #expect(numbers(.neurips) == ["Q2", "Q4", "Q5", "Q6", "Q7", "Q8", "Q12", "Q13", "Q16"])
  #expect(numbers(.reforms) == ["1a", "1b", "1c", "2a", "2b", "2c", "2d", "2e", "3a", "3b", "3c", "3d"])
}

@Test func everyDetailHasItsQuestion() {
  for detail in Detail.allCases {
    let plain = "what was the " + DetailWording.topic(detail)
    #expect(DetailWording.question(detail) != plain, "\(detail.rawValue) is asked for by its noun")
  }
}

/// "items 24-25" and "item 1, 5" name several.
private func numbers(in item: String) -> [String] {
  let words = item.replacing("items ", with: "").replacing("item ", with: "")
  return words.split(separator: ", ").flatMap { part -> [String] in
    let ends = part.split(separator: "-").compactMap { Int($0) }
    return ends.count == 2 ? (ends[0]...ends[1]).map(String.init) : [String(part)]
  }
}

@Test func checklistsHaveWhatRulesSayThatStandardsAskFor() {
  for rule in Rule.all {
    for source in rule.sources {
      let checklist = Checklist.allCases.first { $0.standard == source.standard && $0 != .dome }
      guard let checklist, let item = source.item, !item.hasPrefix("module") else { continue }
      for number in numbers(in: item) {
        let asking = checklist.items.first { $0.number == number }
        #expect(asking?.details.contains(rule.detail) == true, "\(checklist.rawValue) \(number) lacks \(rule.name)")
      }
    }
  }
}

@Test(arguments: Checklist.allCases.filter { $0.standard != nil })
func aStandardIsExplained(_ checklist: Checklist) throws {
  let page = try #require(ExplainPage.markdown(named: checklist.rawValue))
  let standard = try #require(checklist.standard)
  for words in [standard.rawValue, standard.identifier, standard.edition, checklist.purpose, "--standard \(checklist.rawValue)"] {
    #expect(page.contains(words), "\(words)")
  }
  for item in checklist.items {
    #expect(page.contains("| `\(item.key)` | \(item.topic) |"))
    if !item.isJudged { #expect(page.contains("| a person | \(item.limit) |")) }
  }
}

@Test func everyStandardThatRulesNameHasAPage() throws {
  for standard in Standard.allCases {
    let page = try #require(ExplainPage.markdown(named: standard.name))
    #expect(page.contains(standard.identifier) && !standard.purpose.isEmpty)
    #expect(ExplainPage.markdown(named: standard.rawValue) == page)
  }
  #expect(ExplainPage.names.contains("tripod-llm") && ExplainPage.names.contains("consort-ai"))
  #expect(ExplainPage.markdown(named: "tripod") == nil)
}
