import Manuscripts

/// Which manuscripts changed files belong to: what a hook that knows only the files of a commit has to lint.
package enum AffectedManuscripts {
  /// The manuscripts of a folder that read one of the files, or would if it were there, in the order of their paths.
  ///
  /// A manuscript reads its chapters, its bibliographies, its lockfiles, its settings and its baseline. A changed path
  /// may be a folder: it stands for all files below it. A manuscript that cannot be read is affected when it is itself
  /// among the files.
  /// - Complexity: every manuscript of the folder is read.
  package static func manuscripts(
    in folder: String, by files: [String]
  ) throws(ManuscriptFileError) -> [ManuscriptSource] {
    let changed = Set(files.compactMap(FileSystem.realPlace))
    let sources: [ManuscriptSource]
    do { sources = try Discovery.manuscripts(at: folder) } catch .noManuscript { return [] }
    return sources.filter { source in
      ReadFiles.all(of: source).compactMap(FileSystem.realPlace).contains { path in holds(changed, path) }
    }
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
}
