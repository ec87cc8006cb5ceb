import ManuscriptAnalysis
import Manuscripts

/// The gaps that stood when they were written down, by manuscript: `colophon-baseline.toml`.
package struct BaselineFile: Sendable {
  package static let name = "colophon-baseline.toml"
  /// The version that is written; others are refused.
  package static let version = 1

  /// Absolute, links resolved.
  package let path: String
  /// By the manuscript's path, relative to the file's folder.
  private var manuscripts: [String: [Gap]] = [:]
  /// The gaps of manuscripts that are not there any more.
  private var vanished: [Gap] = []

  /// An empty one, for a file that is not there yet.
  package init(path: String) { self.path = path }

  private var folder: String { ProjectPath.folder(of: path) }

  /// How many gaps it holds.
  package var gapCount: Int { manuscripts.reduce(0) { $0 + $1.value.count } }
  package var manuscriptCount: Int { manuscripts.count }

  // MARK: Where it lies

  /// The baseline that holds for a manuscript: the nearest from its folder up to the project's root.
  package static func nearest(to manuscript: String, looks: FolderLooks = FolderLooks()) -> String? {
    looks.surroundings(of: manuscript)?.baseline
  }

  /// Where a manuscript's baseline is to be written: over the one that holds, else beside the settings, else at the
  /// project's root, else in the current folder, else beside a manuscript that lies elsewhere.
  package static func place(for manuscript: String) -> String? {
    if let known = nearest(to: manuscript) { return known }
    guard let folder = realFolder(of: manuscript) else { return nil }
    if let root = FolderLooks().surroundings(of: folder)?.root, root != folder + "/" || isRoot(folder) {
      return root + name
    }
    let current = FileSystem.realPath(".")
    return (ReportPath.below(current, folder + "/") == nil ? folder : current ?? folder) + "/" + name
  }

  private static func isRoot(_ folder: String) -> Bool {
    ConfigurationFile.isIn(folder) || FileSystem.kind(of: folder + "/.git") != nil
  }

  private static func realFolder(of manuscript: String) -> String? {
    let folder = FileSystem.kind(of: manuscript) == .folder ? manuscript : ProjectPath.folder(of: manuscript)
    return FileSystem.realPath(folder.isEmpty ? (manuscript.hasPrefix("/") ? "/" : ".") : folder)
  }

  /// The name under which a manuscript stands in the file.
  private func key(of manuscript: String) -> String {
    let isFolder = FileSystem.kind(of: manuscript) == .folder
    guard let above = Self.realFolder(of: manuscript) else { return manuscript }
    let real = isFolder ? above : ProjectPath.joined(above, ProjectPath.lastPart(of: manuscript))
    if real == folder { return "." }
    var up = ""
    var base = folder
    while true {
      if let below = ReportPath.below(base, real) { return up + below }
      if base.isEmpty { return real }
      base = ProjectPath.folder(of: base)
      up += "../"
    }
  }

  // MARK: What it holds

  /// What is known of a manuscript; of one that is not listed, as it may have been renamed, what was known of those
  /// that are gone.
  package func known(of manuscript: String) -> KnownGaps {
    manuscripts[key(of: manuscript)].map { KnownGaps($0) } ?? KnownGaps(vanished, areBorrowed: true)
  }

  /// Puts gaps in the place of those that were known of a manuscript.
  package mutating func replace(_ gaps: [Gap], of manuscript: String) {
    manuscripts[key(of: manuscript)] = gaps.isEmpty ? nil : gaps.sorted()
  }

  /// Forgets manuscripts that are not there any more.
  package mutating func forgetVanished() {
    manuscripts = manuscripts.filter { FileSystem.kind(of: folder + "/" + $0.key) != nil }
    vanished = []
  }

  // MARK: Reading and writing

  /// - Throws: `.configuration` with the line of the first thing that is wrong.
  package static func read(_ path: String) throws(ManuscriptFileError) -> BaselineFile {
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    let shown = ReportPath.of(path)
    var file = BaselineFile(path: FileSystem.realPath(path) ?? path)
    switch ConfigurationFile.table(of: text, shown) {
    case .failure(let problem): throw .configuration([problem.text])
    case .success(let table):
      guard let version = table["version"]?.int, version >= 1 else {
        throw .configuration(["\(shown):1:1: a baseline begins with 'version = \(Self.version)'; write it anew"])
      }
      guard version == Self.version else {
        throw .configuration([
          "\(shown):\(line(of: "version", in: text)):1: version \(version) is of a newer Colophon; this one reads version \(Self.version)"
        ])
      }
      for item in table["manuscript"]?.array ?? [] {
        guard let name = item.table?["path"]?.string, let lines = item.table?["gaps"]?.array else {
          throw .configuration([
            "\(shown):\(line(of: "[[manuscript]]", in: text)):1: a manuscript needs 'path' and 'gaps'"
          ])
        }
        for item in lines {
          guard let entry = item.string, let gap = Gap(line: entry) else {
            let wrong = item.string ?? "gaps"
            throw .configuration([
              "\(shown):\(line(of: wrong, in: text)):1: '\(wrong)' is no gap; write the baseline anew"
            ])
          }
          file.manuscripts[name, default: []].append(gap)
        }
      }
    }
    file.vanished = file.manuscripts.sorted { $0.key < $1.key }
      .filter { FileSystem.kind(of: file.folder + "/" + $0.key) == nil }.flatMap(\.value)
    return file
  }

  /// The 1-based line that first holds some words.
  private static func line(of words: String, in text: String) -> Int {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    return (lines.firstIndex { $0.contains(words) } ?? 0) + 1
  }

  /// The file's text: one gap a line and sorted, so that two branches' changes merge.
  package var text: String {
    var text = "# What stood when this was written: 'colophon lint' fails only on what is new. See docs/baseline.md.\n"
    text += "version = \(Self.version)\n"
    for (name, gaps) in manuscripts.sorted(by: { $0.key < $1.key }) {
      text += "\n[[manuscript]]\npath = \(Self.quoted(name))\ngaps = [\n"
      for gap in gaps { text += "  \(Self.quoted(gap.line)),\n" }
      text += "]\n"
    }
    return text
  }

  /// Writes the file over the one that is there.
  ///
  /// - Parameter read: the manuscripts' files.
  package func write(sparing read: ReadFiles) throws(OutputFileError) {
    try OutputFile.write(text, to: path, replacing: true, sparing: read)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        quoted += "\\"
        quoted.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
