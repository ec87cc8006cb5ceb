import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection

/// A checklist filled from one manuscript: what every form of the report shows.
package struct FilledChecklist: Sendable {
  package let checklist: Checklist
  /// The main file's name in the manuscript's folder, however the user named it.
  package let manuscript: String
  /// The manuscript's own title, markup removed; nil where it has none.
  package let title: String?
  package let language: String
  /// True when no text was found in the files.
  package let isEmpty: Bool
  package let stamp: ReportStamp
  /// What was read, and what could not be.
  package let input: ReportInputRecord
  /// The reused models, in order of first mention.
  package let models: [ReportedModel]
  /// The models that are not judged, with the reasons.
  package let others: [OtherModel]
  package let sections: [Section]
  package let questions: [OpenQuestion]

  /// A part of the checklist with its answers.
  package struct Section: Sendable {
    package let title: String
    package let items: [FilledItem]

    /// The items that concern something here, or that an editor has set.
    package var applicable: [FilledItem] { items.filter { !$0.isNotApplicable } }

    package var notApplicable: [FilledItem] { items.filter(\.isNotApplicable) }
  }

  package var items: [FilledItem] { sections.flatMap(\.items) }

  /// True where details are judged: in English.
  package var isJudged: Bool { language == "en" }

  /// How many items are in each state, without those that only may be reported.
  package func count(_ state: ItemState) -> Int { items.filter { $0.state == state && !$0.isUnmeasured }.count }

  /// How many items have words that may answer, found by a rule whose answers are not measured.
  package var unmeasuredCount: Int { items.filter(\.isUnmeasured).count }
}

/// What a report is made with.
package struct ReportStamp: Sendable, Equatable {
  /// Colophon's version.
  package let tool: String
  /// The catalogue's date.
  package let catalogue: String
  package let profile: String
  /// What settings changed about the reading, in sentences.
  package let settings: [String]
}

/// The answer to one item.
package struct FilledItem: Sendable {
  package let item: ChecklistItem
  /// What Colophon says.
  package let found: ItemState
  /// What an editor says instead.
  package let override: ItemOverride?
  /// For each reused model that the item concerns.
  package let answers: [ItemAnswer]
  /// Why the state is what it is, where the answers do not show it.
  package let note: String

  package var state: ItemState { override?.state ?? found }

  /// True when the item counts as reported only with what a rule found whose answers are not measured.
  package var isUnmeasured: Bool {
    override == nil && found == .reported && answers.contains { $0.parts.contains(where: \.isUnmeasured) }
  }

  fileprivate var isNotApplicable: Bool { found == .notApplicable && override == nil }

  /// True when the state says all that the answers say: one detail, found for none of the models.
  package var saysAll: Bool {
    item.details.count == 1 && answers.allSatisfy { $0.state == .notFound }
  }

  /// The answers with the models that share each, in the order of the first one.
  package var sharedAnswers: [(models: [Int], parts: [DetailAnswer])] {
    var shared: [(models: [Int], parts: [DetailAnswer])] = []
    for answer in answers {
      if let index = shared.firstIndex(where: { $0.parts == answer.parts }) {
        shared[index].models.append(answer.model)
      } else {
        shared.append(([answer.model], answer.parts))
      }
    }
    return shared
  }
}

/// What the manuscript says of an item about one model.
package struct ItemAnswer: Sendable {
  /// Index in `FilledChecklist.models`.
  package let model: Int
  package let state: ItemState
  /// The details that the item asks for and that concern the model.
  package let parts: [DetailAnswer]
}

/// What the manuscript says of one detail of one model.
package struct DetailAnswer: Sendable, Equatable {
  package let detail: Detail
  package let state: ItemState
  /// The value, or the words that answer; nil where there are none.
  package let value: String?
  package let place: TextPlace?
  /// The sentence or line that answers.
  package let quotation: Quotation?

  /// True when words may answer, found by a rule whose answers are not measured.
  package var isUnmeasured: Bool { state == .reported && !Rule.rule(for: detail).isAnswerMeasured }
}

/// A place in a file, for people: lines and columns are 1-based, columns in UTF-8 bytes.
package struct TextPlace: Sendable, Equatable {
  package let file: String
  package let line: Int
  package let column: Int

  /// "methods.tex:12".
  package var words: String { "\(file):\(line)" }
}

/// Words of the manuscript, with the part that matters between what stands before and after it.
package struct Quotation: Sendable, Equatable {
  package let before: String
  /// Empty where the whole quotation matters.
  package let marked: String
  package let after: String

  package var text: String { before + marked + after }
}

/// A reused model.
package struct ReportedModel: Sendable {
  package let id: String
  package let name: String
  package let patterns: [ReusePattern]
  package let subLabels: [SubLabel]
  package let confidence: Confidence
  package let step: ScienceStep?
  package let place: TextPlace
  package let mentionCount: Int
  package let evidence: [ReportedEvidence]
  /// Every detail that the checklist asks for, applicable or not, in the order of `Detail`.
  package let details: [DetailAnswer]

  /// True when it is not sure that the model is used at all.
  package var isUncertain: Bool { confidence == .low }

  package func answer(_ detail: Detail) -> DetailAnswer? { details.first { $0.detail == detail } }
}

/// A sentence that decided about a model, with its neighbours.
package struct ReportedEvidence: Sendable, Equatable {
  package let place: TextPlace
  /// What the sentence says of the model's use, in plain words.
  package let cue: String
  /// The sentence before in the same paragraph, or empty.
  package let before: String
  package let sentence: Quotation
  /// The sentence after, or empty.
  package let after: String
}

/// A model that is named and not judged.
package struct OtherModel: Sendable {
  package let id: String
  package let name: String
  package let role: Role
  package let mentionCount: Int
  /// What its mentions say for and against use, in plain words, each once.
  package let speaksFor: [String]
  package let speaksAgainst: [String]
  /// True when the authors or the settings say that it is only discussed.
  package let isStated: Bool
  package let evidence: [ReportedEvidence]
}

/// What a report was made from.
package struct ReportInputRecord: Sendable, Equatable {
  package struct File: Sendable, Equatable {
    package let path: String
    package let byteCount: Int
    package let digest: String
  }

  package struct Remark: Sendable, Equatable {
    package let message: String
    package let place: TextPlace?
  }

  /// In the order of reading, then the files beside the manuscript that pin packages.
  package let files: [File]
  /// The SHA-256 of the lines that `sha256sum` prints for the files, in this order.
  package let digest: String
  /// Files that the manuscript names and that could not be read.
  package let unread: [Remark]
  /// What else kept a part from being read as meant.
  package let remarks: [Remark]
  /// `colophon:` comments, which the report does not obey unless they say what a model is.
  package let comments: [Remark]
}
