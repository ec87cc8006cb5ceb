import Manuscripts

extension LatexParser {
  func include(_ inclusion: LatexCommand.Inclusion, _ input: inout LatexInput, from start: Int) {
    var folder = ""
    skipOptional(&input)
    if inclusion == .importFrom { folder = takePath(&input) ?? "" }
    guard var path = takePath(&input), !path.isEmpty else { return }
    if inclusion == .listing, !Self.isWord(path), path.contains(where: { $0.isWhitespace }) { return }
    if inclusion == .listing, input.current == 0x7B { path = takePath(&input) ?? path }
    path = ProjectPath.joined(folder, path)
    let purpose: FileRequest.Purpose = inclusion == .listing ? .code : .text
    let resolved = request(candidates(for: path, purpose), purpose: purpose, in: input, start..<input.position)
    guard let file = resolved else { return }
    if inclusion == .listing { return readListing(file) }
    guard mayInclude(file, at: input.span(start..<input.position)) else { return }
    // Between paragraphs of a file the passages of the included one follow; inside an argument it is read in place.
    if depth == 0 { pendingInclude = pending(file) } else { readInPlace(file) }
  }

  /// A path in braces, or up to the next blank.
  private func takePath(_ input: inout LatexInput) -> String? {
    input.skipBlanks()
    if input.current == 0x7B {
      return takeString(&input).map(Self.trimmed)
    }
    let start = input.position
    while !input.isAtEnd, !LatexInput.isSpace(input.current), input.current != 0x5C, input.current != 0x7D,
      input.current != 0x25
    {
      input.position += 1
    }
    return Self.trimmed(String(decoding: expandedBytes(input, start..<input.position), as: UTF8.self))
  }

  /// True for most paths: nothing in them is white space or a quotation mark.
  private static func isWord(_ path: String) -> Bool { path.utf8.allSatisfy { $0 > 0x22 && $0 < 0x7F } }

  private static func trimmed(_ text: String) -> String {
    if isWord(text) { return text }
    var text = text[...]
    while let first = text.first, first.isWhitespace || first == "\"" { text.removeFirst() }
    while let last = text.last, last.isWhitespace || last == "\"" { text.removeLast() }
    return String(text)
  }

  /// TeX looks from the main file's folder; sub-files and some tools from the including file's.
  private func candidates(for path: String, _ purpose: FileRequest.Purpose) -> [String] {
    var candidates: [String] = []
    let here = openFiles.last.map { ProjectPath.folder(of: project.files[$0].path) } ?? ""
    let main = ProjectPath.folder(of: project.files.first?.path ?? "")
    for folder in here == main ? [main] : [main, here] {
      let joined = ProjectPath.joined(folder, path)
      if purpose == .text, !joined.hasSuffix(".tex") { candidates.append(joined + ".tex") }
      candidates.append(joined)
    }
    return candidates
  }

  /// The file that a command names, if the project holds it; otherwise it is asked for or reported.
  @discardableResult
  func request(_ candidates: [String], purpose: FileRequest.Purpose, in input: LatexInput, _ range: Range<Int>) -> Int?
  {
    let span = input.span(range)
    let request = FileRequest(candidates: candidates, purpose: purpose, span: span)
    piece.named.append(request)
    if purpose == .bibliography { piece.bibliographies.append(request) }
    let name = candidates.first ?? ""
    switch project.resolve(candidates) {
    case .found(let file): return file
    case .unknown: piece.unresolved.append(request)
    case .absent(.missing): report(.missingFile, "'\(name)' does not exist", span)
    case .absent(.outsideRoot): report(.blockedFile, "'\(name)' lies outside the project and was not read", span)
    case .absent(.unreadable(let cause)): report(.unreadableFile, "'\(name)' cannot be read: \(cause)", span)
    }
    return nil
  }

  /// Counts one more inclusion; false with a problem for cycles and too many files.
  private func mayInclude(_ file: Int, at span: SourceSpan) -> Bool {
    guard !openFiles.contains(file) else {
      report(.includeCycle, "'\(project.files[file].path)' includes itself", span)
      return false
    }
    guard openFiles.count < ExpansionBudget.includeDepth, includeCount < ExpansionBudget.includes,
      includeCount < project.files.count || budget.pay(for: project.files[file].bytes.count)
    else {
      report(.bound, "too many files are included", span)
      return false
    }
    includeCount += 1
    return true
  }

  private func pending(_ file: Int) -> PendingInclude {
    PendingInclude(file: file, isWhole: input(of: file).holdsDocumentBody)
  }

  private func readInPlace(_ file: Int) {
    let wasInBody = isInBody
    // The preamble of a sub-file defines macros; only its body is text.
    if pending(file).isWhole { isInBody = false }
    read(file: file)
    isInBody = wasInBody
  }

  private func readListing(_ file: Int) {
    guard collectsText else { return }
    flush()
    readWhole.append(file)
    let bytes = project.files[file].bytes
    builder.begin(.code(language: nil), section: section, float: currentFloat)
    bytes.withUnsafeBufferPointer { builder.append($0, at: 0, file: file) }
    flush()
    builder.kind = .paragraph
  }

  /// Local packages are read for their macros when a path names them.
  func readPackage(_ input: inout LatexInput) {
    let start = input.position
    let options = input.current == 0x5B ? input.bracketed() : nil
    guard let argument = takeBytes(&input) else { return }
    let names = Self.keys(in: argument)
    if names.contains("babel"), let options { readBabel(input.string(options)) }
    for name in names where name.contains("/") {
      let place = start..<input.position
      let resolved = request([ProjectPath.normalised(name + ".sty")], purpose: .text, in: input, place)
      if let file = resolved, mayInclude(file, at: input.span(place)) { readInPlace(file) }
    }
    skipOptional(&input)
  }
}

/// A file that a command between paragraphs names.
struct PendingInclude {
  let file: Int
  /// True for a document of its own, whose preamble is no text.
  let isWhole: Bool
}

extension LatexInput {
  /// True when `\begin{document}` stands in it.
  var holdsDocumentBody: Bool {
    var index = bytes.firstOffset(of: 0x5C, from: position, to: end)
    while index < end {
      if starts(with: "\\begin{document}", at: index) { return true }
      index = bytes.firstOffset(of: 0x5C, from: index + 1, to: end)
    }
    return false
  }
}
