import Manuscripts

extension LatexParser {
  func readAcronym(_ use: LatexCommand.Acronym, _ input: inout LatexInput, from start: Int) {
    switch use {
    case .short, .long: useAcronym(use, &input, from: start)
    case .defineShort: defineAcronym(&input)
    case .defineEntry: defineGlossaryAcronym(&input)
    case .defineGlossary: defineByKeys(&input, short: "name", long: "description")
    case .declare: defineByKeys(&input, short: "short", long: "long")
    }
  }

  private func useAcronym(_ use: LatexCommand.Acronym, _ input: inout LatexInput, from start: Int) {
    skipOptional(&input)
    guard input.current == 0x7B, let key = takeString(&input) else { return }
    let acronym = acronyms[key]
    let isLong = if case .long = use { true } else { false }
    let text = isLong ? acronym?.long ?? key : acronym?.short ?? key
    append(text, for: start..<input.position, in: input)
  }

  /// `\acrodef{key}[short]{long}`.
  private func defineAcronym(_ input: inout LatexInput) {
    guard let key = takeString(&input) else { return }
    let short = input.bracketed().map { plainString(input, $0) } ?? key
    guard let long = takeArgument(&input) else { return }
    acronyms[key] = LatexAcronym(short: short, long: plainString(input, long))
  }

  /// `\newacronym[options]{key}{short}{long}`.
  private func defineGlossaryAcronym(_ input: inout LatexInput) {
    skipOptional(&input)
    guard let key = takeString(&input), let short = takeArgument(&input), let long = takeArgument(&input) else {
      return
    }
    acronyms[key] = LatexAcronym(short: plainString(input, short), long: plainString(input, long))
  }

  /// `\DeclareAcronym{key}{short = …, long = …}` and `\newglossaryentry{key}{name={…}, …}`.
  private func defineByKeys(_ input: inout LatexInput, short: String, long: String) {
    guard let key = takeString(&input), let body = takeArgument(&input) else { return }
    let fields = keyedValues(input, body)
    acronyms[key] = LatexAcronym(short: fields[short] ?? key, long: fields[long] ?? fields[short] ?? key)
  }

  private func keyedValues(_ input: LatexInput, _ range: Range<Int>) -> [String: String] {
    var values: [String: String] = [:]
    var part = input.part(range)
    while !part.isAtEnd {
      part.skipBlanks()
      let start = part.position
      while !part.isAtEnd, part.current != 0x3D, part.current != 0x2C { part.position += 1 }
      let key = part.string(start..<part.position).filter { !$0.isWhitespace }
      guard part.current == 0x3D else {
        part.position += 1
        continue
      }
      part.position += 1
      part.skipBlanks()
      if let group = part.group(limit: 4000) {
        values[key] = plainString(part, group.inside)
      } else {
        let from = part.position
        while !part.isAtEnd, part.current != 0x2C { part.position += 1 }
        values[key] = plainString(part, from..<part.position)
      }
    }
    return values
  }

  /// The text of a range without commands and braces.
  private func plainString(_ input: LatexInput, _ range: Range<Int>) -> String {
    let expanded = expandedBytes(input, range)
    var part = LatexInput(bytes: Array(expanded), range: 0..<expanded.count, origin: input.origin)
    var text: [UInt8] = []
    while !part.isAtEnd {
      switch part.current {
      case 0x5C:
        let name = part.commandName()
        if let sign = name.first, name.count == 1, !LatexInput.isLetter(part.bytes[sign]) {
          text.append(part.bytes[sign])
        }
      case 0x7B, 0x7D: part.position += 1
      case 0x0A, 0x0D, 0x7E:
        text.append(0x20)
        part.position += 1
      default:
        text.append(part.current)
        part.position += 1
      }
    }
    while text.last == 0x20 { text.removeLast() }
    while text.first == 0x20 { text.removeFirst() }
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Language and class

  func readLanguage(_ input: inout LatexInput) {
    skipOptional(&input)
    guard let name = takeString(&input), let code = Self.languageCodes[name] else { return }
    if language == nil || !isInBody { language = code }
  }

  func readBabel(_ options: String) {
    let names = options.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    let main =
      names.first { $0.hasPrefix("main=") }.map { String($0.dropFirst(5)) }
      ?? names.last { Self.languageCodes[$0] != nil }
    if let main, let code = Self.languageCodes[main] { language = code }
  }

  func readDocumentClass(_ input: inout LatexInput) {
    if let options = input.bracketed() { readBabel(input.string(options)) }
    skipArguments(1, &input)
  }

  private static let languageCodes: [String: String] = [
    "english": "en", "american": "en", "british": "en", "UKenglish": "en", "USenglish": "en", "german": "de",
    "ngerman": "de",
    "french": "fr", "francais": "fr", "spanish": "es", "portuguese": "pt", "brazil": "pt", "brazilian": "pt",
    "portuges": "pt",
    "italian": "it", "dutch": "nl", "russian": "ru", "ukrainian": "uk", "polish": "pl", "czech": "cs", "turkish": "tr",
    "swedish": "sv", "danish": "da", "norsk": "no", "finnish": "fi", "vietnamese": "vi", "arabic": "ar",
    "persian": "fa",
    "farsi": "fa", "chinese": "zh", "japanese": "ja", "korean": "ko", "greek": "el", "hungarian": "hu", "catalan": "ca",
  ]
}
