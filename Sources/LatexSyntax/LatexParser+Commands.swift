import Manuscripts

extension LatexParser {
  /// Reads a command at a backslash.
  func readCommand(_ input: inout LatexInput) {
    let start = input.position
    let nameRange = input.commandName()
    guard !nameRange.isEmpty else {
      input.position = max(input.position, start + 1)
      return
    }
    let name = input.string(nameRange)
    let builtin = LatexCommand.table[name]
    if let macro = macros[name], builtin.map(Self.mayBeRedefined) ?? true {
      return expand(macro, &input, from: start)
    }
    if let command = builtin {
      skipStar(&input, name)
      return perform(command, name, &input, from: start)
    }
    readUnknown(name, &input, from: start)
  }

  /// Commands whose meaning for the reader stays, however a project redefines them.
  private static func mayBeRedefined(_ command: LatexCommand) -> Bool {
    switch command {
    case .transparent, .text, .accent, .space, .keepLast, .keepFirst, .code, .enquote, .number, .unit, .quantity, .url,
      .metadata:
      true
    case .skip, .citation, .section, .definition, .inclusion, .bibliography, .bibliographyItem, .acronym, .begin,
      .end, .item, .caption, .footnote, .title, .abstract, .keywordLike, .href, .verb, .paragraphBreak, .lineBreak,
      .condition,
      .conditionFalse, .conditionTrue, .otherwise, .endCondition, .appendix, .language, .documentClass, .graphicsPath,
      .expandAfter:
      false
    }
  }

  private func skipStar(_ input: inout LatexInput, _ name: String) {
    if input.current == 0x2A, name.utf8.allSatisfy(LatexInput.isLetter) { input.position += 1 }
  }

  private func readUnknown(_ name: String, _ input: inout LatexInput, from start: Int) {
    if let isOn = switchCommand(name) {
      switches[isOn.name] = isOn.value
      return
    }
    if name.hasPrefix("if"), name.utf8.count > 2 {
      return readSwitch(String(name.dropFirst(2)), &input)
    }
    if let signature = options.macroSignatures[name] { return readSigned(signature, &input) }
    if name.utf8.allSatisfy(LatexInput.isLetter) {
      if CitationCommand.isNamed(name) { return readCitation(.parenthetical, &input, from: start) }
      skipStar(&input, name)
      while input.current == 0x5B, input.bracketed() != nil {}
      if input.current != 0x7B { swallowSpace(&input) }
    } else if name == "," || name == ";" || name == ":" || name == " " || name == "\n" || name == "\r" {
      if collectsText { builder.space(at: input.span(start..<input.position)) }
    } else if name == "(" || name == "[" {
      readDelimitedMath(&input, from: start, closing: name == "(" ? 0x29 : 0x5D)
    }
  }

  /// TeX drops the white space after a command of letters.
  func swallowSpace(_ input: inout LatexInput) {
    guard input.current == 0x20 || input.current == 0x0A else { return }
    let saved = input.position
    input.skipBlanks()
    if input.current == 0x0A { input.position = saved }
  }

  /// A macro whose arguments the configuration describes.
  private func readSigned(_ signature: [Bool], _ input: inout LatexInput) {
    for isProse in signature {
      guard let range = input.argument(limit: groupLimit) else { return }
      if isProse { readInside(input, range) }
    }
  }

