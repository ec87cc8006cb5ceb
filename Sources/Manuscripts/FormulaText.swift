/// Inline mathematics that is part of the prose: numbers, units and pieces of names.
package enum FormulaText {
  /// The simple text of a formula ("2x10^-5", "3.5", "beta1=0.9"), or nil when it is more than that.
  ///
  /// - Complexity: linear; formulas of more than 120 bytes are never simple.
  package static func simple(of formula: ArraySlice<UInt8>) -> [UInt8]? {
    guard formula.count <= 120 else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(formula.count)
    var index = formula.startIndex
    while index < formula.endIndex {
      let byte = formula[index]
      switch byte {
      case 0x5C:
        let start = index + 1
        index = start
        while index < formula.endIndex, isLetter(formula[index]) { index += 1 }
        if index == start {
          index = min(index + 1, formula.endIndex)
          guard let sign = escaped(formula[start..<index]) else { return nil }
          text.append(contentsOf: sign)
          continue
        }
        guard let replacement = replacements[formula[start..<index]] else { return nil }
        text.append(contentsOf: replacement.utf8)
        continue
      case 0x7B, 0x7D, 0x5F, 0x20, 0x0A, 0x0D, 0x09, 0x24: break
      case 0x7E: text.append(0x20)
      default: text.append(byte)
      }
      index += 1
    }
    return text
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 }

  private static func escaped(_ sign: ArraySlice<UInt8>) -> [UInt8]? {
    switch sign.first {
    case 0x25, 0x26, 0x23, 0x5F: Array(sign)
    case 0x2C, 0x3B, 0x3A, 0x21, 0x20: []
    default: nil
    }
  }

  private static let replacements: NameTable<String> = NameTable([
    "times": "x", "cdot": "x", "pm": "±", "mp": "∓", "sim": "~", "approx": "~", "leq": "<=", "le": "<=", "geq": ">=",
    "ge": ">=", "lt": "<", "gt": ">", "text": "", "mathrm": "", "mathbf": "", "mathit": "", "mathsf": "", "mathtt": "",
    "textbf": "", "textit": "", "textrm": "", "textsc": "", "texttt": "", "rm": "", "bf": "", "it": "",
    "operatorname": "",
    "alpha": "alpha", "beta": "beta", "gamma": "gamma", "lambda": "lambda", "eta": "eta", "epsilon": "epsilon",
    "tau": "tau",
    "mu": "µ", "sigma": "sigma", "kappa": "kappa", "rho": "rho", "theta": "theta", "circ": "°", "degree": "°",
    "ell": "l",
    "left": "", "right": "", "rightarrow": "->", "to": "->", "ldots": "...", "dots": "...", "boldsymbol": "", "bm": "",
    "uparrow": "", "downarrow": "", "star": "*", "ast": "*", "dagger": "", "ddagger": "", "prime": "'", "quad": " ",
    "in": " in ",
    "mathcal": "", "percent": "%", "textsubscript": "", "textsuperscript": "", "mbox": "", "hbox": "", "checkmark": "✓",
  ])
}
