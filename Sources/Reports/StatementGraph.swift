import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection

/// A statement on reused models as JSON-LD, in the terms of FAIR4ML 0.1.0 and schema.org.
///
/// A model as it was released and what this work made of it are two nodes: `fair4ml:fineTunedFrom` leads from the
/// second to the first where weights were trained further, `schema:isBasedOn` where only features or the design were
/// taken over. What was not found is said in the description of a model; no property is made up for it.
package enum StatementGraph {
  package static func json(_ result: ManuscriptResult) -> String {
    let statement = Statement(result.analysis)
    var writer = JSONWriter()
    writer.object { writer in
      writer.object("@context") { writer in
        writer.value("fair4ml", "https://w3id.org/fair4ml#")
        writer.value("schema", "http://schema.org/")
      }
      writer.array("@graph") { writer in
        write(result, statement, &writer)
        let places = Places(result.analysis)
        for entry in statement.entries { write(entry, result.analysis, places, &writer) }
      }
    }
    return writer.text + "\n"
  }

  /// The manuscript, with the models that it speaks of.
  private static func write(_ result: ManuscriptResult, _ statement: Statement, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.value("@id", "#manuscript")
      writer.value("@type", "schema:ScholarlyArticle")
      writer.value("schema:name", result.analysis.reading.manuscript.title ?? result.mainFile)
      guard !statement.entries.isEmpty else { return }
      writer.array("schema:mentions") { writer in
        for entry in statement.entries {
          for id in ids(of: entry, result.analysis) { writer.object { $0.value("@id", id) } }
        }
      }
    }
  }

  private static func ids(of entry: Statement.Entry, _ analysis: Analysis) -> [String] {
    let model = analysis.models[entry.model]
    let released = "#" + model.id
    return isMade(model) ? [released, made(model)] : [released]
  }

  private static func made(_ model: DetectedModel) -> String { "#" + model.id + "-in-this-work" }

  /// True where this work has a model of its own that came of the reused one.
  private static func isMade(_ model: DetectedModel) -> Bool {
    model.confidence > .low && !Set(model.patterns).isDisjoint(with: [.adaptation, .conceptual])
  }

  private static func write(
    _ entry: Statement.Entry, _ analysis: Analysis, _ places: Places, _ writer: inout JSONWriter
  ) {
    let model = analysis.models[entry.model]
    writer.object { writer in
      writer.value("@id", "#" + model.id)
      writer.value("@type", "fair4ml:MLModel")
      writer.value("schema:name", entry.name)
      for fact in entry.facts { write(fact, &writer) }
      writeCitation(entry.key, analysis, &writer)
      let instructions = entry.facts.filter { usage.contains($0.detail) }.map(\.plain)
      if !instructions.isEmpty { writer.value("fair4ml:usageInstructions", instructions.joined(separator: "; ")) }
      writer.value("schema:description", description(of: entry, places, isMade(model)))
    }
    guard isMade(model) else { return }
    writer.object { writer in
      writer.value("@id", made(model))
      writer.value("@type", "fair4ml:MLModel")
      let verb = model.patterns.contains(.adaptation) ? "adapted" : "rebuilt"
      writer.value("schema:name", "\(entry.name), as \(verb) in this work")
      writer.object(origin(of: model)) { $0.value("@id", "#" + model.id) }
      writeTrainingData(entry, places, &writer)
      writer.value("schema:description", training(of: entry))
    }
  }

  /// Weights trained further were fine-tuned; a fit on features or a design taken over is based on the model.
  private static func origin(of model: DetectedModel) -> String {
    let isTuned =
      model.patterns.contains(.adaptation)
      && (!model.subLabels.contains(.featureExtraction) || model.subLabels.contains(.fullFineTuning))
    return isTuned ? "fair4ml:fineTunedFrom" : "schema:isBasedOn"
  }

  private static func write(_ fact: Statement.Fact, _ writer: inout JSONWriter) {
    if fact.detail == .modelVersion { writer.value("schema:version", fact.value) }
    if fact.detail == .modelLicence { writer.value("fair4ml:legal", fact.plain) }
    guard fact.detail == .weightsSource else { return }
    switch fact.form {
    case .address: writer.object("schema:url") { $0.value("@id", fact.value) }
    case .code, .words, .quotation: writer.value("schema:identifier", fact.value)
    }
  }

  private static let data: Set<Detail> = [.trainingDataName, .trainingDataSize, .trainingDataSplit]
  private static let usage: Set<Detail> = [.apiOrLocal, .decodingParameters, .promptText]
  private static let recipe: Set<Detail> = [.optimiser, .trainingLength, .seed, .computeHardware, .runtimeVersion]

  private static func writeCitation(_ key: String?, _ analysis: Analysis, _ writer: inout JSONWriter) {
    guard let key else { return }
    guard let work = analysis.reading.works[key], !work.title.isEmpty else {
      return writer.value("schema:citation", key)
    }
    writer.object("schema:citation") { writer in
      writer.value("@type", "schema:CreativeWork")
      writer.value("schema:name", work.title)
      if !work.doi.isEmpty {
        writer.value("schema:identifier", "doi:" + work.doi)
      } else if !work.arXiv.isEmpty {
        writer.value("schema:identifier", "arXiv:" + work.arXiv)
      }
    }
  }

  private static func writeTrainingData(_ entry: Statement.Entry, _ places: Places, _ writer: inout JSONWriter) {
    let name = entry.facts.first { $0.detail == .trainingDataName }
    let size = entry.facts.first { $0.detail == .trainingDataSize }
    let split = entry.facts.first { $0.detail == .trainingDataSplit }
    guard name != nil || size != nil || split != nil else { return }
    writer.object("fair4ml:trainedOn") { writer in
      writer.value("@type", "schema:Dataset")
      writer.value("schema:name", name?.value ?? "training data of this work")
      if let size { writer.value("schema:size", size.value) }
      if let split { writer.value("schema:description", words(split, places)) }
    }
  }

  /// A fact in plain words, a quotation with its place.
  private static func words(_ fact: Statement.Fact, _ places: Places) -> String {
    guard case .quotation(let span) = fact.form else { return fact.plain }
    return "\(fact.plain) (\(places.lineWords(span)))"
  }

  /// What was done, what else is said, and what was not found.
  private static func description(of entry: Statement.Entry, _ places: Places, _ isMade: Bool) -> String {
    let uses = entry.uses.joined(separator: ", and also ")
    var sentences = [uses.isEmpty ? "Whether it was used is not clear from the manuscript." : "Was \(uses)."]
    let said: Set<Detail> = [.modelVersion, .weightsSource, .modelLicence]
    let elsewhere = said.union(usage).union(isMade ? recipe.union(data) : [])
    let rest = entry.facts.filter { !elsewhere.contains($0.detail) }
    if !rest.isEmpty { sentences.append("Stated: \(rest.map { words($0, places) }.joined(separator: "; ")).") }
    if !entry.elsewhere.isEmpty {
      let words = entry.elsewhere.map { "\(Fixes.words($0.detail)) (\(places.lineWords($0.span)))" }
      sentences.append("Stated in the text: \(words.joined(separator: "; ")).")
    }
    if !entry.gaps.isEmpty {
      sentences.append("Not found in the manuscript: \(entry.gaps.map(Fixes.words).joined(separator: "; ")).")
    }
    return sentences.joined(separator: " ")
  }

  private static func training(of entry: Statement.Entry) -> String {
    let facts = entry.facts.filter { recipe.contains($0.detail) }.map(\.plain)
    return facts.isEmpty ? "How it was trained: see the manuscript." : "Training: \(facts.joined(separator: "; "))."
  }
}
