/// Numbers as manuscripts write them.
enum NumberText {
  /// `12,000`, `0.5`, `2e-5`, `2x10^-5`; nil for anything else.
  static func amount(of bytes: ArraySlice<UInt8>) -> Double? {
    var mantissa = 0.0
    var scale = 1.0
    var hasPoint = false
    var index = bytes.startIndex
    while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]) || bytes[index] == 0x2C || bytes[index] == 0x2E {
      switch bytes[index] {
      case 0x2C: if hasPoint { return nil }
      case 0x2E:
        if hasPoint { return nil }
        hasPoint = true
      default:
        mantissa = mantissa * 10 + Double(bytes[index] - 0x30)
        if hasPoint { scale *= 10 }
      }
      index += 1
    }
    guard index < bytes.endIndex else { return mantissa / scale }
    guard let exponent = exponent(of: bytes[index...]) else { return nil }
    var power = 1.0
    for _ in 0..<min(abs(exponent), 300) { power *= 10 }
    return exponent < 0 ? mantissa / scale / power : mantissa / scale * power
  }

  /// `e-5` or `x10^-5`.
  private static func exponent(of bytes: ArraySlice<UInt8>) -> Int? {
    var digits = bytes
    if bytes.first == 0x78 { digits = digits.dropFirst(4) } else { digits = digits.dropFirst() }
    let isNegative = digits.first == 0x2D
    if isNegative || digits.first == 0x2B { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.count <= 3 else { return nil }
    var exponent = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      exponent = exponent * 10 + Int(digit - 0x30)
    }
    return isNegative ? -exponent : exponent
  }
}
