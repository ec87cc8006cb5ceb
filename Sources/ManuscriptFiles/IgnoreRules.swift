import ManuscriptAnalysis

/// The patterns of `.gitignore` files, the last match decides.
struct IgnoreRules {
  private struct Pattern {
    let glob: String
    let isNegated: Bool
    let isFolderOnly: Bool
  }

  private var patterns: [Pattern] = []

  /// Adds the lines of the ignore file of a folder (relative, with a slash at its end, or empty).
  mutating func add(_ text: String, folder: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      var pattern = line.drop { $0 == " " }
      while pattern.last == " " { pattern.removeLast() }
      guard !pattern.isEmpty, !pattern.hasPrefix("#") else { continue }
      let isNegated = pattern.hasPrefix("!")
      if isNegated { pattern.removeFirst() }
      let isFolderOnly = pattern.hasSuffix("/")
      if isFolderOnly { pattern.removeLast() }
      let isAnchored = pattern.contains("/")
      if pattern.hasPrefix("/") { pattern.removeFirst() }
      patterns.append(
        Pattern(
          glob: isAnchored ? folder + pattern : folder + "**/" + pattern, isNegated: isNegated,
          isFolderOnly: isFolderOnly))
    }
  }

  func ignores(_ path: String, isFolder: Bool) -> Bool {
    var isIgnored = false
    for pattern in patterns where !pattern.isFolderOnly || isFolder {
      if Glob.matches(pattern.glob, path: path) { isIgnored = !pattern.isNegated }
    }
    return isIgnored
  }
}
