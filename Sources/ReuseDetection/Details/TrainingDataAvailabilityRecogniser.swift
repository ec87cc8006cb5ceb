import Manuscripts

extension DetailRecogniser {
  /// A place of the data in an availability statement or beside the data.
  static let trainingDataAvailability = DetailRecogniser(.trainingDataAvailability) { search in
    let isPlace = { (sentence: Int) in
      search.reading.has(.codePlace, inSentence: sentence) || search.reading.has(.onRequest, inSentence: sentence)
    }
    if let sentence = search.wide.first(where: { search.isAvailability($0) && isPlace($0) }) {
      return search.availability(of: sentence)
    }
    guard let sentence = search.both(.data, .codePlace, in: search.wide) else { return .missing }
    return search.availability(of: sentence)
  }
}
