import Manuscripts

extension LatexParser {
  func readCitation(_ citation: LatexCommand.Citation, _ input: inout LatexInput, from start: Int) {
    if input.current == 0x2A { input.position += 1 }
    switch citation {
    case .many: readCitationGroups(&input, from: start)
    case .silent: skipArguments(1, &input)
    case .parenthetical: readCitationKeys(RenderedText.parentheticalCitation, &input, from: start)
    case .textual: readCitationKeys(RenderedText.textualCitation, &input, from: start)
    }
  }

  private func readCitationKeys(_ sign: UInt8, _ input: inout LatexInput, from start: Int) {
    skipBlanksAndOptions(&input)
    guard input.current == 0x7B, let argument = takeBytes(&input) else { return }
    let keys = Self.keys(in: argument)
    guard !keys.isEmpty else { return }
    append(sign: sign, .citation(keys: keys), for: start..<input.position, in: input)
  }

  /// `\parencites[..]{..}[..]{..}`: one citation of all groups.
  private func readCitationGroups(_ input: inout LatexInput, from start: Int) {
    var keys: [String] = []
    while true {
      skipBlanksAndOptions(&input)
      guard input.current == 0x7B, let argument = takeBytes(&input) else { break }
      keys += Self.keys(in: argument)
    }
    guard !keys.isEmpty else { return }
    append(sign: RenderedText.parentheticalCitation, .citation(keys: keys), for: start..<input.position, in: input)
  }

  private func skipBlanksAndOptions(_ input: inout LatexInput) {
    let saved = input.position
    input.skipBlanks()
    if input.current != 0x5B, input.current != 0x7B { input.position = saved }
    skipOptional(&input)
  }

  /// Keys parted by commas; white space and comments in between do not count.
  static func keys(in text: ArraySlice<UInt8>) -> [String] {
    var keys: [String] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x2C) ?? text.endIndex
      let key = key(in: text[start..<end])
      if !key.isEmpty { keys.append(key) }
      start = end + 1
    }
    return keys
  }

  private static func key(in part: ArraySlice<UInt8>) -> String {
    var part = part
    while let first = part.first, isBlank(first) { part.removeFirst() }
    while let last = part.last, isBlank(last) { part.removeLast() }
    // Most keys are as they stand.
    if part.allSatisfy({ $0 < 0x80 && $0 != 0x25 && !isBlank($0) }) { return String(decoding: part, as: UTF8.self) }
    var key = ""
    for scalar in String(decoding: part, as: UTF8.self).unicodeScalars {
      let isLeftOut = scalar.isASCII ? scalar == "%" || isBlank(UInt8(scalar.value)) : scalar.properties.isWhitespace
      if !isLeftOut { key.unicodeScalars.append(scalar) }
    }
    return key
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  func readBibliography(_ input: inout LatexInput, from start: Int) {
    skipOptional(&input)
    guard let argument = takeBytes(&input) else { return }
    for name in Self.keys(in: argument) {
      let path = name.hasSuffix(".bib") ? name : name + ".bib"
      request([path], purpose: .bibliography, in: input, start..<input.position)
    }
  }

  /// One entry of `thebibliography`: everything up to the next `\bibitem` or the environment's end.
  func readBibliographyItem(_ input: inout LatexInput, from start: Int) {
    flush()
    skipOptional(&input)
    guard let argument = takeBytes(&input), let key = Self.keys(in: argument).first else { return }
    let from = input.position
    var end = from
    while end < input.end, !input.starts(with: "\\bibitem", at: end), !input.starts(with: "\\end{", at: end) {
      end += 1
    }
    input.position = end
    let entry = collect(.paragraph) { self.readInside(input, from..<end) }
    piece.works.append(InlineWork.work(key: key, text: entry.plainText, span: input.span(start..<end)))
  }
}

/// An entry of a typeset bibliography, taken apart as far as its form allows.
enum InlineWork {
  static func work(key: String, text: String, span: SourceSpan) -> CitedWork {
    let year = text.split { !$0.isNumber }.last { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
    return CitedWork(
      key: key, type: "", title: text, authors: "", year: year.map(String.init) ?? "",
      doi: value(after: "10.", in: text, keepsPrefix: true),
      arXiv: value(after: "arXiv:", in: text, keepsPrefix: false),
      url: value(after: "http", in: text, keepsPrefix: true),
      note: "", container: "", span: span)
  }

  /// The run of non-blank characters that begins with a prefix, or empty.
  private static func value(after prefix: String, in text: String, keepsPrefix: Bool) -> String {
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" || $0 == "\n" }) {
      guard let range = word.firstRange(of: prefix) else { continue }
      let found = keepsPrefix ? word[range.lowerBound...] : word[range.upperBound...]
      guard found.count > prefix.count || !keepsPrefix else { continue }
      return found.hasSuffix(".") ? String(found.dropLast()) : String(found)
    }
    return ""
  }
}
