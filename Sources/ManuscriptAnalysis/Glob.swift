/// Shell patterns on `/`-separated paths: `*` and `?` within a folder, `**` across folders.
package enum Glob {
  /// True when the pattern covers the whole path; a pattern without a slash is tried on the last part alone too.
  /// - Complexity: linear in the path for patterns with one star, at worst the product of both lengths.
  package static func matches(_ pattern: String, path: String) -> Bool {
    if !pattern.contains("/"), let name = path.split(separator: "/").last, covers(Array(pattern.utf8), Array(name.utf8))
    {
      return true
    }
    return covers(Array(pattern.utf8), Array(path.utf8))
  }

  private static func covers(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    // The reachable positions in the pattern, advanced byte by byte: no backtracking.
    var states = closure([0], pattern)
    for byte in text {
      var next: Set<Int> = []
      for state in states where state < pattern.count {
        switch pattern[state] {
        case 0x2A:
          let isDouble =
            state + 1 < pattern.count && pattern[state + 1] == 0x2A || state > 0 && pattern[state - 1] == 0x2A
          if byte != 0x2F || isDouble { next.insert(state) }
        case 0x3F: if byte != 0x2F { next.insert(state + 1) }
        default: if pattern[state] == byte { next.insert(state + 1) }
        }
      }
      states = closure(next, pattern)
      if states.isEmpty { return false }
    }
    return states.contains(pattern.count)
  }

  /// Stars may stand for nothing, and `**/` for no folder.
  private static func closure(_ states: Set<Int>, _ pattern: [UInt8]) -> Set<Int> {
    var all = states
    var open = Array(states)
    while let state = open.popLast() {
      guard state < pattern.count, pattern[state] == 0x2A else { continue }
      var targets = [state + 1]
      if state + 2 < pattern.count, pattern[state + 1] == 0x2A, pattern[state + 2] == 0x2F { targets.append(state + 3) }
      for target in targets where all.insert(target).inserted { open.append(target) }
    }
    return all
  }
}
