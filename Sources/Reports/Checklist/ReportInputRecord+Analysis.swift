import ManuscriptAnalysis
import Manuscripts

extension ReportInputRecord {
  init(_ analysis: Analysis, lockfiles: [SourceFile], unexamined: [String]) {
    let manuscript = analysis.reading.manuscript
    let places = Places(analysis)
    func place(_ span: SourceSpan) -> TextPlace {
      let start = places.start(span)
      return TextPlace(file: places.path(span), line: start.line, column: start.column)
    }
    files = (manuscript.files + lockfiles).map { file in
      File(path: file.path, byteCount: file.bytes.count, digest: SHA256.hexadecimal(file.bytes))
    }
    digest = Self.digest(of: files)
    let problems = analysis.problems.map { problem in
      (isUnread: Self.isUnread(problem), remark: Remark(message: problem.message, place: problem.span.map(place)))
    }
    unread =
      problems.filter(\.isUnread).map(\.remark) + unexamined.map { Remark(message: $0, place: nil) }
    remarks = problems.filter { !$0.isUnread }.map(\.remark)
    comments = manuscript.directives.map { Remark(message: $0.body, place: place($0.span)) }
  }

  /// The digest of what `sha256sum` prints for the files: two lists are the same only if all names and bytes are.
  static func digest(of files: [File]) -> String {
    SHA256.hexadecimal(Array(files.map { "\($0.digest)  \($0.path)\n" }.joined().utf8))
  }

  private static func isUnread(_ problem: Problem) -> Bool {
    switch problem.kind {
    case .missingFile, .blockedFile, .unreadableFile: true
    case .includeCycle, .bound, .unclosed, .invalidUTF8, .bibliography, .frontMatter: false
    }
  }
}
