import LanguageServerWire
import ManuscriptAnalysis

/// A document as the client has it.
package struct OpenDocument: Sendable {
  package let uri: String
  /// The file's absolute path, or a name of our own for documents that exist only in the editor.
  package let path: String
  package let languageID: String
  package private(set) var version: Int
  package private(set) var positions: TextPositions

  package init(uri: String, languageID: String, version: Int, text: String, encoding: PositionEncoding) {
    self.uri = uri
    self.languageID = languageID
    self.version = version
    positions = TextPositions(Array(text.utf8), encoding)
    let ending = languageID.contains("tex") ? ".tex" : ".md"
    let named = DocumentURI.path(of: uri)
    path = named ?? "/nowhere/" + uri.map { $0.isLetter || $0.isNumber ? $0 : "-" } + ending
  }

  package var bytes: [UInt8] { positions.bytes }

  /// True for manuscripts; settings files are open for completion and hover only.
  package var isManuscript: Bool { ManuscriptReading.markup(ofPath: path) != nil }

  package var isSettings: Bool { path.hasSuffix("/colophon.toml") }

  /// Applies `contentChanges` in order; gives the byte offset behind the last change.
  package mutating func apply(_ changes: [JSONValue], version: Int?) -> Int {
    var caret = 0
    for change in changes {
      let text = Array((change["text"].string ?? "").utf8)
      guard let range = positions.range(of: change["range"]) else {
        positions = TextPositions(text, positions.encoding)
        caret = 0
        continue
      }
      var bytes = positions.bytes
      bytes.replaceSubrange(range, with: text)
      positions = TextPositions(bytes, positions.encoding)
      caret = range.lowerBound + text.count
    }
    self.version = version ?? self.version + 1
    return caret
  }
}
