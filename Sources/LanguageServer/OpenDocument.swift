import LanguageServerWire
import LatexSyntax
import ManuscriptAnalysis
import Manuscripts

/// A document as the client has it.
package struct OpenDocument: Sendable {
  package let uri: String
  /// The file's absolute path, or a name of our own for documents that exist only in the editor.
  package let path: String
  package let languageID: String
  package private(set) var version: Int
  package private(set) var positions: TextPositions
  /// What its first lines say of the manuscript that it is part of.
  package private(set) var beginning = Beginning(isRoot: false, statedRoot: nil)

  /// What a LaTeX file says of its place in a manuscript.
  package struct Beginning: Sendable, Equatable {
    package let isRoot: Bool
    /// The path of a `% !TEX root` comment, as it stands there.
    package let statedRoot: String?
  }

  package init(uri: String, languageID: String, version: Int, text: String, encoding: PositionEncoding) {
    self.uri = uri
    self.languageID = languageID
    self.version = version
    positions = TextPositions(Array(text.utf8), encoding)
    path = DocumentURI.path(of: uri).map(ProjectPath.normalised) ?? Self.inventedPath(uri, languageID)
    beginning = currentBeginning
  }

  /// A path that no file and no other document has; its ending tells the markup, for languages that are one.
  private static func inventedPath(_ uri: String, _ languageID: String) -> String {
    let folder = uri.utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let isPlain = scalar.isASCII && scalar.properties.isAlphabetic || (0x30...0x39).contains(byte)
      return isPlain ? String(Character(scalar)) : "_" + String(byte, radix: 16)
    }
    let name = uri.map { $0.isLetter || $0.isNumber ? $0 : "-" }
    let ending =
      switch languageID.lowercased() {
      case "latex", "tex", "plaintex", "plain-tex", "latex-expl3", "context": ".tex"
      case "markdown", "gfm", "ipythongfm", "pandoc", "quarto", "rmd", "rmarkdown", "myst": ".md"
      default: ""
      }
    return "/nowhere/" + folder.joined() + "/" + name + ending
  }

  private var currentBeginning: Beginning {
    guard isLatex else { return Beginning(isRoot: false, statedRoot: nil) }
    return Beginning(isRoot: LatexReader.isRoot(bytes), statedRoot: LatexReader.statedRoot(in: bytes))
  }

  package var bytes: [UInt8] { positions.bytes }

  /// True for manuscripts; settings files are open for completion and hover only.
  package var isManuscript: Bool { ManuscriptReading.markup(ofPath: path) != nil }

  package var isSettings: Bool { path.hasSuffix("/colophon.toml") }

  package var isLatex: Bool { ManuscriptReading.markup(ofPath: path) == .latex }

  /// Applies `contentChanges` in order; gives the byte offset behind what was written last, or nil when the text is as
  /// before.
  ///
  /// Clients may send a whole line, or the whole text, of which little is new: what is written is what differs.
  package mutating func apply(_ changes: [JSONValue], version: Int?) -> Int? {
    var caret: Int?
    for change in changes {
      let text = Array((change["text"].string ?? "").utf8)
      let range = positions.range(of: change["range"]) ?? 0..<positions.bytes.count
      let change = FileChange(from: Array(positions.bytes[range]), to: text)
      if let change { caret = range.lowerBound + change.new.upperBound }
      positions.replace(range, with: text)
    }
    self.version = version ?? self.version + 1
    beginning = currentBeginning
    return caret
  }
}
