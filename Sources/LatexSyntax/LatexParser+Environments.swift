import Manuscripts

/// An environment that has been begun and not ended.
struct OpenEnvironment {
  enum Kind: Equatable {
    case other, list, quotation, table, float, abstract, algorithm
  }

  let name: String
  let kind: Kind
  /// The section to go back to, for environments that are one.
  let outerSection: Int
  /// The float's number; nil for environments that are none.
  let float: Int?
  /// Rows of a table so far; the first is its header.
  var rowCount = 0
}

extension LatexParser {
  var isInTable: Bool { environments.last?.kind == .table }
  var isInList: Bool { environments.last?.kind == .list }
  var currentFloat: Int? { environments.last(where: { $0.float != nil })?.float }

  func beginEnvironment(_ input: inout LatexInput, from start: Int) {
    guard let whole = takeString(&input) else { return }
    var name = whole
    if name.hasSuffix("*") { name.removeLast() }
    switch EnvironmentTable.kinds[whole] ?? EnvironmentTable.kinds[name] ?? .transparent {
    case .document: beginDocument()
    case .verbatim: readVerbatim(whole, &input, from: start)
    case .comment: skipTo(end: whole, &input)
    case .math: readDisplayMath(whole, &input, from: start)
    case .table(let groups): beginTable(name, groups, &input)
    case .float: begin(name, .float, &input, isFloat: true)
    case .list: begin(name, .list, &input, isFloat: false)
    case .quotation: begin(name, .quotation, &input, isFloat: false)
    case .algorithm: begin(name, .algorithm, &input, isFloat: true)
    case .abstract: beginAbstract(name, &input)
    case .namedSection(let heading): beginNamedSection(name, heading, &input)
    case .bibliography:
      beginNamedSection(name, "References", &input)
      skipArguments(1, &input)
    case .keywords:
      begin(name, .other, &input, isFloat: false)
      builder.kind = .metadata
    case .transparent: begin(name, .other, &input, isFloat: false)
    }
  }

  /// Environments that may lie in one another.
  static let deepestEnvironment = 512

  private func beginDocument() {
    flush()
    builder.begin(.paragraph, section: section, float: nil)
    isInBody = true
  }

  private func begin(_ name: String, _ kind: OpenEnvironment.Kind, _ input: inout LatexInput, isFloat: Bool) {
    if !isInTable || kind != .other { flush() }
    var float: Int?
    if isFloat, currentFloat == nil {
      floatCount += 1
      float = floatCount
    }
    guard environments.count < Self.deepestEnvironment else {
      return reportBound(at: input.span(input.position..<input.position))
    }
    environments.append(
      OpenEnvironment(name: name, kind: kind, outerSection: section, float: float))
    skipEnvironmentArguments(&input)
    if kind != .other || !isInTable { restartBuilder() }
  }

  private func restartBuilder() {
    guard builder.isEmpty else { return }
    builder.begin(.paragraph, section: section, float: currentFloat)
    flush()
  }

  /// Lengths, positions and counts after `\begin{…}`: brackets, and groups without a space in them.
  private func skipEnvironmentArguments(_ input: inout LatexInput) {
    skipOptional(&input)
    while input.current == 0x7B {
      var probe = input
      guard let group = probe.group(limit: 400), group.isClosed,
        !input.bytes[group.inside].contains(where: LatexInput.isSpace), group.inside.count <= 60
      else { return input.noteReach(of: probe) }
      input.position = probe.position
      skipOptional(&input)
    }
  }

  private func beginAbstract(_ name: String, _ input: inout LatexInput) {
    begin(name, .abstract, &input, isFloat: false)
    openSection(title: "Abstract", level: 1, kind: .abstract)
    builder.begin(.paragraph, section: section, float: nil)
  }

  private func beginNamedSection(_ name: String, _ heading: String, _ input: inout LatexInput) {
    begin(name, .abstract, &input, isFloat: false)
    openSection(title: heading, level: 1)
    builder.begin(.paragraph, section: section, float: nil)
  }

  func endEnvironment(_ input: inout LatexInput, from start: Int) {
    guard let whole = takeString(&input) else { return }
    var name = whole
    if name.hasSuffix("*") { name.removeLast() }
    if name == "document" {
      flush()
      // A sub-file's end does not end the document that includes it.
      if openFiles.count <= 1 { isFinished = true } else { input.position = input.end }
      return
    }
    guard let index = environments.lastIndex(where: { $0.name == name }) else { return }
    if environments[index].kind == .table { endRow() } else if !isInTable { flush() }
    let environment = environments[index]
    environments.removeSubrange(index...)
    if environment.kind == .abstract { section = environment.outerSection }
    if !isInTable {
      builder.begin(.paragraph, section: section, float: currentFloat)
      flush()
    }
  }

  func beginItem(_ input: inout LatexInput) {
    flush()
    builder.begin(.listItem, section: section, float: currentFloat)
    input.skipBlanks()
    if let label = input.bracketed() {
      readInside(input, label)
      if collectsText { builder.space(at: input.span(label.upperBound..<label.upperBound)) }
    }
  }

