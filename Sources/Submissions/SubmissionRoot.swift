import LatexSyntax
import ManuscriptAnalysis
import Manuscripts

/// The manuscript of a submission: a file, or a folder of chapters.
package struct SubmissionRoot: Sendable, Equatable {
  /// The file, or the folder of chapters; "." for chapters with no folder around them.
  package let path: String
  /// The files that are read one after the other: the file itself, or the chapters.
  package let files: [String]

  package enum Choice: Sendable, Equatable {
    /// The manuscript, and the others that could be it.
    case found(SubmissionRoot, others: [String])
    /// Several could be it, and none is named like one.
    case several([String])
    case none
  }

  /// The manuscript among the files that can be read.
  ///
  /// Files that another one includes, and those named like a supplement or a letter, are no manuscripts while others
  /// are there. Sources go before notebooks, and those before PDF files, which are often made from the sources.
  package static func choice(among files: [SubmissionFile], _ inclusions: Inclusions) -> Choice {
    let candidates = files.filter(isCandidate)
    let chapters = inclusions.chapters(among: candidates.map(\.path))
    let documents = candidates.filter { !chapters.contains($0.path) }
    let folders = chapterFolders(among: files)
    let inFolders = Set(folders.flatMap(\.files))
    for kinds in [[SubmissionKind.latex, .jats, .word, .markdown], [.notebook], [.pdf], [.plainText]] {
      let single = documents.filter { kinds.contains($0.kind) && !inFolders.contains($0.path) }
        .map { SubmissionRoot(path: $0.path, files: [$0.path]) }
      let all = (single + (kinds.contains(.markdown) ? folders : [])).sorted { $0.path < $1.path }
      let likely = all.filter { !isBeside($0.path) }
      let candidates = likely.isEmpty ? all : likely
      guard let first = candidates.first else { continue }
      guard candidates.count > 1 else { return .found(first, others: []) }
      let named = candidates.filter { mainNames.contains(stem(of: $0.path)) }
      let depth = named.map { $0.path.split(separator: "/").count }.min() ?? 0
      let nearest = named.filter { $0.path.split(separator: "/").count == depth }
      guard let main = nearest.first, nearest.count == 1 else { return .several(candidates.map(\.path)) }
      return .found(main, others: candidates.map(\.path).filter { $0 != main.path })
    }
    return .none
  }

  /// The root at a path that the user names: a file, or a folder of chapters; nil where there is none.
  package static func root(at path: String, among files: [SubmissionFile]) -> SubmissionRoot? {
    if files.contains(where: { $0.path == path }) { return SubmissionRoot(path: path, files: [path]) }
    return chapterFolders(among: files).first { $0.path == path || $0.path + "/" == path }
  }

  private static func chapterFolders(among files: [SubmissionFile]) -> [SubmissionRoot] {
    let byFolder = Dictionary(grouping: files.map(\.path), by: ProjectPath.folder)
    return byFolder.compactMap { folder, paths in
      let names = paths.map(ProjectPath.lastPart).sorted()
      return ManuscriptChapters.files(among: names).map { chapters in
        SubmissionRoot(
          path: folder.isEmpty ? "." : folder, files: chapters.map { ProjectPath.joined(folder, $0) })
      }
    }
  }

  /// True for PDF files that are worth reading: beside sources most are pictures, or made from the sources.
  package static func isWorthConverting(_ path: String, beside paths: [String]) -> Bool {
    guard SubmissionKind(path: path) == .pdf else { return true }
    let hasSources = paths.contains { other in
      let kind = SubmissionKind(path: other)
      return kind == .latex || kind == .word || kind == .markdown && !projectFiles.contains(stem(of: other))
    }
    return !hasSources || isBeside(path) && !isFigure(path)
  }

  private static func isFigure(_ path: String) -> Bool {
    path.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix("fig") || $0 == "graphical" || $0 == "plots" }
  }

  private static func isCandidate(_ file: SubmissionFile) -> Bool {
    switch file.kind {
    case .latex: return LatexReader.isRoot(file.bytes)
    case .markdown, .plainText:
      return !projectFiles.contains(stem(of: file.path)) && !stem(of: file.path).hasPrefix("_")
    case .word, .pdf: return file.converted != nil
    case .jats, .notebook: return true
    case .code, .bibliography, .lockfile, .unread: return false
    }
  }

  private static func stem(of path: String) -> String {
    ProjectPath.lastPart(of: path).split(separator: ".").first.map { $0.lowercased() } ?? ""
  }

  private static let mainNames: Set<String> = ["main", "manuscript", "ms", "paper", "article", "index"]

  private static let projectFiles: Set<String> = [
    "readme", "changelog", "license", "licence", "contributing", "code_of_conduct", "notes", "todo", "authors", "news",
    "citation", "requirements", "install",
  ]

  /// Words in the names of what comes beside a manuscript.
  private static let besideWords: Set<String> = [
    "supp", "suppl", "supplement", "supplements", "supplementary", "supplemental", "supporting", "si", "esm",
    "appendix",
    "response", "responses", "rebuttal", "reply", "cover", "letter", "checklist", "highlights", "title", "titlepage",
    "graphical", "figure", "figures", "fig", "table", "tables", "slides", "poster", "declaration", "conflict",
    "template", "old", "diff", "review", "reviewer", "reviewers",
  ]

  private static func isBeside(_ path: String) -> Bool {
    let words = path.lowercased().split { !$0.isLetter }.dropLast().map(String.init)
    return words.contains { besideWords.contains($0) || $0.hasPrefix("supp") }
  }
}
