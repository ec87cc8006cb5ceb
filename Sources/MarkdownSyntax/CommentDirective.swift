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
        for key in keys where key.contains(":") && seen.insert(key).inserted {
          contents.works.append(work(key, SourceSpan(file: block.span.file, range: block.source(of: mark))))
        }
      }
    }
  }

  private static func work(_ key: String, _ span: SourceSpan) -> CitedWork {
    let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
    let value = parts.count > 1 ? parts[1] : ""
    return CitedWork(
      key: key, type: "", title: "", authors: "", year: "", doi: parts[0] == "doi" ? value : "",
      arXiv: parts[0].lowercased() == "arxiv" ? value : "", url: parts[0] == "url" ? value : "", note: "", container: "",
      span: span)
  }
}