  private func readVerbatim(_ name: String, _ input: inout LatexInput, from start: Int) {
    flush()
    let contentStart = input.position
    // Without its end the listing is read as prose: nothing after it is lost.
    guard let contentEnd = offset(ofEnd: name, input) else { return }
    input.position = min(contentEnd + 6 + name.utf8.count, input.end)
    guard collectsText, contentEnd > contentStart else { return }
    let options = input.string(contentStart..<min(contentStart + 200, contentEnd))
    builder.begin(.code(language: Self.language(in: options)), section: section, float: currentFloat)
    append(input, contentStart..<contentEnd)
    flush()
    builder.kind = .paragraph
  }

  /// `[language=Python]` of listings, `{python}` of minted.
  private static func language(in text: String) -> String? {
    let firstLine = text.prefix { $0 != "\n" }
    if let range = firstLine.firstRange(of: "anguage=") {
      return String(firstLine[range.upperBound...].prefix { $0.isLetter || $0 == "+" }).lowercased()
    }
    guard firstLine.hasPrefix("{") || firstLine.contains("]{"), let open = firstLine.lastIndex(of: "{") else {
      return nil
    }
    let name = firstLine[firstLine.index(after: open)...].prefix { $0.isLetter }
    return name.isEmpty ? nil : name.lowercased()
  }

  /// The offset of `\end{name}`, or nil with a problem.
  ///
  /// - Complexity: linear in what is left; an end that a file does not have is looked for once.
  private func offset(ofEnd name: String, _ input: LatexInput) -> Int? {
    let key = openFiles.last.map { "\($0) \(name)" } ?? name
    guard !endless.contains(key) else { return nil }
    let tail = Array("\\end{\(name)}".utf8)
    var index = input.bytes.firstOffset(of: 0x5C, from: input.position, to: input.end)
    while index + tail.count <= input.end {
      if input.bytes[index..<(index + tail.count)].elementsEqual(tail) { return index }
      index = input.bytes.firstOffset(of: 0x5C, from: index + 1, to: input.end)
    }
    // Only a whole file's silence holds for later places too.
    if case .file = input.origin, input.end == input.bytes.count {
      endless.insert(key)
      reach = .max
    }
    report(.unclosed, "the environment '\(name)' is not ended", input.span(input.position..<input.position))
    return nil
  }

  private func skipTo(end name: String, _ input: inout LatexInput) {
    guard let close = offset(ofEnd: name, input) else { return }
    input.position = min(close + 6 + name.utf8.count, input.end)
  }

  private func readDisplayMath(_ name: String, _ input: inout LatexInput, from start: Int) {
    let open = input.position
    guard let close = offset(ofEnd: name, input) else { return }
    input.position = min(close + 6 + name.utf8.count, input.end)
    emitFormula(input, inside: open..<close, whole: start..<input.position, isDisplay: true)
  }
}

/// What the reader does with an environment it knows.
enum EnvironmentTable {
  enum Kind {
    case document, verbatim, comment, math, float, list, quotation, abstract, algorithm, bibliography, keywords,
      transparent
    /// A table whose `\begin` has this many groups after its optional argument.
    case table(groups: Int)
    case namedSection(String)
  }

  static let kinds: [String: Kind] = {
    var kinds: [String: Kind] = ["document": .document, "abstract": .abstract, "thebibliography": .bibliography]
    for name in [
      "verbatim", "lstlisting", "minted", "Verbatim", "alltt", "code", "lstcode", "BVerbatim", "listing@", "spverbatim",
    ] {
      kinds[name] = .verbatim
    }
    for name in [
      "comment", "tikzpicture", "pgfpicture", "picture", "axis", "filecontents", "CCSXML", "forest", "tikzcd",
    ] {
      kinds[name] = .comment
    }
    for name in [
      "equation", "align", "gather", "multline", "eqnarray", "displaymath", "math", "flalign", "alignat", "dmath",
      "subequations",
      "IEEEeqnarray", "array",
    ] { kinds[name] = .math }
    for name in [
      "tabular", "longtable", "supertabular", "NiceTabular", "xltabular@", "tblr", "longtblr", "xtabular",
      "deluxetable", "tabbing",
    ] {
      kinds[name] = .table(groups: 1)
    }
    for name in ["tabularx", "tabulary", "xltabular", "tabularew", "NiceTabularX", "tabular*"] {
      kinds[name] = .table(groups: 2)
    }
    for name in [
      "figure", "table", "wrapfigure", "wraptable", "sidewaystable", "sidewaysfigure", "SCfigure", "SCtable",
      "floatingfigure",
      "marginfigure", "margintable", "threeparttable", "longtable@", "table@",
    ] { kinds[name] = .float }
    for name in [
      "itemize", "enumerate", "description", "compactitem", "compactenum", "inparaenum", "tablenotes", "list",
    ] {
      kinds[name] = .list
    }
    for name in ["quote", "quotation", "displayquote", "verse", "displaycquote"] { kinds[name] = .quotation }
    for name in ["algorithm", "algorithmic", "algorithm2e", "algorithmicx", "pseudocode"] { kinds[name] = .algorithm }
    for name in ["keywords", "IEEEkeywords", "keyword", "CCSXML@"] { kinds[name] = .keywords }
    kinds["acknowledgments"] = .namedSection("Acknowledgements")
    kinds["acknowledgements"] = .namedSection("Acknowledgements")
    kinds["ack"] = .namedSection("Acknowledgements")
    return kinds
  }()
}
