/// What one stretch of a file adds to a manuscript, in numbers of its own.
///
/// Readers cut files where nothing after the cut depends on what stands before it but for a small state. A later
/// reading takes over the pieces whose bytes and state are the same: they are compared by identity, hence a class.
package final class ManuscriptPiece: Sendable {
  package let contents: Contents

  package init(_ contents: Contents) { self.contents = contents }

  /// A section that the piece begins.
  package struct Opening: Sendable {
    let title: String
    let level: Int
    /// The kind that an environment or the heading's words say; nil to inherit it.
    let kind: Section.Kind?
    /// The section before it, in the piece's numbers.
    let after: Int
    let isAppendix: Bool
  }

  package struct Contents: Sendable {
    /// The manuscript's front matter, in the numbers that blocks of a piece give their section.
    package static let frontMatter = 0
    /// The section that the text before the piece stands in.
    package static let entrySection = 1

    /// Sections, floats and the blocks that notes hang on are in the piece's own numbers.
    package var blocks: [Block] = []
    /// Section *n* of the piece is opening *n* - 2.
    package private(set) var openings: [Opening] = []
    /// The section that the text behind the piece stands in.
    package var exitSection = entrySection
    /// Floats are numbered from 1.
    package var floatCount = 0
    package var title: String?
    package var statedLanguage: String?
    package var bibliographies: [FileRequest] = []
    package var named: [FileRequest] = []
    package var works: [CitedWork] = []
    package var directives: [Directive] = []
    package var problems: [Problem] = []
    package var unresolved: [FileRequest] = []
    /// Notes by identifier and the blocks that refer to them, where definitions stand apart.
    package var noteDefinitions: [String: Int] = [:]
    package var noteUses: [(id: String, block: Int)] = []

    package init() {}

    /// Begins a section and gives its number.
    package mutating func openSection(
      title: String, level: Int, kind: Section.Kind? = nil, after current: Int, isAppendix: Bool = false
    ) -> Int {
      openings.append(
        Opening(
          title: title, level: level, kind: kind ?? Section.Kind(heading: title), after: current,
          isAppendix: isAppendix))
      return openings.count + 1
    }
  }
}

/// A piece where it stands now.
package struct PlacedPiece: Sendable {
  package let piece: ManuscriptPiece
  /// The file that the piece moves in; its places in other files stay.
  package let file: Int
  /// How many bytes further on it stands than when it was read.
  package let distance: Int

  package init(_ piece: ManuscriptPiece, file: Int, distance: Int = 0) {
    self.piece = piece
    self.file = file
    self.distance = distance
  }
}

/// Which blocks two successive readings of a manuscript share, but for their place and section.
package struct SharedBlocks: Sendable, Equatable {
  /// The number of blocks at the beginning.
  package let leading: Int
  /// The number of blocks at the end.
  package let trailing: Int

  package static let none = SharedBlocks(leading: 0, trailing: 0)

  package init(leading: Int, trailing: Int) {
    self.leading = leading
    self.trailing = trailing
  }

  /// What two lists of pieces share at their beginnings and ends.
  package init(_ old: [PlacedPiece], _ new: [PlacedPiece]) {
    let shorter = min(old.count, new.count)
    var first = 0
    var leading = 0
    while first < shorter, old[first].piece === new[first].piece {
      leading += new[first].piece.contents.blocks.count
      first += 1
    }
    var last = 0
    var trailing = 0
    while last < shorter - first, old[old.count - 1 - last].piece === new[new.count - 1 - last].piece {
      trailing += new[new.count - 1 - last].piece.contents.blocks.count
      last += 1
    }
    self.leading = leading
    self.trailing = trailing
  }
}
