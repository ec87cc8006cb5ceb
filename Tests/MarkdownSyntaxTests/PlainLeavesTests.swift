import Testing

@testable import MarkdownSyntax

/// A leaf with its neighbouring texts put together, which the parser cuts where it likes.
private struct Leaf: Equatable, CustomStringConvertible {
  let kind: CommonMarkLeaf.Kind
  let lines: ClosedRange<Int>
  let isItem: Bool
  let isQuoted: Bool
  var inlines: [CommonMarkInline] = []

  /// - Parameter last: the number of the last line, behind which nothing counts.
  init(_ leaf: CommonMarkLeaf, last: Int) {
    kind = leaf.kind
    lines = leaf.lines.lowerBound...max(leaf.lines.lowerBound, min(leaf.lines.upperBound, last))
    isItem = leaf.isInList && leaf.isFirstInItem
    isQuoted = leaf.isQuoted
    for inline in leaf.inlines {
      if case .text(let next) = inline, case .text(let before) = inlines.last {
        inlines[inlines.count - 1] = .text(before + next)
      } else {
        inlines.append(inline)
      }
    }
  }

  var description: String { "\(kind) \(lines) \(isItem) \(isQuoted) \(inlines)" }
}

private func check(_ text: String, definitions: String = "") {
  let bytes = Array(text.utf8)
  // The file's definitions and the blank lines before them are no part of the text.
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
  let last = max(1, lines - (text.hasSuffix("\n") ? 1 : 0))
  let whole = CommonMarkTree.leaves(of: bytes[...], definitions: Array(definitions.utf8))
  let parted = PlainLeaves.leaves(of: bytes[...], definitions: Array(definitions.utf8))
  let expected = whole.filter { $0.lines.lowerBound <= last }.map { Leaf($0, last: last) }
  let found = parted.filter { $0.lines.lowerBound <= last }.map { Leaf($0, last: last) }
  #expect(found == expected, "\(text.debugDescription)")
}

@Test func plainParagraphsAndHeadingsAreCutAsTheParserCuts() {
  for text in [
    "", "\n", "a", "a\n", "a\nb\n", "a\n\nb", "# A\ntext\n## B\n", "#a", "# a #\n", "a\n# b\nc\n", "a \nb", "a\n===\n",
    "1990 was\n1. b", "a\n1) b", "a\n\n    b\n\nc\n", "> a\n\nb\n", "- a\n\n  b\n\nc\n", "- a\n\nb\n\n  c\n",
    "```\n\na\n\n```\n\nb", "- ```\n\na\n\n  ```\n", "<pre>\n\na\n\n</pre>\n\nb", "- <pre>\n\na\n", "[a]: b\n\nc [a]\n",
    "a\n\n[b]\n\nc", "a\r\n\r\nb", "\u{1A}\u{1A} note\n\na", "    a\n\n\n\nb", "a\n \nb", "a\n\t\nb", "* * *\n\na",
    "####### a",
  ] {
    check(text)
    check(text, definitions: "[b]: http://x\n[c]: <\n")
  }
}

@Test(arguments: 0..<64) func randomPartsAreCutAsTheParserCuts(seed: UInt64) {
  let lines = [
    "", "", "", " ", "a word", "and more, of it.", "# Heading", "## Two words", "- item", "  behind it", "    code",
    "> quoted", "1. first", "1990 is a year", "*emphasis* here", "a [link](b)", "[label]: address", "see [label]",
    "```",
    "<div>", "</div>", "<!-- x", "-->", "\u{1A}\u{1A} filled", "caf\u{E9}", "---", "===", "~~~", "a `b` c",
    "\\section", "A & B", "trailing  ", "\t tab", "+ plus", "#", "(in brackets)", "| a | b |", "10) ten",
  ]
  var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  for _ in 0..<60 {
    let text = (0..<(2 + next(10))).map { _ in lines[next(lines.count)] }.joined(separator: "\n")
    check(text + (next(2) == 0 ? "\n" : ""), definitions: next(3) == 0 ? "[label]: elsewhere\n" : "")
  }
}
