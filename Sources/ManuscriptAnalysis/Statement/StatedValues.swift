import Manuscripts
import ReportingRules
import ReuseDetection

/// The values that a manuscript gives for a model's details, as far as they can stand by themselves.
///
/// A recogniser often stops at the words that show that a detail is told ("trained on", "dataset"): those are no values.
/// Where the text gives several numbers for one thing, it is left to the text.
struct StatedValues {
  private let model: DetectedModel
  let reading: ReadManuscript
  /// The details that concern the reuse.
  let details: [Detail: DetailFinding]

  init(_ model: DetectedModel, in reading: ReadManuscript) {
    self.model = model
    self.reading = reading
    details = AskBuilder.resolvedDetails(of: model)
  }

  /// Each value once.
  var facts: [Statement.Fact] {
    // What an uncertain use has to do with the numbers near it is uncertain too.
    let all = model.confidence > .low ? identity + recipe : identity
    return all.reduce(into: []) { facts, fact in
      if !facts.contains(where: { $0.value == fact.value }) { facts.append(fact) }
    }
  }

  private var identity: [Statement.Fact] { [version, variant, weights, licence].compactMap { $0 } }

  private var recipe: [Statement.Fact] {
    let facts: [Statement.Fact?] = [
      access, accessDate, pretrainingData, trainingData, trainingSize, split, optimiser, trainingLength, seed, sampling,
      prompt, hardware, runtime, code,
    ]
    return facts.compactMap { $0 }
  }

  /// The details that are asked for and stated, of which no value can be written, with the places.
  var elsewhere: [(detail: Detail, span: SourceSpan)] {
    guard model.confidence > .low else { return [] }
    let written = Set((identity + recipe).map(\.detail))
    return Detail.allCases.compactMap { detail in
      guard let found = details[detail], found.state == .present, let span = found.span, !written.contains(detail),
        !Self.saidOtherwise.contains(detail), detail != .weightsSource || found.value != model.name,
        Rule.rule(for: detail).ask != nil, Rule.rule(for: detail).isMeasured
      else { return nil }
      return (detail, span)
    }
  }

  /// Details that a statement's sentence answers by its name, its citation or its verb.
  private static let saidOtherwise: Set<Detail> = [
    .modelIdentity, .modelVariant, .modelVersion, .modelCitation, .pretrainedOrScratch, .adaptationMethod,
  ]

  func value(_ detail: Detail) -> String? {
    guard let found = details[detail], found.state == .present, let value = found.value else { return nil }
    return isPlain(value) ? value : nil
  }

  /// One line of text without signs that show that it was cut out of a table, a formula or brackets.
  private func isPlain(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= 80 && !value.contains { "|[]{}()\n\\=".contains($0) }
      && value.unicodeScalars.allSatisfy { $0.value >= 0x20 }
  }

