import Manuscripts

/// `<!-- colophon: … -->`.
enum CommentDirective {
  static func directive(in source: [UInt8], _ range: Range<Int>, file: Int) -> Directive? {
    var body = source[range].dropFirst(4).dropLast(3)
    while let first = body.first, first <= 0x20 { body = body.dropFirst() }
    guard body.starts(with: Array("colophon:".utf8)) else { return nil }
    body = body.dropFirst(9)
    while let first = body.first, first <= 0x20 { body = body.dropFirst() }
    while let last = body.last, last <= 0x20 { body = body.dropLast() }
    var before = range.lowerBound
    while before > 0, source[before - 1] == 0x20 || source[before - 1] == 0x09 { before -= 1 }
    return Directive(
      body: String(decoding: body, as: UTF8.self), span: SourceSpan(file: file, range: range),
      isAlone: before == 0 || source[before - 1] == 0x0A)
  }
}

/// Works that a citation key itself identifies: `doi:10.…`, `arxiv:…`.
enum MarkdownWorks {
  static func addIdentifiers(to contents: inout ManuscriptPiece.Contents) {
    var seen: Set<String> = []
    for block in contents.blocks {
      for mark in block.marks {
        guard case .citation(let keys) = mark.kind else { continue }
        for key in keys where key.utf8.contains(0x3A) && seen.insert(key).inserted {
          contents.works.append(work(key, SourceSpan(file: block.span.file, range: block.source(of: mark))))
        }
      }
    }
  }

  private static func work(_ key: String, _ span: SourceSpan) -> CitedWork {
    let parts = key.utf8.drop { $0 == 0x3A }
    let kind = parts.prefix { $0 != 0x3A }
    let value = String(Substring(parts.dropFirst(kind.count + 1)))
    func isKind(_ name: StaticString) -> Bool {
      kind.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
    let isArXiv = kind.count == 5 && String(Substring(kind)).lowercased() == "arxiv"
    return CitedWork(
      key: key, type: "", title: "", authors: "", year: "", doi: isKind("doi") ? value : "",
      arXiv: isArXiv ? value : "", url: isKind("url") ? value : "", note: "", container: "",
      span: span)
  }
}
