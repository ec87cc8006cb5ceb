import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection

extension Session {
  /// Publishes the diagnostics of every document that changed, with its version, and of the closed files around it.
  mutating func publishStale() {
    guard phase == .running else { return }
    guard !stale.isEmpty else { return takeBackClosed() }
    if !abilities.pullsDiagnostics { settleProjects() }
    let waiting = stale.sorted()
    stale.removeAll()
    forgetUnusedProjects()
    refreshGlance()
    for case let document? in waiting.map({ documents[$0] }) where document.isSettings {
      _ = configuration(for: document.path)
    }
    guard !abilities.pullsDiagnostics else { return refreshPulled(waiting) }
    for uri in waiting {
      guard let document = documents[uri] else { continue }
      if let (project, file) = place(of: uri) {
        publish(items(of: project, file), uri, version: document.version)
      } else if published.contains(uri), !document.isSettings {
        publish([], uri, version: document.version)
      }
    }
    publishClosed()
  }

  /// The project that shows a document's diagnostics: its own, or for a bibliography the first that reads it.
  private mutating func place(of uri: String) -> (project: LiveProject, file: Int)? {
    guard let document = documents[uri] else { return nil }
    if !document.isManuscript { settleProjects() }
    let main = document.isManuscript ? nil : owner(of: document.path)
    guard let project = main.flatMap({ projects[$0] }) ?? project(of: uri), let file = project.file(at: document.path)
    else { return nil }
    return (project, file)
  }

  /// Where the project begins that shows a file's diagnostics, where several read it.
  private mutating func owner(of path: String) -> String? {
    if let document = document(atPath: path), document.isManuscript { return main(of: document) }
    return projects.keys.sorted().first { projects[$0]?.file(at: path) != nil }
  }

  /// The files of a project of which something is said and that no other project shows.
  private mutating func toldFiles(of main: String, _ project: LiveProject) -> [Int] {
    let told = Set(
      project.analysis.diagnostics.map(\.span.file) + project.analysis.problems.compactMap { $0.span?.file })
    return told.sorted().filter { owner(of: project.loaded.path(of: $0)) == main }
  }

  /// Publishes what is said of files that are not open, where it has changed, and takes back what is said no more.
  private mutating func publishClosed() {
    forgetUnusedProjects()
    takeBackClosed()
    for main in projects.keys.sorted() {
      guard let project = projects[main] else { continue }
      var told: Set<String> = []
      for file in toldFiles(of: main, project) where document(atPath: project.loaded.path(of: file)) == nil {
        let uri = uri(of: file, project)
        let items = items(of: project, file)
        guard !items.isEmpty else { continue }
        told.insert(uri)
        if publishedClosed[uri]?.items != items { notifyClosed(uri, items) }
        publishedClosed[uri] = (main, items)
      }
      for (uri, known) in publishedClosed where known.main == main && !told.contains(uri) { takeBack(uri) }
    }
  }

  /// Takes back what was said of closed files whose project is gone.
  private mutating func takeBackClosed() {
    for (uri, known) in publishedClosed where projects[known.main] == nil { takeBack(uri) }
  }

  private mutating func takeBack(_ uri: String) {
    publishedClosed[uri] = nil
    notifyClosed(uri, [])
  }

  private mutating func notifyClosed(_ uri: String, _ items: [JSONValue]) {
    notify("textDocument/publishDiagnostics", ["uri": .string(uri), "diagnostics": .array(items)])
  }

  /// Makes a client that pulls ask again, when what it last got has changed other than by its own edits.
  private mutating func refreshPulled(_ waiting: [String]) {
    let settled = waiting.filter { heldDown.contains($0) && !isHeldDown($0) }
    heldDown.subtract(settled)
    guard !settled.isEmpty || hasForgotten, abilities.refreshesDiagnostics else { return }
    hasForgotten = false
    request("workspace/diagnostic/refresh", .null)
  }

