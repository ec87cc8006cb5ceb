import Manuscripts

/// `.bib` bytes to cited works.
package enum BibliographyReader {
  /// The entries whose keys are asked for, or all; the rest is scanned for its end only, as files of 2 MB are common.
  ///
  /// Broken entries are skipped with a problem. Keys are compared exactly; the first entry of a key wins.
  /// - Complexity: linear in the bytes.
  package static func works(
    in file: SourceFile, fileIndex: Int, keys: Set<String>?
  ) -> (works: [CitedWork], problems: [Problem]) {
    var parser = BibliographyParser(file.bytes, file: fileIndex, keys: keys)
    parser.read()
    return (parser.works, parser.problems)
  }
}

/// One reading of a bibliography file.
private struct BibliographyParser {
  let bytes: [UInt8]
  let file: Int
  let keys: Set<String>?
  var works: [CitedWork] = []
  var problems: [Problem] = []
  private var position = 0
  private var strings: [String: String] = [:]
  private var seen: Set<String> = []

  init(_ bytes: [UInt8], file: Int, keys: Set<String>?) {
    self.bytes = bytes
    self.file = file
    self.keys = keys
    for (index, month) in ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
      .enumerated()
    {
      strings[month] = String(index + 1)
    }
  }

  mutating func read() {
    while let at = bytes[position...].firstIndex(of: 0x40) {
      position = at + 1
      readEntry(from: at)
    }
  }

  private mutating func readEntry(from start: Int) {
    let type = word().lowercased()
    skipSpace()
    guard position < bytes.count, bytes[position] == 0x7B || bytes[position] == 0x28, !type.isEmpty else { return }
    let closing: UInt8 = bytes[position] == 0x7B ? 0x7D : 0x29
    position += 1
    switch type {
    case "comment", "preamble": skipBalanced(to: closing)
    case "string": readString(closing)
    default: readWork(type, from: start, closing)
    }
  }

  private mutating func readString(_ closing: UInt8) {
    skipSpace()
    let name = word().lowercased()
    skipSpace()
    guard position < bytes.count, bytes[position] == 0x3D else { return skipBalanced(to: closing) }
    position += 1
    strings[name] = value() ?? ""
    skipBalanced(to: closing)
  }

  private mutating func readWork(_ type: String, from start: Int, _ closing: UInt8) {
    skipSpace()
    let keyStart = position
    while position < bytes.count, bytes[position] != 0x2C, bytes[position] != closing, bytes[position] != 0x0A {
      position += 1
    }
    let key = Self.trimmed(String(decoding: bytes[keyStart..<position], as: UTF8.self))
    guard keys?.contains(key) ?? true, seen.insert(key).inserted else { return skipBalanced(to: closing) }
    guard let fields = fields(closing) else {
      problems.append(
        Problem(
          kind: .bibliography, message: "the entry '\(key)' is broken and was skipped",
          span: SourceSpan(file: file, range: start..<min(keyStart + key.utf8.count, bytes.count))))
      return
    }
    works.append(Self.work(key, type, fields, SourceSpan(file: file, range: start..<min(position, bytes.count))))
  }

  /// The fields up to the entry's end; nil when the entry never ends or a value is malformed.
  private mutating func fields(_ closing: UInt8) -> [String: String]? {
    var fields: [String: String] = [:]
    while true {
      skipSpace()
      while position < bytes.count, bytes[position] == 0x2C {
        position += 1
        skipSpace()
      }
      guard position < bytes.count else { return nil }
      if bytes[position] == closing {
        position += 1
        return fields
      }
      let name = word().lowercased()
      skipSpace()
      guard !name.isEmpty, position < bytes.count, bytes[position] == 0x3D else { return nil }
      position += 1
      guard let value = value() else { return nil }
      if fields[name] == nil { fields[name] = value }
    }
  }

