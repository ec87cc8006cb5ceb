import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection
import TestSupport
import Testing

/// Every fix that a manuscript offers, with the question it is for.
private func offers(_ project: EditableProject, _ analysis: Analysis) -> [(code: String, fix: Fix)] {
  let fixes = project.fixes(of: analysis)
  let own = analysis.diagnostics.flatMap { diagnostic in fixes.fixes(for: diagnostic).map { (diagnostic.code, $0) } }
  return own + (fixes.statement().map { [("statement", $0)] } ?? [])
}

/// The blocks in which no text may be put, as they are read.
private func closedBlocks(_ analysis: Analysis) -> [String] {
  analysis.reading.manuscript.blocks.compactMap { block in
    let section = analysis.reading.manuscript.sections[block.section].kind
    switch block.kind {
    case .paragraph where section != .abstract: return nil
    case .paragraph, .title, .heading, .caption, .footnote, .quotation, .tableRow, .code, .metadata, .listItem:
      return "\(block.kind): \(block.shownText)"
    }
  }
}

private func isSubsequence(_ part: [String], of whole: [String]) -> Bool {
  var rest = whole[...]
  for element in part {
    guard let found = rest.firstIndex(of: element) else { return false }
    rest = rest[(found + 1)...]
  }
  return true
}

/// Braces less their partners, and environments less their ends.
private func balance(_ text: String) -> [Int] {
  func count(_ word: String) -> Int { text.ranges(of: word).count }
  return [
    count("{") - count("\\{") - count("}") + count("\\}"), count("\\begin{") - count("\\end{"),
    count("$") - count("\\$"),
  ]
}

/// Headings that fixes bring along.
private let ownHeadings: Set<String> = ["Model reuse.", "Code availability."].reduce(into: []) { headings, title in
  for level in 1...6 { headings.insert("heading(level: \(level)): \(title)") }
}

private let examples: [String: String] = Dictionary(
  Rule.all.flatMap { $0.sentence.parts }.compactMap { part in
    if case .gap(let gap) = part { (gap.hint, gap.example) } else { nil }
  }, uniquingKeysWith: { first, _ in first })

/// What a fix breaks, in words.
private struct Trial {
  let project: EditableProject
  let analysis: Analysis
  let code: String
  let fix: Fix

  private func after(_ filling: (String) -> String = { "[TODO: \($0)]" }) -> (EditableProject, Analysis) {
    let changed = project.applying(fix, of: analysis, filling: filling)
    return (changed, changed.analysis())
  }

  var violations: [String] {
    let (changed, result) = after()
    var violations: [String] = []
    if !keepsClosedBlocks(result) { violations.append("touches more than running text") }
    for (path, text) in project.files where path.hasSuffix("tex") || path.hasSuffix("bib") {
      if balance(text) != balance(changed.files[path] ?? "") { violations.append("unbalances \(path)") }
    }
    if isComment {
      if result.shownBlocks != analysis.shownBlocks { violations.append("changes the text") }
      if result.diagnostics.contains(where: { $0.code == "unknown-suppression" }) { violations.append("is no comment") }
    } else if fix.edits.contains(where: \.text.hasGaps), fix.kind != .citation {
      let isAsked = result.diagnostics.contains { $0.code == "placeholder-left" } || result.hiddenAskCount > 0
      if !isAsked { violations.append("leaves gaps that nobody asks for") }
    }
    return violations + (answers ? [] : ["does not settle its question"])
  }

  private var isComment: Bool { fix.kind == .silence || fix.id == "supplement" || fix.id == "repository" }

  private func keepsClosedBlocks(_ result: Analysis) -> Bool {
    let before = closedBlocks(analysis)
    let after = closedBlocks(result).filter { !ownHeadings.contains($0) }
    // In Markdown a citation may stand in an item of a list, and a statement's table brings rows of its own.
    if fix.kind == .citation, analysis.reading.manuscript.markup == .markdown { return before.count == after.count }
    return fix.id == "table" ? isSubsequence(before, of: after) : before == after
  }

  /// True when the question is not put again once the author has written a reason or filled the gaps.
  private var answers: Bool {
    guard let question = analysis.diagnostics.first(where: { $0.code == code }) else { return true }
    if ["ignore-here", "ignore-file", "supplement", "repository"].contains(fix.id) {
      let left = after { _ in "a reason" }.1.diagnostics
      return !left.contains { $0.code == code && $0.message == question.message && $0.span.file == question.span.file }
        || analysis.diagnostics.filter { $0.code == code }.count > 1
    }
    guard fix.id.hasPrefix("sentence-"), let model = Int(fix.id.dropFirst(9)), code != "cite-model" else { return true }
    let result = after { examples[$0] ?? "x" }.1
    let details = Set(analysis.findings.filter { $0.model == model }.map(\.detail)).intersection(question.details)
    return !result.findings.contains {
      result.models[$0.model].id == analysis.models[model].id && details.contains($0.detail)
    } || analysis.diagnostics.filter { $0.code == code }.count > 1
  }
}

private func violations(_ project: EditableProject) -> [String] {
  let analysis = project.analysis()
  return offers(project, analysis).flatMap { offer in
    Trial(project: project, analysis: analysis, code: offer.code, fix: offer.fix).violations.map {
      "\(offer.code) '\(offer.fix.title)' \($0)"
    }
  }
}

@Test(arguments: 0..<5) func fixesKeepTheLawsOnMadeUpManuscripts(seed: Int) {
  var maker = MadeUpManuscript(seed: UInt64(seed))
  for project in [maker.latex(), maker.brokenLatex(), maker.markdown(), maker.markdown()] {
    #expect(violations(project) == [], "seed \(seed), \(project.main)")
  }
}

@Test(arguments: ["biology/main.tex", "ecology/paper.qmd", "complete-latex/main.tex", "complete-markdown/paper.md"])
func fixesKeepTheLawsOnFixtures(path: String) throws {
  #expect(violations(try FixtureProject.project(path)) == [])
}
