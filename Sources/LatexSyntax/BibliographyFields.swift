import Manuscripts

/// The fields of an entry that say something about the cited work.
struct BibliographyFields {
  enum Field: Int, CaseIterable {
    case title, author, year, date, doi, eprint, archiveprefix, eprinttype, url, note, version, howpublished, urldate
    case edition, publisher, journal, journaltitle, booktitle

    /// The field of a name, in letters of either case.
    static func named(_ name: ArraySlice<UInt8>) -> Field? {
      byName[name] ?? byName[name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]]
    }

    private static let byName: NameTable<Field> = NameTable([
      "title": .title, "author": .author, "year": .year, "date": .date, "doi": .doi, "eprint": .eprint,
      "archiveprefix": .archiveprefix, "eprinttype": .eprinttype, "url": .url, "note": .note, "version": .version,
      "howpublished": .howpublished, "urldate": .urldate, "edition": .edition, "publisher": .publisher,
      "journal": .journal, "journaltitle": .journaltitle, "booktitle": .booktitle,
    ])
  }

  private var values: [String?] = Array(repeating: nil, count: Field.allCases.count)

  subscript(field: Field) -> String? {
    get { values[field.rawValue] }
    set { values[field.rawValue] = newValue }
  }

  /// The work that an entry of these fields stands for.
  func work(_ key: String, _ type: String, _ span: SourceSpan) -> CitedWork {
    let isArXiv = (self[.archiveprefix] ?? self[.eprinttype] ?? "arxiv").lowercased() == "arxiv"
    let notes: [Field] = [.note, .version, .howpublished, .urldate, .date, .edition, .publisher, .journal]
    return CitedWork(
      key: key, type: type, title: self[.title] ?? "", authors: self[.author] ?? "",
      year: self[.year] ?? String((self[.date] ?? "").prefix(4)), doi: self[.doi] ?? "",
      arXiv: isArXiv ? self[.eprint] ?? "" : "", url: self[.url] ?? "",
      note: notes.compactMap { self[$0] }.joined(separator: "; "),
      container: self[.journal] ?? self[.journaltitle] ?? self[.booktitle] ?? "", span: span)
  }
}

/// The values of a bibliography's fields: where the parts of one stand, and what they say.
struct BibliographyValues {
  enum Part {
    /// The inside of braces or quotation marks.
    case text(Range<Int>)
    /// A number, or the name of a string that the file or BibTeX defines.
    case name(Range<Int>)
  }

  /// The parts of the value at hand.
  var parts: [Part] = []
  /// What names stand for, in lower case.
  var strings = months
  private var bytes: [UInt8] = []

  /// The value at hand without braces, commands and repeated white space.
  mutating func text(in file: [UInt8]) -> String {
    bytes.removeAll(keepingCapacity: true)
    for part in parts {
      switch part {
      case .text(let range): append(file, range)
      case .name(let range):
        let name = String(decoding: file[range], as: UTF8.self)
        bytes += (strings[name.lowercased()] ?? name).utf8
      }
    }
    return String(decoding: bytes[...].trimmed, as: UTF8.self)
  }

  private mutating func append(_ file: [UInt8], _ range: Range<Int>) {
    let start = bytes.count
    var index = range.lowerBound
    while index < range.upperBound {
      let words = PlainText.endOfWords(in: file, from: index, to: range.upperBound)
      if words.offset > index {
        let before = bytes.count
        bytes += file[index..<words.offset]
        if words.seesLineEnd { bytes.joinLines(from: before) }
        index = words.offset
        continue
      }
      let byte = file[index]
      index += 1
      switch byte {
      case 0x7B, 0x7D, 0x24: continue
      case 0x5C: appendSign(file, &index, before: range.upperBound)
      case 0x0A, 0x0D, 0x09, 0x20, 0x7E: if bytes.count == start || bytes.last != 0x20 { bytes.append(0x20) }
      default: bytes.append(byte)
      }
    }
  }

  /// Behind a backslash, some signs stand for themselves; the names of commands vanish.
  private mutating func appendSign(_ file: [UInt8], _ index: inout Int, before end: Int) {
    guard index < end else { return }
    let sign = file[index]
    index += 1
    if LatexInput.isLetter(sign) {
      while index < end, LatexInput.isLetter(file[index]) { index += 1 }
    } else if sign == 0x25 || sign == 0x26 || sign == 0x5F || sign == 0x23 || sign == 0x24 {
      bytes.append(sign)
    }
  }

  private static let months = Dictionary(
    uniqueKeysWithValues: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
      .enumerated().map { ($1, String($0 + 1)) })
}

extension ArraySlice<UInt8> {
  /// Without the white space of a line at both ends.
  var trimmed: ArraySlice<UInt8> {
    var (start, end) = (startIndex, endIndex)
    while start < end, Self.isBlank(self[start]) { start += 1 }
    while end > start, Self.isBlank(self[end - 1]) { end -= 1 }
    return self[start..<end]
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
