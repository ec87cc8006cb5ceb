import ManuscriptAnalysis
import Manuscripts

/// What a file of a submission is, by its name and, where that does not tell, by its bytes.
package enum SubmissionKind: Sendable, Equatable {
  case latex, markdown, notebook, jats
  /// Read through a program that may be missing.
  case word, pdf
  case plainText
  case code(language: String)
  case bibliography
  /// Pins versions of packages.
  case lockfile
  /// Not read, with the reason.
  case unread(String)

  /// - Parameter path: relative to the submission.
  package init(path: String) {
    let name = ProjectPath.lastPart(of: path)
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    if name.hasPrefix(".") || path.hasPrefix("__MACOSX/") || ["thumbs.db", "desktop.ini"].contains(name.lowercased()) {
      self = .unread("a hidden file")
    } else if Lockfile.isLockfile(name) {
      self = .lockfile
    } else if let kind = Self.byEnding[ending] {
      self = kind
    } else {
      self = .unread(ending.isEmpty ? "a file of unknown kind" : "a .\(ZipName.shown(ending)) file")
    }
  }

  /// True for texts that may be a manuscript, or a supplement.
  var isDocument: Bool {
    switch self {
    case .latex, .markdown, .notebook, .jats, .word, .pdf, .plainText: true
    case .code, .bibliography, .lockfile, .unread: false
    }
  }

  private static let byEnding: [String: SubmissionKind] = {
    var kinds: [String: SubmissionKind] = [
      "tex": .latex, "ltx": .latex, "latex": .latex, "md": .markdown, "markdown": .markdown, "mdown": .markdown,
      "qmd": .markdown, "rmd": .markdown, "ipynb": .notebook, "xml": .jats, "docx": .word, "pdf": .pdf,
      "txt": .plainText, "bib": .bibliography, "bbl": .bibliography,
    ]
    for (language, endings) in [
      "python": "py smk", "r": "r", "julia": "jl", "matlab": "m", "bash": "sh", "yaml": "yaml yml cff", "toml": "toml",
      "json": "json", "ini": "ini cfg conf", "c": "c h", "c++": "cpp hpp cc cu", "java": "java", "javascript": "js ts",
      "perl": "pl", "sql": "sql", "nextflow": "nf", "stan": "stan",
    ] {
      for ending in endings.split(separator: " ") { kinds[String(ending)] = .code(language: language) }
    }
    for (reason, endings) in [
      "a picture": "png jpg jpeg gif tif tiff svg eps ps bmp webp heic ai psd tikz pgf fig",
      "data":
        "csv tsv xls xlsx ods parquet h5 hdf5 nc mat rds rda rdata npy npz pkl pickle db sqlite fasta fa fastq vcf",
      "weights": "pt pth safetensors gguf onnx ckpt keras",
      "an archive within the submission": "zip tar gz tgz bz2 xz zst 7z rar jar whl",
      "a file of the typesetting":
        "sty cls bst def clo cfg2 aux log out toc synctex fls fdb_latexmk bcf blg ist csl lua",
      "an old Word file; save it as .docx": "doc dot",
      "a text of a kind that is not read": "odt rtf html htm epub pages typ rst org",
      "a presentation": "ppt pptx odp key", "sound or film": "mp3 mp4 mov avi wav mkv webm",
    ] {
      for ending in endings.split(separator: " ") { kinds[String(ending)] = .unread(reason) }
    }
    return kinds
  }()
}

/// A file of a submission with its bytes.
package struct SubmissionFile: Sendable {
  /// Relative to the submission, `/`-separated.
  package let path: String
  package let bytes: [UInt8]
  /// The text that another program made of the bytes, which is what is read and what places count in.
  package var converted: Converted?

  package struct Converted: Sendable {
    package let text: [UInt8]
    package let program: String

    package init(text: [UInt8], program: String) {
      self.text = text
      self.program = program
    }
  }

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package var kind: SubmissionKind {
    let kind = SubmissionKind(path: path)
    if kind == .jats, !JATSReader.isArticle(bytes) { return .unread("an XML file that is no JATS article") }
    return kind
  }
}

/// All files of a submission, and those that could not be taken in.
package struct SubmissionContents: Sendable {
  package struct Skipped: Sendable, Equatable {
    package let path: String
    package let reason: String
    /// True where something is wrong with the submission, not where the kind of file is not read.
    package let isRefused: Bool

    package init(path: String, reason: String, isRefused: Bool) {
      self.path = path
      self.reason = reason
      self.isRefused = isRefused
    }
  }

  /// In the order of their paths.
  package var files: [SubmissionFile] = []
  package var skipped: [Skipped] = []
  package var remarks: [String] = []
  /// True when the submission is a document by itself, with no folder or archive around it.
  package var isOneDocument = false

  package init() {}
}
