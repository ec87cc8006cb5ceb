import ReportingRules
import ReuseDetection

/// The report for programs: version 1, whose schema is `docs/schemas/report-1.schema.json`.
package enum ReportJSON {
  package static func text(_ report: FilledChecklist) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.value("version", 1)
      writeStamp(report, &writer)
      writer.value("manuscript", report.manuscript)
      writer.optional("title", report.title)
      writer.value("language", report.language)
      writer.object("counts") { writer in
        for state in ItemState.allCases { writer.value(state.rawValue, report.count(state)) }
        writer.value("may-answer", report.unmeasuredCount)
      }
      writeInput(report.input, &writer)
      writer.array("models") { writer in
        for model in report.models { write(model, &writer) }
      }
      writer.array("others") { writer in
        for model in report.others { write(model, &writer) }
      }
      writer.array("items") { writer in
        for section in report.sections {
          for item in section.items { write(item, section.title, report, &writer) }
        }
      }
      writer.array("questions") { writer in
        for question in report.questions { write(question, report, &writer) }
      }
    }
    return writer.text + "\n"
  }

  private static func writeStamp(_ report: FilledChecklist, _ writer: inout JSONWriter) {
    writer.object("stamp") { writer in
      writer.value("colophon", report.stamp.tool)
      writer.value("catalogue", report.stamp.catalogue)
      writer.value("profile", report.stamp.profile)
      writer.value("sha256", report.input.digest)
      writer.strings("settings", report.stamp.settings)
    }
    writer.object("standard") { writer in
      writer.value("name", report.checklist.rawValue)
      writer.value("title", report.checklist.title)
      writer.optional("identifier", report.checklist.standard?.identifier)
    }
  }

  private static func writeInput(_ input: ReportInputRecord, _ writer: inout JSONWriter) {
    writer.array("files") { writer in
      for file in input.files {
        writer.object { writer in
          writer.value("path", file.path)
          writer.value("bytes", file.byteCount)
          writer.value("sha256", file.digest)
        }
      }
    }
    for (key, remarks) in [("unread", input.unread), ("problems", input.remarks), ("comments", input.comments)] {
      writer.array(key) { writer in
        for remark in remarks {
          writer.object { writer in
            writer.value("message", remark.message)
            if let place = remark.place { writePlace(place, &writer) }
          }
        }
      }
    }
  }

  private static func writePlace(_ place: TextPlace, _ writer: inout JSONWriter) {
    writer.value("file", place.file)
    writer.value("line", place.line)
    writer.value("column", place.column)
  }

  private static func write(_ model: ReportedModel, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.value("id", model.id)
      writer.value("name", model.name)
      writer.strings("patterns", model.patterns.map(\.rawValue))
      writer.strings("subLabels", model.subLabels.map(\.rawValue))
      writer.value("confidence", model.confidence.rawValue)
      writer.optional("step", model.step?.rawValue)
      writer.value("mentions", model.mentionCount)
      writer.object("at") { writePlace(model.place, &$0) }
      writeEvidence(model.evidence, &writer)
    }
  }

  private static func writeEvidence(_ evidence: [ReportedEvidence], _ writer: inout JSONWriter) {
    writer.array("evidence") { writer in
      for item in evidence {
        writer.object { writer in
          writePlace(item.place, &writer)
          writer.value("cue", item.cue)
          writer.value("text", item.sentence.text)
        }
      }
    }
  }

  private static func write(_ model: OtherModel, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.value("id", model.id)
      writer.value("name", model.name)
      writer.value("role", model.role.rawValue)
      writer.value("isStated", model.isStated)
      writer.value("mentions", model.mentionCount)
      writer.strings("for", model.speaksFor)
      writer.strings("against", model.speaksAgainst)
      writeEvidence(model.evidence, &writer)
    }
  }

  private static func write(
    _ filled: FilledItem, _ section: String, _ report: FilledChecklist, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.value("key", filled.item.key)
      writer.optional("number", filled.item.number)
      writer.value("section", section)
      writer.value("topic", filled.item.topic)
      writer.value("state", filled.state.rawValue)
      writer.value("found", filled.found.rawValue)
      writer.value("note", filled.note)
      writer.value("notLookedAt", filled.item.isJudged ? filled.item.limit : "")
      if let override = filled.override {
        writer.object("override") { writer in
          writer.value("state", override.state.rawValue)
          writer.value("name", override.name)
          writer.value("reason", override.reason)
        }
      }
      writer.array("answers") { writer in
        for answer in filled.answers {
          writer.object { writer in
            writer.value("model", report.models[answer.model].id)
            writer.value("state", answer.state.rawValue)
            writer.array("parts") { writer in
              for part in answer.parts { write(part, &writer) }
            }
          }
        }
      }
    }
  }

  private static func write(_ part: DetailAnswer, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.value("detail", part.detail.rawValue)
      writer.value("state", part.state.rawValue)
      if let value = part.value { writer.value("value", value) }
      if let place = part.place { writer.object("at") { writePlace(place, &$0) } }
      if let quotation = part.quotation { writer.value("quote", quotation.text) }
    }
  }

  private static func write(_ question: OpenQuestion, _ report: FilledChecklist, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.value("code", question.code)
      writer.value("severity", question.severity.rawValue)
      writer.value("text", question.text)
      writer.strings("models", question.models.map { report.models[$0].id })
      writer.strings("details", question.details.map(\.rawValue))
      if let place = question.place { writer.object("at") { writePlace(place, &$0) } }
    }
  }
}
