import Manuscripts

/// A macro that the project defines.
struct LatexMacro: Equatable {
  /// The body's bytes, of the file or expansion that defines it.
  let body: LatexInput
  let parameterCount: Int
  /// The default of an optional first argument.
  let defaultValue: [UInt8]?
  /// Which arguments are read in brackets, a star or a group; nil for the plain kind.
  let specification: [Parameter]?

  enum Parameter { case group, optional, star }

  /// True when calls of the two give the same text for the same places.
  static func == (left: LatexMacro, right: LatexMacro) -> Bool {
    left.parameterCount == right.parameterCount && left.defaultValue == right.defaultValue
      && left.specification == right.specification
      && left.body.bytes[left.body.position..<left.body.end]
        .elementsEqual(right.body.bytes[right.body.position..<right.body.end])
      && left.body.arguments.isEmpty && right.body.arguments.isEmpty && left.isPlacedLike(right)
  }

  /// A long body's text is found where it is defined, a short one's where it is called.
  private func isPlacedLike(_ other: LatexMacro) -> Bool {
    guard isLong, other.isLong else { return true }
    guard case .file(let file) = body.origin, case .file(let otherFile) = other.body.origin else { return false }
    return file == otherFile && body.position == other.body.position
  }

  /// True for bodies that are text kept elsewhere, not names.
  var isLong: Bool { body.end - body.position >= Self.longBody }

  /// Bodies from this many bytes on are long.
  private static let longBody = 240
}

/// An acronym's short and long form.
struct LatexAcronym: Equatable {
  let short: String
  let long: String
}

extension LatexParser {
  func define(_ definition: LatexCommand.Definition, _ input: inout LatexInput) {
    switch definition {
    case .newCommand: defineCommand(&input)
    case .def: defineByTeX(&input)
    case .documentCommand: defineDocumentCommand(&input)
    case .mathOperator: defineCommand(&input)
    case .letAlias: defineAlias(&input)
    case .newIf:
      if let name = commandArgument(&input), name.hasPrefix("if") { switches[String(name.dropFirst(2))] = false }
    case .environment: skipArguments(3, &input)
    }
  }

  /// The name in `\foo` or `{\foo}`.
  private func commandArgument(_ input: inout LatexInput) -> String? {
    input.skipBlanks()
    guard let range = input.argument(limit: 200) else { return nil }
    var part = input.part(range)
    part.skipBlanks()
    guard part.current == 0x5C else { return nil }
    let name = part.string(part.commandName())
    return name.isEmpty ? nil : name
  }

  private func defineCommand(_ input: inout LatexInput) {
    guard let name = commandArgument(&input) else { return }
    input.skipBlanks()
    var count = 0
    if let digits = input.bracketed() { count = Int(input.string(digits)) ?? 0 }
    input.skipBlanks()
    let defaultRange = input.bracketed()
    guard let body = takeArgument(&input) else { return }
    let defaultValue = defaultRange.map { Array(input.bytes[$0]) }
    let macro = LatexMacro(
      body: input.part(body), parameterCount: min(count, 9), defaultValue: defaultValue, specification: nil)
    macros.define(name, as: macro)
  }

  /// `\def\foo#1#2{…}`; delimiters between parameters are not modelled.
  private func defineByTeX(_ input: inout LatexInput) {
    guard let name = commandArgument(&input) else { return }
    var count = 0
    let bound = min(input.end, input.position + 200)
    while input.position < bound, input.current != 0x7B {
      if input.current == 0x23 { count += 1 }
      input.position += 1
    }
    guard input.current == 0x7B, let body = takeArgument(&input) else { return }
    let macro = LatexMacro(
      body: input.part(body), parameterCount: min(count, 9), defaultValue: nil, specification: nil)
    macros.define(name, as: macro)
  }

  private func defineDocumentCommand(_ input: inout LatexInput) {
    guard let name = commandArgument(&input), let specification = takeArgument(&input) else { return }
    var parameters: [LatexMacro.Parameter] = []
    var nesting = 0
    for byte in input.bytes[specification] {
      switch byte {
      case 0x7B: nesting += 1
      case 0x7D: nesting -= 1
      case 0x6D where nesting == 0, 0x76 where nesting == 0: parameters.append(.group)
      case 0x6F where nesting == 0, 0x4F where nesting == 0: parameters.append(.optional)
      case 0x73 where nesting == 0: parameters.append(.star)
      default: break
      }
    }
    guard let body = takeArgument(&input) else { return }
    let macro = LatexMacro(
      body: input.part(body), parameterCount: parameters.count, defaultValue: nil,
      specification: Array(parameters.prefix(9)))
    macros.define(name, as: macro)
  }

  private func defineAlias(_ input: inout LatexInput) {
    guard let name = commandArgument(&input) else { return }
    input.skipBlanks()
    if input.current == 0x3D { input.position += 1 }
    guard let target = commandArgument(&input) else { return }
    if let macro = macros[target] { macros.define(name, as: macro) }
  }