  private func perform(_ command: LatexCommand, _ name: String, _ input: inout LatexInput, from start: Int) {
    switch command {
    case .transparent, .expandAfter: if input.current != 0x7B { swallowSpace(&input) }
    case .skip(let count): skipArguments(count, &input)
    case .keepLast(let count):
      skipArguments(count, &input)
      readArgument(&input)
    case .keepFirst(let count):
      skipOptional(&input)
      readArgument(&input)
      skipArguments(count, &input)
    case .text(let text): readText(text, name, &input, from: start)
    case .accent: readAccent(name, &input, from: start)
    case .citation(let citation): readCitation(citation, &input, from: start)
    case .section(let level): readHeading(level, &input)
    case .definition(let definition): define(definition, &input)
    case .inclusion(let inclusion): include(inclusion, &input, from: start)
    case .bibliography: readBibliography(&input, from: start)
    case .bibliographyItem: readBibliographyItem(&input, from: start)
    case .acronym(let use): readAcronym(use, &input, from: start)
    case .begin: beginEnvironment(&input, from: start)
    case .end: endEnvironment(&input, from: start)
    case .item: beginItem(&input)
    case .caption: readCaption(&input, isFree: name == "captionof")
    case .footnote: readFootnote(&input, from: start)
    case .title: readTitle(&input)
    case .metadata: readMetadata(&input)
    case .abstract: readAbstractCommand(&input)
    case .keywordLike(let heading): readNamedSection(heading, &input)
    case .href: readLink(&input, hasText: true, from: start)
    case .url: readLink(&input, hasText: false, from: start)
    case .code: readCode(name, &input)
    case .verb: readVerb(&input)
    case .enquote: readQuotation(&input)
    case .paragraphBreak: if !isInTable { flush() }
    case .space: if collectsText { builder.space(at: input.span(start..<input.position)) }
    case .lineBreak: breakLine(&input, from: start)
    case .number:
      skipOptional(&input)
      readNumber(&input)
    case .unit:
      skipOptional(&input)
      readUnit(&input)
    case .quantity: readQuantity(name, &input)
    case .condition: skipCondition(name, &input)
    case .conditionFalse: skipBranch(&input, stopAtElse: true)
    case .conditionTrue, .endCondition: break
    case .otherwise: skipBranch(&input, stopAtElse: false)
    case .appendix: isAppendix = true
    case .language: readLanguage(&input)
    case .documentClass: readDocumentClass(&input)
    case .graphicsPath: readPackage(&input)
    }
  }

  /// Skips optional arguments and up to `count` groups.
  func skipArguments(_ count: Int, _ input: inout LatexInput) {
    skipOptional(&input)
    for _ in 0..<count {
      let saved = input.position
      input.skipBlanks()
      if input.current == 0x5B { skipOptional(&input) }
      guard let group = input.group(limit: groupLimit) else {
        input.position = saved
        return
      }
      if !group.isClosed { noteUnclosed(input, group.inside) }
      skipOptional(&input)
    }
  }

  func skipOptional(_ input: inout LatexInput) {
    while input.current == 0x5B || input.current == 0x3C {
      if input.current == 0x3C {
        guard let close = input.bytes[input.position..<min(input.end, input.position + 20)].firstIndex(of: 0x3E) else {
          return
        }
        input.position = close + 1
        continue
      }
      if input.bracketed() == nil { return }
    }
  }

  func noteUnclosed(_ input: LatexInput, _ range: Range<Int>) {
    unclosedGroups += 1
    report(
      .unclosed, "a brace is opened here and not closed", input.span(max(0, range.lowerBound - 1)..<range.lowerBound))
  }

  /// Reads the argument that follows as prose.
  func readArgument(_ input: inout LatexInput) {
    if let range = takeArgument(&input) { readInside(input, range) }
  }

  /// The argument that follows, noting an unclosed brace.
  func takeArgument(_ input: inout LatexInput) -> Range<Int>? {
    let saved = input.position
    input.skipBlanks()
    if input.current == 0x7B, let group = input.group(limit: groupLimit) {
      if !group.isClosed { noteUnclosed(input, group.inside) }
      return group.inside
    }
    input.position = saved
    return input.argument(limit: groupLimit)
  }

  /// The text of the argument that follows, as bytes of the source with the project's macros expanded.
  func takeString(_ input: inout LatexInput) -> (text: String, range: Range<Int>)? {
    guard let range = takeArgument(&input) else { return nil }
    return (expandedString(input, range), range)
  }

