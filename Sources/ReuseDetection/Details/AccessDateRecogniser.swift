import Manuscripts

extension DetailRecogniser {
  /// A date beside words of querying, or a month and year beside the name.
  static let accessDate = DetailRecogniser(.accessDate) { search in
    if let sentence = search.both(.accessed, .month, in: search.wide), search.hasYear(sentence) {
      return DetailFinding(state: .present, value: nil, span: search.reading.span(ofSentence: sentence))
    }
    if let sentence = search.naming.first(where: { search.reading.has(.month, inSentence: $0) && search.hasYear($0) }) {
      return DetailFinding(state: .present, value: nil, span: search.reading.span(ofSentence: sentence))
    }
    return search.citedAccessDate() ?? .missing
  }
}
