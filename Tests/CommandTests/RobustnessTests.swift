import Foundation
import ManuscriptAnalysis
import Manuscripts
import Reports
import TestSupport
import Testing

/// The bytes of the shipped manuscripts.
private func fixtures() throws -> [(bytes: [UInt8], markup: Markup)] {
  let paths = try FileManager.default.subpathsOfDirectory(atPath: Colophon.fixtures).sorted()
  return try paths.compactMap { path in
    guard let markup = ManuscriptReading.markup(ofPath: path) else { return nil }
    return (Array(try Data(contentsOf: URL(fileURLWithPath: Colophon.fixtures + "/" + path))), markup)
  }
}

/// Every place of an analysis lies in its file, and its output stays in proportion to the source.
private func check(_ bytes: [UInt8], _ markup: Markup, _ label: String) {
  let analysis = AnalysisOfText.bytes(bytes, markup: markup)
  var shown = 0
  for block in analysis.reading.manuscript.blocks {
    shown += block.text.count
    let isInside =
      block.span.range.upperBound <= bytes.count
      && block.text.segments.allSatisfy { $0.source.upperBound <= bytes.count }
    #expect(isInside, "\(label)")
  }
  #expect(shown <= 65_536 + 20 * bytes.count, "\(label)")
  let result = ManuscriptResult(name: "x", folder: "", analysis: analysis)
  #expect(
    LintReport.text([result], style: TextStyle(isColoured: false, width: 80)).utf8.count <= 65_536 + 20 * bytes.count,
    "\(label)")
}

@Test func everyCutOfTheFixturesIsRead() throws {
  for (bytes, markup) in try fixtures() {
    for end in 0...bytes.count { check(Array(bytes[..<end]), markup, "cut at \(end)") }
  }
}

@Test(arguments: 0..<8) func mutatedFixturesAreRead(seed: UInt64) throws {
  var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(bound, 1)
  }
  let signs = Array("\\{}[]$%&#_^~`*<>|-:@!\"'\n\r\t \u{0}".utf8) + [0xFF, 0xC3, 0xE2]
  for (bytes, markup) in try fixtures() {
    for _ in 0..<12 {
      var mutated = bytes
      for _ in 0..<(1 + next(30)) {
        let place = next(mutated.count)
        switch next(3) {
        case 0: mutated[place] = signs[next(signs.count)]
        case 1: mutated.insert(signs[next(signs.count)], at: place)
        default: mutated.removeSubrange(place..<min(mutated.count, place + 1 + next(20)))
        }
        if mutated.isEmpty { mutated = [0x20] }
      }
      check(mutated, markup, "seed \(seed)")
    }
  }
}

@Test(arguments: 0..<6) func randomBytesAreRead(seed: UInt64) {
  var state = seed &+ 99
  var bytes: [UInt8] = []
  for _ in 0..<4_000 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    bytes.append(UInt8(truncatingIfNeeded: state >> 40))
  }
  check(bytes, .latex, "random \(seed)")
  check(bytes, .markdown, "random \(seed)")
}

/// Inputs made to be slow or deep, each of some 100 KB.
private let pathological: [(String, Markup)] = [
  (String(repeating: "{", count: 100_000), .latex), (String(repeating: "\\textbf{", count: 12_000), .latex),
  (String(repeating: "\\footnote{a", count: 9_000), .latex), (String(repeating: "\\begin{a}", count: 11_000), .latex),
  (String(repeating: "\\begin{verbatim}", count: 6_000), .latex),
  (String(repeating: "\\begin{equation} ", count: 6_000), .latex), (String(repeating: "$", count: 100_001), .latex),
  (String(repeating: "\\cite{", count: 16_000), .latex), (String(repeating: "\\iffalse ", count: 11_000), .latex),
  (String(repeating: "> ", count: 50_000), .markdown), (String(repeating: "- ", count: 50_000), .markdown),
  (String(repeating: "![[]()", count: 16_000), .markdown), (String(repeating: "*a_ ", count: 25_000), .markdown),
  (String(repeating: "`", count: 100_001), .markdown), (String(repeating: "[", count: 100_000), .markdown),
  (String(repeating: "<!-- ", count: 20_000), .markdown),
  (String(repeating: "| a ", count: 25_000) + "\n|---|\n", .markdown),
  (String(repeating: "{{ ", count: 33_000), .markdown), (String(repeating: "[@a;", count: 25_000), .markdown),
  (String(repeating: "> - a\n", count: 16_000), .markdown), (String(repeating: "GPT-", count: 25_000), .markdown),
  (String(repeating: "{{< ", count: 25_000), .markdown), (String(repeating: "[^a", count: 33_000), .markdown),
  (String(repeating: "- a\n\n```\n", count: 10_000), .markdown),
  (String(repeating: "<div>\n\na\n\n", count: 10_000), .markdown),
]

/// What is repeated in texts that once took time in the square of their length.
private let repeated: [(String, Markup)] = [
  ("$ \\[ \\( ", .latex), ("\\[ ", .latex), ("\\( a", .latex), ("\\verb|", .latex), ("\\verb", .latex),
  ("\\lstinline[a", .latex), ("\\begin{tabular}{c}a&b\\\\ ", .latex), ("BERT ", .latex), ("ESM-2 and ", .latex),
  ("`a` ", .markdown), ("\\a[", .markdown), ("\\a{", .markdown), ("\\( ", .markdown), ("{{< ", .markdown),
  ("[^a", .markdown), ("{", .markdown), ("GPT-4 ", .markdown), ("| BERT ", .markdown),
]

/// The time that this thread's processor spends, in seconds.
private func processorTime(_ step: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let before = now()
  step()
  return now() - before
}

/// Eight times the text takes some eight times the time, not sixty-four.
@Test(arguments: repeated.indices) func timeGrowsWithTheText(index: Int) {
  let (text, markup) = repeated[index]
  func time(_ size: Int) -> Double {
    let bytes = Array(String(repeating: text, count: size / text.utf8.count).utf8)
    return processorTime { _ = AnalysisOfText.bytes(bytes, markup: markup) }
  }
  _ = time(1_000)
  let (short, long) = (time(20_000), time(160_000))
  #expect(long <= 20 * short + 0.1, "\(text): \(short) s and \(long) s")
}

@Test(arguments: pathological.indices) func pathologicalInputsAreRead(index: Int) {
  check(Array(pathological[index].0.utf8), pathological[index].1, "input \(index)")
}
