import ReportingRules

/// The items of the checklist with their answers.
struct PageItems {
  /// Models up to which answers stand open.
  private static let openLimit = 3

  let report: FilledChecklist

  func html() -> [HTML] {
    report.sections.enumerated().map { index, section in
      Tag.section(.labelled(by: "part-\(index + 1)")) {
        Tag.h3(.id("part-\(index + 1)")) { section.title }
        Tag.ul(.style(.items)) {
          section.applicable.map { item in Tag.li(.style(.item)) { html(item) } }
          notApplicable(section.notApplicable)
        }
      }
    }
  }

  /// The items that concern nothing here, in one line.
  private func notApplicable(_ items: [FilledItem]) -> HTML {
    guard !items.isEmpty else { return .joined([]) }
    return Tag.li(.style(.item)) {
      PageSymbols.state(.notApplicable)
      ": " + items.map(ReportWording.name).joined(separator: "; ")
    }
  }

  private func html(_ filled: FilledItem) -> HTML {
    let line = HTML.joined([heading(filled), PageSymbols.state(filled.state, share(filled))])
    guard !filled.answers.isEmpty, !filled.saysAll else {
      return .joined([Tag.p(.style(.summary)) { line }, remarks(filled)])
    }
    let content = HTML.joined([Tag.summary { line }, remarks(filled), answers(filled)])
    return report.models.count <= Self.openLimit
      ? Tag.details(.flag("open")) { content } : Tag.details { content }
  }

  /// For how many models the state holds, and what makes it less certain.
  private func share(_ filled: FilledItem) -> String {
    ReportWording.share(filled, report) + (filled.state == .notFound ? ReportWording.unreadNote(report) : "")
  }

  private func heading(_ filled: FilledItem) -> HTML {
    Tag.strong {
      if let number = filled.item.number { Tag.span(.style(.key)) { number + " " } }
      ReportWording.heading(filled.item) + " "
    }
  }

  private func remarks(_ filled: FilledItem) -> HTML {
    .joined([
      filled.override.map { override in
        Tag.p(.style(.override)) {
          Tag.strong { "Set by \(override.name): " }
          override.reason + " Colophon itself says: \(filled.found.words)."
        }
      } ?? .joined([]),
      filled.note.isEmpty ? .joined([]) : Tag.p(.style(.muted)) { filled.note },
      filled.item.isJudged && !filled.item.limit.isEmpty
        ? Tag.p(.style(.muted)) { "Not looked at: \(filled.item.limit)." } : .joined([]),
    ])
  }

  private func answers(_ filled: FilledItem) -> HTML {
    let pieces = filled.sharedAnswers.map { answer in
      Tag.div {
        if report.models.count > 1 || report.models.contains(where: \.isUncertain) {
          Tag.p(.style(.words)) { names(answer.models) }
        }
        Tag.ul(.style(.answers)) {
          answer.parts.map { part in
            Tag.li {
              PageModels.answer(part, named: filled.item.details.count > 1)
              if part.state == .notFound { ReportWording.unreadNote(report) }
            }
          }
        }
      }
    }
    return .joined(pieces)
  }

  /// The names of models, each leading to its card.
  private func names(_ models: [Int]) -> [HTML] {
    models.enumerated().map { position, index in
      let model = report.models[index]
      return .joined([
        .text(position == 0 ? "" : ", "), Tag.a(.link(to: "model-\(index + 1)")) { model.name },
        .text(model.isUncertain ? " (if it is used)" : ""),
      ])
    }
  }
}