  /// Reads a macro's body in place of its call.
  func expand(_ macro: LatexMacro, _ input: inout LatexInput, from start: Int) {
    let arguments = arguments(of: macro, &input)
    let size = macro.body.end - macro.body.position
    let call = input.span(start..<input.position)
    guard depth < ExpansionBudget.depth, budget.pay(for: size) else { return reportBound(at: call) }
    depth += 1
    var body = LatexInput(
      bytes: macro.body.bytes, range: macro.body.position..<macro.body.end, origin: origin(of: macro, calledAt: call),
      arguments: arguments)
    let endsWithSpace = endsWithXspace(body)
    read(&body)
    depth -= 1
    if macro.parameterCount == 0 { readSpaceAfterCall(&input, isXspace: endsWithSpace) }
  }

  /// Where the text of an expansion points to: a name to its call, a whole table or paragraph to its definition.
  private func origin(of macro: LatexMacro, calledAt call: SourceSpan) -> LatexInput.Origin {
    if macro.isLong, case .file = macro.body.origin { return macro.body.origin }
    return .expansion(call)
  }

  /// TeX drops a space after a call without braces; `\xspace` puts one back before a word.
  private func readSpaceAfterCall(_ input: inout LatexInput, isXspace: Bool) {
    if input.current == 0x7B, input.peek(1) == 0x7D {
      input.position += 2
    } else if input.current == 0x20 || input.current == 0x0A {
      let before = input.position
      swallowSpace(&input)
      // Authors write `\gpt is` and see "GPT is" only with xspace; a word break is what they mean in either case.
      if input.position > before, collectsText { builder.space(at: input.span(before..<input.position)) }
    } else if isXspace, LatexInput.isLetter(input.current), collectsText {
      builder.space(at: input.span(input.position..<input.position))
    }
  }

  private func endsWithXspace(_ body: LatexInput) -> Bool {
    var end = body.end
    while end > body.position, LatexInput.isSpace(body.bytes[end - 1]) { end -= 1 }
    return end - 7 >= body.position && body.starts(with: "\\xspace", at: end - 7)
  }

  private func arguments(of macro: LatexMacro, _ input: inout LatexInput) -> [LatexInput] {
    if let specification = macro.specification {
      return specification.map { parameter in
        switch parameter {
        case .group: return input.argument(limit: groupLimit).map { input.part($0) } ?? empty(input)
        case .optional: return input.bracketed().map { input.part($0) } ?? empty(input)
        case .star:
          if input.current == 0x2A { input.position += 1 }
          return empty(input)
        }
      }
    }
    var arguments: [LatexInput] = []
    if let defaultValue = macro.defaultValue, macro.parameterCount > 0 {
      if let given = input.bracketed() {
        arguments.append(input.part(given))
      } else {
        let place = input.span(input.position..<input.position)
        arguments.append(LatexInput(bytes: defaultValue, range: 0..<defaultValue.count, origin: .expansion(place)))
      }
    }
    while arguments.count < macro.parameterCount, let range = input.argument(limit: groupLimit) {
      arguments.append(input.part(range))
    }
    return arguments
  }

  private func empty(_ input: LatexInput) -> LatexInput { input.part(input.position..<input.position) }

  /// Source bytes with the calls of argument-less macros replaced, for paths, keys and formulas.
  func expandedBytes(_ input: LatexInput, _ range: Range<Int>) -> ArraySlice<UInt8> {
    holdsCall(input, range) ? expansion(of: input, range, level: 0)[...] : input.bytes[range]
  }

  /// True when a range may hold what `expansion` replaces.
  private func holdsCall(_ input: LatexInput, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = input.bytes[index]
      index += 1
      if byte == 0x23, !input.arguments.isEmpty { return true }
      guard byte == 0x5C else { continue }
      let name = index..<input.endOfName(from: index, before: range.upperBound)
      guard !name.isEmpty else { return false }
      if input.holds("xspace", name) || macros.macro(named: name, in: input) != nil { return true }
      index = name.upperBound
    }
    return false
  }

  private func expansion(of input: LatexInput, _ range: Range<Int>, level: Int) -> [UInt8] {
    guard level < 8, input.bytes[range].contains(0x5C) || input.bytes[range].contains(0x23) else {
      return Array(input.bytes[range])
    }
    var part = input.part(range)
    var result: [UInt8] = []
    while !part.isAtEnd {
      if part.current == 0x5C {
        let start = part.position
        let name = part.string(part.commandName())
        if let macro = macros[name], macro.parameterCount == 0, budget.pay(for: macro.body.end - macro.body.position) {
          result += expansion(of: macro.body, macro.body.position..<macro.body.end, level: level + 1)
        } else if name != "xspace" {
          result += part.bytes[start..<part.position]
        }
      } else if part.current == 0x23, let digit = Optional(Int(part.peek(1)) - 0x31), digit >= 0,
        digit < part.arguments.count
      {
        let argument = part.arguments[digit]
        result += argument.bytes[argument.position..<argument.end]
        part.position += 2
      } else {
        result.append(part.current)
        part.position += 1
      }
    }
    return result
  }
}
