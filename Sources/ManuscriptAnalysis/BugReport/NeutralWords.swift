/// Words that mean nothing, of the same length and case as those they stand for.
///
/// One word always gets the same neutral one, so that a text names one thing by one name; which word it was cannot be
/// told. The letters are such that no English word and no model's name comes of them.
struct NeutralWords {
  private var numbers: [String: Int] = [:]

  /// The neutral word, or a number of ones, for a word or number of a text.
  mutating func word(for text: String) -> String {
    let key = text.lowercased()
    let number = numbers[key] ?? numbers.count
    numbers[key] = number
    var rest = number
    var isVowel = false
    return String(
      text.unicodeScalars.map { scalar -> Character in
        switch scalar.value {
        case 0x30...0x39: return "1"
        case 0x2B, 0x2C, 0x2E, 0x5E: return Character(scalar)
        default: break
        }
        let letters = isVowel ? Self.vowels : Self.consonants
        let letter = letters[rest % letters.count]
        rest /= letters.count
        isVowel.toggle()
        let isCapital = scalar.properties.isUppercase
        return isCapital ? Character(letter.uppercased()) : letter
      })
  }

  private static let consonants: [Character] = ["z", "v", "x", "j", "q", "k"]
  private static let vowels: [Character] = ["u", "o", "i"]
}
