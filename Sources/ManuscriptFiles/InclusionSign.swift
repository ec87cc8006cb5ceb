import Manuscripts

/// A quick look for commands that include files: most files have none, and need not be read to know what they include.
enum InclusionSign {
  /// False only for texts that include nothing.
  /// - Complexity: linear in the bytes, and much faster than reading them.
  static func isIn(_ bytes: [UInt8], _ markup: Markup) -> Bool {
    switch markup {
    case .latex: bytes.withUnsafeBufferPointer { Self.hasCommand($0) }
    case .markdown: bytes.withUnsafeBufferPointer { Self.hasShortcode($0) }
    }
  }

  /// Beginnings of the names in `LatexCommand.Inclusion` (all with an I or an s), and names that begin so and include
  /// no text.
  private static let commands = ["input", "include", "import", "sub", "Input"].map { Array($0.utf8) }
  private static let others = [
    "inputenc", "includegraphics", "includesvg", "includeonly", "subsection", "subref",
    "subsubsection", "subparagraph", "subcaption", "subfigure", "subfloat", "subset", "subseteq", "subtable",
  ]
  .map { Array($0.utf8) }

  private static func hasCommand(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let (commands, others) = (commands, others)
    var index = 0
    while index + 1 < bytes.count {
      defer { index += 1 }
      guard bytes[index] == 0x5C else { continue }
      let first = bytes[index + 1]
      guard first | 0x20 == 0x69 || first == 0x73 else { continue }
      let rest = bytes[(index + 1)...].prefix(20)
      if commands.contains(where: { rest.starts(with: $0) }), !others.contains(where: { rest.starts(with: $0) }) {
        return true
      }
    }
    return false
  }

  private static func hasShortcode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 3 < bytes.count {
      if bytes[index] == 0x7B, bytes[index + 1] == 0x7B, bytes[index + 2] == 0x3C { return true }
      index += 1
    }
    return false
  }
}
