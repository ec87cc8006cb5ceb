import CCatalogueData

/// Rows of an embedded tab-separated table, cut on demand.
struct CatalogueTableReader: @unchecked Sendable {
  // The bytes are a constant of the binary: reading them from any thread is safe.
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ table: CatalogueTable) {
    bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
  }

  /// The fields of the row that begins at an offset.
  func fields(at offset: Int) -> [String] { slices(at: offset).map { String(decoding: $0, as: UTF8.self) } }

  /// The bytes of the fields of the row that begins at an offset.
  func slices(at offset: Int) -> [UnsafeBufferPointer<UInt8>] {
    var slices: [UnsafeBufferPointer<UInt8>] = []
    slices.reserveCapacity(Self.mostFields)
    var start = offset
    var index = offset
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == 0x09 {
        slices.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        start = index + 1
      }
      index += 1
    }
    slices.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
    return slices
  }

  /// The columns of the widest table.
  private static let mostFields = 19
}
