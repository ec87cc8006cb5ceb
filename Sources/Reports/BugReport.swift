import ManuscriptAnalysis
import Manuscripts
import ReuseDetection

/// A text that is ready to be put into an issue about a wrong decision.
package enum BugReport {
  /// - Parameters:
  ///   - profile: the profile's name.
  ///   - version: the program's.
  package static func markdown(
    _ excerpt: BugExcerpt, of diagnostic: Diagnostic, in result: ManuscriptResult, profile: String, version: String
  ) -> String {
    let analysis = result.analysis
    var lines = [
      "### Wrong decision: `\(diagnostic.code)`", "", "| | |", "|---|---|", "| version | \(version) |",
      "| profile | \(profile) |", "| question | `\(diagnostic.code)`, \(diagnostic.severity.rawValue) |",
    ]
    if let index = diagnostic.models.first {
      let model = analysis.models[index]
      let patterns = model.patterns.map(\.rawValue).joined(separator: ", ")
      let reading = model.role.plainWords + (patterns.isEmpty ? "" : " (\(patterns))")
      lines.append("| decision | '\(model.name)' is \(reading), \(model.confidence.rawValue) confidence |")
      let cues = model.evidence.map(\.cue).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      if !cues.isEmpty { lines.append("| because | \(cues.joined(separator: "; ")) |") }
    }
    if !excerpt.decision.details.isEmpty {
      lines.append("| not found | \(excerpt.decision.details.map { "`\($0.rawValue)`" }.joined(separator: ", ")) |")
    }
    let isReproduced =
      excerpt.isReproduced ? "yes, by the excerpt below" : "no: the excerpt below does not lead to the decision"
    let sentences = "\(excerpt.sentences.kept) of \(Counting.plural(excerpt.sentences.all, "sentence"))"
    let size = "\(sentences), \(Counting.plural(excerpt.keptWordCount, "word")) kept beside the name"
    lines += ["| reproduced | \(isReproduced) |", "| excerpt | \(size) |", ""]
    let markup = analysis.reading.manuscript.markup == .latex ? "latex" : "markdown"
    let fence = excerpt.text.contains("```") ? "````" : "```"
    lines += [fence + markup, excerpt.text + fence, ""]
    lines += ["What it should have been: [say it in your words]", ""]
    return lines.joined(separator: "\n")
  }
}
