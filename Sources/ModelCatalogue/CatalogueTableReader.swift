import CCatalogueData

/// Rows of an embedded tab-separated table, cut on demand.
struct CatalogueTableReader: @unchecked Sendable {
  // The bytes are a constant of the binary: reading them from any thread is safe.
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ table: CatalogueTable) {
    bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
  }

  /// The fields of the row that begins at an offset.
  func fields(at offset: Int) -> [String] {
    var fields: [String] = []
    fields.reserveCapacity(Self.mostFields)
    var start = offset
    var index = offset
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == 0x09 {
        fields.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self))
        start = index + 1
      }
      index += 1
    }
    fields.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self))
    return fields
  }

  /// The columns of the widest table.
  private static let mostFields = 19
}
