import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `colophon baseline [PATH…]`.
struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Write down what is not found today, so that lint fails only on what is new.",
    discussion: """
      Writes colophon-baseline.toml over the one that holds for a manuscript, else beside colophon.toml, else at the
      project's root. What it knew of other manuscripts stays, but for those that are gone. See docs/baseline.md.
      """)

  @OptionGroup var paths: PathOptions
  @Option(help: "Write this file instead.") var baseline: String?
  @Option(help: "Manuscripts read at a time; by default as many as there are cores.") var jobs: Int?
  @OptionGroup var settings: SettingOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' must be 1 or more, not \(jobs)") }
  }

  mutating func run() async throws {
    let (items, choices) = try Complaint.orExit { () throws(ManuscriptFileError) in
      (try paths.items(), try settings.choices())
    }
    var isWhole = true
    var files: [String: BaselineFile] = [:]
    var read = Set(items.map(\.path))
    let named = baseline
    try Complaint.orExit { () throws(OutputFileError) in
      try OutputFile.check([named].compactMap(\.self), sparing: ReadFiles(read))
    }
    await Batch.run(items, jobs: jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) { item in
      Result { () throws(ManuscriptFileError) -> Standing in try Standing(item, choices) }
    } finished: { _ in
    } receive: { result in
      if case .success(let standing) = result { read.formUnion(standing.files) }
      switch result.flatMap({ Self.put($0, into: &files, named) }) {
      case .success: break
      case .failure(let error):
        Output.complain(of: error)
        isWhole = false
      }
    }
    for (_, file) in files.sorted(by: { $0.key < $1.key }) where !write(file, ReadFiles(read)) { isWhole = false }
    guard isWhole else { throw Exit.couldNotRun }
  }

  /// Puts what stands in a manuscript into its baseline, which is read when it is first needed.
  private static func put(
    _ standing: Standing, into files: inout [String: BaselineFile], _ named: String?
  ) -> Result<Void, ManuscriptFileError> {
    Result { () throws(ManuscriptFileError) in
      guard let path = named ?? BaselineFile.place(for: standing.manuscript) else { return }
      var file: BaselineFile
      if let known = files[path] { file = known } else { file = try read(path) }
      file.replace(standing.gaps, of: standing.manuscript)
      files[path] = file
    }
  }

  private static func read(_ path: String) throws(ManuscriptFileError) -> BaselineFile {
    try FileSystem.kind(of: path) == nil ? BaselineFile(path: FileSystem.absolute(path)) : BaselineFile.read(path)
  }

  private func write(_ file: BaselineFile, _ read: ReadFiles) -> Bool {
    var file = file
    file.forgetVanished()
    do {
      try file.write(sparing: read)
    } catch {
      Output.complain(of: error)
      return false
    }
    let gaps = Counting.plural(file.gapCount, "gap")
    Output.write(
      "wrote \(ReportPath.of(file.path)): \(gaps) of \(Counting.plural(file.manuscriptCount, "manuscript"))\n")
    return true
  }
}

/// What stands in one manuscript.
private struct Standing: Sendable {
  let manuscript: String
  /// Empty for a manuscript that is excluded from linting.
  let gaps: [Gap]
  /// The paths of the files that were read.
  let files: [String]

  init(_ item: PathItem, _ choices: SettingChoices) throws(ManuscriptFileError) {
    manuscript = item.path
    let result = try Runner.lint(item.source(), choices)
    gaps = result?.analysis.standingGaps ?? []
    files = result?.readPaths ?? []
  }
}
