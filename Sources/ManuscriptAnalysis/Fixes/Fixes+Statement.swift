import Manuscripts
import ReportingRules
import ReuseDetection

extension Fixes {
  /// A statement on every reused model, written from what the manuscript says; nil without reuse or an open place.
  package func statement() -> Fix? {
    let writer = StatementText(analysis, in: analysis.reading.manuscript.markup)
    let count = writer.statement.entries.count
    guard count > 0, let place = places.placeForParagraph(onAvailability: false) else { return nil }
    return Fix(
      id: "statement", title: "Insert a statement on the \(count == 1 ? "reused model" : "reused models")",
      kind: .statement, edits: [self.writer.paragraph(writer.text(.paragraph), at: place)])
  }
}
