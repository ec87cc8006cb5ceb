import LanguageServerWire
import Testing

@testable import LanguageServer

private let main = """
  \\documentclass{article}
  \\newcommand{\\bert}{BERT}
  \\begin{document}
  \\begin{abstract} We fine-tuned \\bert{} to find names. \\end{abstract}
  \\section{Introduction} BERT is a masked language model.
  \\input{methods}
  \\end{document}

  """
private let methods = "\\section{Methods}\n😀 We fine-tuned \\bert{} (BERT-base) with AdamW for 3 epochs.\n"

@Test(arguments: PositionEncoding.allCases)
func aModelIsFoundInAllFilesAndSpellings(_ encoding: PositionEncoding) throws {
  let folder = try FolderOfFiles(["main.tex": main, "methods.tex": methods])
  var session = EditorSession(encoding)
  session.open(main, folder.uri("main.tex"))
  session.open(methods, folder.uri("methods.tex"))
  let emoji = width(ofEmojiIn: encoding)
  let inMethods = (emoji + 15)..<(emoji + 20)
  let places = session.ask("references", folder.uri("main.tex"), at: (4, 24)).array ?? []
  #expect(places.contains(["uri": .string(folder.uri("methods.tex")), "range": lineRange(1, inMethods)]))
  #expect(places.contains(["uri": .string(folder.uri("main.tex")), "range": lineRange(3, 31..<36)]))
  #expect(places.contains(["uri": .string(folder.uri("main.tex")), "range": lineRange(4, 23..<27)]))
  let base = (emoji + 24)..<(emoji + 33)
  let marks = session.ask("documentHighlight", folder.uri("methods.tex"), at: (1, emoji + 26)).array ?? []
  #expect(marks.map { $0["range"] } == [lineRange(1, inMethods), lineRange(1, base)])
}

@Test func definitionIsTheFirstReuseOutsideTheAbstract() throws {
  let folder = try FolderOfFiles(["main.tex": main, "methods.tex": methods])
  var session = EditorSession(.utf8)
  session.open(main, folder.uri("main.tex"))
  let definition: JSONValue = ["uri": .string(folder.uri("methods.tex")), "range": lineRange(1, 19..<24)]
  #expect(session.ask("definition", folder.uri("main.tex"), at: (4, 24)) == definition)
  #expect(session.ask("definition", folder.uri("main.tex"), at: (5, 10)) == .null)
  let others = session.ask(
    "references", folder.uri("main.tex"), at: (4, 24), ["context": ["includeDeclaration": false]])
  #expect(others.array?.contains(definition) == false)
}

private func links(_ text: String, _ language: String, _ encoding: PositionEncoding = .utf16) -> [(JSONValue, String)] {
  var session = EditorSession(encoding, [.init("textDocument", ["documentLink": ["tooltipSupport": true]])])
  session.open(text, "untitled:paper", language)
  return (session.ask("documentLink").array ?? []).map { ($0["range"], $0["target"].string ?? "") }
}

@Test(arguments: PositionEncoding.allCases)
func hubIdsAndBareIdentifiersAreLinks(_ encoding: PositionEncoding) {
  let emoji = width(ofEmojiIn: encoding)
  let found = links(
    "\\section{Methods}\n😀 We used \\texttt{google/vit-base-patch16-224}, arXiv:2010.11929v2 (doi:10.1007/978-3-030\\_2).\n",
    "latex", encoding)
  #expect(
    found.map(\.1) == [
      "https://huggingface.co/google/vit-base-patch16-224", "https://arxiv.org/abs/2010.11929v2",
      "https://doi.org/10.1007/978-3-030_2",
    ])
  #expect(
    found.map(\.0) == [
      lineRange(1, (emoji + 17)..<(emoji + 44)), lineRange(1, (emoji + 47)..<(emoji + 65)),
      lineRange(1, (emoji + 71)..<(emoji + 91)),
    ])
}

@Test func aPartOfALongerIdIsNoLink() {
  #expect(links("We ran `mental-xlnet-base-cased` and `me/bert-base-uncased`.\n", "markdown").isEmpty)
  #expect(
    links("We ran `xlnet-base-cased`.\n", "markdown").map(\.1) == ["https://huggingface.co/xlnet-base-cased"])
}

@Test func whatLooksLikeAnIdentifierOrIsPartOfAnAddressIsNoLink() {
  #expect(links("Version 10.5/6 of 210.1000/x, arXiv:1234.567, see https://doi.org/10.1000/182.\n", "markdown").isEmpty)
  #expect(
    links("See (10.1000/182(3)), doi.org/10.1000/183; arXiv:hep-th/9901001.\n", "markdown").map(\.1) == [
      "https://doi.org/10.1000/182(3)".replacingParentheses, "https://doi.org/10.1000/183",
      "https://arxiv.org/abs/hep-th/9901001",
    ])
}

extension String {
  fileprivate var replacingParentheses: String {
    map { $0 == "(" ? "%28" : $0 == ")" ? "%29" : String($0) }.joined()
  }
}

@Test func aCitationLeadsToItsWork() throws {
  let folder = try FolderOfFiles([
    "references.bib":
      "@article{a1, title={On names}, year={2020}, doi={10.1000/182}}\n@misc{b1, title={B}, url={https://example.org/b}}\n"
  ])
  let text = "---\nbibliography: references.bib\n---\n\nAs shown [@a1] and by @b1.\n"
  var session = EditorSession(capabilities: ["textDocument": ["documentLink": ["tooltipSupport": true]]])
  session.open(text, folder.uri("paper.md"), "markdown")
  let links = session.ask("documentLink", folder.uri("paper.md")).array ?? []
  #expect(
    links == [
      ["range": lineRange(4, 9..<14), "target": "https://doi.org/10.1000/182", "tooltip": "On names, 2020"],
      ["range": lineRange(4, 22..<25), "target": "https://example.org/b", "tooltip": "B"],
    ])
}
