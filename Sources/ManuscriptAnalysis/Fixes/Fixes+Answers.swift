import Manuscripts
import ReportingRules
import ReuseDetection

extension Fixes {
  /// Texts that answer a question: one for each of its models, and a table for several.
  ///
  /// - Parameter isPreferred: nothing better is offered, so that the sentence on the first model may be preferred.
  func answers(_ ask: AskName, _ diagnostic: Diagnostic, isPreferred: Bool) -> [Fix] {
    switch ask {
    case .howReused: return diagnostic.models.count == 1 ? choices(Self.uses, diagnostic) : groupChoices(diagnostic)
    case .pretrainedOrScratch: return choices(Self.origins, diagnostic) + table(diagnostic)
    case .adaptationMethod: return choices(Self.methods, diagnostic) + table(diagnostic)
    case .whichModel: return identity(diagnostic)
    case .citeModel, .codeAvailability:
      return diagnostic.models.prefix(Self.modelLimit).compactMap { sentences(ask, diagnostic, on: $0, isPreferred) }
    case .whichWeights, .trainingData, .trainingRecipe, .prompting:
      return diagnostic.models.prefix(Self.modelLimit).compactMap { sentences(ask, diagnostic, on: $0, isPreferred) }
        + table(diagnostic)
    case .placeholder, .conflictingDetail, .retiredSnapshot, .preprintCited, .hubSpelling, .nonCommercialWeights:
      return []
    }
  }

  // MARK: Sentences

  /// A sentence for each gap of one model, behind the sentence that tells of it, else in a paragraph of their own.
  private func sentences(_ ask: AskName, _ diagnostic: Diagnostic, on model: Int, _ isPreferred: Bool) -> Fix? {
    let details = gaps(diagnostic, of: model)
    guard !details.isEmpty else { return nil }
    let text = details.sorted().map { sentence(on: $0, model) }.joined()
    let isFirst = model == diagnostic.models.first
    let names = details.prefix(3).map(Self.words).joined(separator: ", ") + (details.count > 3 ? ", …" : "")
    guard let edit = edit(adding: text, on: model, isAvailability: ask == .codeAvailability) else { return nil }
    return Fix(
      id: "sentence-\(model)",
      title: "Add \(details.count == 1 ? "a sentence" : "sentences") on '\(name(model))': \(names)", kind: .answer,
      isPreferred: isFirst && isPreferred, edits: [edit])
  }

  /// A rule's sentence on a model, with what the catalogue is sure of before it.
  private func sentence(on detail: Detail, _ model: Int) -> FixText {
    let name = markup.name(of: analysis.models[model])
    let text = markup.sentence(Rule.rule(for: detail).sentence, for: name, reference: nil)
    guard detail == .weightsSource, let address = publishedAddress(of: model) else { return text }
    return FixText("\(name) is published at ") + markup.address(address) + ". " + text
  }

  /// The address of a model's own page: a confirmed one whose last part is the model's name.
  ///
  /// A design has weights in many places; which one is its own cannot be said.
  private func publishedAddress(of model: Int) -> String? {
    guard let family = analysis.models[model].family.map({ catalogue.family(at: $0) }), family.kind != .architecture,
      !analysis.models[model].facets.isArchitecture, let hub = family.hub.confirmedValue, hub.contains("/")
    else { return nil }
    func folded(_ text: some StringProtocol) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let last = hub.split(separator: "/").last ?? ""
    return folded(last) == folded(name(model)) ? "https://" + hub : nil
  }

  /// The edit that adds text on a model where such text belongs.
  private func edit(adding text: FixText, on model: Int, isAvailability: Bool) -> FixEdit? {
    if !isAvailability, let place = places.place(forSentenceOn: analysis.models[model]) {
      return writer.lines(text, at: place)
    }
    guard let place = places.placeForParagraph(onAvailability: isAvailability) else { return nil }
    if isAvailability, places.isInAvailability(place) { return writer.lines(text, at: place) }
    return writer.paragraph(FixText(markup.heading(isAvailability ? "Code availability" : "Model reuse")) + text, at: place)
  }

