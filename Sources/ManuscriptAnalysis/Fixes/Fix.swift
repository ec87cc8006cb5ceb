import Manuscripts

/// A change to the manuscript that an author may choose.
///
/// A fix writes down what is certain (names, confirmed facts of the catalogue, what the manuscript says itself, or the
/// answer that the fix is named after) and leaves a gap for everything else.
package struct Fix: Sendable, Equatable {
  package enum Kind: Sendable, Equatable, CaseIterable {
    /// Text that answers the question, or says where the answer stands.
    case answer
    /// A citation of the model, with its entry in the bibliography.
    case citation
    /// A comment or a setting after which the question is not asked.
    case silence
    /// A statement on all models, asked for by the author and not by a question.
    case statement
  }

  /// Tells the fixes of one question apart, the same for every version of the text.
  package let id: String
  package let title: String
  package let kind: Kind
  /// True for the one fix of a question that is most often meant.
  package let isPreferred: Bool
  package let edits: [FixEdit]

  package init(id: String, title: String, kind: Kind, isPreferred: Bool = false, edits: [FixEdit]) {
    self.id = id
    self.title = title
    self.kind = kind
    self.isPreferred = isPreferred
    self.edits = edits
  }
}

/// The replacement of a range of one file.
package struct FixEdit: Sendable, Equatable {
  package enum Target: Sendable, Hashable {
    /// A file of the manuscript, by its index.
    case file(Int)
    /// The settings file that holds for the manuscript.
    case settings
  }

  package let target: Target
  /// Byte offsets into the file as it is.
  package let range: Range<Int>
  package let text: FixText

  package init(target: Target, range: Range<Int>, text: FixText) {
    self.target = target
    self.range = range
    self.text = text
  }
}

/// Text in a manuscript's markup, with gaps that the author fills.
package struct FixText: Sendable, Equatable, ExpressibleByStringLiteral {
  package enum Part: Sendable, Equatable {
    case text(String)
    /// A gap, with words for what belongs in it.
    case gap(String)
  }

  package private(set) var parts: [Part]

  package init(_ parts: [Part] = []) { self.parts = parts }

  package init(_ text: String) { parts = [.text(text)] }

  package init(stringLiteral text: String) { self.init(text) }

  package static func gap(_ hint: String) -> FixText { FixText([.gap(hint)]) }

  package static func + (left: FixText, right: FixText) -> FixText { FixText(left.parts + right.parts) }

  package static func += (left: inout FixText, right: FixText) { left.parts += right.parts }

  /// The text with every gap as a visible `[TODO: …]`, which Colophon itself reports as long as it stands.
  package var plain: String {
    parts.reduce("") { text, part in
      switch part {
      case .text(let words): text + words
      case .gap(let hint): text + "[TODO: \(hint)]"
      }
    }
  }

  package var hasGaps: Bool {
    parts.contains { part in if case .gap = part { true } else { false } }
  }

  /// The text with other line ends.
  func withLineEnds(_ lineEnd: String) -> FixText {
    guard lineEnd != "\n" else { return self }
    return FixText(
      parts.map { part in
        guard case .text(let words) = part else { return part }
        return .text(words.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd))
      })
  }
}
