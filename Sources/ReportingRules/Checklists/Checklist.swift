import ReuseDetection

/// A list of items that a report fills; the raw value is its name on the command line.
///
/// The wording is ours. Numbers are printed only where a public copy of the standard confirms them.
package enum Checklist: String, Sendable, CaseIterable {
  case science
  case tripodLLM = "tripod-llm"
  case miClearLLM = "mi-clear-llm"
  case claim2024 = "claim-2024"
  case neurips, acl, dome, reforms

  /// The name that a reader knows it by.
  package var title: String { standard?.rawValue ?? "Colophon's own list for the natural sciences" }

  /// The standard, or nil for our own list.
  package var standard: Standard? {
    switch self {
    case .science: nil
    case .tripodLLM: .tripodLLM
    case .miClearLLM: .miClearLLM
    case .claim2024: .claim2024
    case .neurips: .neurIPS
    case .acl: .acl
    case .dome: .dome
    case .reforms: .reforms
    }
  }

  /// What it is for, in a sentence.
  package var purpose: String {
    switch self {
    case .science: "What the `science` profile looks for, for any manuscript that reuses pre-trained models."
    case .tripodLLM: "Studies that build, tune, prompt or evaluate large language models in medicine."
    case .miClearLLM: "Studies of the accuracy of large language models in healthcare."
    case .claim2024: "Studies of artificial intelligence in medical imaging."
    case .neurips: "The checklist at the end of a NeurIPS paper."
    case .acl: "The checklist of ACL Rolling Review."
    case .dome: "Supervised machine learning in biology."
    case .reforms: "Science that rests on machine learning, in any field."
    }
  }

  /// The profile whose severities order its open questions.
  package var profile: Profile {
    switch self {
    case .science, .dome, .reforms: .science
    case .claim2024: .imaging
    case .tripodLLM, .miClearLLM: .clinicalLLM
    case .neurips, .acl: .ml
    }
  }

  /// The list that a readership asks for: its standard where there is one here, else our own.
  package init(for profile: Profile) {
    self =
      switch profile.audience {
      case .science, .clinical: .science
      case .clinicalLLM: .tripodLLM
      case .ml: .neurips
      case .imaging: .claim2024
      }
  }

  package var sections: [ChecklistSection] {
    switch self {
    case .science: Self.scienceSections
    case .tripodLLM: Self.tripodLLMSections
    case .miClearLLM: Self.miClearLLMSections
    case .claim2024: Self.claim2024Sections
    case .neurips: Self.neuripsSections
    case .acl: Self.aclSections
    case .dome: Self.domeSections
    case .reforms: Self.reformsSections
    }
  }

  package var items: [ChecklistItem] { sections.flatMap(\.items) }

  /// The details that its items ask for, in the order of `Detail`.
  package var details: [Detail] {
    let asked = Set(items.flatMap(\.details))
    return Detail.allCases.filter(asked.contains)
  }
}
