/// Cuts a stream of bytes into message bodies by their `Content-Length` headers.
package struct FrameReader {
  /// A header or a body larger than these is no message.
  private static let headerLimit = 8_192
  private static let bodyLimit = 268_435_456

  private var buffer: [UInt8] = []
  private var start = 0

  package init() {}

  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The next whole body, or nil while more bytes are needed.
  ///
  /// A header without a usable length is skipped up to its end, so that one bad frame costs only itself.
  package mutating func next() -> ArraySlice<UInt8>? {
    while let headerEnd = endOfHeader() {
      guard let length = Self.length(in: buffer[start..<headerEnd]), (0...Self.bodyLimit).contains(length) else {
        start = headerEnd
        continue
      }
      guard buffer.count - headerEnd >= length else { return nil }
      start = headerEnd + length
      return buffer[headerEnd..<start]
    }
    if buffer.count - start > Self.headerLimit { start = buffer.count }
    return nil
  }

  /// The offset behind the empty line that ends a header.
  private func endOfHeader() -> Int? {
    var index = start
    let bound = min(buffer.count, start + Self.headerLimit)
    while index + 3 < bound {
      if buffer[index] == 0x0D, buffer[index + 1] == 0x0A, buffer[index + 2] == 0x0D, buffer[index + 3] == 0x0A {
        return index + 4
      }
      index += 1
    }
    return nil
  }

  private static func length(in header: ArraySlice<UInt8>) -> Int? {
    for line in header.split(separator: 0x0A) {
      let text = String(decoding: line, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":"), text[..<colon].lowercased() == "content-length" else { continue }
      return Int(text[text.index(after: colon)...].filter { !$0.isWhitespace })
    }
    return nil
  }

  /// A body with its header, ready to be sent.
  package static func frame(_ body: [UInt8]) -> [UInt8] { Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body }
}
