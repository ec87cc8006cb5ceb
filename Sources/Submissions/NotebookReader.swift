import Manuscripts
import MarkdownSyntax

/// A Jupyter notebook to a manuscript: Markdown cells as text, code cells as listings; outputs are not read.
///
/// The format is nbformat 4 (`cells`), and 3 (`worksheets`) as far as cells go. Places are those of the `.ipynb` file.
package enum NotebookReader {
  /// The manuscript of a notebook; nil when the bytes are none.
  package static func manuscript(of file: SourceFile) -> Manuscript? {
    guard let tree = PositionedJSON.tree(of: file.bytes) else { return nil }
    let sheets = tree.member("worksheets", in: file.bytes)?.items ?? []
    guard let cells = (tree.member("cells", in: file.bytes) ?? sheets.first?.member("cells", in: file.bytes))?.items
    else { return nil }
    let metadata = tree.member("metadata", in: file.bytes)
    let language =
      metadata?.member("language_info", in: file.bytes)?.member("name", in: file.bytes)?.word(in: file.bytes)
      ?? metadata?.member("kernelspec", in: file.bytes)?.member("language", in: file.bytes)?.word(in: file.bytes)
    var text = MappedText()
    for cell in cells { append(cell, file.bytes, language ?? "python", to: &text) }
    let decoded = ProjectFiles(main: [SourceFile(path: file.path, bytes: text.bytes)])
    return MarkdownReader.reading(of: decoded).manuscript.remapped(text.map, to: file)
  }

  private static func append(
    _ cell: PositionedJSON.Node, _ bytes: [UInt8], _ language: String, to text: inout MappedText
  ) {
    guard let source = cell.member("source", in: bytes) ?? cell.member("input", in: bytes) else { return }
    switch cell.member("cell_type", in: bytes)?.word(in: bytes) {
    case "markdown": append(source, bytes, to: &text)
    case "heading":
      guard let start = place(of: source) else { return }
      text.append("# ".utf8, for: start..<start)
      append(source, bytes, to: &text)
    case "code":
      guard let start = place(of: source) else { return }
      var code = MappedText()
      append(source, bytes, to: &code)
      let fence = String(repeating: "~", count: max(3, longestRun(of: 0x7E, in: code.bytes) + 1))
      text.append("\(fence)\(language)\n".utf8, for: start..<start)
      append(source, bytes, to: &text)
      text.append("\n\(fence)".utf8, for: start..<start)
    default: return
    }
    let end = text.map.lastSource
    text.append("\n\n".utf8, for: end..<end)
  }

  /// A cell's text: a string, or a list of them.
  private static func append(_ source: PositionedJSON.Node, _ bytes: [UInt8], to text: inout MappedText) {
    for node in strings(source) { if case .string(let range) = node { text.append(jsonString: range, of: bytes) } }
  }

  private static func strings(_ source: PositionedJSON.Node) -> [PositionedJSON.Node] {
    if case .string = source { return [source] }
    return source.items
  }

  private static func place(of source: PositionedJSON.Node) -> Int? {
    for case .string(let range) in strings(source) { return range.lowerBound }
    return nil
  }

  private static func longestRun(of byte: UInt8, in bytes: [UInt8]) -> Int {
    var longest = 0
    var run = 0
    for other in bytes {
      run = other == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