  private func isName(_ value: String) -> Bool {
    func folded(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    return folded(model.name).contains(folded(value))
  }

  /// A value that begins as the model's name does is a name too: of a sibling, or of the model in another spelling.
  private func isOtherName(_ value: String) -> Bool {
    let start = value.prefix { $0.isLetter }.lowercased()
    return start.count > 2 && model.name.lowercased().hasPrefix(start)
  }

  private var version: Statement.Fact? {
    guard let found = value(.modelVersion), found.contains(where: \.isNumber), !isName(found) else { return nil }
    let value = withoutName(found)
    let isWorded = value.contains(" ") && Self.versionWords.contains(where: value.lowercased().hasPrefix)
    return Statement.Fact(.modelVersion, isWorded ? "" : "version", value)
  }

  /// "8.0.0" for "FreeSurfer 8.0.0": the statement has named the model already.
  private func withoutName(_ value: String) -> String {
    guard value.lowercased().hasPrefix(model.name.lowercased() + " ") else { return value }
    return String(value.dropFirst(model.name.count + 1))
  }

  func sentence(at span: SourceSpan) -> Int? {
    reading.sentences.indices.first { index in
      let sentence = reading.span(ofSentence: index)
      return sentence.file == span.file && sentence.range.contains(span.range.lowerBound)
    }
  }

  private static let versionWords = ["v", "revision", "release", "snapshot", "commit", "checkpoint", "dated"]

  private var variant: Statement.Fact? {
    guard let value = value(.modelVariant), value != self.value(.modelVersion), !isName(value),
      !isOtherName(value), !value.lowercased().contains("param")
    else { return nil }
    return Statement.Fact(.modelVariant, "variant", value)
  }

  private var weights: Statement.Fact? {
    guard let value = value(.weightsSource), !value.contains(" "), isOwnPlace(value) else { return nil }
    if isAddress(value) { return Statement.Fact(.weightsSource, "weights from", value, .address) }
    guard value.contains("/"), value != model.name else { return nil }
    return Statement.Fact(.weightsSource, "weights from", value, .code)
  }

  /// On a hub, the id has the model's name in it; other places of files tell nothing by their names.
  private func isOwnPlace(_ place: String) -> Bool {
    guard place.contains("huggingface.co/") || !isAddress(place) else { return true }
    let stem = model.name.split(separator: "/").last?.prefix { $0.isLetter }.lowercased() ?? ""
    return place.lowercased().contains(stem)
  }

  private func isAddress(_ value: String) -> Bool { value.hasPrefix("https://") || value.hasPrefix("http://") }

  private var licence: Statement.Fact? {
    guard let value = value(.modelLicence), ["MIT", "CC", "Apache", "BSD", "GPL"].contains(where: value.hasPrefix) else {
      return nil
    }
    let name = value.split(separator: " ").filter { !["licence", "license"].contains($0.lowercased()) }
    return Statement.Fact(.modelLicence, "licence", name.joined(separator: " "))
  }

  private var access: Statement.Fact? {
    guard details[.apiOrLocal]?.state == .present else { return nil }
    switch model.facets.access {
    case .api: return Statement.Fact(.apiOrLocal, "", "through an API")
    case .web: return Statement.Fact(.apiOrLocal, "", "through a web page")
    case .local: return Statement.Fact(.apiOrLocal, "", "run locally")
    case .unknown: return nil
    }
  }

  private var pretrainingData: Statement.Fact? {
    guard details[.pretrainingData]?.state == .declaredUnavailable else { return nil }
    return Statement.Fact(.pretrainingData, "", "pre-training data not disclosed")
  }

  /// The name of the data: words such as "the dataset" are none.
  private var trainingData: Statement.Fact? {
    guard let value = value(.trainingDataName), value.split(separator: " ").count <= 4, value.utf8.count > 2,
      value.dropFirst().contains(where: { $0.isUppercase || $0.isNumber }), value.contains(where: \.isLetter),
      !isName(value), !isOtherName(value)
    else { return nil }
    return Statement.Fact(.trainingDataName, "training data", value)
  }

  private var trainingSize: Statement.Fact? {
    if let value = value(.trainingDataSize), let span = details[.trainingDataSize]?.span, isCount(value),
      tellsTraining(span)
    {
      return Statement.Fact(.trainingDataSize, "trained on", value)
    }
    guard details[.trainingDataSize]?.state == .present, let text = singleText(.trainingItems), isCount(text) else {
      return nil
    }
    return Statement.Fact(.trainingDataSize, "trained on", text)
  }

  /// A number and what is counted, which is no part of a text or of a model.
  private func isCount(_ value: String) -> Bool {
    let words = value.split(separator: " ")
    guard words.count >= 2, words[0].allSatisfy({ $0.isNumber || $0 == "," || $0 == "." }), let noun = words.last else {
      return false
    }
    return noun.hasSuffix("s") && !Self.partsAndSettings.contains(noun.lowercased())
  }

  private static let partsAndSettings: Set<String> = [
    "tokens", "params", "parameters", "pairs", "steps", "epochs", "words", "classes", "categories", "trials", "layers",
    "dimensions", "experts", "gpus", "windows", "observations", "frames",
  ]

  /// The place lies in a sentence that tells of training, or that names the model.
  private func tellsTraining(_ span: SourceSpan) -> Bool {
    guard let index = sentence(at: span) else { return false }
    return reading.has(.training, inSentence: index) || reading.has(.fineTuning, inSentence: index)
      || model.mentions.contains { $0.sentence == index }
  }

  private var optimiser: Statement.Fact? {
    guard details[.optimiser]?.state == .present else { return nil }
    let name = value(.optimiser).flatMap { $0.first?.isUppercase == true && !$0.contains(" ") ? $0 : nil }
    let rate = single(.learningRate).map { "learning rate \($0)" } ?? singleText(.learningRate)
    let parts = [name.map { "optimiser \($0)" }, rate].compactMap { $0 }
    return parts.isEmpty ? nil : Statement.Fact(.optimiser, "", parts.joined(separator: ", "))
  }

  private var trainingLength: Statement.Fact? {
    guard details[.trainingLength]?.state == .present else { return nil }
    let parts = [
      single(.epochs).map { $0 == "1" ? "1 epoch" : "\($0) epochs" }, single(.steps).map { "\($0) steps" },
      single(.batchSize).map { "batch size \($0)" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : Statement.Fact(.trainingLength, "", parts.joined(separator: ", "))
  }

  private var seed: Statement.Fact? {
    guard details[.seed]?.state == .present else { return nil }
    return single(.seed).map { Statement.Fact(.seed, "seed", $0) }
  }

  private var sampling: Statement.Fact? {
    guard details[.decodingParameters]?.state == .present else { return nil }
    let parts = [single(.temperature).map { "temperature \($0)" }, single(.topP).map { "top-p \($0)" }]
      .compactMap { $0 }
    return parts.isEmpty ? nil : Statement.Fact(.decodingParameters, "", parts.joined(separator: ", "))
  }

  private var prompt: Statement.Fact? {
    switch details[.promptText]?.state {
    case .present: Statement.Fact(.promptText, "", "prompt in the text")
    case .delegated: Statement.Fact(.promptText, "", "prompt in the supplement or repository")
    case .declaredUnavailable, .missing, .notApplicable, nil: nil
    }
  }

  private var hardware: Statement.Fact? {
    guard details[.computeHardware]?.state == .present else { return nil }
    let texts = Set(model.values.filter { $0.quantity == .hardware }.map(\.text))
    guard texts.count == 1, let text = texts.first, isPlain(text), text.contains(where: \.isNumber) else { return nil }
    return Statement.Fact(.computeHardware, "on", text)
  }

  /// A name and its number: "PyTorch 2.0.1".
  private var runtime: Statement.Fact? {
    guard let value = value(.runtimeVersion) else { return nil }
    let words = value.split(separator: " ")
    guard words.count == 2, words[0].allSatisfy({ $0.isLetter || $0 == "-" }), words[1].first?.isNumber == true else {
      return nil
    }
    return isName(String(words[0]))
      ? Statement.Fact(.runtimeVersion, "version", String(words[1])) : Statement.Fact(.runtimeVersion, "with", value)
  }

  private var code: Statement.Fact? {
    // A file in a repository is most often a library's.
    guard let value = value(.codeAvailability), isAddress(value), !value.contains("/blob/") else { return nil }
    return Statement.Fact(.codeAvailability, "code at", value, .address)
  }

  /// The one number that the text gives for a quantity; nil where it gives several, or one in doubt.
  private func single(_ quantity: DetailValue.Quantity) -> String? {
    let values = model.values.filter { $0.quantity == quantity }
    guard let amount = values.first.flatMap(Self.amount), values.allSatisfy({ Self.amount($0) == amount }),
      !values.contains(where: { $0.text.lowercased().contains("seeds") })
    else { return nil }
    if amount == amount.rounded(), amount.magnitude < 1e15 { return String(Int64(amount)) }
    return String(amount)
  }

  /// The one text for a quantity, in the manuscript's words; nil where there are several.
  private func singleText(_ quantity: DetailValue.Quantity) -> String? {
    let texts = Set(model.values.filter { $0.quantity == quantity }.map(\.text))
    guard texts.count == 1, let text = texts.first, isPlain(text) else { return nil }
    return text
  }

  /// The number of a value, also where only its noun leaves doubt.
  private static func amount(_ value: DetailValue) -> Double? {
    if let amount = value.amount { return amount }
    let numbers = value.text.split { !$0.isNumber && $0 != "." && $0 != "," }
    return numbers.count == 1 ? Double(numbers[0].filter { $0 != "," }) : nil
  }
}