  /// For a model that the text does not name: its sentence goes where the words stand that were noticed.
  private func identity(_ diagnostic: Diagnostic) -> [Fix] {
    guard let place = places.place(behindBlockAt: diagnostic.span) else { return [] }
    let text = markup.sentence(Rule.rule(for: .modelIdentity).sentence, for: "", reference: nil)
    return [
      Fix(
        id: "sentence", title: "Add a sentence that names the model", kind: .answer, isPreferred: true,
        edits: [writer.lines(text, at: place)])
    ]
  }

  // MARK: Choices

  /// An answer that the author can pick as it is.
  private struct Choice {
    let id: String
    /// What the answer says of the model, as the title puts it behind its name.
    let title: String
    let sentence: AnswerSentence

    init(_ id: String, _ title: String, _ template: String) {
      self.id = id
      self.title = title
      sentence = AnswerSentence(template)
    }
  }

  private static let uses = [
    Choice("released", "was used as released", "We used the pre-trained MODEL as released, without further training."),
    Choice(
      "fine-tuned", "was fine-tuned from released weights",
      "We fine-tuned MODEL, starting from its pre-trained weights ⟨which weights|of ImageNet⟩."),
    Choice(
      "scratch", "was trained from scratch", "We trained MODEL from scratch, with randomly initialised weights."),
  ]

  private static let origins = [
    Choice("scratch", "was trained from scratch", "MODEL was trained from scratch, with randomly initialised weights."),
    Choice(
      "released", "was trained from released weights",
      "MODEL was initialised with pre-trained weights ⟨which weights|of ImageNet⟩."),
  ]

  private static let methods = [
    Choice("all-layers", "was fine-tuned in all layers", "We fine-tuned all layers of MODEL."),
    Choice("head", "was frozen and got a new head", "We froze MODEL and trained a new head on it."),
    Choice(
      "adapters", "was fine-tuned with adapters", "We fine-tuned MODEL with adapters ⟨kind and rank|LoRA, rank 8⟩."),
  ]

  /// Each of the answers for each of the first models.
  private func choices(_ choices: [Choice], _ diagnostic: Diagnostic) -> [Fix] {
    diagnostic.models.prefix(Self.modelLimit).flatMap { model in
      choices.compactMap { choice in
        let name = markup.name(of: analysis.models[model])
        let text = markup.sentence(choice.sentence, for: name, reference: nil)
        return edit(adding: text, on: model, isAvailability: false).map {
          Fix(
            id: "\(choice.id)-\(model)", title: "'\(self.name(model))' \(choice.title)", kind: .answer, edits: [$0])
        }
      }
    }
  }

  /// One answer for all models of an uncertain group, sentence by sentence.
  private func groupChoices(_ diagnostic: Diagnostic) -> [Fix] {
    let all = Self.uses.compactMap { choice -> Fix? in
      let edits = diagnostic.models.map { model in
        let text = markup.sentence(choice.sentence, for: markup.name(of: analysis.models[model]), reference: nil)
        return (edit(adding: text, on: model, isAvailability: false), text)
      }
      guard let merged = FixEdit.merged(edits.compactMap(\.0)), edits.allSatisfy({ $0.0 != nil }) else { return nil }
      return Fix(
        id: "\(choice.id)-all", title: "Each of the \(diagnostic.models.count) models \(choice.title)", kind: .answer,
        edits: merged)
    }
    return all + choices(Self.uses, diagnostic)
  }
}

extension FixEdit {
  /// The edits with those at one place made into one, in their order.
  static func merged(_ edits: [FixEdit]) -> [FixEdit]? {
    var merged: [FixEdit] = []
    for edit in edits {
      if let same = merged.firstIndex(where: { $0.target == edit.target && $0.range == edit.range }) {
        merged[same] = FixEdit(target: edit.target, range: edit.range, text: merged[same].text + edit.text)
      } else {
        merged.append(edit)
      }
    }
    return merged.isEmpty ? nil : merged
  }
}

extension [FixText] {
  /// The texts line by line.
  func joined() -> FixText {
    guard let first else { return FixText() }
    return dropFirst().reduce(first) { $0 + "\n" + $1 }
  }
}
