import LatexSyntax
import ManuscriptAnalysis
import Manuscripts

/// Finds the manuscripts that a path means.
package enum Discovery {
  /// The manuscripts at a path: a file is one, a folder may hold several; in order of their paths.
  ///
  /// - Parameter jobs: files that are looked into at a time.
  package static func manuscripts(at path: String, jobs: Int = 1) throws(ManuscriptFileError) -> [ManuscriptSource] {
    switch FileSystem.kind(of: path) {
    case nil: throw .unreadable(path: path, cause: "it does not exist")
    case .link, .other: throw .unreadable(path: path, cause: "it is no regular file")
    case .file: return [try file(path)]
    case .folder: return try folder(path, jobs)
    }
  }

  private static func file(_ path: String) throws(ManuscriptFileError) -> ManuscriptSource {
    guard let markup = ManuscriptReading.markup(ofPath: path) else {
      let dot = path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? ""
      let formats = [
        "pdf": "PDF", "docx": "Word", "doc": "Word", "typ": "Typst", "odt": "OpenDocument", "html": "HTML",
      ]
      throw .unsupported(path: path, format: formats[dot.lowercased()] ?? (dot.isEmpty ? "such" : ".\(dot)"))
    }
    if markup == .latex, let root = statedRoot(of: path) { return .file(root) }
    return .file(path)
  }

  /// The root that a fragment's `% !TEX root` comment names, when it exists.
  private static func statedRoot(of path: String) -> String? {
    guard let bytes = try? FileSystem.read(path), !LatexReader.isRoot(bytes),
      let stated = LatexReader.statedRoot(in: bytes)
    else { return nil }
    let candidate = ProjectPath.joined(ProjectPath.folder(of: path), stated)
    return FileSystem.kind(of: candidate) == .file ? candidate : nil
  }

  private static func folder(_ path: String, _ jobs: Int) throws(ManuscriptFileError) -> [ManuscriptSource] {
    var walk = ManuscriptWalk(path)
    walk.finish(jobs: jobs)
    guard !walk.sources.isEmpty else { throw .noManuscript(path: path, passedOver: walk.passedOver) }
    return walk.sources
  }

  /// True for a summary that `lint --format markdown` wrote: it lies beside manuscripts and is none.
  static func isReport(_ bytes: [UInt8]) -> Bool { bytes.starts(with: ReportMark.comment.utf8) }

  /// A Manubot folder: numbered Markdown chapters, here or in `content/`.
  package static func chapters(in path: String) -> ManuscriptSource? {
    chapters(in: path, holding: FileSystem.names(in: path))
  }

  static func chapters(in path: String, holding names: [String]) -> ManuscriptSource? {
    if let chapters = ManuscriptChapters.files(among: names) { return .chapters(folder: path, files: chapters) }
    guard names.contains("content") else { return nil }
    let content = ProjectPath.withSlash(path) + "content"
    return ManuscriptChapters.files(among: FileSystem.names(in: content)).map { .chapters(folder: content, files: $0) }
  }
}
