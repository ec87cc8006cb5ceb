import ReuseDetection

/// The words of a sentence in lower case, for the few phrases that matter once a fact has been found.
struct SentenceWords {
  /// " we release the weights under mit ": words parted by single spaces.
  private let text: String

  init(_ sentence: Int, in reading: ReadManuscript) {
    var text = " "
    for character in reading.text(ofSentence: sentence).lowercased() {
      if character.isLetter || character.isNumber {
        text.append(character)
      } else if text.last != " " {
        text.append(" ")
      }
    }
    self.text = text.last == " " ? text : text + " "
  }

  /// True when one of the phrases stands in the sentence, written like its words.
  func hold(_ phrases: [String]) -> Bool { phrases.contains { text.contains(" \($0) ") } }
}
