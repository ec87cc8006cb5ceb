import Manuscripts

extension DetailRecogniser {
  /// A place of the data in an availability statement or beside the data.
  static let trainingDataAvailability = DetailRecogniser(.trainingDataAvailability) { search in
    for cue: Cue in [.codePlace, .onRequest] {
      if let sentence = search.sentence(with: cue, .wide, where: search.isAvailability) {
        return search.availability(of: sentence)
      }
    }
    let stated = search.sentence(with: .codePlace, .wide) { search.reading.has(.data, inSentence: $0) }
    return stated.map(search.availability) ?? .missing
  }
}
