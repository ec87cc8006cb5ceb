import ManuscriptAnalysis
import Manuscripts
import ReuseDetection

/// Analyses of manuscripts given as text.
package enum AnalysisOfText {
  /// The analysis of one LaTeX file.
  package static func latex(_ text: String, _ configuration: Configuration = Configuration()) -> Analysis {
    files(["main.tex": text], main: "main.tex", configuration)
  }

  /// The analysis of one Markdown file.
  package static func markdown(_ text: String, _ configuration: Configuration = Configuration()) -> Analysis {
    files(["main.md": text], main: "main.md", configuration)
  }

  /// The analysis of a project of several files; those that are named and not given count as missing.
  package static func files(
    _ files: [String: String], main: String, _ configuration: Configuration = Configuration(),
    lockfiles: [SourceFile] = []
  ) -> Analysis {
    var project = ProjectFiles(main: [SourceFile(path: main, bytes: Array((files[main] ?? "").utf8))])
    for (path, text) in files.sorted(by: { $0.key < $1.key }) where path != main {
      project.add(SourceFile(path: path, bytes: Array(text.utf8)))
    }
    return analysis(of: project, markup: ManuscriptReading.markup(ofPath: main) ?? .latex, configuration, lockfiles)
  }

  /// The analysis of bytes that need not be text.
  package static func bytes(_ bytes: [UInt8], markup: Markup) -> Analysis {
    let path = markup == .latex ? "main.tex" : "main.md"
    let project = ProjectFiles(main: [SourceFile(path: path, bytes: bytes)])
    return analysis(of: project, markup: markup, Configuration(), [])
  }

  private static func analysis(
    of given: ProjectFiles, markup: Markup, _ configuration: Configuration, _ lockfiles: [SourceFile]
  ) -> Analysis {
    var project = given
    var reading = ManuscriptReading.reading(of: project, markup: markup, configuration: configuration)
    let unresolved = reading.manuscript.unresolved
    for request in unresolved {
      for candidate in request.candidates { project.markAbsent(candidate, .missing) }
    }
    if !unresolved.isEmpty {
      reading = ManuscriptReading.reading(of: project, markup: markup, configuration: configuration)
    }
    return ManuscriptAnalyser.analyse(
      AnalysisInput(project: project, reading: reading, configuration: configuration, lockfiles: lockfiles))
  }
}

extension Analysis {
  /// The texts of all blocks of prose, signs of `RenderedText` shown as `[@]`, `[%]` and ` | `.
  package var shownBlocks: [String] { reading.manuscript.blocks.map(\.shownText) }

  /// The names of the models with a role.
  package func names(_ role: Role) -> [String] { models.filter { $0.role == role }.map(\.name) }

  /// The model of a name, or nil.
  package func model(_ name: String) -> DetectedModel? { models.first { $0.name == name } }
}

extension Block {
  /// The block's text with its signs made visible.
  package var shownText: String {
    var text = ""
    var bytes: [UInt8] = []
    func flush() {
      text += String(decoding: bytes, as: UTF8.self)
      bytes = []
    }
    for byte in self.text.bytes {
      switch byte {
      case RenderedText.parentheticalCitation:
        flush()
        text += "[@]"
      case RenderedText.textualCitation:
        flush()
        text += "@"
      case RenderedText.formula:
        flush()
        text += "[%]"
      case RenderedText.cellSeparator:
        flush()
        text += " | "
      default: bytes.append(byte)
      }
    }
    flush()
    return text
  }
}