  private func readText(_ text: StaticString, _ name: String, _ input: inout LatexInput, from start: Int) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    append(bytes, for: start..<input.position, in: input)
    guard name.utf8.allSatisfy(LatexInput.isLetter) else { return }
    if input.current == 0x7B, input.peek(1) == 0x7D { input.position += 2 } else { swallowSpace(&input) }
  }

  private func readAccent(_ name: String, _ input: inout LatexInput, from start: Int) {
    guard let accent = name.utf8.first else { return }
    if LatexInput.isLetter(accent), input.current != 0x7B, input.current != 0x20 { return }
    guard let range = input.argument(limit: 64) else { return }
    var base = input.bytes[range]
    if base.first == 0x5C { base = base.dropFirst() }
    guard let letter = base.first, letter < 0x80 else { return append(input, range) }
    append(Accents.letter(accent, letter).utf8, for: start..<input.position, in: input)
    if base.count > 1 { append(input, (base.startIndex + 1)..<base.endIndex) }
  }

  private func readQuotation(_ input: inout LatexInput) {
    guard let range = takeArgument(&input) else { return }
    append("\"".utf8, for: range.lowerBound..<range.lowerBound, in: input)
    readInside(input, range)
    append("\"".utf8, for: range.upperBound..<range.upperBound, in: input)
  }

  private func readCode(_ name: String, _ input: inout LatexInput) {
    if name == "ttfamily" { return }
    skipOptional(&input)
    if name == "mintinline" { skipArguments(1, &input) }
    if name == "lstinline", input.current != 0x7B { return readVerb(&input) }
    guard let range = takeArgument(&input) else { return }
    mark(.code, input, range) { self.readInside(input, range) }
  }

  /// Text between two equal signs: `\verb|…|`, on one line.
  private func readVerb(_ input: inout LatexInput) {
    if input.current == 0x2A { input.position += 1 }
    let sign = input.current
    guard sign != 0, !LatexInput.isSpace(sign) else { return }
    let start = input.position + 1
    var close = start
    while close < input.end, input.bytes[close] != sign {
      if input.bytes[close] == 0x0A || input.bytes[close] == 0x0D { return }
      close += 1
    }
    guard close < input.end else { return }
    mark(.code, input, start..<close) { self.append(input, start..<close) }
    input.position = close + 1
  }

  /// Puts a mark over the text that a step appends.
  func mark(_ kind: Mark.Kind, _ input: LatexInput, _ range: Range<Int>, _ step: () -> Void) {
    let before = builder.text.count
    step()
    let after = builder.text.count
    guard after > before, isInBody else { return }
    builder.marks.append(Mark(kind: kind, text: before..<after, source: input.span(range).range))
  }

  private func readLink(_ input: inout LatexInput, hasText: Bool, from start: Int) {
    skipOptional(&input)
    guard let address = takeArgument(&input) else { return }
    let url = String(decoding: input.bytes[address].filter { $0 != 0x5C && $0 != 0x0A }, as: UTF8.self)
    guard hasText else {
      return mark(.link(url: url), input, address) { self.append(url.utf8, for: address, in: input) }
    }
    guard let text = takeArgument(&input) else { return }
    mark(.link(url: url), input, text) { self.readInside(input, text) }
  }

  private func readNumber(_ input: inout LatexInput) {
    guard let range = takeArgument(&input) else { return }
    readInside(input, range)
  }

  private func readQuantity(_ name: String, _ input: inout LatexInput) {
    skipOptional(&input)
    readNumber(&input)
    if name.hasSuffix("range") {
      append("-".utf8, for: input.position..<input.position, in: input)
      readNumber(&input)
    }
    skipOptional(&input)
    if collectsText { builder.space(at: input.span(input.position..<input.position)) }
    readUnit(&input)
  }

  /// `\giga\byte` and `GB` alike.
  private func readUnit(_ input: inout LatexInput) {
    guard let range = takeArgument(&input) else { return }
    var part = input.part(range)
    var text = ""
    while !part.isAtEnd {
      if part.current == 0x5C {
        let name = part.string(part.commandName())
        text += Self.units[name] ?? (name == "per" ? "/" : "")
      } else {
        if part.current != 0x7E, part.current != 0x7B, part.current != 0x7D {
          text.unicodeScalars.append(UnicodeScalar(part.current))
        }
        part.position += 1
      }
    }
    append(text.utf8, for: range, in: input)
  }

  private static let units: [String: String] = [
    "giga": "G", "mega": "M", "kilo": "k", "milli": "m", "micro": "µ", "nano": "n", "tera": "T", "byte": "B",
    "bit": "bit",
    "metre": "m", "meter": "m", "second": "s", "hour": "h", "minute": "min", "gram": "g", "kelvin": "K", "hertz": "Hz",
    "percent": "%", "watt": "W", "volt": "V", "degree": "°", "degreeCelsius": "°C", "celsius": "°C", "molar": "M",
    "mole": "mol",
    "litre": "l", "liter": "l", "angstrom": "Å", "electronvolt": "eV", "pixel": "px", "day": "d", "joule": "J",
    "pascal": "Pa",
    "centi": "c", "deci": "d", "pico": "p", "squared": "^2", "cubed": "^3",
  ]
}
