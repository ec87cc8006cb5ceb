import LatexSyntax
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts

extension Session {
  /// The analysed project that a document belongs to, brought up to date; nil for documents that are no manuscripts.
  mutating func project(of uri: String) -> LiveProject? {
    guard let document = documents[uri], document.isManuscript else { return nil }
    if let project = currentProject(at: main(of: document)), project.file(at: document.path) != nil { return project }
    // An edit has taken the document out of that manuscript.
    mains[document.path] = nil
    if let project = currentProject(at: main(of: document)), project.file(at: document.path) != nil { return project }
    mains[document.path] = document.path
    return currentProject(at: document.path)
  }

  /// The project that begins at a path, with all open buffers on top.
  private mutating func currentProject(at main: String) -> LiveProject? {
    guard var project = projects[main] else { return load(main) }
    for document in documents.values.sorted(by: { $0.path < $1.path }) {
      guard let file = project.file(at: document.path),
        project.loaded.input.project.files[file].bytes != document.bytes
      else { continue }
      project = update(project, file, document.bytes)
      projects[main] = project
    }
    return project
  }

  private mutating func load(_ main: String) -> LiveProject? {
    var (configuration, files) = configuration(for: main)
    configuration.known = known(of: main)
    do {
      let loaded = try LoadedManuscript.load(source(at: main), configuration: configuration, buffers: buffers)
      let project = LiveProject(
        loaded: loaded, analysis: ManuscriptAnalyser.analyse(loaded.input), configurationFiles: files)
      projects[main] = project
      return project
    } catch {
      logger.warning("\(error.message)")
      return nil
    }
  }

  /// What a baseline knows of a manuscript: the editor asks about what lint would fail on.
  private func known(of main: String) -> KnownGaps {
    guard main.hasPrefix("/"), let path = BaselineFile.nearest(to: main) else { return .none }
    do {
      return try BaselineFile.read(path).known(of: main)
    } catch {
      logger.warning("\(error.message)")
      return .none
    }
  }

  /// The manuscript that begins at a path, an open buffer before the disk.
  func source(at main: String) -> ManuscriptSource {
    if let document = document(atPath: main) { return .bytes(document.bytes, path: main) }
    return FileSystem.kind(of: main) == .folder ? Discovery.chapters(in: main) ?? .file(main) : .file(main)
  }

  private mutating func update(_ known: LiveProject, _ file: Int, _ bytes: [UInt8]) -> LiveProject {
    let loaded = known.loaded.replacing(file, with: bytes, buffers: buffers)
    // Which manuscript a file is part of follows from what is included.
    if loaded.input.project.files.map(\.path) != known.loaded.input.project.files.map(\.path) { forgetMains() }
    return LiveProject(
      loaded: loaded, analysis: ManuscriptAnalyser.analyse(loaded.input, after: known.analysis),
      configurationFiles: known.configurationFiles)
  }

  /// Brings the projects of all open documents up to date, and lets go of those that none is part of any more.
  ///
  /// What one document includes now may make another part of a different manuscript: then all are looked at again.
  mutating func settleProjects() {
    for _ in 0..<Self.settlingLimit {
      let before = mains
      for uri in documents.keys.sorted() { _ = project(of: uri) }
      if mains == before { break }
    }
    forgetUnusedProjects()
  }

  /// The rounds after which what is known is settled: a text is brought up to date in the first, its manuscript is
  /// found in the second, and the third finds nothing new.
  private static let settlingLimit = 3

  // MARK: What may have changed

  /// Makes every open document look anew for the manuscript that it is part of.
  mutating func forgetMains() {
    mains.removeAll()
    stale.formUnion(documents.keys)
  }

  /// Forgets everything that came from the disk, so that it is read again when next asked for.
  mutating func forgetProjects() {
    projects.removeAll()
    forgetMains()
    hasForgotten = true
  }

  /// Forgets the projects that hold a file's text, or that lack the file and would hold it.
  mutating func forgetProjects(naming path: String) {
    forgetProjects { $0.file(at: path) != nil || $0.loaded.lacks(path) }
  }

  /// Forgets the projects that lack a file, as there is one now.
  mutating func forgetProjects(lacking path: String) { forgetProjects { $0.loaded.lacks(path) } }

  private mutating func forgetProjects(where isAffected: (LiveProject) -> Bool) {
    let kept = projects.filter { !isAffected($0.value) }
    if kept.count < projects.count { hasForgotten = true }
    projects = kept
    forgetMains()
  }

  /// Lets go of projects that no open document is part of.
  mutating func forgetUnusedProjects() {
    guard !projects.isEmpty else { return }
    var used: Set<String> = []
    for document in documents.values where document.isManuscript { used.insert(main(of: document)) }
    projects = projects.filter { used.contains($0.key) }
  }
}
