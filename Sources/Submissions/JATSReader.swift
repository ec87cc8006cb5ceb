import Manuscripts

/// A JATS article (ANSI/NISO Z39.96) to a manuscript; places are those of the XML file.
package enum JATSReader {
  /// True when the bytes begin an XML document whose root is an article.
  package static func isArticle(_ bytes: [UInt8]) -> Bool {
    var scanner = XMLScanner(Array(bytes.prefix(65_536)))
    while let token = scanner.next() {
      if case .open(let name, _, _, _) = token { return name == "article" }
    }
    return false
  }

  /// The manuscript of an article; never fails.
  package static func manuscript(of file: SourceFile) -> Manuscript {
    var parser = JATSParser(file.bytes)
    parser.parse()
    return ManuscriptAssembly.manuscript(
      markup: .markdown, files: [file], pieces: [PlacedPiece(ManuscriptPiece(parser.contents), file: 0)])
  }
}

/// Walks through an article and collects its blocks.
struct JATSParser {
  private(set) var contents = ManuscriptPiece.Contents()
  let bytes: [UInt8]
  private var scanner: XMLScanner
  /// The elements that are open, outermost first.
  private var open: [String] = []
  /// The blocks that are being filled: a footnote within a paragraph lies on top of it.
  var blocks: [JATSBlock] = []
  private var section = ManuscriptPiece.Contents.entrySection
  /// The sections outside those that are open.
  private var outer: [Int] = []
  private var sectionKinds: [Section.Kind?] = []
  var float: Int?
  var reference: JATSReference?
  /// How many elements are open whose text nobody reads.
  private var silent = 0