  /// True while the sentence at the author's caret keeps questions of a document down.
  private mutating func isHeldDown(_ uri: String) -> Bool {
    guard let document = documents[uri], let project = project(of: uri), let file = project.file(at: document.path),
      let sentence = sentenceBeingWritten(project)
    else { return false }
    return project.analysis.diagnostics.contains {
      $0.span.file == file && Self.concerns(sentence, $0)
    }
  }

  private mutating func publish(_ items: [JSONValue], _ uri: String, version: Int) {
    published.insert(uri)
    notify(
      "textDocument/publishDiagnostics",
      ["uri": .string(uri), "version": .integer(version), "diagnostics": .array(items)])
  }

  /// The answer to `textDocument/diagnostic`, with the other files of the manuscript where the client takes them.
  mutating func pulledDiagnostics(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params[path: "textDocument", "uri"].string else {
      throw RPCError(.invalidParams, "a document is asked about by its URI")
    }
    // Clients ask also about what stands in a tab and is not open yet.
    guard let (project, file) = place(of: uri) else { return ["kind": "full", "items": []] }
    if isHeldDown(uri) { heldDown.insert(uri) } else { heldDown.remove(uri) }
    var report = report(items(of: project, file), previous: params["previousResultId"].string)
    guard abilities.hasRelatedDocuments else { return .object(report) }
    let related = relatedReports(project, besides: file)
    if !related.isEmpty { report.append(.init("relatedDocuments", .object(related))) }
    return .object(report)
  }

  /// Reports on the other files of a project; an empty one takes back what was said before.
  private mutating func relatedReports(_ project: LiveProject, besides file: Int) -> [JSONValue.Member] {
    guard let main = owner(of: project.loaded.path(of: file)) else { return [] }
    var related: [JSONValue.Member] = []
    var told: Set<String> = []
    for other in toldFiles(of: main, project) where other != file {
      let uri = uri(of: other, project)
      let items = items(of: project, other)
      guard !items.isEmpty else { continue }
      told.insert(uri)
      related.append(.init(uri, .object(report(items, previous: nil))))
    }
    let own = uri(of: file, project)
    for uri in (toldRelated[main] ?? []).subtracting(told).sorted() where uri != own {
      related.append(.init(uri, .object(report([], previous: nil))))
    }
    toldRelated[main] = told
    return related
  }

  /// All manuscripts that are loaded; in pieces where the client asks for partial results. Files that the client knows
  /// of and that are in none of them any more have nothing left.
  mutating func workspaceDiagnostics(_ params: JSONValue) -> JSONValue {
    var previous: [String: String] = [:]
    for known in params["previousResultIds"].array ?? [] {
      if let uri = known["uri"].string, let value = known["value"].string { previous[uri] = value }
    }
    for uri in documents.keys.sorted() { _ = project(of: uri) }
    let token = params["partialResultToken"]
    var all: [JSONValue] = []
    func send(_ reports: [JSONValue], _ session: inout Session) {
      if token.isNull {
        all += reports
      } else if !reports.isEmpty {
        session.notify("$/progress", ["token": token, "value": ["items": .array(reports)]])
      }
    }
    for main in projects.keys.sorted() {
      guard let project = projects[main] else { continue }
      var reports: [JSONValue] = []
      for file in project.analysis.reading.manuscript.files.indices
      where owner(of: project.loaded.path(of: file)) == main {
        let uri = uri(of: file, project)
        let version = documents[uri].map { JSONValue.integer($0.version) } ?? .null
        let members = report(items(of: project, file), previous: previous.removeValue(forKey: uri))
        reports.append(.object([.init("uri", .string(uri)), .init("version", version)] + members))
      }
      send(reports, &self)
    }
    let emptied = previous.sorted { $0.key < $1.key }.map { uri, id -> JSONValue in
      .object([.init("uri", .string(uri)), .init("version", .null)] + report([], previous: id))
    }
    send(emptied, &self)
    return ["items": .array(all)]
  }

  /// A report whose id is a hash of its content, so that an unchanged one is sent as such.
  private func report(_ items: [JSONValue], previous: String?) -> [JSONValue.Member] {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in JSONText.bytes(of: .array(items)) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let id = String(hash, radix: 16)
    if id == previous { return [.init("kind", "unchanged"), .init("resultId", .string(id))] }
    return [.init("kind", "full"), .init("resultId", .string(id)), .init("items", .array(items))]
  }

