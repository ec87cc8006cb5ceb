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
    guard input.current == 0x7B, let argument = takeString(&input) else { return }
    let keys = Self.keys(in: argument.text)
    guard !keys.isEmpty else { return }
    append(sign: sign, .citation(keys: keys), for: start..<input.position, in: input)
  }

  /// `\parencites[..]{..}[..]{..}`: one citation of all groups.
  private func readCitationGroups(_ input: inout LatexInput, from start: Int) {
    var keys: [String] = []
    while true {
      skipBlanksAndOptions(&input)
      guard input.current == 0x7B, let argument = takeString(&input) else { break }
      keys += Self.keys(in: argument.text)
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
  static func keys(in text: String) -> [String] {
    var keys: [String] = []
    var key = ""
    for scalar in text.unicodeScalars {
      if scalar == "," {
        if !key.isEmpty { keys.append(key) }
        key = ""
      } else if scalar != "%", !isBlank(scalar) {
        key.unicodeScalars.append(scalar)
      }
    }
    if !key.isEmpty { keys.append(key) }
    return keys
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  func readBibliography(_ input: inout LatexInput, from start: Int) {
    skipOptional(&input)
    guard let argument = takeString(&input) else { return }
    for name in Self.keys(in: argument.text) {
      let path = name.hasSuffix(".bib") ? name : name + ".bib"
      request([path], purpose: .bibliography, in: input, start..<input.position)
    }
  }

  /// One entry of `thebibliography`: everything up to the next `\bibitem` or the environment's end.
  func readBibliographyItem(_ input: inout LatexInput, from start: Int) {
    flush()
    skipOptional(&input)
    guard let argument = takeString(&input), let key = Self.keys(in: argument.text).first else { return }
    let from = input.position
    var end = from
    while end < input.end, !input.starts(with: "\\bibitem", at: end), !input.starts(with: "\\end{", at: end) {
      end += 1
    }
    input.position = end
    let entry = collect(.paragraph) { self.readInside(input, from..<end) }
    let text = String(decoding: entry.text.bytes.filter { $0 >= 0x20 }, as: UTF8.self)
    piece.works.append(InlineWork.work(key: key, text: text, span: input.span(start..<end)))
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
