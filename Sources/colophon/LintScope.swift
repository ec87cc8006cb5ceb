import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import Reports

/// Options that narrow a run down to what is new.
struct ScopeOptions: ParsableArguments {
  @Option(help: "The baseline; by default the nearest colophon-baseline.toml above the manuscript (docs/baseline.md).")
  var baseline: String?
  @Flag(help: "Ask about everything, also about what a baseline holds.") var noBaseline = false
  @Flag(help: "Take out of the baseline what is resolved.") var prune = false
  @Option(help: "Ask only about models and passages changed since this git revision.") var diffBase: String?

  func validate() throws {
    if noBaseline, baseline != nil || prune {
      throw ValidationError("'--no-baseline' goes with neither '--baseline' nor '--prune'")
    }
  }
}

/// What is known and what has changed, read once for all manuscripts of a run.
struct LintScope: Sendable {
  /// By path; one that cannot be used is an error of the manuscripts it holds for.
  private(set) var baselines: [String: Result<BaselineFile, ManuscriptFileError>] = [:]
  private var changes: [String: Result<GitChanges, ManuscriptFileError>] = [:]
  private let options: ScopeOptions
  /// What all manuscripts of the run have around them.
  let looks = FolderLooks()

  init(_ items: [PathItem], _ options: ScopeOptions) {
    self.options = options
    for case .source(let source) in items {
      if let path = baselinePath(for: source.path), baselines[path] == nil {
        baselines[path] = Result { () throws(ManuscriptFileError) in try BaselineFile.read(path) }
      }
      if let revision = options.diffBase, let top = GitChanges.workTree(of: source.path), changes[top] == nil {
        changes[top] = Result { () throws(ManuscriptFileError) in try GitChanges.since(revision, in: top) }
      }
    }
  }

  /// True where a run without a baseline may be the first one, which did not mean to go without.
  var mayBeFirst: Bool { baselines.isEmpty && !options.noBaseline && options.diffBase == nil }

  /// The baseline that holds for a manuscript, or nil.
  func baselinePath(for manuscript: String) -> String? {
    options.noBaseline ? nil : options.baseline ?? BaselineFile.nearest(to: manuscript, looks: looks)
  }

  /// What is known of a manuscript.
  func known(of manuscript: String) throws(ManuscriptFileError) -> KnownGaps {
    guard let path = baselinePath(for: manuscript), let file = baselines[path] else { return .none }
    return try file.get().known(of: manuscript)
  }

  /// The analysis with only those questions that the changes are about.
  func narrowed(_ analysis: Analysis, _ manuscript: LoadedManuscript) throws(ManuscriptFileError) -> Analysis {
    guard options.diffBase != nil else { return analysis }
    guard let top = GitChanges.workTree(of: manuscript.path), let known = changes[top] else {
      throw .configuration(["'\(manuscript.path)' is in no git repository: --diff-base needs one"])
    }
    let changes = try known.get()
    let passages = PassageChanges(
      analysis, manuscript.paths.map { manuscript.isUnsaved ? .whole : changes.change(of: $0) })
    return passages.narrowed()
  }

  /// Takes what is resolved out of the baselines; what was done, for people, or nil where something cannot be written.
  ///
  /// - Parameter standing: for each manuscript that was read, what still stands of what was known.
  func prune(_ standing: [(manuscript: String, gaps: [Gap])]) -> String? {
    var files: [String: BaselineFile] = [:]
    for (manuscript, gaps) in standing {
      guard let path = baselinePath(for: manuscript), case .success(let read) = baselines[path] else { continue }
      files[path, default: read].replace(gaps, of: manuscript)
    }
    var text = ""
    for (path, var file) in files.sorted(by: { $0.key < $1.key }) {
      guard case .success(let before) = baselines[path] else { continue }
      file.forgetVanished()
      let count = before.gapCount - file.gapCount
      text += "\(Counting.plural(count, "gap")) taken out of \(ReportPath.of(file.path))\n"
      guard file.text != before.text else { continue }
      // What was read as a baseline is no manuscript.
      do { try file.write(sparing: ReadFiles()) } catch {
        Output.complain(of: error)
        return nil
      }
    }
    return text
  }
}
