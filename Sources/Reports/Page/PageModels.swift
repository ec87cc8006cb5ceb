import ReportingRules
import ReuseDetection

/// The cards of the models, and the list of those that are not judged.
struct PageModels {
  /// Cards up to which all stand open.
  private static let openLimit = 6

  let report: FilledChecklist

  func cards() -> [HTML] {
    report.models.indices.map { index in
      let model = report.models[index]
      return Tag.article(.style(.card), .id("model-\(index + 1)"), .labelled(by: "name-\(index + 1)")) {
        Tag.h3(.id("name-\(index + 1)")) { model.name }
        Tag.p(.style(.badges)) {
          PageSymbols.patterns(model)
          Tag.span(.style(.badge)) { "\(model.confidence.rawValue) confidence" }
        }
        Tag.p(.style(.summary)) { ReportWording.summary(model) + "; first at " + model.place.words + "." }
        if model.isUncertain {
          Tag.p(.style(.note)) {
            "It is not certain that the work uses this model: read what follows with “if it is used”."
          }
        }
        open(model)
        disclosure("Evidence and answers", isOpen: report.models.count <= Self.openLimit) {
          evidence(model.evidence, "Why it counts as reused")
          stated(model)
          unmeasured(model)
          notApplicable(model)
        }
      }
    }
  }

  private func disclosure(_ title: String, isOpen: Bool, @HTMLBuilder content: () -> HTML) -> HTML {
    let inner = HTML.joined([Tag.summary { title }, content()])
    return isOpen ? Tag.details(.flag("open")) { inner } : Tag.details { inner }
  }

  private func open(_ model: ReportedModel) -> HTML {
    let open = model.details.filter { $0.state == .notFound && Rule.rule(for: $0.detail).isMeasured }
    guard !open.isEmpty else { return .joined([]) }
    return Tag.div {
      Tag.h4 { "Not found in what was read" + ReportWording.unreadNote(report) }
      Tag.ul(.style(.key)) {
        open.map { answer in
          Tag.li(.style(.notFound)) {
            PageSymbols.shape(.notFound)
            Tag.span { ReportWording.topic(answer.detail) }
          }
        }
      }
    }
  }

  /// What was not found by rules that too few labelled cases have measured.
  private func unmeasured(_ model: ReportedModel) -> HTML {
    let words = model.details.filter { $0.state == .notFound && !Rule.rule(for: $0.detail).isMeasured }
      .map { ReportWording.topic($0.detail) }
    guard !words.isEmpty else { return .joined([]) }
    return Tag.p(.style(.muted)) {
      "Not found either, by rules that too few labelled cases have measured: " + words.joined(separator: ", ") + "."
    }
  }

  private func stated(_ model: ReportedModel) -> HTML {
    let answers = model.details.filter { $0.state == .reported || $0.state == .delegated }
    guard !answers.isEmpty else { return .joined([]) }
    return .joined([
      Tag.h4 { "What is stated" },
      Tag.ul(.style(.answers)) { answers.map { answer in Tag.li { Self.answer(answer, named: true) } } },
    ])
  }

  /// State, value, place and quotation of an answer, with its detail where the reader does not know it.
  static func answer(_ answer: DetailAnswer, named isNamed: Bool) -> HTML {
    .joined([
      isNamed ? .joined([Tag.strong { ReportWording.topic(answer.detail) }, .text(" ")]) : .joined([]),
      PageSymbols.state(answer.state),
      answer.value.map { value in HTML.joined([.text(": "), Tag.span(.with("dir", "auto")) { value }]) } ?? .joined([]),
      answer.place.map(place) ?? .joined([]),
      answer.quotation.map { quotation in Tag.div(.style(.muted)) { Tag.q(.with("dir", "auto")) { marked(quotation) } }
      }
        ?? .joined([]),
    ])
  }

  static func place(_ place: TextPlace) -> HTML {
    .joined([.text(" "), Tag.code(.style(.place)) { place.words }])
  }

  private func notApplicable(_ model: ReportedModel) -> HTML {
    let words = model.details.filter { $0.state == .notApplicable }.map { ReportWording.topic($0.detail) }
    guard !words.isEmpty else { return .joined([]) }
    return Tag.p(.style(.muted)) { "Not applicable to this reuse: " + words.joined(separator: ", ") + "." }
  }

  private func evidence(_ evidence: [ReportedEvidence], _ title: String) -> HTML {
    guard !evidence.isEmpty else { return .joined([]) }
    return .joined([Tag.h4 { title }] + evidence.map(Self.passage))
  }

  private static func passage(_ evidence: ReportedEvidence) -> HTML {
    Tag.blockquote(.with("dir", "auto")) {
      Tag.p {
        if !evidence.before.isEmpty { Tag.span(.style(.muted)) { evidence.before + " " } }
        marked(evidence.sentence)
        if !evidence.after.isEmpty { Tag.span(.style(.muted)) { " " + evidence.after } }
      }
      Tag.p(.style(.muted)) {
        Tag.code(.style(.place)) { evidence.place.words }
        " " + evidence.cue
      }
    }
  }

  private static func marked(_ quotation: Quotation) -> HTML {
    .joined([
      .text(quotation.before), quotation.marked.isEmpty ? .joined([]) : Tag.mark { quotation.marked },
      .text(quotation.after),
    ])
  }

  func others() -> HTML {
    .joined([
      Tag.p { ReportWording.othersNote },
      Tag.ul(.style(.items)) {
        report.others.map { model in
          Tag.li(.style(.item)) {
            Tag.details {
              Tag.summary {
                Tag.strong { model.name }
                ": " + ReportWording.reasons(model)
              }
              model.evidence.map(Self.passage)
            }
          }
        }
      },
    ])
  }
}
