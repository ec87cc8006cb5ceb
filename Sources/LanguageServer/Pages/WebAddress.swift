import Reports

/// Web addresses of identifiers.
enum WebAddress {
  /// The address of a `doi:`, an `arXiv:` id, or of a host with a path; nil for words.
  static func of(identifier: String) -> String? {
    let lower = identifier.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return encoded(identifier) }
    if lower.hasPrefix("doi:") { return doi(String(identifier.dropFirst(4))) }
    if lower.hasPrefix("arxiv:") { return arXiv(String(identifier.dropFirst(6))) }
    if lower.hasPrefix("10."), lower.contains("/") { return doi(identifier) }
    guard let slash = identifier.firstIndex(of: "/"), identifier[..<slash].contains("."),
      !identifier.contains(" ")
    else { return nil }
    return "https://" + encoded(identifier)
  }

  static func doi(_ id: String) -> String { "https://doi.org/" + encoded(id) }

  static func arXiv(_ id: String) -> String { "https://arxiv.org/abs/" + encoded(id) }

  /// The page of an id at Hugging Face, whose hosts are "huggingface.co" and, for one owner's models, that with the
  /// owner; nil for other hosts.
  static func page(of id: String, at host: String) -> String? {
    host == "huggingface.co" || host.hasPrefix("huggingface.co/") ? "https://\(host)/" + encoded(id) : nil
  }

  static func markdownLink(identifier: String) -> String? {
    of(identifier: identifier).map { "[\(MarkdownText.escaped(identifier))](\($0))" }
  }

  /// With percent signs for what may not stand in an address or would end a link in Markdown.
  private static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case 0x21, 0x23...0x27, 0x2A...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return encoded
  }
}
