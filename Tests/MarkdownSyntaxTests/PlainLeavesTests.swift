import Testing

@testable import MarkdownSyntax

/// An inline event with what it says.
private enum Inline: Equatable {
  case text([UInt8])
  case code([UInt8])
  case html([UInt8])
  case openLink([UInt8])
  case lineBreak, closeLink, openImage, closeImage
}

/// A leaf with its neighbouring texts put together, which the parser cuts where it likes.
private struct Leaf: Equatable, CustomStringConvertible {
  let kind: String
  let lines: ClosedRange<Int>
  let isItem: Bool
  let isQuoted: Bool
  var inlines: [Inline] = []

  /// - Parameter last: the number of the last line, behind which nothing counts.
  init(_ leaf: CommonMarkLeaf, of leaves: CommonMarkLeaves, _ bytes: [UInt8], last: Int) {
    if case .code(let fence) = leaf.kind { kind = "code \(leaves.string(fence))" } else { kind = "\(leaf.kind)" }
    lines = leaf.lines.lowerBound...max(leaf.lines.lowerBound, min(leaf.lines.upperBound, last))
    isItem = leaf.isInList && leaf.isFirstInItem
    isQuoted = leaf.isQuoted
    for inline in leaves.inlines[leaf.inlines] {
      let next = Self.inline(inline, leaves.literals, bytes)
      if next == .text([]) { continue }
      if case .text(let text) = next, case .text(let before) = inlines.last {
        inlines[inlines.count - 1] = .text(before + text)
      } else {
        inlines.append(next)
      }
    }
  }

  private static func inline(_ inline: CommonMarkInline, _ literals: [UInt8], _ bytes: [UInt8]) -> Inline {
    switch inline {
    case .source(let range): .text(Array(bytes[range]))
    case .text(let range): .text(Array(literals[range]))
    case .code(let range): .code(Array(literals[range]))
    case .html(let range): .html(Array(literals[range]))
    case .openLink(let range): .openLink(Array(literals[range]))
    case .lineBreak: .lineBreak
    case .closeLink: .closeLink
    case .openImage: .openImage
    case .closeImage: .closeImage
    }
  }

  var description: String { "\(kind) \(lines) \(isItem) \(isQuoted) \(inlines)" }
}

/// What a reader finds in bytes, up to a last line.
private func leaves(_ bytes: [UInt8], last: Int, _ read: (inout CommonMarkLeaves) -> Void) -> [Leaf] {
  var found = CommonMarkLeaves()
  read(&found)
  return found.leaves.filter { $0.lines.lowerBound <= last }.map { Leaf($0, of: found, bytes, last: last) }
}

private func check(_ text: String, definitions: String = "") {
  let bytes = Array(text.utf8)
  // The file's definitions and the blank lines before them are no part of the text.
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
  let last = max(1, lines - (text.hasSuffix("\n") ? 1 : 0))
  let expected = leaves(bytes, last: last) {
    CommonMarkTree.append(bytes[...], definitions: Array(definitions.utf8), to: &$0)
  }
  let found = leaves(bytes, last: last) {
    PlainLeaves.append(bytes, bytes.indices, definitions: Array(definitions.utf8), to: &$0)
  }
  #expect(found == expected, "\(text.debugDescription)")
}

@Test func plainParagraphsAndHeadingsAreCutAsTheParserCuts() {
  for text in [
    "", "\n", "a", "a\n", "a\nb\n", "a\n\nb", "# A\ntext\n## B\n", "#a", "# a #\n", "a\n# b\nc\n", "a \nb", "a\n===\n",
    "1990 was\n1. b", "a\n1) b", "a\n\n    b\n\nc\n", "> a\n\nb\n", "- a\n\n  b\n\nc\n", "- a\n\nb\n\n  c\n",
    "```\n\na\n\n```\n\nb", "- ```\n\na\n\n  ```\n", "<pre>\n\na\n\n</pre>\n\nb", "- <pre>\n\na\n", "[a]: b\n\nc [a]\n",
    "a\n\n[b]\n\nc", "a\r\n\r\nb", "\u{1A}\u{1A} note\n\na", "    a\n\n\n\nb", "a\n \nb", "a\n\t\nb", "* * *\n\na",
    "####### a", "0.93 of", "1.", "1.\n2", "a\n1.5 b\n2.\n", "2)b\n", "-1 b\n-\n", "a\n-1", "--1", "-\u{1A}", "+2 a\n+", "+ a",
  ] {
    check(text)
    check(text, definitions: "[b]: http://x\n[c]: <\n")
  }
}

