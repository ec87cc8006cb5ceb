import ManuscriptAnalysis
import ManuscriptFiles
import Reports

/// `FORMAT=FILE`, the value of `--output`; `-` is standard output.
struct OutputChoice: Sendable {
  let format: LintFormatName
  let path: String

  var isPrinted: Bool { path == OutputFile.standardOutput }

  /// Throws the sentence for the user.
  init(_ text: String) throws(OutputChoiceError) {
    guard let sign = text.firstIndex(of: "="), sign < text.index(before: text.endIndex) else {
      throw OutputChoiceError(message: "'--output' takes FORMAT=FILE, such as sarif=colophon.sarif, not '\(text)'")
    }
    let name = String(text[..<sign])
    guard let format = LintFormatName(rawValue: name) else {
      let known = LintFormatName.allCases.map(\.rawValue)
      let hint = NearestName.nearest(to: name, in: known).map { NearestName.hint($0) }
      let rest = hint ?? "; there are \(known.joined(separator: ", "))"
      throw OutputChoiceError(message: "unknown format '\(name)' in --output\(rest)")
    }
    self.format = format
    path = String(text[text.index(after: sign)...])
  }
}

struct OutputChoiceError: Error { let message: String }

/// Where one report goes: parts to standard output at once, or all of it to a file at the end.
struct ReportSink {
  let format: any LintFormat
  /// Nil for standard output.
  private let path: String?
  private var parts: [String] = []
  private var partCount = 0

  init(_ format: any LintFormat, path: String?) {
    self.format = format
    self.path = path
  }

  private var isStreaming: Bool { path == nil && !format.isWrittenAtOnce }

  mutating func add(_ part: String?) {
    guard let part else { return }
    if isStreaming {
      Output.write((partCount == 0 ? format.opening : format.separator) + part)
    } else {
      parts.append(part)
    }
    partCount += 1
  }

  /// Writes what is still to be written; false when the file cannot be written.
  ///
  /// - Parameters:
  ///   - isRead: false when something could not be read; where nothing was, people get no report then.
  ///   - read: the files that are not written over.
  mutating func close(_ tally: LintTally, isRead: Bool, sparing read: ReadFiles) -> Bool {
    guard isStreaming else { return writeWhole(tally, read) }
    if partCount > 0 || isRead || format.isForPrograms {
      Output.write((partCount == 0 ? format.opening : "") + format.closing(tally))
    }
    return true
  }

  private func writeWhole(_ tally: LintTally, _ read: ReadFiles) -> Bool {
    let text = format.assembled(parts, tally)
    guard let path else {
      Output.write(text)
      return true
    }
    do {
      try OutputFile.write(text, to: path, replacing: true, sparing: read)
      return true
    } catch {
      Output.complain(of: error)
      return false
    }
  }
}
