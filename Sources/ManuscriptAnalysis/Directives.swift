import Manuscripts
import ReportingRules
import ReuseDetection

/// What a `colophon:` comment says, read from its words.
struct ReadDirective: Sendable, Equatable {
  enum Action: Sendable, Equatable {
    case ignore, ignoreNext, ignoreBegin, ignoreEnd, ignoreFile
    case discussed, notAModel
    /// Stated in a supplement or a repository, outside the files that are read.
    case seeElsewhere
  }

  let action: Action
  /// Asks and details, in their own spelling; empty for everything.
  let names: [String]
  /// The model meant, as written; nil for all.
  let model: String?
  let source: Directive
  /// True when words follow ` -- `.
  let hasReason: Bool

  /// True for directives that keep a question from being asked.
  var needsReason: Bool {
    switch action {
    case .ignore, .ignoreNext, .ignoreBegin, .ignoreFile, .discussed, .notAModel: true
    case .ignoreEnd, .seeElsewhere: false
    }
  }
}

/// All directives of a manuscript, interpreted.
package struct Directives: Sendable {
  /// The words that may follow `colophon:`.
  package static let actionNames = actions.map(\.word)

  private(set) var read: [ReadDirective] = []
  /// Directives that could not be read, with the reason.
  private(set) var misread: [(directive: Directive, message: String)] = []

  init(_ directives: [Directive]) {
    for directive in directives { add(directive) }
  }

  /// What they and the configuration say about models.
  func options(with configuration: Configuration) -> DetectionOptions {
    var options = DetectionOptions()
    options.discussed = configuration.discussed
    options.notModels = configuration.notModels
    options.details = configuration.lintedDetails
    for directive in read {
      guard let model = directive.model else { continue }
      if directive.action == .discussed { options.discussed.insert(model) }
      if directive.action == .notAModel { options.notModels.insert(model) }
    }
    return options
  }

  /// The models with the details that the author says stand in a supplement or a repository.
  func delegating(_ models: [DetectedModel]) -> [DetectedModel] {
    let delegations = read.filter { $0.action == .seeElsewhere }
    guard !delegations.isEmpty else { return models }
    return models.map { model in
      var model = model
      for directive in delegations where directive.concerns(model) {
        for detail in directive.details where model.details[detail]?.state == .missing {
          model.details[detail] = DetailFinding(state: .delegated, value: nil, span: directive.source.span)
        }
      }
      return model
    }
  }

  /// What a word that may follow `colophon:` does; nil for others.
  package static func meaning(of name: String) -> String? { actions.first { $0.word == name }?.meaning }

  private static let actions: [(word: String, action: ReadDirective.Action, meaning: String)] = [
    ("ignore-next", .ignoreNext, "does not ask it in the next paragraph"),
    ("ignore-begin", .ignoreBegin, "does not ask it up to the next 'ignore-end'"),
    ("ignore-end", .ignoreEnd, "ends the stretch that 'ignore-begin' opened"),
    ("ignore-file", .ignoreFile, "does not ask it anywhere in this file"),
    ("ignore", .ignore, "does not ask it in the paragraph that holds the comment or follows it"),
    ("discussed", .discussed, "the named model is only discussed in this manuscript"),
    ("not-a-model", .notAModel, "the name means no model in this manuscript"),
    ("see-supplement", .seeElsewhere, "the named details are stated in the supplement"),
    ("see-repository", .seeElsewhere, "the named details are stated in the code repository"),
  ]

  private mutating func add(_ directive: Directive) {
    let body = Self.beforeReason(directive.body)
    let words = body.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first, let action = Self.actions.first(where: { $0.word == first })?.action else {
      let nearest = NearestName.nearest(to: words.first ?? "", in: Self.actions.map(\.word))
      return misread.append((directive, "unknown directive '\(words.first ?? "")'" + NearestName.hint(nearest)))
    }
    let rest = Array(words.dropFirst())
    if action == .discussed || action == .notAModel {
      guard !rest.isEmpty else { return misread.append((directive, "'\(first)' needs the name of a model")) }
      return read.append(
        ReadDirective(action: action, names: [], model: rest.joined(separator: " "), source: directive,
          hasReason: Self.hasReason(directive.body)))
    }
    addNames(rest, action, directive)
  }

  private mutating func addNames(_ words: [String], _ action: ReadDirective.Action, _ directive: Directive) {
    let split = words.firstIndex(of: "for")
    let names = words[..<(split ?? words.endIndex)].flatMap { $0.split(separator: ",").map(String.init) }
    let model = split.map { words[($0 + 1)...].joined(separator: " ") }
    var known: [String] = []
    for name in names {
      guard let spelling = RuleNames.spelling(of: name) else {
        misread.append(
          (
            directive,
            "unknown ask or detail '\(name)'" + NearestName.hint(NearestName.nearest(to: name, in: RuleNames.all))
          ))
        continue
      }
      known.append(spelling)
    }
    if known.isEmpty, !names.isEmpty { return }
    read.append(
      ReadDirective(
        action: action, names: known, model: model, source: directive, hasReason: Self.hasReason(directive.body)))
  }

  private static func hasReason(_ body: String) -> Bool {
    guard let range = body.firstRange(of: "--") else { return false }
    return body[range.upperBound...].contains { $0.isLetter || $0.isNumber }
  }

  /// The words before ` -- reason`.
  private static func beforeReason(_ body: String) -> String {
    guard let range = body.firstRange(of: "--") else { return body }
    return String(body[..<range.lowerBound])
  }
}

extension ReadDirective {
  func concerns(_ model: DetectedModel) -> Bool {
    guard let name = self.model else { return true }
    let wanted = name.lowercased()
    return model.name.lowercased() == wanted || model.surfaces.contains { $0.lowercased() == wanted }
  }

  /// The details meant: those named, or all of the asks named.
  var details: [Detail] {
    names.flatMap { name -> [Detail] in
      if let detail = Detail(name: name) { return [detail] }
      return Detail.allCases.filter { Rule.rule(for: $0).ask?.rawValue == name }
    }
  }

  func covers(_ ask: Ask) -> Bool {
    guard !names.isEmpty else { return true }
    return names.contains(ask.name.rawValue) || !ask.details.isEmpty && ask.details.allSatisfy { details.contains($0) }
  }
  func covers(_ finding: Finding) -> Bool { names.isEmpty || details.contains(finding.detail) }
}
