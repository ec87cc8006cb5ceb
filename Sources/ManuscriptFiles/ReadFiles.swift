import ManuscriptAnalysis
import Manuscripts

/// What a run reads, and therefore writes nothing over.
package struct ReadFiles: Sendable {
  /// Real paths.
  private var files: Set<String> = []
  /// Real paths, with a slash at their ends.
  private var folders: [String] = []

  package init() {}

  package init(_ paths: some Sequence<String>) { for path in paths { insert(path) } }

  package mutating func insert(_ path: String) {
    if let real = FileSystem.realPlace(of: path) { files.insert(real) }
  }

  /// Everything in a folder, also what is not there yet.
  package mutating func insert(folder: String) {
    if let real = FileSystem.realPath(folder) { folders.append(ProjectPath.withSlash(real)) }
  }

  /// Why nothing is written to a place, given by its real path; nil where it may be.
  func refusal(ofReal place: String) -> String? {
    if files.contains(place) { return "it is one of the files that are read; name another" }
    guard folders.contains(where: { place.hasPrefix($0) }) else { return nil }
    return "it lies in the folder that is checked, into which nothing is written; name a file elsewhere"
  }

  /// The settings that hold for a manuscript, those they extend, and its baseline.
  ///
  /// - Parameter config: the settings file that the command names.
  package static func beside(_ manuscript: String, config: String? = nil) -> [String] {
    var paths: [String] = []
    let looks = FolderLooks()
    if let settings = config ?? ConfigurationFile.nearest(to: manuscript, looks: looks) {
      paths.append(settings)
      paths += ConfigurationFile.resolved(from: settings, for: manuscript, buffers: [:]).files.map(\.path)
    }
    if let baseline = BaselineFile.nearest(to: manuscript, looks: looks) { paths.append(baseline) }
    return paths
  }

  /// Everything that a check of a manuscript reads, or would read if it were there, whatever its settings say.
  ///
  /// One that cannot be read stands for itself.
  package static func all(of source: ManuscriptSource, config: String? = nil) -> [String] {
    let beside = beside(source.path, config: config)
    guard let loaded = try? LoadedManuscript.load(source, configuration: Configuration()) else {
      return beside + [source.path]
    }
    return beside + loaded.readPaths + loaded.absentPaths
  }
}
