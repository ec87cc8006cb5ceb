import Manuscripts

/// What a quick look says of the texts that a file includes: most files include none, or name them in plain words, and
/// need not be read to know that they include no other document.
enum InclusionNames: Sendable, Equatable {
  /// The last parts of their paths, without the ending `.tex`; names in comments are among them.
  case plain(Set<String>)
  /// Reading it may bring up any name: a macro has part of it.
  case unclear

  static let none = InclusionNames.plain([])

  /// - Complexity: linear in the bytes, and much faster than reading them.
  init(in bytes: [UInt8], _ markup: Markup) {
    self = bytes.withUnsafeBufferPointer { bytes in
      switch markup {
      case .latex: Self.latex(bytes)
      case .markdown: Self.markdown(bytes)
      }
    }
  }

  /// The files of which reading may show that they include one of the documents, directly or through each other.
  ///
  /// - Complexity: linear in the names, for each step of the longest chain of files.
  static func suspects(among files: [(path: String, names: InclusionNames)], documents: [String]) -> [String] {
    var sought = Set(documents.map(name(of:)))
    var suspects: [String] = []
    var others = files
    while true {
      let index = others.partition { file in
        switch file.names {
        case .unclear: false
        case .plain(let names): sought.isDisjoint(with: names)
        }
      }
      guard index > 0 else { return suspects }
      suspects += others[..<index].map(\.path)
      sought.formUnion(others[..<index].map { name(of: $0.path) })
      others.removeFirst(index)
    }
  }

  private static func name(of path: String) -> String {
    let last = ProjectPath.lastPart(of: path)
    return last.hasSuffix(".tex") ? String(last.dropLast(4)) : last
  }

  // MARK: LaTeX

  /// The names in `LatexCommand.Inclusion` that include text.
  private static let commands: Set<String> = [
    "input", "InputIfFileExists", "include", "import", "subimport", "includefrom", "subincludefrom", "inputfrom",
    "subfile", "subfileinclude",
  ]

  private static func latex(_ bytes: UnsafeBufferPointer<UInt8>) -> InclusionNames {
    var names: Set<String> = []
    var index = 0
    while index + 1 < bytes.count {
      defer { index += 1 }
      guard bytes[index] == 0x5C else { continue }
      // All of them begin with an I or an s.
      let first = bytes[index + 1]
      guard first | 0x20 == 0x69 || first == 0x73 else { continue }
      let command = bytes[(index + 1)...].prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      guard commands.contains(String(decoding: command, as: UTF8.self)) else { continue }
      guard let arguments = plainArguments(bytes[command.endIndex...]) else { return .unclear }
      names.formUnion(arguments)
    }
    return .plain(names)
  }

  /// The names in the arguments at the start of a text; nil where they are not plain.
  private static func plainArguments(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [String]? {
    var rest = text.first == 0x2A ? text.dropFirst() : text
    var names: [String] = []
    while true {
      rest = rest.drop(while: isBlank)
      switch rest.first {
      case 0x5B:
        guard let end = rest.firstIndex(of: 0x5D) else { return nil }
        rest = rest[(end + 1)...]
      case 0x7B:
        guard let end = rest.firstIndex(of: 0x7D), let name = plainName(rest[..<end].dropFirst()) else { return nil }
        names.append(name)
        rest = rest[(end + 1)...]
      default:
        if !names.isEmpty { return names }
        let word = rest.prefix { !isBlank($0) }
        return word.isEmpty ? nil : plainName(word).map { [$0] }
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The name that a path in an argument has; nil where macros or comments are in it.
  private static func plainName(_ path: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard !path.contains(where: { [0x5C, 0x23, 0x25, 0x7B, 0x7D, 0x7E].contains($0) }) else { return nil }
    return name(of: String(decoding: path, as: UTF8.self).filter { !$0.isWhitespace && $0 != "\"" })
  }

  // MARK: Markdown

  private static func markdown(_ bytes: UnsafeBufferPointer<UInt8>) -> InclusionNames {
    var index = 0
    while index + 3 < bytes.count {
      // Shortcodes are few: one is enough to read the file.
      if bytes[index] == 0x7B, bytes[index + 1] == 0x7B, bytes[index + 2] == 0x3C { return .unclear }
      index += 1
    }
    return .none
  }
}