@Test func plainInlinesAreReadAsTheParserReads() {
  for text in [
    "*a* b", "a *b\nc* d", "**a** b", "*a**b*", "**a*", "*a\n\nb*", "a * b", "a*b", "*a", "** **", "**\n", "*(a)* b", "(*a*)",
    "a_b", "_a_", "a _b_", "__a__", "a__b", "a_", "`a`", "`a` *b* [c](d) ", "``a`b``", "` a `", "`a\nb`", "```a```", "`a", "a ``",
    "[a](b)", "[a *b* c](d)", "[*a](b)*", "*a [b](c) d*", "[a](b \"c\")", "[a]()", "[a](<b>)", "[a](b(c)d)", "[a\nb](c)",
    "![a](b)", "[a [b](c)](d)", "[a]", "[a][b]", "[a] (b)", "a](b)", "[`a]`](b)", "[a](b\u{1A})", "*\u{E9}*", "\u{A0}*a*",
    "a  \nb", "a \nb ", "# a *b* ", "# *a\nb*", "a\n# *b*\nc", "<b>a\n\nc *d*", "<pre>\n\na", "<!-- a\n\nb -->", "<div>\n\n<script>\n\na",
  ] {
    check(text)
    check(text, definitions: "[b]: http://x\n")
  }
}

@Test func cellsAreReadAsTheParserReads() {
  for cell in ["", " ", "a", " a ", "    a", "   0.93 ", " - ", " -1 ", " *a* ", " 1. ", "1.5 ± 2", " caf\u{E9} ", " # a ", " <b> "] {
    let bytes = Array("x\(cell)x".utf8)
    let range = 1..<(bytes.count - 1)
    let expected = leaves(bytes, last: 1) { CommonMarkTree.append(bytes[range], to: &$0) }
    let found = leaves(bytes, last: 1) { PlainLeaves.append(alone: range, of: bytes, to: &$0) }
    #expect(found == expected, "\(cell.debugDescription)")
  }
}

/// Numbers that a seed gives.
private struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

@Test(arguments: 0..<64) func randomPartsAreCutAsTheParserCuts(seed: UInt64) {
  let lines = [
    "", "", "", " ", "a word", "and more, of it.", "# Heading", "## Two words", "- item", "  behind it", "    code",
    "> quoted", "1. first", "1990 is a year", "*emphasis* here", "a [link](b)", "[label]: address", "see [label]",
    "```",
    "<div>", "</div>", "<!-- x", "-->", "\u{1A}\u{1A} filled", "caf\u{E9}", "---", "===", "~~~", "a `b` c",
    "\\section", "A & B", "trailing  ", "\t tab", "+ plus", "+plus", "-0.5", "--", "0.93 of 1", "#", "(in brackets)", "| a | b |", "10) ten",
  ]
  var numbers = Numbers(seed: seed)
  for _ in 0..<60 {
    let text = (0..<(2 + numbers.next(10))).map { _ in lines[numbers.next(lines.count)] }.joined(separator: "\n")
    check(text + (numbers.next(2) == 0 ? "\n" : ""), definitions: numbers.next(3) == 0 ? "[label]: elsewhere\n" : "")
  }
}

@Test(arguments: 0..<64) func randomInlinesAreReadAsTheParserReads(seed: UInt64) {
  let signs = [
    "a", "b c", " ", " ", "*", "**", "***", "_", "__", "[", "]", "](", "](u)", "](u v)", ")", "(", "`", "``", "!", ".",
    "caf\u{E9}", "\u{A0}", "\n", "  \n", "\n\n", "\n- ", "\n# ", "\n***\n", "<b>", "\n<div>\n", "\n<pre>\n", "\\", "&amp;",
    "1.5", "\u{1A}", "*a*", "**b**", "`c`", "[l](u)", "a_b",
  ]
  var numbers = Numbers(seed: seed)
  for _ in 0..<200 {
    check((0..<(1 + numbers.next(16))).map { _ in signs[numbers.next(signs.count)] }.joined())
  }
}
