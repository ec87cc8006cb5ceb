import Foundation
import ReportingRules
import ReuseDetection

/// How good the search for each detail is, and how often each question is put, from the record of
/// `make accuracy-record` to a Swift table.
enum RecordedAccuracy {
  static let path = "Sources/ReportingRules/AccuracyRecord+Recorded.swift"
  private static let record = "Tests/Accuracy/last.json"

  /// What the record says, on the manuscripts that the rules were tuned on; nil where there is none.
  static func read() -> AccuracyRecord? {
    guard let data = FileManager.default.contents(atPath: record),
      let runs = (try? JSONSerialization.jsonObject(with: data)) as? [String: [String: [String: Any]]],
      let numbers = runs["tuned"]?["all"], let manuscripts = (numbers["manuscripts"] as? NSNumber)?.intValue
    else { return nil }
    func number(_ name: String) -> Int? { (numbers[name] as? NSNumber)?.intValue }
    var details: [Detail: DetailAccuracy] = [:]
    for detail in Detail.allCases {
      let name = "detail \(detail.rawValue) "
      guard let cases = number(name + "n"), let missing = number(name + "missing"),
        let said = number(name + "said missing"), let right = number(name + "rightly missing")
      else { continue }
      details[detail] = DetailAccuracy(cases: cases, missing: missing, said: said, right: right)
    }
    var questions: [AskName: Int] = [:]
    for ask in AskName.allCases { questions[ask] = number("question \(ask.rawValue) put") }
    var profiles: [Profile.Audience: AccuracyRecord.ProfileAccuracy] = [:]
    for audience in Profile.Audience.allCases {
      let name = "profile \(audience.rawValue) "
      guard let errors = number(name + "error details asked"), let warnings = number(name + "warning details asked"),
        let rightErrors = number(name + "error details right"),
        let rightWarnings = number(name + "warning details right")
      else { continue }
      profiles[audience] = AccuracyRecord.ProfileAccuracy(
        errors: errors, rightErrors: rightErrors, warnings: warnings, rightWarnings: rightWarnings)
    }
    return AccuracyRecord(details: details, manuscripts: manuscripts, questions: questions, profiles: profiles)
  }

  static func source(_ accuracy: AccuracyRecord) -> String {
    let rows = accuracy.details.sorted { $0.key < $1.key }.map { detail, numbers in
      "      .\(detail): DetailAccuracy(cases: \(numbers.cases), missing: \(numbers.missing), said: \(numbers.said), right: \(numbers.right)),"
    }
    let questions = AskName.allCases.filter { accuracy.timesPut($0) > 0 }.map { ask in
      "      .\(ask): \(accuracy.timesPut(ask)),"
    }
    let profiles = Profile.Audience.allCases.compactMap { audience in
      accuracy.profiles[audience].map {
        "      .\(audience): ProfileAccuracy(errors: \($0.errors), rightErrors: \($0.rightErrors), warnings: \($0.warnings), rightWarnings: \($0.rightWarnings)),"
      }
    }
    return """
      // Written by `swift run generate` from \(record); do not edit.
      import ReuseDetection

      extension AccuracyRecord {
        /// The last recorded run; details without labels are absent.
        package static let recorded = AccuracyRecord(
          details: [\(rows.isEmpty ? ":" : "")
      \(rows.joined(separator: "\n"))
          ],
          manuscripts: \(accuracy.manuscripts),
          questions: [\(questions.isEmpty ? ":" : "")
      \(questions.joined(separator: "\n"))
          ],
          profiles: [\(profiles.isEmpty ? ":" : "")
      \(profiles.joined(separator: "\n"))
          ])
      }

      """
  }
}
