/// A paragraph-like unit of a manuscript: sentences never cross its border.
package struct Block: Sendable {
  package enum Kind: Sendable, Equatable {
    /// The manuscript's title.
    case title
    /// A section heading; `level` 1 is the highest.
    case heading(level: Int)
    case paragraph
    case listItem
    case caption
    case footnote
    /// A quotation set apart from the text; often another voice, such as quoted model output.
    case quotation
    /// One row of a table; cells are parted by `RenderedText.cellSeparator`.
    case tableRow(isHeader: Bool)
    /// A listing, verbatim text or code chunk, with its language where the source names it: evidence, not prose.
    case code(language: String?)
    /// Author, affiliation, keywords and other front matter that is not prose of the study.
    case metadata
  }

  package var kind: Kind
  /// The index of the block's section in `Manuscript.sections`.
  package var section: Int
  /// The block's place, from its first to its last byte.
  package var span: SourceSpan
  package var text: RenderedText
  package var marks: [Mark]
  /// Blocks of one float (a table's rows with its caption) share a number; nil outside floats.
  package var float: Int?
  /// The block that a footnote hangs on, by index in `Manuscript.blocks`.
  package var attachedTo: Int?

  package init(
    kind: Kind, section: Int, span: SourceSpan, text: RenderedText, marks: [Mark] = [],
    float: Int? = nil, attachedTo: Int? = nil
  ) {
    self.kind = kind
    self.section = section
    self.span = span
    self.text = text
    self.marks = marks
    self.float = float
    self.attachedTo = attachedTo
  }

  /// The bytes of the block's file that a mark stands for.
  package func source(of mark: Mark) -> Range<Int> {
    (mark.unmovedSource.lowerBound + text.shift)..<(mark.unmovedSource.upperBound + text.shift)
  }

  /// Moves the block with its stretch so many bytes further on in its file.
  mutating func move(by distance: Int) {
    span = span.moved(by: distance)
    text.move(by: distance)
  }
}

extension Block: Equatable {
  package static func == (left: Block, right: Block) -> Bool {
    left.kind == right.kind && left.section == right.section && left.span == right.span && left.text == right.text
      && left.float == right.float && left.attachedTo == right.attachedTo && left.marks.count == right.marks.count
      && zip(left.marks, right.marks).allSatisfy { one, other in
        one.kind == other.kind && one.text == other.text && left.source(of: one) == right.source(of: other)
      }
  }
}

/// A stretch of a block's text with a meaning of its own.
package struct Mark: Sendable {
  package enum Kind: Sendable, Equatable {
    /// A citation of these keys; its text is one of the citation signs of `RenderedText`.
    case citation(keys: [String])
    /// A link; the text is the words shown, or the address itself.
    case link(url: String)
    /// Typewriter text or a code span.
    case code
    case math
    case emphasis
    /// Text in quotation marks set by markup (`\enquote`).
    case quotation
  }

  package let kind: Kind
  /// Offsets into the block's `RenderedText.bytes`.
  package let text: Range<Int>
  /// Byte offsets into the block's file, before the block's shift; `Block.source(of:)` adds it.
  let unmovedSource: Range<Int>

  package init(kind: Kind, text: Range<Int>, source: Range<Int>) {
    self.kind = kind
    self.text = text
    unmovedSource = source
  }

  /// The mark of a text that was appended behind so many bytes of another.
  package func behind(_ count: Int) -> Mark {
    Mark(kind: kind, text: (text.lowerBound + count)..<(text.upperBound + count), source: unmovedSource)
  }
}
