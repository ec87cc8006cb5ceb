import ReportingRules
import ReuseDetection

/// What analyses looked up in the catalogue's facts and in the standards, for the next one.
struct FactMemory: Sendable {
  /// What ids on hubs were found to mean.
  var spelling = HubSpelling()
  /// The facts on models of questions, as long as the works cited are the same.
  var notes: [FactNotes.Key: [String]] = [:]
  /// The number of the reading of the works that the notes rest on.
  private var works = 0
  private var askers: [[Detail]: [String]] = [:]

  /// Who asks for any of these details, as `AskBuilder.askedBy` has it.
  mutating func askedBy(_ details: [Detail]) -> [String] {
    if let known = askers[details] { return known }
    let found = AskBuilder.askedBy(details.map(Rule.rule(for:)))
    askers[details] = found
    return found
  }

  /// The same for an analysis with these works.
  func with(_ cited: CitedWorks) -> FactMemory {
    guard works != cited.number else { return self }
    var memory = FactMemory()
    memory.spelling = spelling
    memory.askers = askers
    memory.works = cited.number
    return memory
  }
}
