/// A section of a manuscript.
package struct Section: Sendable, Equatable {
  /// What a section is for, read from its heading (or its environment).
  package enum Kind: String, Sendable, CaseIterable {
    case frontMatter, abstract, introduction, relatedWork, methods, results, discussion, conclusion
    case availability, acknowledgements, contributions, appendix, references, other
  }

  package let kind: Kind
  /// The heading as shown; empty for front matter and the text before the first heading.
  package let title: String
  /// 0 for front matter, 1 for the highest heading.
  package let level: Int
  /// The index of the section that holds this one, or nil.
  package let parent: Int?

  package init(kind: Kind, title: String, level: Int, parent: Int?) {
    self.kind = kind
    self.title = title
    self.level = level
    self.parent = parent
  }
}
