import Foundation
import ReportingRules
import ReuseDetection

/// The measured numbers of each detail, from the record of `make accuracy-record` to a Swift table.
enum RecordedAccuracy {
  static let path = "Sources/ReportingRules/DetailAccuracy+Recorded.swift"
  private static let record = "Tests/Accuracy/last.json"

  /// What the record says of each detail, on the manuscripts that the rules were tuned on.
  static func read() -> [Detail: DetailAccuracy] {
    guard let data = FileManager.default.contents(atPath: record),
      let runs = (try? JSONSerialization.jsonObject(with: data)) as? [String: [String: [String: Any]]],
      let numbers = runs["tuned"]?["all"]
    else { return [:] }
    var accuracy: [Detail: DetailAccuracy] = [:]
    for detail in Detail.allCases {
      func number(_ name: String) -> Int? { (numbers["detail \(detail.rawValue) \(name)"] as? NSNumber)?.intValue }
      guard let cases = number("n"), let missing = number("missing"), let said = number("said missing"),
        let right = number("rightly missing")
      else { continue }
      accuracy[detail] = DetailAccuracy(cases: cases, missing: missing, said: said, right: right)
    }
    return accuracy
  }

  static func source(_ accuracy: [Detail: DetailAccuracy]) -> String {
    let rows = accuracy.sorted { $0.key < $1.key }.map { detail, numbers in
      "    .\(detail): DetailAccuracy(cases: \(numbers.cases), missing: \(numbers.missing), said: \(numbers.said), right: \(numbers.right)),"
    }
    return """
      // Written by `swift run generate` from \(record); do not edit.
      import ReuseDetection

      extension DetailAccuracy {
        /// What the last recorded run measured, by detail; details without labels are absent.
        package static let recorded: [Detail: DetailAccuracy] = [\(rows.isEmpty ? ":" : "")
      \(rows.joined(separator: "\n"))
        ]
      }

      """
  }
}
