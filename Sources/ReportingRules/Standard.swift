/// A reporting standard or venue form that asks for details of a reuse.
///
/// Identifiers are those under which the standard was found; item numbers follow published transcriptions and are given
/// only where at least one public copy confirms them.
package enum Standard: String, Sendable, CaseIterable {
  case dome = "DOME"
  case reforms = "REFORMS"
  case tripodAI = "TRIPOD+AI"
  case tripodLLM = "TRIPOD-LLM"
  case claim2024 = "CLAIM 2024"
  case consortAI = "CONSORT-AI"
  case stardAI = "STARD-AI"
  case decideAI = "DECIDE-AI"
  case miClearLLM = "MI-CLEAR-LLM"
  case neurIPS = "NeurIPS checklist"
  case acl = "ACL Responsible NLP checklist"
  case mlReproducibility = "ML Reproducibility Checklist"
  case modelCards = "Model Cards"
  case huggingFaceCard = "Hugging Face model card"
  case fair4ml = "FAIR4ML"
  case joss = "JOSS review checklist"
  case llmInSE = "LLM-in-SE guidelines"
  case davis2023 = "Davis et al. 2023"
  case jiang2023 = "Jiang et al. 2023"

  /// Where the standard stands: a DOI, an arXiv id or an address.
  package var identifier: String {
    switch self {
    case .dome: "arXiv:2006.16189"
    case .reforms: "doi:10.1126/sciadv.adk3452"
    case .tripodAI: "doi:10.1136/bmj-2023-078378"
    case .tripodLLM: "doi:10.1038/s41591-024-03425-5"
    case .claim2024: "doi:10.1148/ryai.240300"
    case .consortAI: "doi:10.1038/s41591-020-1034-x"
    case .stardAI: "doi:10.1038/s41591-025-03953-8"
    case .decideAI: "doi:10.1038/s41591-022-01772-9"
    case .miClearLLM: "doi:10.3348/kjr.2025.1522"
    case .neurIPS: "neurips.cc/public/guides/PaperChecklist"
    case .acl: "aclrollingreview.org/responsibleNLPresearch"
    case .mlReproducibility: "JMLR 22(164), 2021"
    case .modelCards: "doi:10.1145/3287560.3287596"
    case .huggingFaceCard: "huggingface/hub-docs, modelcard.md"
    case .fair4ml: "w3id.org/fair4ml/0.1.0"
    case .joss: "joss, review_checklist.md"
    case .llmInSE: "arXiv:2508.15503"
    case .davis2023: "arXiv:2404.16688"
    case .jiang2023: "arXiv:2303.02552"
    }
  }
}

extension Standard {
  /// Its name on the command line: "tripod-llm", "model-cards".
  package var name: String { rawValue.lowercased().replacing(" ", with: "-") }

  /// Which edition the items are of, as the sources name it.
  package var edition: String {
    switch self {
    case .dome: "2021"
    case .reforms: "2024"
    case .tripodAI: "2024"
    case .tripodLLM: "2025"
    case .claim2024: "the update of 2024"
    case .consortAI: "2020"
    case .stardAI: "2025"
    case .decideAI: "2022"
    case .miClearLLM: "the update of 2025, of eight items"
    case .neurIPS: "the form of 2025, of 16 questions"
    case .acl: "version 0.1 of the form's source, of the parts A to D"
    case .mlReproducibility: "version 2"
    case .modelCards: "2019"
    case .huggingFaceCard: "the template of its documentation"
    case .fair4ml: "0.1.0"
    case .joss: "the checklist of its documentation"
    case .llmInSE: "2025"
    case .davis2023, .jiang2023: "2023"
    }
  }

  /// What it is, in a sentence.
  package var purpose: String {
    switch self {
    case .dome, .reforms, .tripodLLM, .claim2024, .miClearLLM, .neurIPS, .acl:
      Checklist.allCases.first { $0.standard == self }?.purpose ?? ""
    case .tripodAI: "Studies that build or validate prediction models in medicine, with or without machine learning."
    case .consortAI: "Reports of randomised trials of interventions with artificial intelligence."
    case .stardAI: "Studies of the diagnostic accuracy of artificial intelligence."
    case .decideAI: "Early clinical evaluation of decision support by artificial intelligence."
    case .mlReproducibility: "The checklist that machine-learning conferences asked authors to fill in."
    case .modelCards: "A short document that goes with a released model."
    case .huggingFaceCard: "The description of a model on the hub of Hugging Face."
    case .fair4ml: "A vocabulary for the description of machine-learning models, beside schema.org."
    case .joss: "What reviewers of the Journal of Open Source Software go through."
    case .llmInSE: "Studies of software engineering in which large language models are used."
    case .davis2023: "The study that defined conceptual, adaptation and deployment reuse."
    case .jiang2023: "The study that asked practitioners what they need to know of a model to reuse it."
    }
  }
}

/// One item of a standard.
package struct StandardItem: Sendable, Equatable {
  package let standard: Standard
  /// The item's number or name where a public copy confirms it, else nil.
  package let item: String?

  package static func of(_ standard: Standard, _ item: String? = nil) -> StandardItem {
    StandardItem(standard: standard, item: item)
  }

  /// "MI-CLEAR-LLM item 1", or the standard's name alone.
  package var label: String { Self.label(of: standard, items: item.map { [$0] } ?? []) }

  /// The order of items: numbers by their values, "item 9" before "item 22" and "6a" before "14f".
  static func precedes(_ left: String, _ right: String) -> Bool {
    var (left, right) = (left.utf8[...], right.utf8[...])
    while let one = left.first, let other = right.first {
      let (number, otherNumber) = (takeNumber(&left), takeNumber(&right))
      if let number, let otherNumber {
        if number != otherNumber { return number < otherNumber }
        continue
      }
      if one != other { return one < other }
      (left, right) = (left.dropFirst(), right.dropFirst())
    }
    return left.isEmpty && !right.isEmpty
  }

  /// Takes the digits that a text begins with; nil, and nothing taken, where there are none.
  private static func takeNumber(_ text: inout Substring.UTF8View) -> Int? {
    let digits = text.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return nil }
    text = text.dropFirst(digits.count)
    return digits.reduce(0) { $0 &* 10 &+ Int($1 &- 0x30) }
  }

  /// "MI-CLEAR-LLM items 1, 5": a standard with several of its items.
  static func label(of standard: Standard, items: [String]) -> String {
    guard items.count > 1, items.allSatisfy({ $0.hasPrefix("item ") }) else {
      return ([standard.rawValue] + (items.isEmpty ? [] : [items.joined(separator: ", ")])).joined(separator: " ")
    }
    return "\(standard.rawValue) items " + items.map { String($0.dropFirst(5)) }.joined(separator: ", ")
  }
}
