import ManuscriptAnalysis
import Manuscripts
import ReportingRules

/// JUnit's XML, as Jenkins' schema junit-10 has it: a suite for each manuscript, a test for each question.
///
/// A question that fails the run is a failure, a lesser one is skipped; a manuscript that could not be read is an
/// error.
package struct JUnitFormat: LintFormat {
  private let bar: Severity?

  /// - Parameter bar: the severity from which on a question fails the run; nil where none does.
  package init(bar: Severity?) { self.bar = bar }

  package var opening: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"colophon\">\n" }
  package func closing(_ tally: LintTally) -> String { "</testsuites>\n" }

  package func part(of result: ManuscriptResult) -> String? {
    let diagnostics = result.analysis.diagnostics
    let places = Places(result.analysis)
    let failing = diagnostics.filter(isFailing).count
    var text = Self.suite(
      result.reportName, tests: max(1, diagnostics.count), failures: failing, skipped: diagnostics.count - failing)
    for diagnostic in diagnostics {
      let start = places.start(diagnostic.span)
      let place = "\(result.reportPath(of: diagnostic.span)):\(start.line):\(start.column)"
      text += Self.test("\(diagnostic.code): \(diagnostic.message)", of: result.reportName)
      text += outcome(diagnostic, place) + "    </testcase>\n"
    }
    if diagnostics.isEmpty { text += Self.test("nothing to ask", of: result.reportName) + "    </testcase>\n" }
    return text + "  </testsuite>\n"
  }

  package func part(ofFailed name: String, _ message: String) -> String? {
    Self.suite(name, tests: 1, failures: 0, errors: 1) + Self.test("is read", of: name)
      + "      <error type=\"\(ReportRule.unreadManuscript)\" message=\"\(Self.attribute(message))\"/>\n"
      + "    </testcase>\n  </testsuite>\n"
  }

  private func isFailing(_ diagnostic: Diagnostic) -> Bool { bar.map { diagnostic.severity >= $0 } ?? false }

  private static func suite(_ name: String, tests: Int, failures: Int, errors: Int = 0, skipped: Int = 0) -> String {
    "  <testsuite name=\"\(attribute(name))\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" "
      + "skipped=\"\(skipped)\">\n"
  }

  private static func test(_ name: String, of manuscript: String) -> String {
    "    <testcase classname=\"\(attribute(manuscript))\" name=\"\(attribute(name))\">\n"
  }

  private func outcome(_ diagnostic: Diagnostic, _ place: String) -> String {
    let element = isFailing(diagnostic) ? "failure" : "skipped"
    var lines = ["\(place): \(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message)"]
    if !diagnostic.why.isEmpty { lines.append("why: \(diagnostic.why)") }
    if !diagnostic.askedBy.isEmpty { lines.append("asked by: \(diagnostic.askedBy.joined(separator: "; "))") }
    if let write = diagnostic.example ?? (diagnostic.remedy.isEmpty ? nil : diagnostic.remedy) {
      lines.append("write: \(write)")
    }
    return "      <\(element) type=\"\(Self.attribute(diagnostic.code))\" "
      + "message=\"\(Self.attribute(diagnostic.message))\">\(Self.escaped(lines.joined(separator: "\n"), isAttribute: false))"
      + "</\(element)>\n"
  }

  private static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  /// XML 1.0 has no way to write most control characters: they are replaced.
  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: escaped += "&amp;"
      case 0x3C: escaped += "&lt;"
      case 0x3E: escaped += "&gt;"
      case 0x22 where isAttribute: escaped += "&quot;"
      case 0x09 where isAttribute, 0x0A where isAttribute, 0x0D: escaped += "&#\(scalar.value);"
      case 0x09, 0x0A, 0x20...0xFFFD, 0x10000...: escaped.unicodeScalars.append(scalar)
      default: escaped += "\u{FFFD}"
      }
    }
    return escaped
  }
}
