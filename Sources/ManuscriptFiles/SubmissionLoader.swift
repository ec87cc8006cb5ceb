import ManuscriptAnalysis
import Manuscripts
import Submissions

/// Takes in a submission as authors upload it: a folder, a zip archive, or one document. Nothing is written anywhere.
package struct SubmissionLoader {
  /// Files in a folder, and how deep they may lie.
  private static let countLimit = 10_000
  private static let depthLimit = 40
  /// Bytes of one text.
  private static let textLimit = 4 << 20
  /// Bytes of a notebook, a Word or PDF file: most are pictures.
  private static let documentLimit = 32 << 20

  /// Bytes that a submission may hold of one kind of file.
  private struct Budget {
    let noun: String
    let limit: Int
    var taken = 0
  }

  /// Time that other programs may take for all files together.
  private static let conversionLimit = Duration.seconds(120)

  private var contents = SubmissionContents()
  private var conversionTime = Duration.zero
  /// Analysing takes some 40 bytes of memory for each byte of text.
  private var texts = Budget(noun: "text", limit: 6 << 20)
  /// Notebooks are kept until they are read.
  private var notebooks = Budget(noun: "notebooks", limit: 48 << 20)
  /// The paths of all files, to tell PDF supplements from pictures.
  private var paths: [String] = []

  /// The files of the folder, archive or document at a path.
  package static func contents(of path: String) throws(SubmissionError) -> SubmissionContents {
    var loader = SubmissionLoader()
    switch FileSystem.kind(of: path) {
    case nil: throw .file(.unreadable(path: path, cause: "it does not exist"))
    case .link, .other: throw .file(.unreadable(path: path, cause: "it is no regular file"))
    case .folder: loader.addFolder(path)
    case .file where isArchive(path): try loader.addArchive(path)
    case .file: try loader.addDocument(path)
    }
    loader.contents.files.sort { $0.path < $1.path }
    loader.contents.skipped.sort { ($0.path, $0.reason) < ($1.path, $1.reason) }
    return loader.contents
  }

  private static func isArchive(_ path: String) -> Bool {
    let ending = path.lowercased()
    if ending.hasSuffix(".docx") { return false }
    return ending.hasSuffix(".zip") || FileSystem.read(path, 0..<4) == [0x50, 0x4B, 3, 4]
  }

  // MARK: Sources

  private mutating func addDocument(_ path: String) throws(SubmissionError) {
    let name = ProjectPath.lastPart(of: path)
    paths = [name]
    contents.isOneDocument = true
    do {
      let bytes = try FileSystem.read(path, limit: Self.limit(of: name))
      add(name, bytes)
    } catch {
      throw .file(error)
    }
  }

  private mutating func addFolder(_ start: String) {
    var waiting = [""]
    while let folder = waiting.popLast() {
      for name in FileSystem.names(in: folder.isEmpty ? start : start + "/" + folder).reversed() {
        let path = folder.isEmpty ? name : folder + "/" + name
        guard paths.count < Self.countLimit else {
          return skip(path, "more than \(Self.countLimit) files", isRefused: true)
        }
        let place = start + "/" + path
        if FileSystem.entry(at: place) == .link {
          skip(path, "it is a link", isRefused: true)
        } else if FileSystem.kind(of: place) == .folder {
          if path.split(separator: "/").count > Self.depthLimit {
            skip(path, "it lies too deep", isRefused: true)
          } else if !name.hasPrefix(".") {
            waiting.append(path)
          }
        } else {
          paths.append(path)
        }
      }
    }
    for path in paths.sorted() where isWanted(path) {
      do {
        add(path, try FileSystem.read(start + "/" + path, limit: Self.limit(of: path)))
      } catch {
        if case .unreadable(_, let cause) = error { skip(path, cause, isRefused: true) }
      }
    }
  }

  private mutating func addArchive(_ path: String) throws(SubmissionError) {
    let bytes = ArchiveBytes(count: FileSystem.size(of: path) ?? 0) { FileSystem.read(path, $0) }
    let archive: ZipArchive
    do { archive = try ZipArchive(bytes) } catch { throw .archive(path: path, error) }
    contents.remarks = archive.remarks
    for refused in archive.refused { skip(refused.path, refused.reason, isRefused: true) }
    paths = archive.entries.map(\.path)
    for entry in archive.entries where isWanted(entry.path) {
      guard entry.size <= Self.limit(of: entry.path) else {
        skip(entry.path, "it is larger than \(Self.limit(of: entry.path) >> 20) MB", isRefused: true)
        continue
      }
      do {
        add(entry.path, try archive.read(entry))
      } catch {
        skip(entry.path, error.reason, isRefused: true)
      }
    }
  }

  // MARK: Files

  private static func limit(of path: String) -> Int {
    switch SubmissionKind(path: path) {
    case .notebook, .word, .pdf: documentLimit
    case .latex, .markdown, .jats, .plainText, .code, .bibliography, .lockfile, .unread: textLimit
    }
  }

  private mutating func skip(_ path: String, _ reason: String, isRefused: Bool = false) {
    contents.skipped.append(.init(path: path, reason: reason, isRefused: isRefused))
  }

  /// True for files that are read; others are listed as not examined.
  private mutating func isWanted(_ path: String) -> Bool {
    if case .unread(let reason) = SubmissionKind(path: path) {
      skip(path, reason)
      return false
    }
    guard SubmissionRoot.isWorthConverting(path, beside: paths) else {
      skip(path, "taken for a picture, or a copy of the manuscript")
      return false
    }
    return true
  }

  private mutating func add(_ path: String, _ bytes: [UInt8]) {
    switch SubmissionKind(path: path) {
    case .word: convert(path, bytes, through: .pandoc)
    case .pdf: convert(path, bytes, through: .pdftotext)
    case .latex, .markdown, .notebook, .jats, .plainText, .code, .bibliography, .lockfile, .unread:
      guard take(bytes.count, path, from: SubmissionKind(path: path) == .notebook ? \.notebooks : \.texts) else {
        return
      }
      contents.files.append(SubmissionFile(path: path, bytes: bytes))
    }
  }

  /// Takes a file's bytes from what the submission may hold of its kind; false when they are too many.
  private mutating func take(_ count: Int, _ path: String, from kind: WritableKeyPath<Self, Budget>) -> Bool {
    let budget = self[keyPath: kind]
    guard budget.taken + count <= budget.limit else {
      skip(path, "the submission has more than \(budget.limit >> 20) MB of \(budget.noun)", isRefused: true)
      return false
    }
    self[keyPath: kind].taken += count
    return true
  }

  private mutating func convert(_ path: String, _ bytes: [UInt8], through program: Conversion) {
    if program == .pandoc, let reason = Self.refusal(ofWord: bytes) { return skip(path, reason, isRefused: true) }
    guard conversionTime < Self.conversionLimit else {
      return skip(
        path, "other programs took longer than \(Self.conversionLimit.components.seconds) s for the files before it",
        isRefused: true)
    }
    let clock = ContinuousClock()
    let start = clock.now
    defer { conversionTime += clock.now - start }
    do {
      let text = try program.text(of: bytes)
      guard take(text.count, path, from: \.texts) else { return }
      guard text.contains(where: { $0 > 0x20 }) else { return skip(path, "\(program.rawValue) found no text in it") }
      var file = SubmissionFile(path: path, bytes: [])
      file.converted = .init(text: text, program: program.rawValue)
      contents.files.append(file)
    } catch {
      if case .notInstalled = error { skip(path, error.reason) } else { skip(path, error.reason, isRefused: true) }
    }
  }

  /// Why a Word file, a zip archive that pandoc unpacks, is not given to it.
  private static func refusal(ofWord bytes: [UInt8]) -> String? {
    do {
      let archive = try ZipArchive(ArchiveBytes(bytes))
      if let refused = archive.refused.first { return "in it is '\(refused.path)': \(refused.reason)" }
      do { try archive.check() } catch { return error.reason }
      return nil
    } catch {
      return error == .notAnArchive || error == .truncated ? "it is no Word file" : "it is not unpacked as a Word file"
    }
  }
}

/// Why a submission could not be taken in.
package enum SubmissionError: ExplainedError, Equatable {
  case file(ManuscriptFileError)
  case archive(path: String, ArchiveError)

  /// The sentence for the user, without a full stop.
  package var message: String {
    switch self {
    case .file(let error): error.message
    case .archive(let path, let error): error.message(path)
    }
  }
}
