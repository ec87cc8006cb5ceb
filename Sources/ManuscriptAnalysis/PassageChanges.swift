import Manuscripts
import ModelCatalogue
import ReportingRules
import ReuseDetection

/// What has changed in a file since some earlier state of it.
package enum RevisionChange: Sendable, Equatable {
  case unchanged
  case whole
  /// 1-based lines, ended by LF.
  ///
  /// - Parameters:
  ///   - added: lines that are new or were changed.
  ///   - deletions: where lines are gone without others in their place.
  ///   - removed: the text of all lines that are gone.
  case parts(added: [ClosedRange<Int>], deletions: [Deletion], removed: String)

  /// Lines that are gone.
  package struct Deletion: Sendable, Equatable {
    /// The line before them; 0 for the file's beginning.
    package let line: Int
    /// True when the first of them was blank: the paragraph before them is as it was.
    package let beginsBlank: Bool
    /// True when the last of them was blank: the paragraph behind them is as it was.
    package let endsBlank: Bool

    package init(behind line: Int, beginsBlank: Bool, endsBlank: Bool) {
      self.line = line
      self.beginsBlank = beginsBlank
      self.endsBlank = endsBlank
    }
  }
}

/// The passages and models of a manuscript that have changed.
package struct PassageChanges {
  private let analysis: Analysis
  private var ranges: [Int: [Range<Int>]] = [:]
  private var removed = ""
  private var touchedModels: [Bool] = []

  /// - Parameter changes: for each file of the manuscript.
  package init(_ analysis: Analysis, _ changes: [RevisionChange]) {
    self.analysis = analysis
    for (file, change) in zip(analysis.reading.manuscript.files.indices, changes) {
      let bytes = analysis.reading.manuscript.files[file].bytes
      switch change {
      case .unchanged: continue
      case .whole: ranges[file] = [0..<(bytes.count + 1)]
      case .parts(let added, let deletions, let text):
        ranges[file] = Self.ranges(added, deletions, in: bytes)
        removed += text
      }
    }
    touchedModels = analysis.models.map(isTouched)
  }

  /// The analysis with only those questions that a change is about, as many at once as are always shown.
  ///
  /// A question on several models keeps those that were changed.
  package func narrowed(catalogue: Catalogue = .embedded) -> Analysis {
    let findings = analysis.asks.flatMap(\.findings).filter(concern)
    let rebuilt = AskBuilder.asks(
      findings: findings, models: analysis.models, placeholders: [], unnamed: .reportOnly, reading: analysis.reading
    ).filter { !$0.findings.isEmpty }
    let notes = FactNotes(models: analysis.models, reading: analysis.reading, catalogue: catalogue)
    let asks = notes.noted(rebuilt) + analysis.asks.filter { $0.findings.isEmpty && concern($0) }
    let questions = analysis.language == "en" ? AskBuilder.sorted(asks) : []
    let remarks = analysis.diagnostics.filter {
      AskName(rawValue: $0.code) == nil && isTouched(paragraph(of: $0.span))
    }
    var memory = FactMemory()
    let visible = questions.prefix(AskBuilder.visibleLimit).map {
      Assembly.diagnostic(for: $0, analysis.models, &memory)
    }
    var narrowed = analysis
    narrowed.diagnostics = (visible + remarks).sorted(by: Assembly.isBefore)
    narrowed.hiddenAskCount = questions.count - visible.count
    return narrowed
  }

  private func concern(_ finding: Finding) -> Bool {
    touchedModels[finding.model] || isTouched(paragraph(of: finding.anchor))
  }

  private func concern(_ ask: Ask) -> Bool {
    ask.models.contains { touchedModels[$0] }
      || ([ask.anchor] + ask.related.map(\.span)).contains { isTouched(paragraph(of: $0)) }
  }

  /// A model is touched where a sentence on it is, where a detail of it is, or where a line is gone that named it.
  private func isTouched(_ model: DetectedModel) -> Bool {
    model.mentions.contains { isTouched(analysis.reading.span(ofSentence: $0.sentence)) }
      || model.evidence.contains { isTouched($0.span) }
      || model.details.values.contains { $0.span.map(isTouched) ?? false }
      || !removed.isEmpty && model.surfaces.contains { !$0.isEmpty && removed.contains($0) }
  }

  private func isTouched(_ span: SourceSpan) -> Bool {
    ranges[span.file]?.contains {
      !$0.isEmpty && $0.lowerBound <= span.range.upperBound && span.range.lowerBound < $0.upperBound
    } ?? false
  }

  private func paragraph(of span: SourceSpan) -> SourceSpan {
    analysis.reading.manuscript.blocks.first {
      $0.span.file == span.file && $0.span.range.contains(span.range.lowerBound)
    }?.span ?? span
  }

  /// The bytes of changed lines, without blank ones at their ends, which belong to no passage.
  ///
  /// A deletion touches the line end before it and the line behind it, where these are of the same paragraph as what is
  /// gone.
  private static func ranges(
    _ added: [ClosedRange<Int>], _ deletions: [RevisionChange.Deletion], in bytes: [UInt8]
  ) -> [Range<Int>] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    func start(_ line: Int) -> Int { line - 1 < starts.count ? starts[max(line - 1, 0)] : bytes.count }
    func isBlank(_ line: Int) -> Bool { bytes[start(line)..<start(line + 1)].allSatisfy { $0 <= 0x20 } }
    return added.compactMap { lines in
      guard let first = lines.first(where: { !isBlank($0) }), let last = lines.last(where: { !isBlank($0) }) else {
        return nil
      }
      return start(first)..<start(last + 1)
    }
      + deletions.map { deletion in
        let place = start(deletion.line + 1)
        let isBlankBefore = bytes[start(deletion.line)..<place].allSatisfy { $0 <= 0x20 }
        let isBlankBehind = isBlank(deletion.line + 1)
        let lower = deletion.beginsBlank || isBlankBefore ? place : max(place - 1, 0)
        return lower..<(deletion.endsBlank || isBlankBehind ? place : place + 1)
      }
  }
}
