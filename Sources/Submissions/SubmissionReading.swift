import LatexSyntax
import ManuscriptAnalysis
import Manuscripts
import MarkdownSyntax

/// A submission read as one manuscript: its root first, then everything else that can be read.
package struct SubmissionReading: Sendable {
  /// What a file of the submission was read as.
  package enum Part: String, Sendable {
    case manuscript, part, supplement, bibliography, code, lockfile
  }

  package struct Examined: Sendable, Equatable {
    package let path: String
    package let part: Part
    /// The program through which it was read, if any.
    package let program: String?
  }

  /// In the order in which they were read.
  package private(set) var examined: [Examined] = []
  package private(set) var notExamined: [SubmissionContents.Skipped]
  package private(set) var remarks: [String] = []
  package private(set) var input: AnalysisInput

  private let files: [String: SubmissionFile]

  /// - Parameters:
  ///   - root: the manuscript, of the contents' files.
  ///   - noting: is told of each file before it is read.
  package init(
    _ contents: SubmissionContents, root: SubmissionRoot, configuration: Configuration, noting: (String) -> Void
  ) {
    files = Dictionary(contents.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    notExamined = contents.skipped
    var joined = Manuscript(markup: .markdown, files: [])
    input = AnalysisInput(
      project: ProjectFiles(main: []), reading: .joined(joined), configuration: configuration, lockfiles: [])
    var known: Set<String> = []
    let chapters = Set(root.files)
    let others = contents.files.map(\.path).filter { !chapters.contains($0) }
    // Whole documents go before fragments, so that these are read as parts of those.
    let order = root.files.prefix(1) + others.filter { isWhole($0) } + others.filter { !isWhole($0) }
    var lockfiles: [SourceFile] = []
    for (index, path) in order.enumerated() where !known.contains(path) {
      guard let file = files[path] else { continue }
      let isRoot = index == 0
      noting(path)
      if file.kind == .lockfile { lockfiles.append(SourceFile(path: path, bytes: file.bytes)) }
      let rest = isRoot ? root.files.dropFirst().compactMap { files[$0] } : []
      guard let manuscript = manuscript(of: file, followedBy: rest, configuration) else {
        note(file)
        continue
      }
      if isRoot { joined = manuscript } else { joined.append(manuscript) }
      for read in manuscript.files where known.insert(read.path).inserted {
        examined.append(examined(read.path, in: file, isRoot: isRoot, chapters))
      }
    }
    notExamined += others.filter { path in !known.contains(path) && files[path]?.kind == .bibliography }
      .map { .init(path: $0, reason: "no file names it", isRefused: false) }
    notExamined.sort { $0.path < $1.path }
    // What authors want not to be asked is the journal's to decide.
    if !joined.directives.isEmpty {
      remarks.append("\(joined.directives.count) 'colophon:' comments in the submission were not obeyed")
      joined.directives = []
    }
    input = AnalysisInput(
      project: Self.project(of: joined), reading: .joined(joined), configuration: configuration, lockfiles: lockfiles)
  }

  private func isWhole(_ path: String) -> Bool {
    guard let file = files[path] else { return false }
    return file.kind == .latex ? LatexReader.isRoot(file.bytes) : file.kind.isDocument
  }

  /// Files by their places in the joined manuscript.
  private static func project(of manuscript: Manuscript) -> ProjectFiles {
    var project = ProjectFiles(main: Array(manuscript.files.prefix(1)))
    for file in manuscript.files.dropFirst() { project.add(file) }
    return project
  }

  private func examined(
    _ path: String, in document: SubmissionFile, isRoot: Bool, _ chapters: Set<String>
  ) -> Examined {
    let part: Part =
      switch files[path]?.kind {
      case .bibliography: .bibliography
      case .code: .code
      default: isRoot ? (chapters.contains(path) ? .manuscript : .part) : .supplement
      }
    return Examined(path: path, part: part, program: files[path]?.converted?.program)
  }

  /// Notes a file that gives no text of its own.
  private mutating func note(_ file: SubmissionFile) {
    switch file.kind {
    case .lockfile: examined.append(Examined(path: file.path, part: .lockfile, program: nil))
    case .unread(let reason): notExamined.append(.init(path: file.path, reason: reason, isRefused: false))
    case .notebook: notExamined.append(.init(path: file.path, reason: "no notebook that can be read", isRefused: true))
    case .code:
      notExamined.append(
        .init(path: file.path, reason: "code of more than \(Self.codeLimit >> 10) KB", isRefused: false))
    case .latex, .markdown, .jats, .word, .pdf, .plainText, .bibliography: break
    }
  }

  /// Bytes of a listing; larger files are data.
  private static let codeLimit = 262_144

  /// What a file says with all that it includes; nil for files that give no text of their own.
  ///
  /// - Parameter rest: the chapters behind it.
  private func manuscript(
    of file: SubmissionFile, followedBy rest: [SubmissionFile], _ configuration: Configuration
  ) -> Manuscript? {
    let source = SourceFile(path: file.path, bytes: file.bytes)
    switch file.kind {
    case .latex: return completed([source], .latex, configuration)
    case .markdown:
      let chapters = rest.map { SourceFile(path: $0.path, bytes: $0.bytes) }
      return completed([source] + chapters, .markdown, configuration)
    case .notebook: return NotebookReader.manuscript(of: source)
    case .jats: return JATSReader.manuscript(of: source)
    case .word:
      return file.converted.map { converted in
        let text = SourceFile(path: file.path, bytes: converted.text)
        return MarkdownReader.reading(of: ProjectFiles(main: [text])).manuscript
      }
    case .pdf:
      return file.converted.map { PlainTextReader.manuscript(ofText: SourceFile(path: file.path, bytes: $0.text)) }
    case .plainText: return PlainTextReader.manuscript(ofText: source)
    case .code(let language):
      return file.bytes.count <= Self.codeLimit ? PlainTextReader.manuscript(ofCode: source, language: language) : nil
    case .bibliography, .lockfile, .unread: return nil
    }
  }

  private static let roundLimit = 64

  /// Follows the includes of files within the submission.
  private func completed(_ main: [SourceFile], _ markup: Markup, _ configuration: Configuration) -> Manuscript {
    var project = ProjectFiles(main: main)
    var reading = ManuscriptReading.reading(of: project, markup: markup, configuration: configuration)
    for _ in 0..<Self.roundLimit where !reading.manuscript.unresolved.isEmpty {
      for candidate in reading.manuscript.unresolved.flatMap(\.candidates) {
        guard project.index(of: candidate) == nil, project.absences[candidate] == nil else { continue }
        if let file = files[candidate], file.kind != .pdf, file.kind != .word {
          project.add(SourceFile(path: candidate, bytes: file.bytes))
        } else {
          project.markAbsent(candidate, candidate.hasPrefix("..") || candidate.hasPrefix("/") ? .outsideRoot : .missing)
        }
      }
      reading = ManuscriptReading.reading(of: project, markup: markup, configuration: configuration)
    }
    return reading.manuscript
  }

  /// Which files of the submission include which.
  ///
  /// - Parameter noting: is told of each file before it is read.
  package static func inclusions(in contents: SubmissionContents, noting: (String) -> Void) -> Inclusions {
    var inclusions = Inclusions()
    for file in contents.files {
      guard let markup = ManuscriptReading.markup(ofPath: file.path) else { continue }
      noting(file.path)
      let project = ProjectFiles(main: [SourceFile(path: file.path, bytes: file.bytes)])
      let reading = ManuscriptReading.reading(of: project, markup: markup, configuration: Configuration())
      let included = reading.manuscript.unresolved.filter { $0.purpose == .text }.flatMap(\.candidates)
      inclusions.add(included, of: file.path)
    }
    return inclusions
  }
}
