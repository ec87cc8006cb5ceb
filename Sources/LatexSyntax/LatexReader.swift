import Manuscripts

/// What a configuration says about macros that the project does not define.
package struct LatexReaderOptions: Sendable, Equatable {
  /// For each macro (without backslash), whether each of its arguments is prose.
  package var macroSignatures: [String: [Bool]]
  /// False where only the files that a project names are wanted: its blocks are then empty.
  package var readsText: Bool

  package init(macroSignatures: [String: [Bool]] = [:], readsText: Bool = true) {
    self.macroSignatures = macroSignatures
    self.readsText = readsText
  }
}

/// A LaTeX project as it was read, with what a later reading can take over.
package struct LatexReading: Sendable {
  package let manuscript: Manuscript
  /// What the manuscript is put together from.
  package let pieces: [PlacedPiece]
  fileprivate let project: ProjectFiles
  fileprivate let options: LatexReaderOptions
  fileprivate let passages: [LatexPassage]
}

/// LaTeX bytes to a manuscript; never fails, never traps.
package enum LatexReader {
  /// Reads the project's main file and everything it includes, in reading order.
  ///
  /// Files the project does not hold are listed in `Manuscript.unresolved`: load them and read again.
  /// - Parameter previous: an earlier reading; what did not change since is taken over. The result is the same without.
  /// - Complexity: linear in the bytes read; expansion and inclusion are bounded by `ExpansionBudget`.
  package static func reading(
    of project: ProjectFiles, options: LatexReaderOptions = .init(), after previous: LatexReading? = nil
  ) -> LatexReading {
    let known = previous.flatMap { $0.options == options ? $0 : nil }
    let change = known.flatMap { ProjectChange(from: $0.project, to: project) }
    let memo = known.flatMap { known in change.map { PassageMemo(known.passages, change: $0) } }
    var reader = PassageReader(LatexParser(project, options), memo: memo)
    for file in 0..<project.mainCount { reader.read(main: file) }
    let pieces = reader.passages.map(\.placed)
    return LatexReading(
      manuscript: ManuscriptAssembly.manuscript(markup: .latex, files: project.files, pieces: pieces), pieces: pieces,
      project: project, options: options, passages: reader.passages)
  }

  /// The root that a `% !TEX root = …` comment in the first lines names.
  package static func statedRoot(in bytes: [UInt8]) -> String? {
    for line in bytes.prefix(2000).split(separator: 0x0A).prefix(10) {
      let text = String(decoding: line, as: UTF8.self)
      guard text.hasPrefix("%"), let range = text.lowercased().firstIndex(of: "!") else { continue }
      let words = text[text.index(after: range)...].split(separator: "=", maxSplits: 1)
      guard words.count == 2, words[0].lowercased().filter({ $0 != " " }) == "texroot" else { continue }
      var path = words[1]
      while let first = path.first, first.isWhitespace { path.removeFirst() }
      while let last = path.last, last.isWhitespace { path.removeLast() }
      return path.isEmpty ? nil : String(path)
    }
    return nil
  }

  /// True when the bytes are a whole document, not a fragment: a class or a document body is begun outside comments.
  package static func isRoot(_ bytes: [UInt8]) -> Bool {
    var lineStart = 0
    while lineStart < bytes.count {
      let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[lineStart..<lineEnd].drop { $0 == 0x20 || $0 == 0x09 }
      if line.first == 0x5C, line.starts(with: "\\documentclass".utf8) || line.starts(with: "\\begin{document}".utf8) {
        return !line.starts(with: "\\documentclass".utf8) || !isSubfile(line)
      }
      lineStart = lineEnd + 1
    }
    return false
  }

  private static func isSubfile(_ line: ArraySlice<UInt8>) -> Bool {
    String(decoding: line.prefix(120), as: UTF8.self).contains("{subfiles}")
  }
}
