import ReportingRules
import ReuseDetection

/// The overview picture: a row for each detail, a column for each model, a shape for what was found.
struct PageMatrix {
  /// Models up to which a column has room for words.
  private static let fewModels = 4
  /// Models from which columns are as narrow as they can be.
  private static let crowd = 16

  let report: FilledChecklist

  private var isFew: Bool { report.models.count <= Self.fewModels }

  func html() -> HTML {
    let style: Attribute.Style = isFew ? .few : report.models.count < Self.crowd ? .many : .crowd
    return .joined([
      legend,
      ReportWording.hasUnmeasured(report) ? Tag.p(.style(.muted)) { ReportWording.unmeasured } : .joined([]),
      Tag.div(
        .style(.scroll), .with("role", "region"), .with("tabindex", "0"), .labelled(by: "matrix-caption")
      ) {
        Tag.table(.with("class", "matrix \(style.rawValue)")) {
          Tag.caption(.id("matrix-caption")) {
            "Models and details: what was found about each. The name of a model leads to its card."
          }
          Tag.thead { Tag.tr { [corner] + report.models.indices.map(head) } }
          groups
        }
      },
    ])
  }

  private var corner: HTML { Tag.th(.with("scope", "col")) { "Detail" } }

  private func head(_ index: Int) -> HTML {
    let model = report.models[index]
    return Tag.th(.with("scope", "col")) {
      Tag.div(.style(isFew ? .words : .vertical)) {
        Tag.a(.link(to: "model-\(index + 1)")) { model.name }
        if isFew {
          PageSymbols.patterns(model)
        } else {
          Tag.small { " " + model.patterns.map(\.rawValue).joined(separator: ", ") }
        }
        if model.isUncertain { Tag.small { " if used" } }
      }
      if !isFew { model.patterns.map(PageSymbols.shape) }
    }
  }

  private var groups: [HTML] {
    DetailGroup.allCases.compactMap { group in
      let details = rows.filter { DetailGroup.of($0) == group }
      guard !details.isEmpty else { return nil }
      return Tag.tbody {
        Tag.tr(.style(.group)) {
          Tag.th(.with("scope", "rowgroup"), .with("colspan", "\(report.models.count + 1)")) { group.rawValue }
        }
        details.map(row)
      }
    }
  }

  /// The details that concern a model here.
  private var rows: [Detail] {
    report.checklist.details.filter { detail in
      report.models.contains { ($0.answer(detail)?.state ?? .notApplicable) != .notApplicable }
    }
  }

  private func row(_ detail: Detail) -> HTML {
    Tag.tr {
      Tag.th(.with("scope", "row")) { ReportWording.topic(detail) }
      report.models.map { model in cell(model.answer(detail)?.state ?? .notApplicable) }
    }
  }

  private func cell(_ state: ItemState) -> HTML {
    Tag.td(.style(PageSymbols.style(of: state))) {
      PageSymbols.shape(state)
      Tag.span(.style(isFew ? .words : .hidden)) { state == .notFound ? "not found" : state.words }
    }
  }

  private var legend: HTML {
    Tag.div(.style(.legend)) {
      Tag.ul(.with("aria-label", "Shapes of the answers")) {
        ItemState.allCases.map { state in
          Tag.li {
            PageSymbols.state(state)
            ": " + state.meaning
          }
        }
      }
      Tag.ul(.with("aria-label", "Shapes of the ways of reuse")) {
        ReusePattern.allCases.map { pattern in
          Tag.li {
            Tag.span(.style(.badge)) {
              PageSymbols.shape(pattern)
              Tag.span { pattern.rawValue }
            }
            ": " + pattern.plainWords
          }
        }
      }
    }
  }
}
