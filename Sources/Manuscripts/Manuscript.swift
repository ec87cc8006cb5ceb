/// A manuscript as its reader sees it: the blocks of all its files in reading order, whatever the markup.
package struct Manuscript: Sendable, Equatable {
  package var markup: Markup
  /// The files that were read, main file first; `SourceSpan.file` counts in this list.
  package var files: [SourceFile]
  package var title: String?
  /// An ISO 639-1 code where the source states one, else nil.
  package var statedLanguage: String?
  package var sections: [Section]
  package var blocks: [Block]
  /// The bibliography files that the manuscript names, as paths like `SourceFile.path`, found or not.
  package var bibliographies: [FileRequest]
  /// Every file that the manuscript names, of any kind, found or not, in reading order.
  package var named: [FileRequest]
  /// Works of an inline bibliography (`thebibliography`, front matter references).
  package var works: [CitedWork]
  /// `colophon:` comments and front matter entries, in order of appearance.
  package var directives: [Directive]
  package var problems: [Problem]
  /// Files named by the manuscript that were not given to the reader.
  package var unresolved: [FileRequest]

  package init(markup: Markup, files: [SourceFile]) {
    self.markup = markup
    self.files = files
    sections = [Section(kind: .frontMatter, title: "", level: 0, parent: nil)]
    blocks = []
    bibliographies = []
    named = []
    works = []
    directives = []
    problems = []
    unresolved = []
  }
}

package enum Markup: String, Sendable {
  case latex, markdown
}

/// A file that a manuscript names.
package struct FileRequest: Sendable, Equatable {
  package enum Purpose: Sendable, Equatable {
    case text, bibliography, code
  }

  /// Paths to try, in order, relative to the main file's folder and normalised.
  package let candidates: [String]
  package let purpose: Purpose
  /// The command that names the file.
  package let span: SourceSpan

  package init(candidates: [String], purpose: Purpose, span: SourceSpan) {
    self.candidates = candidates
    self.purpose = purpose
    self.span = span
  }
}

/// Something in the source that kept a part of it from being read as meant.
package struct Problem: Sendable, Equatable {
  package enum Kind: String, Sendable {
    /// A named file does not exist.
    case missingFile
    /// A named file lies outside the project's root and was not read.
    case blockedFile
    /// A named file exists and could not be read.
    case unreadableFile
    case includeCycle
    /// A bound on expansion, inclusion or nesting was reached.
    case bound
    case unclosed
    case invalidUTF8
    case bibliography
    case frontMatter
  }

  package let kind: Kind
  /// One sentence without a full stop, in the author's words.
  package let message: String
  package let span: SourceSpan?

  package init(kind: Kind, message: String, span: SourceSpan?) {
    self.kind = kind
    self.message = message
    self.span = span
  }
}

/// A `colophon: …` comment or front matter entry, not yet interpreted.
package struct Directive: Sendable, Equatable {
  /// The text after `colophon:`, trimmed.
  package let body: String
  /// The comment, from its sign to its end.
  package let span: SourceSpan
  /// True when nothing but white space stands before the comment on its line.
  package let isAlone: Bool

  package init(body: String, span: SourceSpan, isAlone: Bool) {
    self.body = body
    self.span = span
    self.isAlone = isAlone
  }
}

/// An entry of a bibliography.
package struct CitedWork: Sendable, Equatable {
  package let key: String
  /// The entry type in lower case (`article`, `misc`, `software`), or empty where the source has none.
  package let type: String
  package let title: String
  package let authors: String
  package let year: String
  package let doi: String
  /// The arXiv identifier without a version, or empty.
  package let arXiv: String
  package let url: String
  /// Everything else that may hold a version, an access date or a snapshot (`note`, `version`, `howpublished`).
  package let note: String
  /// The journal or book it is part of, or empty.
  package let container: String
  package let span: SourceSpan

  package init(
    key: String, type: String, title: String, authors: String, year: String, doi: String, arXiv: String,
    url: String, note: String, container: String, span: SourceSpan
  ) {
    self.key = key
    self.type = type
    self.title = title
    self.authors = authors
    self.year = year
    self.doi = doi
    self.arXiv = arXiv
    self.url = url
    self.note = note
    self.container = container
    self.span = span
  }
}
