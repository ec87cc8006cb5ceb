import ReportingRules
import ReuseDetection

/// The report as Markdown.
package enum ReportMarkdown {
  package static func text(_ report: FilledChecklist) -> String {
    var lines = heading(report)
    if report.isEmpty {
      lines += ["", "The manuscript holds no text: there is nothing to report."]
    } else {
      lines += questions(report) + overview(report) + items(report) + models(report)
    }
    lines += others(report) + whatWasRead(report)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func heading(_ report: FilledChecklist) -> [String] {
    let standard = report.checklist.standard.map { " (\($0.identifier))" } ?? ""
    return [
      "# Reuse of pre-trained models: \(report.checklist.title)", "",
      "- Manuscript: " + (report.title.map { "\(escaped($0)), " } ?? "") + escaped(report.manuscript),
      "- Checklist: \(report.checklist.title)\(standard), in our own words",
      "- Made by: " + ReportWording.stamp(report),
      "- SHA-256 of the input: `\(report.input.digest)`",
      "", ReportWording.caution,
    ] + (ReportWording.unjudged(report).map { ["", "**\($0)**"] } ?? [])
  }

  private static func questions(_ report: FilledChecklist) -> [String] {
    guard !report.questions.isEmpty else {
      return ["", "## Open questions", "", report.isJudged ? "None." : "Not judged."]
    }
    return ["", "## Open questions", ""]
      + report.questions.enumerated().map { index, question in
        "\(index + 1). \(escaped(question.text))" + (question.place.map { " (\(escaped($0.words)))" } ?? "")
      }
  }

  private static func overview(_ report: FilledChecklist) -> [String] {
    var lines = ["", "## Overview", "", ReportWording.counts(report)]
    guard !report.models.isEmpty else { return lines + ["", ReportWording.noReuse(report)] }
    if ReportWording.hasUnmeasured(report) { lines += ["", ReportWording.unmeasured] }
    lines += ["", "| model | how it is reused | confidence | reported | may answer* | delegated | not found | not judged |"]
    lines.append("|---|---|---|---:|---:|---:|---:|---:|")
    for model in report.models {
      let mayAnswer = model.details.filter(\.isUnmeasured).count
      var counts = [ItemState.reported, .delegated, .notFound, .notJudged].map { state in
        model.details.filter { $0.state == state && !$0.isUnmeasured }.count
      }
      counts.insert(mayAnswer, at: 1)
      let cells =
        [escaped(model.name), ReportWording.patterns(model), model.confidence.rawValue] + counts.map { String($0) }
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines
  }

  private static func items(_ report: FilledChecklist) -> [String] {
    var lines = ["", "## Items"]
    for section in report.sections {
      lines += ["", "### \(section.title)", ""]
      for item in section.applicable { lines += self.item(item, report) }
      let others = section.notApplicable.map(ReportWording.name)
      if !others.isEmpty { lines.append("- Not applicable: " + others.joined(separator: "; ")) }
    }
    return lines
  }

  private static func item(_ filled: FilledItem, _ report: FilledChecklist) -> [String] {
    let number = filled.item.number.map { "\($0) " } ?? ""
    var lines = [
      "- **\(number)\(escaped(ReportWording.heading(filled.item)))**: \(filled.state.words)"
        + ReportWording.share(filled, report) + (filled.state == .notFound ? ReportWording.unreadNote(report) : "")
    ]
    if let override = filled.override {
      lines.append(
        "  - set by \(escaped(override.name)): \(escaped(override.reason)) (Colophon: \(filled.found.words))")
    }
    if !filled.note.isEmpty { lines.append("  - \(filled.note)") }
    if filled.item.isJudged, !filled.item.limit.isEmpty { lines.append("  - Not looked at: \(filled.item.limit).") }
    for answer in filled.saysAll ? [] : filled.sharedAnswers {
      let parts = answer.parts.map { part in
        (filled.item.details.count > 1 ? escaped(ReportWording.topic(part.detail)) + ": " : "")
          + self.answer(part, report)
      }
      lines.append("  - " + escaped(ReportWording.names(answer.models, report)) + ": " + parts.joined(separator: "; "))
    }
    return lines
  }

  private static func answer(_ part: DetailAnswer, _ report: FilledChecklist) -> String {
    let value = part.value.map { " “\(escaped($0))”" } ?? ""
    let place = part.place.map { " (\(escaped($0.words)))" } ?? ""
    return part.state.words + value + place + (part.state == .notFound ? ReportWording.unreadNote(report) : "")
  }

  private static func models(_ report: FilledChecklist) -> [String] {
    guard !report.models.isEmpty else { return [] }
    var lines = ["", "## Models"]
    for model in report.models {
      lines += ["", "### \(escaped(model.name))", "", ReportWording.summary(model) + "."]
      if !model.evidence.isEmpty { lines += ["", "Why it counts as reused:", ""] + model.evidence.map(evidence) }
      let answered = model.details.filter { $0.state == .reported || $0.state == .delegated }
      if !answered.isEmpty { lines += ["", "What is stated:", ""] + answered.map(stated) }
      let open = model.details.filter { $0.state == .notFound }.map { escaped(ReportWording.topic($0.detail)) }
      if !open.isEmpty {
        lines += [
          "", "Not found in what was read\(ReportWording.unreadNote(report)): " + open.joined(separator: ", ") + ".",
        ]
      }
    }
    return lines
  }

  private static func stated(_ answer: DetailAnswer) -> String {
    let value = answer.value.map { " “\(escaped($0))”" } ?? ""
    let place = answer.place.map { ", \(escaped($0.words))" } ?? ""
    let quotation = answer.quotation.map { ": " + self.quotation($0) } ?? ""
    return "- \(escaped(ReportWording.topic(answer.detail))): \(answer.state.words)\(value)\(place)\(quotation)"
  }

  private static func evidence(_ evidence: ReportedEvidence) -> String {
    "- \(escaped(evidence.place.words)), \(evidence.cue): \(quotation(evidence.sentence))"
  }

  private static func quotation(_ quotation: Quotation) -> String {
    let marked = quotation.marked.isEmpty ? "" : "**\(escaped(quotation.marked))**"
    return "“\(escaped(quotation.before))\(marked)\(escaped(quotation.after))”"
  }

  private static func others(_ report: FilledChecklist) -> [String] {
    guard !report.others.isEmpty else { return [] }
    var lines = ["", "## Models that are not judged", "", ReportWording.othersNote, ""]
    for model in report.others {
      lines.append("- **\(escaped(model.name))**: \(ReportWording.reasons(model))")
      lines += model.evidence.map { "  " + evidence($0) }
    }
    return lines
  }

  private static func whatWasRead(_ report: FilledChecklist) -> [String] {
    var lines = ["", "## What was read", ""]
    lines += report.input.files.map { "- \(escaped($0.path)), \($0.byteCount) bytes, SHA-256 `\($0.digest)`" }
    for (title, remarks) in [
      ("Could not be read", report.input.unread), ("Could not be read as meant", report.input.remarks),
      ("Comments to Colophon in the manuscript", report.input.comments),
    ] where !remarks.isEmpty {
      lines += ["", "\(title):", ""]
      lines += remarks.map { remark in
        "- \(escaped(remark.message))" + (remark.place.map { " (\(escaped($0.words)))" } ?? "")
      }
    }
    lines +=
      report.stamp.settings.isEmpty ? [] : ["", "Settings:", ""] + report.stamp.settings.map { "- \(escaped($0))" }
    return lines
  }

  private static func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
