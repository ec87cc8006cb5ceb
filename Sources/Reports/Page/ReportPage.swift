import ReportingRules

/// The report as one HTML file: no script, no address outside of itself, readable on paper.
package enum ReportPage {
  package static func html(_ report: FilledChecklist) -> String {
    let page = Tag.html(.with("lang", "en")) {
      head(report)
      Tag.body {
        PageSymbols.definitions
        Tag.a(.style(.skip), .link(to: "main")) { "Skip to the report" }
        header(report)
        navigation(report)
        Tag.main(.id("main"), .with("tabindex", "-1")) {
          parts(report).map { part in
            Tag.section(.labelled(by: part.id)) {
              Tag.h2(.id(part.id)) { part.title }
              part.content
            }
          }
        }
        Tag.footer { Tag.p(.style(.muted)) { "Made by " + ReportWording.stamp(report) + "." } }
      }
    }
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }

  /// A part of the page.
  private struct Part {
    let id: String
    let title: String
    let content: HTML
  }

  private static func head(_ report: FilledChecklist) -> HTML {
    Tag.head {
      Tag.meta.void(.with("charset", "utf-8"))
      Tag.meta.void(
        .with("http-equiv", "Content-Security-Policy"),
        .with("content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"))
      Tag.meta.void(.with("name", "viewport"), .with("content", "width=device-width, initial-scale=1"))
      Tag.meta.void(.with("name", "color-scheme"), .with("content", "light dark"))
      Tag.meta.void(.with("name", "robots"), .with("content", "noindex"))
      Tag.title { "\(report.title ?? report.manuscript): reuse of pre-trained models" }
      Tag.style { PageStyle.sheet }
    }
  }

  private static func header(_ report: FilledChecklist) -> HTML {
    Tag.header {
      Tag.p(.style(.key)) { "Reuse of pre-trained models" }
      Tag.h1 { report.title ?? report.manuscript }
      Tag.dl {
        entry("Manuscript", .text(report.manuscript))
        entry("Checklist", .text(checklist(report)))
        entry("Made by", .text(ReportWording.stamp(report)))
        entry("SHA-256 of the input", Tag.code { report.input.digest })
      }
      Tag.p(.style(.caution)) { ReportWording.caution }
      ReportWording.unjudged(report).map { text in Tag.p(.style(.caution)) { Tag.strong { text } } } ?? .joined([])
    }
  }

  private static func checklist(_ report: FilledChecklist) -> String {
    report.checklist.standard.map { "\(report.checklist.title) (\($0.identifier)), in our own words" }
      ?? report.checklist.title
  }

  private static func entry(_ name: String, _ value: HTML) -> HTML {
    Tag.div {
      Tag.dt { name }
      Tag.dd { value }
    }
  }

  private static func navigation(_ report: FilledChecklist) -> HTML {
    Tag.nav(.with("aria-label", "Contents")) {
      Tag.ul { parts(report).map { part in Tag.li { Tag.a(.link(to: part.id)) { part.title } } } }
    }
  }

  private static func parts(_ report: FilledChecklist) -> [Part] {
    var parts: [Part] = []
    if report.isEmpty {
      parts.append(
        Part(
          id: "questions", title: "Nothing to report",
          content: Tag.p { "The manuscript holds no text: there is nothing to report." }))
    } else {
      parts = [
        Part(id: "questions", title: "Open questions", content: questions(report)),
        Part(id: "overview", title: "Overview", content: overview(report)),
        Part(id: "items", title: "Items of the checklist", content: .joined(PageItems(report: report).html())),
      ]
    }
    let models = PageModels(report: report)
    if !report.models.isEmpty { parts.append(Part(id: "models", title: "Models", content: .joined(models.cards()))) }
    if !report.others.isEmpty {
      parts.append(Part(id: "others", title: "Models that are not judged", content: models.others()))
    }
    parts.append(Part(id: "input", title: "What was read", content: input(report)))
    return parts
  }

  private static func questions(_ report: FilledChecklist) -> HTML {
    guard !report.questions.isEmpty else { return Tag.p { report.isJudged ? "None." : "Not judged." } }
    return Tag.ol(.style(.questions)) {
      report.questions.map { question in
        Tag.li {
          question.text
          question.place.map(PageModels.place) ?? .joined([])
        }
      }
    }
  }

  private static func overview(_ report: FilledChecklist) -> HTML {
    .joined([
      Tag.p { "Of \(Counting.plural(report.items.count, "item")) of the checklist:" },
      Tag.ul(.style(.counts)) {
        ReportWording.tally(report).map { state, count in
          Tag.li {
            Tag.strong { "\(count)" }
            " "
            state.map { PageSymbols.state($0) } ?? .text(ReportWording.mayAnswer)
          }
        }
      },
      report.models.isEmpty ? Tag.p { ReportWording.noReuse(report) } : PageMatrix(report: report).html(),
    ])
  }

  private static func input(_ report: FilledChecklist) -> HTML {
    .joined([
      files(report.input.files), remarks("Could not be read", report.input.unread),
      remarks("Could not be read as meant", report.input.remarks),
      remarks("Comments to Colophon in the manuscript", report.input.comments),
      remarks("Settings", report.stamp.settings.map { ReportInputRecord.Remark(message: $0, place: nil) }),
    ])
  }

  private static func files(_ files: [ReportInputRecord.File]) -> HTML {
    Tag.ul(.style(.items)) {
      files.map { file in
        Tag.li {
          Tag.code { file.path }
          ", \(file.byteCount) bytes"
          Tag.div(.style(.muted)) {
            "SHA-256 "
            Tag.code { file.digest }
          }
        }
      }
    }
  }

  private static func remarks(_ title: String, _ remarks: [ReportInputRecord.Remark]) -> HTML {
    guard !remarks.isEmpty else { return .joined([]) }
    return .joined([
      Tag.h3 { title },
      Tag.ul {
        remarks.map { remark in
          Tag.li {
            remark.message
            remark.place.map(PageModels.place) ?? .joined([])
          }
        }
      },
    ])
  }
}
