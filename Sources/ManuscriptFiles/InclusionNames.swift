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
  /// - Complexity: linear in the names.
  static func suspects(among files: [(path: String, names: InclusionNames)], documents: [String]) -> [String] {
    var includers: [String: [Int]] = [:]
    var sought = documents.map(name(of:))
    var isSuspect = [Bool](repeating: false, count: files.count)
    func suspect(_ index: Int) {
      guard !isSuspect[index] else { return }
      isSuspect[index] = true
      sought.append(name(of: files[index].path))
    }
    for (index, file) in files.enumerated() {
      switch file.names {
      case .unclear: suspect(index)
      case .plain(let names): for name in names { includers[name, default: []].append(index) }
      }
    }
    while let name = sought.popLast() {
      for index in includers.removeValue(forKey: name) ?? [] { suspect(index) }
    }
    return files.indices.filter { isSuspect[$0] }.map { files[$0].path }
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
        let options = rest.dropFirst().prefix(longestArgument).prefix { $0 != 0x5D && $0 != 0x5C }
        rest = rest[options.endIndex...]
        guard rest.first == 0x5D else { return nil }
        rest = rest.dropFirst()
      case 0x7B:
        let argument = rest.dropFirst().prefix(longestArgument).prefix { $0 != 0x7D }
        rest = rest[argument.endIndex...]
        guard rest.first == 0x7D, let name = plainName(argument) else { return nil }
        names.append(name)
        rest = rest.dropFirst()
      default:
        if !names.isEmpty { return names }
        let word = rest.prefix(longestArgument).prefix { !isBlank($0) }
        return word.isEmpty || word.count == longestArgument ? nil : plainName(word).map { [$0] }
      }
    }
  }

  /// What the reader cuts off a path's ends.
  private static func isMargin(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x22 }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Bytes; what is longer is left to the reader.
  private static let longestArgument = 1_000

  /// The name that a path in an argument has; nil where macros, comments, blanks, quotation marks or letters beyond
  /// ASCII are in it.
  private static func plainName(_ path: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var path = path.drop(while: isMargin)
    while let last = path.last, isMargin(last) { path.removeLast() }
    let isPlain = path.allSatisfy { $0 > 0x22 && $0 < 0x7E && ![0x5C, 0x23, 0x25, 0x7B, 0x7D].contains($0) }
    return isPlain ? name(of: String(decoding: path, as: UTF8.self)) : nil
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
