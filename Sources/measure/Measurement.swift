import ManuscriptAnalysis
import Manuscripts

/// Timing of whole analyses within the process.
enum Measurement {
  /// The least time of a few runs, divided by the bytes; the first run warms up and does not count.
  static func nanosecondsPerByte(_ bytes: [UInt8], _ markup: Markup) -> Double {
    analyse(bytes, markup)
    let runs = bytes.count > 1_000_000 ? 3 : 12
    let clock = ContinuousClock()
    let least = (0..<runs).map { _ in clock.measure { analyse(bytes, markup) } }.min() ?? .zero
    let parts = least.components
    return (Double(parts.seconds) * 1e9 + Double(parts.attoseconds) / 1e9) / Double(max(bytes.count, 1))
  }

  private static func analyse(_ bytes: [UInt8], _ markup: Markup) {
    let name = markup == .latex ? "main.tex" : "main.md"
    let project = ProjectFiles(main: [SourceFile(path: name, bytes: bytes)])
    let configuration = Configuration()
    let manuscript = ManuscriptReading.manuscript(of: project, markup: markup, configuration: configuration)
    let input = AnalysisInput(
      project: project, manuscript: manuscript, configuration: configuration, lockfiles: [])
    _ = ManuscriptAnalyser.analyse(input)
  }

  /// The body of a document several times over, in one frame.
  static func repeated(_ bytes: [UInt8], _ markup: Markup, _ copies: Int) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard markup == .latex, let start = text.firstRange(of: "\\begin{document}"),
      let end = text.firstRange(of: "\\end{document}")
    else { return Array(String(repeating: text + "\n\n", count: copies).utf8) }
    let body = text[start.upperBound..<end.lowerBound] + "\n\n"
    return Array(
      (text[..<start.upperBound] + String(repeating: String(body), count: copies) + text[end.lowerBound...]).utf8)
  }

  /// One decimal.
  static func shown(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// A document of some 100 KB that is hard on a careless reader.
struct SlowInput {
  let name: String
  let text: String
  let markup: Markup

  static let all: [SlowInput] = [
    latex("open braces", "{", 100_000), latex("nested groups", "\\textbf{", 12_000),
    latex("nested footnotes", "\\footnote{a", 9_000),
    latex("open environments", "\\begin{a}", 11_000), latex("open listings", "\\begin{verbatim}", 6_000),
    latex("open equations", "\\begin{equation} ", 6_000),
    latex("dollar signs", "$", 100_001),
    latex("open citations", "\\cite{", 16_000), latex("open conditions", "\\iffalse ", 11_000),
    markdown("nested quotations", "> ", 50_000), markdown("nested lists", "- ", 50_000),
    markdown("open images", "![[]()", 16_000),
    markdown("open emphasis", "*a_ ", 25_000), markdown("backticks", "`", 100_001),
    markdown("open comments", "<!-- ", 20_000),
    markdown("quoted list items", "> - a\n", 16_000), markdown("beginnings of names", "GPT-", 25_000),
  ]

  private static func latex(_ name: String, _ text: String, _ count: Int) -> SlowInput {
    SlowInput(name: "LaTeX, \(name)", text: String(repeating: text, count: count), markup: .latex)
  }

  private static func markdown(_ name: String, _ text: String, _ count: Int) -> SlowInput {
    SlowInput(name: "Markdown, \(name)", text: String(repeating: text, count: count), markup: .markdown)
  }
}
