import Manuscripts

extension LatexParser {
  /// Reads a command at a backslash.
  func readCommand(_ input: inout LatexInput) {
    let start = input.position
    let name = input.commandName()
    guard !name.isEmpty else {
      input.position = max(input.position, start + 1)
      return
    }
    let builtin = LatexCommand.table[input.bytes[name]]
    if builtin.map(Self.mayBeRedefined) ?? true, let macro = macros.macro(named: name, in: input) {
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
    case .transparent, .text, .accent, .space, .keepLast, .keepFirst, .code, .enquote, .number, .unit, .quantity,
      .quantityRange, .url, .metadata:
      true
    case .skip, .citation, .section, .definition, .inclusion, .bibliography, .bibliographyItem, .acronym, .begin,
      .end, .item, .caption, .footnote, .title, .abstract, .keywordLike, .href, .verb, .paragraphBreak, .lineBreak,
      .condition, .conditionFalse, .conditionTrue, .otherwise, .endCondition, .appendix, .language, .documentClass,
      .graphicsPath, .expandAfter:
      false
    }
  }

  private func skipStar(_ input: inout LatexInput, _ name: Range<Int>) {
    if input.current == 0x2A, input.isWord(name) { input.position += 1 }
  }

  private func readUnknown(_ name: Range<Int>, _ input: inout LatexInput, from start: Int) {
    if let isOn = switchCommand(input, name) {
      switches[isOn.name] = isOn.value
      return
    }
    if name.count > 2, input.starts(with: "if", at: name.lowerBound) {
      return readSwitch(input.string((name.lowerBound + 2)..<name.upperBound), &input)
    }
    if !options.macroSignatures.isEmpty, let signature = options.macroSignatures[input.string(name)] {
      return readSigned(signature, &input)
    }
    if input.isWord(name) {
      if CitationCommand.isNamed(input.bytes[name]) { return readCitation(.parenthetical, &input, from: start) }
      skipStar(&input, name)
      while input.current == 0x5B, input.bracketed() != nil {}
      if input.current != 0x7B { swallowSpace(&input) }
    } else if name.count == 1 {
      readSign(input.bytes[name.lowerBound], &input, from: start)
    }
  }

  /// A sign behind a backslash: spaces of some width, and the beginnings of formulae.
  private func readSign(_ sign: UInt8, _ input: inout LatexInput, from start: Int) {
    switch sign {
    case 0x2C, 0x3B, 0x3A, 0x20, 0x0A, 0x0D:
      if collectsText { builder.space(at: input.span(start..<input.position)) }
    case 0x28: readDelimitedMath(&input, from: start, closing: 0x29)
    case 0x5B: readDelimitedMath(&input, from: start, closing: 0x5D)
    default: break
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

  private func perform(_ command: LatexCommand, _ name: Range<Int>, _ input: inout LatexInput, from start: Int) {
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
    case .accent: readAccent(input.bytes[name.lowerBound], &input, from: start)
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
    case .caption: readCaption(&input, isFree: input.holds("captionof", name))
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
    case .quantity: readQuantity(&input, isRange: false)
    case .quantityRange: readQuantity(&input, isRange: true)
    case .condition: skipCondition(input.string(name), &input)
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

  /// The bytes of the argument that follows, with the project's macros expanded.
  func takeBytes(_ input: inout LatexInput) -> ArraySlice<UInt8>? {
    takeArgument(&input).map { expandedBytes(input, $0) }
  }

  /// The text of the argument that follows, with the project's macros expanded.
  func takeString(_ input: inout LatexInput) -> String? {
    takeBytes(&input).map { String(decoding: $0, as: UTF8.self) }
  }
}
