import Manuscripts

extension DetailRecogniser {
  /// The words that made the reuse an adaptation.
  static let adaptationMethod = DetailRecogniser(.adaptationMethod) { search in
    for cue: Cue in [.peft, .continuedPretraining, .distillation, .fittedOnTop, .frozen, .fineTuning, .embedding] {
      if let found = search.first(cue, .near) { return found }
    }
    return search.first(.fineTuning, .wide) ?? search.first(.fittedOnTop, .wide) ?? .missing
  }
}
