import Manuscripts

extension LatexParser {
  /// `\drafttrue` and `\draftfalse` for a switch made by `\newif\ifdraft`.
  func switchCommand(_ input: LatexInput, _ range: Range<Int>) -> (name: String, value: Bool)? {
    guard !switches.isEmpty else { return nil }
    let name = input.string(range)
    for (ending, value) in [("true", true), ("false", false)] where name.hasSuffix(ending) {
      let stem = String(name.dropLast(ending.count))
      if switches[stem] != nil { return (stem, value) }
    }
    return nil
  }

  /// `\ifdraft`: the branch that the switch chooses; of unknown conditions the first branch.
  func readSwitch(_ name: String, _ input: inout LatexInput) {
    if switches[name] == false { skipBranch(&input, stopAtElse: true) }
  }

  /// Skips what a condition compares; its first branch is read.
  func skipCondition(_ name: String, _ input: inout LatexInput) {
    switch name {
    case "ifx", "if", "ifcat": for _ in 0..<2 { _ = input.argument(limit: 100) }
    case "ifdefined": _ = input.argument(limit: 100)
    case "ifnum", "ifdim", "ifodd", "ifcase", "ifcsname":
      while !input.isAtEnd, input.current != 0x0A, input.current != 0x20 { input.position += 1 }
    default: break
    }
  }

  /// Skips to the matching `\fi`, or behind the matching `\else` when that branch is the one to read.
  func skipBranch(_ input: inout LatexInput, stopAtElse: Bool) {
    var nesting = 0
    while !input.isAtEnd {
      switch input.current {
      case 0x25: input.position = input.behindLineEnd(at: input.endOfLine(from: input.position))
      case 0x5C:
        let name = input.string(input.commandName())
        if name == "fi" {
          if nesting == 0 { return }
          nesting -= 1
        } else if name == "else", nesting == 0, stopAtElse {
          return
        } else if name.hasPrefix("if"), !Self.isNoCondition(name) {
          nesting += 1
        }
      default: input.position += 1
      }
    }
  }

  /// Commands that begin like a condition and take their branches as arguments.
  private static func isNoCondition(_ name: String) -> Bool {
    name == "ifthenelse" || name == "iff" || name.hasPrefix("ifstr") || name.hasPrefix("ifbool") || name == "ifblank"
      || name == "iftoggle" || name == "ifdef" || name == "ifempty"
  }
}
