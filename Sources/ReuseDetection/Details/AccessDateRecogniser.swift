import Manuscripts

extension DetailRecogniser {
  /// A date beside words of querying, or a month and year beside the name.
  static let accessDate = DetailRecogniser(.accessDate) { search in
    if let sentence = search.sentence(with: .accessed, .wide, where: search.hasDateOfUse) {
      return search.finding(.present, at: sentence)
    }
    if let sentence = search.naming.first(where: search.hasMonthOfYear) {
      return search.finding(.present, at: sentence)
    }
    return search.citedAccessDate() ?? .missing
  }
}
