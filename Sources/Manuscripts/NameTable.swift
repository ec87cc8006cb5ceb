/// Values by name, found by the bytes of a name where they stand in a text: no string is made and no keyed hash taken.
///
/// For names that the program knows, not for those that a text chooses: they could be chosen to collide.
package struct NameTable<Value: Sendable>: Sendable {
  @usableFromInline let index: NameIndex
  @usableFromInline let values: [Value]

  /// - Complexity: linear in the names.
  package init(_ values: [String: Value]) {
    index = NameIndex(Array(values.keys))
    self.values = Array(values.values)
  }

  /// The value of the name that a part of a text is.
  @inlinable
  package subscript(name: ArraySlice<UInt8>) -> Value? {
    guard let number = index.number(of: name) else { return nil }
    return values[number]
  }
}

/// The numbers of a list of names.
@usableFromInline
struct NameIndex: Sendable {
  /// The names, one behind the other.
  private var bytes: [UInt8] = []
  /// Where the names begin, and where the last ends.
  private var starts = [0]
  /// By hash, from there on to the next free place: a name's number and one, or 0 where it is free.
  private var places: [UInt16]

  /// - Parameter names: fewer than 20,000, of which no two are the same.
  init(_ names: [String]) {
    // At least half of the places are free, so that searches end, and end soon.
    var size = 4
    while size < 2 * names.count { size *= 2 }
    places = Array(repeating: 0, count: size)
    for (number, name) in names.enumerated() {
      let start = bytes.count
      bytes += name.utf8
      starts.append(bytes.count)
      var place = bytes[start...].withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
      while places[place] != 0 { place = (place + 1) & (size - 1) }
      places[place] = UInt16(number + 1)
    }
  }

  @usableFromInline
  func number(of name: ArraySlice<UInt8>) -> Int? { name.withUnsafeBufferPointer { number(of: $0) } }

  private func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    let mask = places.count - 1
    var place = Self.hash(name) & mask
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if isName(name, number) { return number }
      place = (place + 1) & mask
    }
    return nil
  }

  private func isName(_ name: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == name.count else { return false }
    for offset in 0..<name.count where bytes[start + offset] != name[offset] { return false }
    return true
  }

  /// Source: FNV-1a of 32 bits, its upper half mixed into the lower.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ hash >> 15)
  }
}
