import LatexSyntax
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts

extension Session {
  /// Folders above a file in which a root that includes it is looked for, and files that are looked at in each.
  private static let heightLimit = 4
  private static let widthLimit = 200

  /// Where the manuscript of a document begins: at itself, at the root it states, or at one that includes it.
  ///
  /// It follows from the open documents and the disk alone, not from what was opened first.
  mutating func main(of document: OpenDocument) -> String {
    if let known = mains[document.path] { return known }
    let main = foundMain(of: document) ?? document.path
    mains[document.path] = main
    return main
  }

  private mutating func foundMain(of document: OpenDocument) -> String? {
    let path = document.path
    switch ManuscriptReading.markup(ofPath: path) {
    case nil: return nil
    case .markdown:
      if let chapters = Discovery.chapters(in: ProjectPath.folder(of: path)), holds(chapters, path) {
        return chapters.path
      }
      return nearest(of: scan.mains(including: path), holding: path)
    case .latex:
      guard !document.beginning.isRoot else { return nil }
      return statedRoot(of: document)
        ?? nearest(of: openRoots(), holding: path)
        ?? nearest(of: scan.mains(including: path), holding: path)
        ?? rootAbove(path)
    }
  }

  /// True when a manuscript includes a file, as the open documents and the disk are now.
  private func holds(_ source: ManuscriptSource, _ path: String) -> Bool {
    guard let loaded = try? LoadedManuscript.load(source, configuration: Configuration(), buffers: buffers)
    else { return false }
    return loaded.paths.contains(path)
  }

  private func statedRoot(of document: OpenDocument) -> String? {
    guard let stated = document.beginning.statedRoot else { return nil }
    let path = ProjectPath.joined(ProjectPath.folder(of: document.path), stated)
    return path != document.path && holds(.file(path), document.path) ? path : nil
  }

  private func openRoots() -> [String] {
    documents.values.filter(\.beginning.isRoot).map(\.path)
  }

  /// Of the manuscripts that include a path, the one with the most folders in common with it; the first by name among
  /// equals.
  private func nearest(of candidates: [String], holding path: String) -> String? {
    candidates.sorted { (common($0, path), $1) > (common($1, path), $0) }.first { holds(source(at: $0), path) }
  }

  private func common(_ one: String, _ other: String) -> Int {
    zip(one.split(separator: "/"), other.split(separator: "/")).prefix { $0 == $1 }.count
  }

  /// Roots in the folders above, up to the project's or the workspace's, are read until one includes the path.
  private func rootAbove(_ path: String) -> String? {
    var folder = ProjectPath.folder(of: path)
    for _ in 0..<Self.heightLimit where !folder.isEmpty {
      for name in FileSystem.names(in: folder).prefix(Self.widthLimit)
      where ManuscriptReading.markup(ofPath: name) == .latex {
        let candidate = folder + "/" + name
        guard candidate != path, let bytes = document(atPath: candidate)?.bytes ?? (try? FileSystem.read(candidate)),
          LatexReader.isRoot(bytes), holds(.file(candidate), path)
        else { continue }
        return candidate
      }
      if folders.contains(folder) || FileSystem.kind(of: folder + "/.git") != nil
        || ConfigurationFile.isIn(folder)
      {
        break
      }
      folder = ProjectPath.folder(of: folder)
    }
    return nil
  }
}