  /// A value: braces, quotation marks, numbers and `@string` names, joined by `#`.
  private mutating func value() -> String? {
    var text = ""
    while true {
      skipSpace()
      guard position < bytes.count else { return nil }
      switch bytes[position] {
      case 0x7B:
        guard let inside = delimited(by: 0x7D) else { return nil }
        text += inside
      case 0x22:
        guard let inside = delimited(by: 0x22) else { return nil }
        text += inside
      default:
        let name = word()
        guard !name.isEmpty else { return nil }
        text += strings[name.lowercased()] ?? name
      }
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x23 else { return Self.trimmed(text) }
      position += 1
    }
  }

  private mutating func delimited(by closing: UInt8) -> String? {
    let start = position + 1
    var index = start
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x5C {
        index += 1
      } else if depth == 0, byte == closing {
        position = index + 1
        return plain(bytes[start..<min(index, bytes.count)])
      } else if byte == 0x7B {
        depth += 1
      } else if byte == 0x7D {
        depth -= 1
        if depth < 0 { return nil }
      } else if byte == 0x40, index > 0, bytes[index - 1] == 0x0A, closing == 0x22 {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The value without braces, commands and repeated white space.
  private func plain(_ value: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      let byte = value[index]
      index += 1
      switch byte {
      case 0x7B, 0x7D, 0x24: continue
      case 0x5C:
        guard index < value.endIndex else { continue }
        if !LatexInput.isLetter(value[index]) {
          if [0x25, 0x26, 0x5F, 0x23, 0x24].contains(value[index]) { text.append(value[index]) }
          index += 1
        } else {
          while index < value.endIndex, LatexInput.isLetter(value[index]) { index += 1 }
        }
      case 0x0A, 0x0D, 0x09, 0x20, 0x7E: if text.last != 0x20 { text.append(0x20) }
      default: text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func skipBalanced(to closing: UInt8) {
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x5C {
        position += 1
      } else if byte == closing, depth == 0 {
        return
      } else if byte == 0x7B {
        depth += 1
      } else if byte == 0x7D {
        depth -= 1
      } else if byte == 0x40, position >= 2, bytes[position - 2] == 0x0A, beginsEntry() {
        // An entry that was never closed ends where the next begins.
        position -= 1
        return
      }
    }
    position = min(position, bytes.count)
  }

  /// True when `word{` follows: the sign at a line's beginning opens an entry.
  private func beginsEntry() -> Bool {
    var index = position
    while index < bytes.count, LatexInput.isLetter(bytes[index]) { index += 1 }
    return index > position && index < bytes.count && bytes[index] == 0x7B
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    LatexInput.isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
      || byte == 0x3A
      || byte == 0x2B || byte == 0x2F
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      if bytes[position] == 0x25 {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      } else if LatexInput.isSpace(bytes[position]) {
        position += 1
      } else {
        return
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first == " " || text.first == "\t" || text.first == "\r" { text.removeFirst() }
    while text.last == " " || text.last == "\t" || text.last == "\r" { text.removeLast() }
    return String(text)
  }

  private static func work(_ key: String, _ type: String, _ fields: [String: String], _ span: SourceSpan) -> CitedWork {
    let eprint = fields["eprint"] ?? ""
    let isArXiv = (fields["archiveprefix"] ?? fields["eprinttype"] ?? "arxiv").lowercased() == "arxiv"
    let notes = ["note", "version", "howpublished", "urldate", "date", "edition", "publisher", "journal"]
    return CitedWork(
      key: key, type: type, title: fields["title"] ?? "", authors: fields["author"] ?? "",
      year: fields["year"] ?? String((fields["date"] ?? "").prefix(4)), doi: fields["doi"] ?? "",
      arXiv: isArXiv ? eprint : "", url: fields["url"] ?? "",
      note: notes.compactMap { fields[$0] }.joined(separator: "; "),
      container: fields["journal"] ?? fields["journaltitle"] ?? fields["booktitle"] ?? "", span: span)
  }
}