  /// Elements deeper than this are passed over.
  private static let depthLimit = 200

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scanner = XMLScanner(bytes)
  }

  mutating func parse() {
    while let token = scanner.next() {
      switch token {
      case .open(let name, let attributes, let isEmpty, let range):
        guard open.count < Self.depthLimit else { continue }
        begin(name, attributes, range)
        if isEmpty { end(name, range) } else { open.append(name) }
      case .close(let name, let range):
        // What was left open inside ends with it; an end without a beginning is passed over.
        guard open.contains(name) else { continue }
        while let last = open.popLast() {
          end(last, range)
          if last == name { break }
        }
      case .text(let range): add(range, hasEntities: true)
      case .literal(let range): add(range, hasEntities: false)
      }
    }
    while let last = open.popLast() { end(last, bytes.count..<bytes.count) }
    while !blocks.isEmpty { finishBlock() }
    contents.exitSection = section
  }

  // MARK: Elements

  private static let unread: Set<String> = [
    "contrib-group", "aff", "pub-date", "history", "permissions", "self-uri", "journal-meta", "counts", "article-id",
    "article-categories", "custom-meta-group", "tex-math", "math", "mml:math", "graphic", "media", "alternatives",
    "object-id", "label", "author-notes", "volume", "issue", "fpage", "lpage", "elocation-id", "pub-id-type", "email",
    "page-count", "sub-article", "response",
  ]

  private mutating func begin(_ name: String, _ attributes: [String: String], _ range: Range<Int>) {
    if Self.unread.contains(name) {
      if reference == nil, name.hasSuffix("math") || name == "alternatives" { formula(range) }
      silent += 1
    }
    guard silent == 0 else { return }
    if reference != nil { return beginReferencePart(name, attributes) }
    switch name {
    case "article": contents.statedLanguage = attributes["xml:lang"].map { String($0.prefix(2)).lowercased() }
    case "article-title" where !open.contains("ref-list"): beginBlock(.title, range)
    case "abstract": openSection("Abstract", .abstract)
    case "sec", "app", "ack", "notes", "glossary": beginSection(name, attributes)
    case "title": beginTitle(range)
    case "p", "verse-line", "speech", "def":
      let isFirst = open.last == "list-item"
      if open.contains("tr") {
        withBlock { $0.space(at: range.lowerBound) }
      } else if open.contains("fn") || open.contains("table-wrap-foot") {
        if blocks.isEmpty { beginBlock(.footnote, range) }
      } else if open.contains("caption") {
        if blocks.isEmpty { beginBlock(.caption, range) }
      } else {
        beginBlock(open.contains("disp-quote") ? .quotation : isFirst ? .listItem : .paragraph, range)
      }
    case "fn" where !blocks.isEmpty: beginBlock(.footnote, range, isAttached: true)
    case "kwd": beginBlock(.metadata, range)
    case "fig", "table-wrap", "boxed-text", "supplementary-material":
      contents.floatCount += 1
      float = contents.floatCount
    case "caption": beginBlock(.caption, range)
    case "tr": beginBlock(.tableRow(isHeader: open.contains("thead")), range)
    case "td", "th":
      if blocks.last?.isEmpty == false { withBlock { $0.append(sign: RenderedText.cellSeparator, for: range) } }
    case "preformat", "code": beginBlock(.code(language: attributes["language"]), range)
    case "inline-formula", "disp-formula": formula(range)
    case "ref": reference = JATSReference(key: attributes["id"] ?? "", start: range.lowerBound)
    case "xref": beginCrossReference(attributes, range)
    case "ext-link", "uri": withBlock { $0.beginMark(.link(url: attributes["xlink:href"] ?? ""), at: range) }
    case "italic", "bold", "named-content": withBlock { $0.beginMark(.emphasis, at: range) }
    case "monospace": withBlock { $0.beginMark(.code, at: range) }
    case "break": withBlock { $0.space(at: range.lowerBound) }
    default: break
    }
  }

  private mutating func end(_ name: String, _ range: Range<Int>) {
    if Self.unread.contains(name) {
      silent = max(0, silent - 1)
      return
    }
    guard silent == 0 else { return }
    if reference != nil { return endReferencePart(name, range) }
    switch name {
    case "article-title", "kwd", "tr", "preformat", "code": finishBlock()
    case "caption": finishBlock()
    case "p", "verse-line", "speech", "def":
      if open.contains("tr") || open.contains("caption") || open.contains("fn") && blocks.last?.isAttached == true {
        withBlock { $0.space(at: range.lowerBound) }
      } else {
        finishBlock()
      }
    case "fn": if blocks.last?.isAttached == true { finishBlock() }
    case "title": endTitle()
    case "abstract", "sec", "app", "ack", "notes", "glossary":
      section = outer.popLast() ?? section
      _ = sectionKinds.popLast()
    case "fig", "table-wrap", "boxed-text", "supplementary-material": float = nil
    case "xref", "ext-link", "uri", "italic", "bold", "named-content", "monospace":
      withBlock { $0.endMark(at: range.upperBound) }
    default: break
    }
  }

  // MARK: Sections

  private mutating func openSection(_ title: String, _ kind: Section.Kind?) {
    outer.append(section)
    sectionKinds.append(kind)
    section = contents.openSection(title: title, level: outer.count, kind: kind, after: section)
  }

  private mutating func beginSection(_ name: String, _ attributes: [String: String]) {
    let kind: Section.Kind? =
      switch name {
      case "app": .appendix
      case "ack": .acknowledgements
      default: Section.Kind(heading: attributes["sec-type"] ?? "")
      }
    outer.append(section)
    sectionKinds.append(kind)
  }

  private mutating func beginTitle(_ range: Range<Int>) {
    switch open.last {
    case "caption": break
    case "ref-list", "fn-group", "kwd-group", "def-list", "list": silentTitle(range)
    default: beginBlock(.heading(level: max(1, outer.count)), range)
    }
  }

  /// A title that opens no section is a block of its own.
  private mutating func silentTitle(_ range: Range<Int>) { beginBlock(.metadata, range) }

  private mutating func endTitle() {
    guard let block = blocks.last else { return }
    guard case .heading(let level) = block.kind else {
      if block.kind == .metadata { finishBlock() } else { withBlock { $0.space(at: block.end) } }
      return
    }
    let title = String(decoding: block.text.bytes.filter { $0 >= 0x20 }, as: UTF8.self)
    let kind = Section.Kind(heading: title) ?? sectionKinds.last ?? nil
    section = contents.openSection(title: title, level: level, kind: kind, after: section)
    blocks[blocks.count - 1].section = section
    finishBlock()
  }

  // MARK: Blocks

  private mutating func beginBlock(_ kind: Block.Kind, _ range: Range<Int>, isAttached: Bool = false) {
    if !isAttached { while !blocks.isEmpty { finishBlock() } }
    blocks.append(
      JATSBlock(kind: kind, section: section, float: float, start: range.upperBound, isAttached: isAttached))
  }

  private mutating func withBlock(_ change: (inout JATSBlock) -> Void) {
    if !blocks.isEmpty { change(&blocks[blocks.count - 1]) }
  }

  private mutating func finishBlock() {
    guard var block = blocks.popLast() else { return }
    block.endMarks()
    guard !block.isEmpty else { return }
    if block.kind == .title { contents.title = String(decoding: block.text.bytes.filter { $0 >= 0x20 }, as: UTF8.self) }
    contents.blocks.append(block.block)
  }

  private mutating func formula(_ range: Range<Int>) {
    guard !blocks.isEmpty else { return }
    blocks[blocks.count - 1].append(sign: RenderedText.formula, for: range)
  }

  private mutating func beginCrossReference(_ attributes: [String: String], _ range: Range<Int>) {
    guard !blocks.isEmpty else { return }
    let isCitation = attributes["ref-type"] == "bibr"
    let keys = (attributes["rid"] ?? "").split(separator: " ").map(String.init)
    blocks[blocks.count - 1].beginMark(isCitation ? .citation(keys: keys) : .emphasis, at: range)
  }

  private mutating func add(_ range: Range<Int>, hasEntities: Bool) {
    guard silent == 0 else { return }
    if reference != nil {
      reference?.add(bytes[range], hasEntities: hasEntities)
    } else if !blocks.isEmpty {
      blocks[blocks.count - 1].append(range, of: bytes, hasEntities: hasEntities)
    }
  }

  // MARK: References

  private mutating func beginReferencePart(_ name: String, _ attributes: [String: String]) {
    reference?.begin(name, attributes)
  }

  private mutating func endReferencePart(_ name: String, _ range: Range<Int>) {
    guard name == "ref" else {
      reference?.end(name)
      return
    }
    if let work = reference?.work(end: range.upperBound) { contents.works.append(work) }
    reference = nil
  }
}
