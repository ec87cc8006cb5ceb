/// A document's address as the client writes it, and the path it means.
package enum DocumentURI {
  /// The file path of a `file:` URI, percent signs decoded; nil for other schemes (`untitled:`).
  package static func path(of uri: String) -> String? {
    guard uri.hasPrefix("file://") else { return nil }
    let rest = uri.dropFirst(7)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    var path: [UInt8] = []
    var bytes = rest[slash...].utf8.makeIterator()
    while let byte = bytes.next() {
      guard byte == 0x25 else {
        path.append(byte)
        continue
      }
      guard let high = bytes.next(), let low = bytes.next(),
        let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
      else { return nil }
      path.append(value)
    }
    return String(decoding: path, as: UTF8.self)
  }

  /// The `file:` URI of an absolute path.
  package static func uri(ofPath path: String) -> String {
    var uri = "file://"
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return uri
  }
}
