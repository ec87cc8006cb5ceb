import ManuscriptAnalysis
import Manuscripts
import ReuseDetection

/// Why a model was read as it was: every mention with its signals and their weights.
package enum WhyReport {
  /// The reasons for each model of that name, id or spelling; nil when the manuscript has none.
  package static func text(_ result: ManuscriptResult, model name: String) -> String? {
    let key = name.lowercased()
    let models = result.analysis.models.filter { model in
      model.id == key || model.name.lowercased() == key || model.surfaces.contains { $0.lowercased() == key }
    }
    guard !models.isEmpty else { return nil }
    let places = Places(result.analysis)
    return models.flatMap { lines(for: $0, result, places) }.joined(separator: "\n") + "\n"
  }

  private static func lines(for model: DetectedModel, _ result: ManuscriptResult, _ places: Places) -> [String] {
    let patterns = model.patterns.map(\.rawValue).joined(separator: ", ")
    var lines = [
      "\(model.name): \(model.role.rawValue)\(patterns.isEmpty ? "" : " (\(patterns))"), \(model.confidence.rawValue) confidence",
      "  score \(number(model.score)); \(number(RoleClassifier.isReused)) is read as reuse, \(number(RoleClassifier.isHigh)) as sure",
    ]
    for mention in model.mentions {
      let start = places.start(mention.span)
      let total = mention.signals.reduce(0) { $0 + $1.weight }
      lines += ["", "  \(VisibleText.line(places.path(mention.span))):\(start.line):\(start.column)  '\(mention.surface)'  \(signed(total))"]
      for signal in mention.signals { lines.append("    \(signed(signal.weight))  \(signal.rawValue)") }
      lines.append("    " + result.analysis.reading.text(ofSentence: mention.sentence))
    }
    if !model.evidence.isEmpty { lines += ["", "  decided by"] }
    for evidence in model.evidence {
      lines.append("    line \(places.start(evidence.span).line)  \(evidence.cue): \(evidence.text)")
    }
    return lines + [""]
  }

  private static func signed(_ value: Double) -> String { (value < 0 ? "-" : "+") + number(value.magnitude) }

  /// One decimal place.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value.magnitude * 10).rounded())
    return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
  }
}
