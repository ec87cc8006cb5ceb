import Manuscripts
import ReportingRules
import ReuseDetection

/// How a manuscript writes things: the commands it uses already are the ones that it can compile.
struct FixMarkup {
  let markup: Markup
  /// The command for citations in parentheses, with its backslash.
  let citationCommand: String
  /// True when `\url` is known.
  let hasURLCommand: Bool
  /// True for a manuscript with sections, into which a paragraph with a heading fits.
  private let hasSections: Bool
  private let sources: [SourceFile]

  init(_ manuscript: Manuscript) { self.init(manuscript, writing: manuscript.markup) }

  /// - Parameter markup: what is written; another than the manuscript's own knows none of its commands.
  init(_ manuscript: Manuscript, writing markup: Markup) {
    self.markup = markup
    hasSections = manuscript.sections.contains { $0.level > 0 && $0.kind != .abstract }
    sources = manuscript.markup == markup ? manuscript.files : []
    let files = manuscript.files.filter { ManuscriptReading.markup(ofPath: $0.path) == .latex }
    guard markup == .latex, manuscript.markup == .latex else {
      (citationCommand, hasURLCommand) = ("\\cite", false)
      return
    }
    hasURLCommand = ["\\url{", "hyperref", "{url}"].contains { word in
      files.contains { $0.bytes.offset(of: Array(word.utf8)) != nil }
    }
    let counted = Self.citationCommands.map { command in
      (command, files.reduce(0) { $0 + Self.count(Array(command.utf8), in: $1.bytes) })
    }
    citationCommand = counted.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil } ?? "\\cite"
  }

  private static let citationCommands = ["\\cite", "\\citep", "\\parencite", "\\autocite", "\\supercite", "\\citealp"]

  /// How often a command stands with its argument.
  private static func count(_ command: [UInt8], in bytes: [UInt8]) -> Int {
    var count = 0
    var next = 0
    while let start = bytes.offset(of: command, from: next) {
      next = start + command.count
      if next < bytes.count, bytes[next] == 0x7B || bytes[next] == 0x5B { count += 1 }
    }
    return count
  }

  /// A model's name as running text.
  ///
  /// A name with characters beyond ASCII is written as the manuscript writes it, since a TeX engine may not know them.
  func name(of model: DetectedModel) -> String {
    guard markup == .latex, !model.name.utf8.allSatisfy({ $0 < 0x80 }) else { return escaped(model.name) }
    for mention in model.mentions where mention.surface == model.name && mention.span.file < sources.count {
      let source = sources[mention.span.file].bytes[mention.span.range]
      let isBalanced = source.filter { $0 == 0x7B }.count == source.filter { $0 == 0x7D }.count
      if isBalanced, !source.contains(0x0A), !source.contains(0x25) { return String(decoding: source, as: UTF8.self) }
    }
    return escaped(model.name)
  }

  /// Text that means itself in the markup.
  func escaped(_ text: String) -> String {
    switch markup {
    case .latex: text.reduce("") { $0 + Self.latex($1) }
    case .markdown: text.reduce("") { $0 + (Self.markdownSigns.contains($1) ? "\\" : "") + String($1) }
    }
  }

  private static let markdownSigns = Set("\\`*_[]<>$@^~|#{}")

  private static func latex(_ character: Character) -> String {
    switch character {
    case "\\": "\\textbackslash{}"
    case "~": "\\textasciitilde{}"
    case "^": "\\textasciicircum{}"
    case "<": "\\textless{}"
    case ">": "\\textgreater{}"
    case "|": "\\textbar{}"
    case "{", "}", "_", "%", "#", "&", "$": "\\\(character)"
    case "–": "--"
    case "’": "'"
    case "…": "\\ldots{}"
    default: String(character)
    }
  }

  /// An identifier in typewriter letters.
  func code(_ text: String) -> String {
    switch markup {
    case .latex: "\\texttt{\(escaped(text))}"
    case .markdown: text.contains("`") ? escaped(text) : "`\(text)`"
    }
  }

  /// The manuscript's own words in quotation marks.
  func quoted(_ text: String) -> String {
    switch markup {
    case .latex: "``\(escaped(text))''"
    case .markdown: "“\(escaped(text))”"
    }
  }

  /// A line that is no part of the text.
  func comment(_ text: String) -> String {
    switch markup {
    case .latex: "% \(text)"
    // Two hyphens would end it.
    case .markdown: "<!-- \(text.split(separator: "-", omittingEmptySubsequences: true).joined(separator: "-")) -->"
    }
  }

  /// The beginning of a paragraph with a name of its own.
  func heading(_ title: String) -> String {
    switch markup {
    case .latex: hasSections ? "\\paragraph{\(title).}\n" : "\\textbf{\(title).}\n"
    case .markdown: "**\(title).**\n"
    }
  }

  /// A citation of a key in parentheses; it stands behind a word.
  func citation(_ key: String) -> String {
    guard markup == .latex else { return " [@\(key)]" }
    return (citationCommand == "\\supercite" ? "" : "~") + "\(citationCommand){\(key)}"
  }

  /// A web address.
  func address(_ url: FixText) -> FixText {
    switch markup {
    case .latex: FixText(hasURLCommand ? "\\url{" : "\\texttt{") + url + "}"
    case .markdown: url.hasGaps ? url : "<" + url + ">"
    }
  }

  /// A web address that is known.
  func address(_ url: String) -> FixText {
    address(FixText(markup == .latex && !hasURLCommand ? escaped(url) : url))
  }

  /// A sentence about a model with its gaps open; a reference that is known takes the place of its gap.
  func sentence(_ sentence: AnswerSentence, for model: String, reference: String?) -> FixText {
    var parts: [FixText.Part] = []
    for part in sentence.parts {
      switch part {
      case .words(let words): parts.append(.text(words))
      case .model: parts.append(.text(model))
      case .gap(let gap):
        guard gap.form == .reference, let reference else {
          parts += self.gap(gap).parts
          continue
        }
        if case .text(let words) = parts.last, words.hasSuffix(" ") {
          parts[parts.count - 1] = .text(String(words.dropLast()))
        }
        parts.append(.text(citation(reference)))
      }
    }
    return FixText(parts)
  }

  private func gap(_ gap: AnswerSentence.Gap) -> FixText {
    switch gap.form {
    case .words, .reference: .gap(gap.hint)
    case .code: markup == .latex ? "\\texttt{" + .gap(gap.hint) + "}" : .gap(gap.hint)
    case .address: address(.gap(gap.hint))
    }
  }
}
