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
    _ = ManuscriptAnalyser.analyse(input(bytes, markup, after: nil))
  }

  private static func input(_ bytes: [UInt8], _ markup: Markup, after previous: ProjectReading?) -> AnalysisInput {
    let project = ProjectFiles(main: [SourceFile(path: markup == .latex ? "main.tex" : "main.md", bytes: bytes)])
    let configuration = Configuration()
    let reading = ManuscriptReading.reading(
      of: project, markup: markup, configuration: configuration, after: previous)
    return AnalysisInput(project: project, reading: reading, configuration: configuration, lockfiles: [])
  }

  /// Milliseconds that typing a character in the middle of a text takes: the median of many.
  static func millisecondsPerKeystroke(_ bytes: [UInt8], _ markup: Markup) -> Double {
    var text = bytes
    var input = input(text, markup, after: nil)
    var analysis = ManuscriptAnalyser.analyse(input)
    let typed = Array(" we fine-tuned BERT on our data and evaluated it.".utf8)
    let middle = text[(text.count / 2)...].firstIndex(of: 0x0A) ?? text.count / 2
    let clock = ContinuousClock()
    let times = (0..<100).map { index in
      text.insert(typed[index % typed.count], at: middle + index)
      return clock.measure {
        input = self.input(text, markup, after: input.reading)
        analysis = ManuscriptAnalyser.analyse(input, after: analysis)
      }
    }
    let parts = times.sorted()[times.count / 2].components
    return Double(parts.seconds) * 1e3 + Double(parts.attoseconds) / 1e15
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
