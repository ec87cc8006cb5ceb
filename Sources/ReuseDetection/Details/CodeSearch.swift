import Manuscripts

/// Finds where a manuscript says its own code can be had: the same for all models, so it is looked up once.
enum CodeSearch {
  /// A repository or archive named with the code, or a link to one where own work is told.
  static func place(in reading: ReadManuscript) -> DetailFinding? {
    let told = reading.sentences.indices.lazy.filter { isOnCode($0, reading) }
    if let sentence = told.first(where: { isPlace($0, reading) }) {
      return DetailFinding(state: .present, value: nil, span: reading.span(ofSentence: sentence))
    }
    return LinkSearch.first(in: told, of: reading) { url in hosts.contains { url.holds($0) } }
  }

  /// "Code will be released upon acceptance".
  static func promise(in reading: ReadManuscript) -> DetailFinding? {
    let found = reading.sentences.indices.first {
      reading.has(.code, inSentence: $0) && reading.has(.onRequest, inSentence: $0)
    }
    return found.map { DetailFinding(state: .declaredUnavailable, value: nil, span: reading.span(ofSentence: $0)) }
  }

  /// A sentence outside others' work that speaks of code, of availability or in the first person.
  private static func isOnCode(_ sentence: Int, _ reading: ReadManuscript) -> Bool {
    switch reading.sectionKind(ofSentence: sentence) {
    case .relatedWork, .references: false
    case .availability: true
    case .frontMatter, .abstract, .introduction, .methods, .results, .discussion, .conclusion, .acknowledgements,
      .contributions, .appendix, .other:
      !reading.kinds(inSentence: sentence).isDisjoint(with: tellers)
    }
  }

  private static let tellers: CueKinds = [.code, .firstPerson]

  private static func isPlace(_ sentence: Int, _ reading: ReadManuscript) -> Bool {
    func has(_ cue: Cue) -> Bool { reading.has(cue, inSentence: sentence) }
    guard has(.code), has(.codePlace), !has(.onRequest) else { return false }
    return !has(.otherAuthors) || has(.firstPerson) || reading.sectionKind(ofSentence: sentence) == .availability
  }

  private static let hosts = ["github.com", "gitlab", "zenodo", "osf.io", "codeberg"]
}
