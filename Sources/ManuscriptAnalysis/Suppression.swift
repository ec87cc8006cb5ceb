import Manuscripts
import ReportingRules
import ReuseDetection

/// Applies `ignore` directives to asks and remembers which were of use.
struct Suppression {
  private let directives: Directives
  private let reading: ReadManuscript
  private let regions: [(directive: Int, span: SourceSpan)]
  private var used: Set<Int> = []

  init(_ directives: Directives, _ reading: ReadManuscript) {
    self.directives = directives
    self.reading = reading
    regions = Self.regions(of: directives.read, reading)
  }

  /// True when a directive covers the ask's place, name and all its models.
  mutating func silences(_ ask: Ask, models: [DetectedModel]) -> Bool {
    var isSilenced = false
    for region in regions where region.span.file == ask.anchor.file {
      let directive = directives.read[region.directive]
      guard region.span.range.lowerBound <= ask.anchor.range.lowerBound,
        ask.anchor.range.lowerBound <= region.span.range.upperBound,
        directive.covers(ask), ask.models.isEmpty || ask.models.allSatisfy({ directive.concerns(models[$0]) })
      else { continue }
      used.insert(region.directive)
      isSilenced = true
    }
    return isSilenced
  }

  /// True when a directive for one model covers the finding: the question stays for the other models.
  mutating func silences(_ finding: Finding, models: [DetectedModel]) -> Bool {
    var isSilenced = false
    for region in regions where region.span.file == finding.anchor.file {
      let directive = directives.read[region.directive]
      guard directive.model != nil, directive.concerns(models[finding.model]), directive.covers(finding),
        region.span.range.lowerBound <= finding.anchor.range.lowerBound,
        finding.anchor.range.lowerBound <= region.span.range.upperBound
      else { continue }
      used.insert(region.directive)
      isSilenced = true
    }
    return isSilenced
  }

  /// Diagnostics on the directives themselves: unread ones and those that silenced nothing.
  func remarks(knownModels: [DetectedModel], requiresReason: Bool) -> [Diagnostic] {
    var remarks = directives.misread.map { misread in
      Diagnostic(
        code: "unknown-suppression", severity: .warning, span: misread.directive.span, message: misread.message,
        remedy: "See 'colophon rules' for the names.")
    }
    for (index, directive) in directives.read.enumerated() where isUnused(directive, index, knownModels) {
      remarks.append(
        Diagnostic(
          code: "unused-suppression", severity: .hint, span: directive.source.span,
          message: "'colophon: \(directive.source.body)' silences nothing", remedy: "Remove it."))
    }
    for directive in directives.read where requiresReason && directive.needsReason && !directive.hasReason {
      remarks.append(
        Diagnostic(
          code: "suppression-without-reason", severity: .warning, span: directive.source.span,
          message: "'colophon: \(directive.source.body)' does not say why", remedy: "Add ' -- reason'."))
    }
    return remarks
  }

  private func isUnused(_ directive: ReadDirective, _ index: Int, _ models: [DetectedModel]) -> Bool {
    switch directive.action {
    case .ignore, .ignoreNext, .ignoreBegin, .ignoreFile: return !used.contains(index)
    case .ignoreEnd, .notAModel: return false
    case .discussed: return !models.contains { directive.concerns($0) }
    case .seeElsewhere:
      // What a report alone looks for may be answered by it.
      return !models.contains { model in
        model.role == .reused && directive.details.allSatisfy { model.details[$0] == nil }
          || model.details.values.contains { $0.span == directive.source.span }
      }
    }
  }

  /// Where each directive holds.
  private static func regions(of directives: [ReadDirective], _ reading: ReadManuscript) -> [(Int, SourceSpan)] {
    var regions: [(Int, SourceSpan)] = []
    for (index, directive) in directives.enumerated() {
      let span = directive.source.span
      let whole = 0..<reading.manuscript.files[span.file].bytes.count
      switch directive.action {
      case .ignoreFile: regions.append((index, SourceSpan(file: span.file, range: whole)))
      case .ignoreBegin:
        let end = directives[(index + 1)...].first { $0.action == .ignoreEnd && $0.source.span.file == span.file }
        let stop = end?.source.span.range.lowerBound ?? whole.upperBound
        regions.append((index, SourceSpan(file: span.file, range: span.range.lowerBound..<stop)))
      case .ignoreNext: regions.append((index, following(span, reading)))
      case .ignore:
        regions.append((index, holding(span, reading)))
        if directive.source.isAlone { regions.append((index, following(span, reading))) }
      case .ignoreEnd, .discussed, .notAModel, .seeElsewhere: break
      }
    }
    return regions
  }

  /// The block that begins first after a comment; in Markdown a comment on the line before a paragraph begins it.
  private static func following(_ span: SourceSpan, _ reading: ReadManuscript) -> SourceSpan {
    let next = reading.manuscript.blocks.filter {
      $0.span.file == span.file && $0.span.range.lowerBound >= span.range.lowerBound
    }
    .min { $0.span.range.lowerBound < $1.span.range.lowerBound }
    return next?.span ?? span
  }

  /// The line of a comment, and the block it stands in.
  private static func holding(_ span: SourceSpan, _ reading: ReadManuscript) -> SourceSpan {
    let bytes = reading.manuscript.files[span.file].bytes
    var start = span.range.lowerBound
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    let block = reading.manuscript.blocks.first {
      $0.span.file == span.file && $0.span.range.contains(span.range.lowerBound)
    }
    let from = min(start, block?.span.range.lowerBound ?? start)
    return SourceSpan(file: span.file, range: from..<max(span.range.upperBound, block?.span.range.upperBound ?? 0))
  }
}

/// Suggestions for misspelt names.
package enum NearestName {
  /// Letters from which the beginning of a name may stand for it.
  private static let shortestPart = 3

  /// The candidate at the smallest edit distance, at most a third of the name's length away; else the shortest one
  /// that begins with the name, or one of whose words does.
  package static func nearest(to name: String, in candidates: [String]) -> String? {
    let scored = candidates.map { ($0, distance(Array(name.utf8), Array($0.utf8))) }
    if let best = scored.min(by: { $0.1 < $1.1 }), best.1 <= max(1, name.utf8.count / 3) { return best.0 }
    guard name.utf8.count >= shortestPart else { return nil }
    let whole = candidates.filter { $0.hasPrefix(name) }
    let partly = whole.isEmpty ? candidates.filter { hasWord($0, beginningWith: name) } : whole
    return partly.min { $0.utf8.count < $1.utf8.count }
  }

  private static func hasWord(_ candidate: String, beginningWith name: String) -> Bool {
    candidate.split { !$0.isLetter && !$0.isNumber }.contains { candidate[$0.startIndex...].hasPrefix(name) }
  }

  /// "; did you mean 'x'?", or what is known where nothing is near.
  package static func advice(on name: String, among known: [String]) -> String {
    nearest(to: name.lowercased(), in: known).map { hint($0) } ?? "; known: \(known.joined(separator: ", "))"
  }

  /// "; did you mean 'x'?", or nothing.
  package static func hint(_ nearest: String?) -> String { nearest.map { "; did you mean '\($0)'?" } ?? "" }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one into the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var above: [Int] = []
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var next = [index + 1]
      for column in right.indices {
        var best = min(row[column] + (byte == right[column] ? 0 : 1), next[column] + 1, row[column + 1] + 1)
        if index > 0, column > 0, byte == right[column - 1], left[index - 1] == right[column] {
          best = min(best, above[column - 1] + 1)
        }
        next.append(best)
      }
      (above, row) = (row, next)
    }
    return row[right.count]
  }
}
