import ReuseDetection

extension Checklist {
  /// One item for each rule that the newest `science` profile looks for, by what the rule is about.
  static let scienceSections: [ChecklistSection] = DetailGroup.allCases.compactMap { group in
    let rules = Rule.all.filter { $0.isLookedFor(in: .science) && DetailGroup.of($0.detail) == group }
    let items = rules.map { rule in
      ChecklistItem(
        key: rule.name, number: nil, topic: DetailWording.topic(rule.detail), details: [rule.detail], limit: "")
    }
    return items.isEmpty ? nil : ChecklistSection(group.rawValue, items)
  }
}

/// What a detail is about, for headings; the raw value is the heading.
package enum DetailGroup: String, Sendable, CaseIterable {
  case identity = "Which model it was"
  case training = "How it was trained or adapted"
  case use = "How it was run"
  case design = "What was rebuilt"
  case evaluation = "How well it works here"

  package static func of(_ detail: Detail) -> DetailGroup {
    groups.first { $0.details.contains(detail) }?.group ?? .use
  }

  private static let groups: [(group: DetailGroup, details: Set<Detail>)] = [
    (
      .identity,
      [
        .modelIdentity, .modelVariant, .modelVersion, .accessDate, .apiOrLocal, .weightsSource,
        .modelCitation, .modelLicence, .intendedUseFit, .pretrainingData, .knowledgeCutoff,
        .contaminationCheck,
      ]
    ),
    (
      .training,
      [
        .adaptationMethod, .trainableLayers, .pretrainedOrScratch, .architectureChanges,
        .trainingDataName, .trainingDataSize, .trainingDataSplit, .splitUnit,
        .trainingDataAvailability, .optimiser, .trainingLength, .hyperparameterSearch, .loss,
        .augmentation, .seed, .numberOfRuns, .peftConfiguration, .distillationConfiguration,
        .codeAvailability, .adaptedWeights, .releasedCard, .computeHardware, .computeCost,
      ]
    ),
    (.design, [.architectureSource, .architectureDifferences, .matchesOriginal]),
    (
      .evaluation,
      [
        .targetValidation, .metricDefinition, .baseline, .uncertainty, .limitationsBias,
        .failureAnalysis, .subgroupFairness,
      ]
    ),
  ]
}
