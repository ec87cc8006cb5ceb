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
  private var values = BibliographyValues()
  private var seen: Set<String> = []

  init(_ bytes: [UInt8], file: Int, keys: Set<String>?) {
    self.bytes = bytes
    self.file = file
    self.keys = keys
  }

  mutating func read() {
    while true {
      let at = bytes.firstOffset(of: 0x40, from: position)
      guard at < bytes.count else { return }
      position = at + 1
      readEntry(from: at)
    }
  }

  private mutating func readEntry(from start: Int) {
    let type = string(word()).lowercased()
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
    let name = string(word()).lowercased()
    skipSpace()
    guard position < bytes.count, bytes[position] == 0x3D else { return skipBalanced(to: closing) }
    position += 1
    values.strings[name] = readValue() ? values.text(in: bytes) : ""
    skipBalanced(to: closing)
  }

  private mutating func readWork(_ type: String, from start: Int, _ closing: UInt8) {
    skipSpace()
    let keyStart = position
    while position < bytes.count, bytes[position] != 0x2C, bytes[position] != closing, bytes[position] != 0x0A {
      position += 1
    }
    let key = String(decoding: bytes[keyStart..<position].trimmed, as: UTF8.self)
    guard keys?.contains(key) ?? true, seen.insert(key).inserted else { return skipBalanced(to: closing) }
    guard let fields = fields(closing) else {
      problems.append(
        Problem(
          kind: .bibliography, message: "the entry '\(key)' is broken and was skipped",
          span: SourceSpan(file: file, range: start..<min(keyStart + key.utf8.count, bytes.count))))
      return
    }
    works.append(fields.work(key, type, SourceSpan(file: file, range: start..<min(position, bytes.count))))
  }

  /// The fields up to the entry's end; nil when the entry never ends or a value is malformed.
  private mutating func fields(_ closing: UInt8) -> BibliographyFields? {
    var fields = BibliographyFields()
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
      let name = word()
      skipSpace()
      guard !name.isEmpty, position < bytes.count, bytes[position] == 0x3D else { return nil }
      position += 1
      guard readValue() else { return nil }
      // What nobody asks for, such as an abstract, is not put into words.
      guard let field = BibliographyFields.Field.named(bytes[name]), fields[field] == nil else { continue }
      fields[field] = values.text(in: bytes)
    }
  }

  /// Reads a value into `values`: braces, quotation marks, numbers and `@string` names, joined by `#`; false when it is
  /// malformed.
  private mutating func readValue() -> Bool {
    values.parts.removeAll(keepingCapacity: true)
    while true {
      skipSpace()
      guard position < bytes.count else { return false }
      switch bytes[position] {
      case 0x7B, 0x22:
        guard let inside = delimited(by: bytes[position] == 0x7B ? 0x7D : 0x22) else { return false }
        values.parts.append(.text(inside))
      default:
        let name = word()
        guard !name.isEmpty else { return false }
        values.parts.append(.name(name))
      }
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x23 else { return true }
      position += 1
    }
  }

  /// The inside of the braces or quotation marks at the position, which moves behind them; nil where they never close.
  private mutating func delimited(by closing: UInt8) -> Range<Int>? {
    let start = position + 1
    let end = bytes.withUnsafeBufferPointer { bytes -> Int? in
      var index = start
      var depth = 0
      while true {
        index = Self.signs.firstOffset(in: bytes, from: index, to: bytes.count)
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        if byte == 0x5C {
          index += 1
        } else if depth == 0, byte == closing {
          return index
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
    }
    guard let end else { return nil }
    position = end + 1
    return start..<end
  }

  private mutating func skipBalanced(to closing: UInt8) {
    let start = position
    position = bytes.withUnsafeBufferPointer { bytes in
      var index = start
      var depth = 0
      while true {
        index = Self.signs.firstOffset(in: bytes, from: index, to: bytes.count)
        guard index < bytes.count else { return bytes.count }
        let byte = bytes[index]
        index += 1
        if byte == 0x5C {
          index += 1
        } else if byte == closing, depth == 0 {
          return index
        } else if byte == 0x7B {
          depth += 1
        } else if byte == 0x7D {
          depth -= 1
        } else if byte == 0x40, index >= 2, bytes[index - 2] == 0x0A, Self.beginsEntry(bytes, at: index) {
          // An entry that was never closed ends where the next begins.
          return index - 1
        }
      }
    }
  }

  /// What may open or close something.
  private static let signs = ByteSet("\\{}\")@")

  /// True when `word{` follows: the sign at a line's beginning opens an entry.
  private static func beginsEntry(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var index = start
    while index < bytes.count, LatexInput.isLetter(bytes[index]) { index += 1 }
    return index > start && index < bytes.count && bytes[index] == 0x7B
  }

  private mutating func word() -> Range<Int> {
    let start = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    return start..<position
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x2F, 0x3A, 0x5F: true
    default: false
    }
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
}