  func uri(of file: Int, _ project: LiveProject) -> String {
    let path = project.loaded.path(of: file)
    return document(atPath: path)?.uri ?? DocumentURI.uri(ofPath: path)
  }

  /// The text of a file with its lines; of open documents the one at hand.
  func positions(of file: Int, _ project: LiveProject) -> TextPositions {
    let source = project.analysis.reading.manuscript.files[file]
    if let document = document(atPath: project.loaded.path(of: file)), document.bytes == source.bytes {
      return document.positions
    }
    return TextPositions(source.bytes, abilities.encoding)
  }

  func location(_ span: SourceSpan, _ project: LiveProject) -> JSONValue {
    [
      "uri": .string(uri(of: span.file, project)),
      "range": positions(of: span.file, project).json(of: span.range),
    ]
  }

  private func items(of project: LiveProject, _ file: Int) -> [JSONValue] {
    guard settings.enabled.contains(.diagnostics) else { return [] }
    let own = project.analysis.diagnostics.filter { $0.span.file == file }
    let problems = project.analysis.problems.filter { $0.span?.file == file }
    guard !own.isEmpty || !problems.isEmpty else { return [] }
    let text = positions(of: file, project)
    let writing = sentenceBeingWritten(project)
    return own.map { diagnostic in
      let isHeldDown = writing.map { Self.concerns($0, diagnostic) } ?? false
      return json(diagnostic, project, text, isBeingWritten: isHeldDown)
    }
      + problems.map { problem in
        [
          "range": text.json(of: problem.span?.range ?? 0..<0), "severity": 4, "source": "colophon",
          "code": "unreadable-source", "message": .string(problem.message),
        ]
      }
  }

  private func json(_ diagnostic: Diagnostic, _ project: LiveProject, _ text: TextPositions, isBeingWritten: Bool)
    -> JSONValue
  {
    let severity =
      switch isBeingWritten ? min(diagnostic.severity, .hint) : diagnostic.severity {
      case .error: 1
      case .warning: 2
      case .hint, .reportOnly: 4
      }
    let standard = diagnostic.details.lazy.flatMap { Rule.rule(for: $0).sources }.first?.standard
    let href = abilities.hasCodeDescription ? standard.flatMap { WebAddress.of(identifier: $0.identifier) } : nil
    let names = diagnostic.models.map { JSONValue.string(project.analysis.models[$0].id) }
    return .compact([
      "range": text.json(of: diagnostic.span.range), "severity": .integer(severity), "source": "colophon",
      "code": .string(diagnostic.code), "codeDescription": href.map { ["href": .string($0)] } ?? .null,
      "message": .string(diagnostic.message),
      "tags": diagnostic.code == "unused-suppression" ? [1] : .null,
      "relatedInformation": related(to: diagnostic, project),
      "data": [
        "ask": .string(diagnostic.code), "models": .array(names),
        "details": .array(diagnostic.details.map { .string($0.rawValue) }),
      ],
    ])
  }

  /// The other models of the ask with their places, and what says of the first one that it is reused.
  private func related(to diagnostic: Diagnostic, _ project: LiveProject) -> JSONValue {
    guard abilities.hasRelatedInformation else { return .null }
    var places = diagnostic.related.map { ($0.span, $0.message) }
    if let model = diagnostic.models.first.map({ project.analysis.models[$0] }) {
      places += model.evidence.prefix(Self.evidenceLimit).map { evidence in
        let verb = model.confidence == .low ? "may be" : "is"
        return (evidence.span, "'\(model.name)' \(verb) reused here (\(evidence.cue)): \(evidence.text)")
      }
    }
    guard !places.isEmpty else { return .null }
    return .array(places.map { ["location": location($0.0, project), "message": .string($0.1)] })
  }

  /// Places of evidence that a diagnostic names: more are in the hover.
  private static let evidenceLimit = 2
}
