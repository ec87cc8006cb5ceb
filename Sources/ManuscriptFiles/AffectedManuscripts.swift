import ManuscriptAnalysis
import Manuscripts

/// Which manuscripts changed files belong to: what a hook that knows only the files of a commit has to lint.
package enum AffectedManuscripts {
  /// The manuscripts of a folder that read one of the files, or would if it were there, in the order of their paths.
  ///
  /// A manuscript reads its chapters, its bibliographies, its lockfiles and its settings. A changed path may be a
  /// folder: it stands for all files below it. A manuscript that cannot be read is affected when it is itself among the
  /// files.
  /// - Complexity: every manuscript of the folder is read.
  package static func manuscripts(
    in folder: String, by files: [String]
  ) throws(ManuscriptFileError) -> [ManuscriptSource] {
    let changed = Set(files.compactMap(real))
    let sources: [ManuscriptSource]
    do { sources = try Discovery.manuscripts(at: folder) } catch .noManuscript { return [] }
    return sources.filter { source in
      paths(readBy: source).compactMap(real).contains { path in holds(changed, path) }
    }
  }

  private static func paths(readBy source: ManuscriptSource) -> [String] {
    let settings = ConfigurationFile.nearest(to: source.path).map { file in
      [file] + ConfigurationFile.resolved(from: file, for: source.path, buffers: [:]).files.map(\.path)
    }
    guard let loaded = try? LoadedManuscript.load(source, configuration: Configuration()) else {
      return (settings ?? []) + [source.path]
    }
    let lockfiles = loaded.input.lockfiles.map { loaded.folder + $0.path }
    return (settings ?? []) + loaded.paths + loaded.absentPaths + lockfiles
  }

  /// True when a path or a folder above it is among the changed ones.
  private static func holds(_ changed: Set<String>, _ path: String) -> Bool {
    var current = path
    while !current.isEmpty {
      if changed.contains(current) { return true }
      let above = ProjectPath.folder(of: current)
      if above == current { break }
      current = above
    }
    return changed.contains("/")
  }

  /// The real path, also of a file that is gone from a folder that is there.
  private static func real(_ path: String) -> String? {
    if let found = FileSystem.realPath(path) { return found }
    let folder = ProjectPath.folder(of: path)
    return FileSystem.realPath(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder).map {
      ($0 == "/" ? "" : $0) + "/" + ProjectPath.lastPart(of: path)
    }
  }
}
