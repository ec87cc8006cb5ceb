/// Commands that cite, known by their name: styles define many.
package enum CitationCommand {
  /// True when a command's name, without the backslash, has "cite" in it.
  package static func isNamed(_ name: String) -> Bool { holdsWord(name.utf8) }

  /// True when a command's name, without the backslash, has "cite" in it.
  package static func isNamed(_ name: ArraySlice<UInt8>) -> Bool { holdsWord(name) }

  private static func holdsWord(_ name: some Sequence<UInt8>) -> Bool {
    var matched = 0
    for byte in name {
      // Nothing of the word is its own beginning but the first letter.
      if byte | 0x20 == word[matched] { matched += 1 } else { matched = byte | 0x20 == word[0] ? 1 : 0 }
      if matched == word.count { return true }
    }
    return false
  }

  private static let word = Array("cite".utf8)
}
