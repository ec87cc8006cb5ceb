/// A sentence that answers a rule, with gaps for what only the author knows.
///
/// Written as a template: `MODEL` stands for the model's name, `⟨hint|example⟩` for a gap. A gap may begin with its
/// form: `⟨code: …⟩`, `⟨address: …⟩` or `⟨reference: …⟩`. The words around the gaps hold for every reuse that the
/// rule applies to: they say nothing about what an author did beyond the question itself.
package struct AnswerSentence: Sendable, Equatable {
  package enum Part: Sendable, Equatable {
    case words(String)
    case model
    case gap(Gap)
  }

  package struct Gap: Sendable, Equatable {
    package enum Form: String, Sendable, CaseIterable {
      case words, code, address
      /// A citation in parentheses.
      case reference
    }

    package let form: Form
    /// What belongs here, in a few words that mean nothing to TeX or Markdown.
    package let hint: String
    /// A value that would answer.
    package let example: String

    package init(form: Form, hint: String, example: String) {
      self.form = form
      self.hint = hint
      self.example = example
    }
  }

  package let parts: [Part]

  package init(_ template: String) {
    var parts: [Part] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "⟨"), let close = rest[open...].firstIndex(of: "⟩") {
      parts += Self.words(rest[..<open])
      parts.append(Self.gap(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    self.parts = parts + Self.words(rest)
  }

  private static func words(_ text: Substring) -> [Part] {
    guard let range = text.firstRange(of: "MODEL") else { return text.isEmpty ? [] : [.words(String(text))] }
    return words(text[..<range.lowerBound]) + [.model] + words(text[range.upperBound...])
  }

  private static func gap(_ text: Substring) -> Part {
    var form = Gap.Form.words
    var rest = text
    for candidate in Gap.Form.allCases where rest.hasPrefix(candidate.rawValue + ": ") {
      form = candidate
      rest = rest.dropFirst(candidate.rawValue.count + 2)
      break
    }
    let halves = rest.split(separator: "|", maxSplits: 1).map(String.init)
    return .gap(Gap(form: form, hint: halves.first ?? "", example: halves.count > 1 ? halves[1] : ""))
  }

  /// The sentence with a model's name and every gap's example filled in, as it might stand in a manuscript.
  package func example(for model: String, isLatex: Bool) -> String {
    text(for: model) { Self.filled($0, after: $1, isLatex) }
  }

  /// The sentence with a model's name and its gaps as what belongs there, in brackets: nothing that only the author
  /// knows is put into their mouth.
  package func withGaps(for model: String) -> String { text(for: model) { $1 + "[\($0.hint)]" } }

  private func text(for model: String, _ filled: (Gap, String) -> String) -> String {
    parts.reduce("") { text, part in
      switch part {
      case .words(let words): return text + words
      case .model: return text + (text.isEmpty && model.hasPrefix("the ") ? "T" + model.dropFirst() : model)
      case .gap(let gap): return filled(gap, text)
      }
    }
  }

  private static func filled(_ gap: Gap, after text: String, _ isLatex: Bool) -> String {
    switch (gap.form, isLatex) {
    case (.words, _): return text + gap.example
    case (.code, true): return text + "\\texttt{\(gap.example)}"
    case (.code, false): return text + "`\(gap.example)`"
    case (.address, true): return text + "\\url{\(gap.example)}"
    case (.address, false): return text + "<\(gap.example)>"
    case (.reference, true): return (text.hasSuffix(" ") ? text.dropLast() + "~" : text) + "\\citep{\(gap.example)}"
    case (.reference, false): return text + "[@\(gap.example)]"
    }
  }
}
