/// An id that an author may mean, as hosts list it.
package struct CheckpointSuggestion: Sendable, Equatable {
  /// The id as it is written in a text.
  package let id: String
  package let family: String
  /// When it was released, as the first host that says so has it, or empty.
  package fileprivate(set) var released: String
  /// The rows of the catalogue that speak of it, one for each host that lists it.
  package fileprivate(set) var rows: [Int]
}

/// What puts one id of a family before another.
private struct SuggestionOrder {
  /// The family's own release, or empty.
  let hub: String
  /// The folded name as the text writes it.
  let surface: [UInt8]

  /// Smaller is better; lengths are below 1,000.
  func rank(_ suggestion: CheckpointSuggestion, _ checkpoint: ModelCheckpoint) -> Int {
    let length = suggestion.id.utf8.count
    let parts = suggestion.id.split(separator: "/")
    if hub.hasSuffix("/" + suggestion.id) { return length }
    // Others' models at the hub are made from the family's.
    if parts.count > 1, !hub.isEmpty, !hub.contains("/\(parts[0])/") { return 8_000 + length }
    let isNamed = NameKey.folded(parts.last?.utf8 ?? "".utf8[...]).starts(with: surface)
    return (isNamed ? 1_000 : 4_000) + (checkpoint.isPinned ? 0 : 1_000) + length
  }
}

extension Catalogue {
  /// The listed ids of a family that name it, the likeliest first: those that have the surface that the text gives it
  /// ("ResNet-50"), the family's own release, ids that pin one state of the weights, the shorter ones, and at the end
  /// what others made of it.
  ///
  /// Rows are assigned to families by rule, so an id that does not have the family's name at the start of a word is
  /// left out, and so is what hubs list under a closed model: it is something else.
  package func suggestions(ofFamily position: Int, surface: String) -> [CheckpointSuggestion] {
    guard !isAdded(family: position) else { return [] }
    let family = family(at: position)
    let name = Array(family.name.utf8)
    let keys = ([family.name] + family.aliases).map { NameKey.folded($0.utf8) }.filter { $0.count > 1 }
    let found = checkpoints { id, owner in
      owner.elementsEqual(name) && keys.contains { Self.names($0, id, isStrict: family.isClosed) }
    }
    let own = family.isClosed ? found.filter { !checkpoint(at: $0).host.hasPrefix("huggingface.co") } : found
    let order = SuggestionOrder(hub: family.hub.confirmedValue ?? "", surface: NameKey.folded(surface.utf8))
    return merged(own).map { (order.rank($0, checkpoint(at: $0.rows[0])), $0) }
      .sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
  }

  /// The listed ids that begin with a text, or whose name behind the owner does; letters of either case are one.
  package func suggestions(beginning text: String) -> [CheckpointSuggestion] {
    let wanted = Array(text.lowercased().utf8)
    guard !wanted.isEmpty else { return [] }
    let found = checkpoints { id, _ in
      Self.begins(id, wanted) || id.lastIndex(of: 0x2F).map { Self.begins(id[($0 + 1)...], wanted) } ?? false
    }
    // What a list alone puts before an id is no part of it.
    let written = merged(found).filter { suggestion in
      [suggestion.id[...], suggestion.id.split(separator: "/").last ?? ""].contains {
        $0.lowercased().utf8.starts(with: wanted)
      }
    }
    return written.sorted { ($0.id.utf8.count, $0.id) < ($1.id.utf8.count, $1.id) }
  }

  /// One suggestion an id, in order of first appearance; ids that are not listed anywhere are left out.
  private func merged(_ rows: [Int]) -> [CheckpointSuggestion] {
    var order: [String] = []
    var byID: [String: CheckpointSuggestion] = [:]
    for row in rows {
      let checkpoint = checkpoint(at: row)
      guard checkpoint.isListed, let id = checkpoint.writtenID else { continue }
      let key = id.lowercased()
      if byID[key] == nil { order.append(key) }
      var suggestion =
        byID[key] ?? CheckpointSuggestion(id: id, family: checkpoint.family, released: "", rows: [])
      if suggestion.released.isEmpty { suggestion.released = checkpoint.released }
      suggestion.rows.append(row)
      byID[key] = suggestion
    }
    return order.compactMap { byID[$0] }
  }

  private static func begins(_ id: Slice<UnsafeBufferPointer<UInt8>>, _ wanted: [UInt8]) -> Bool {
    id.count >= wanted.count && zip(id, wanted).allSatisfy { lower($0) == $1 }
  }

  /// True when a folded name stands in an id from the start of a word to the end of one.
  ///
  /// - Parameter isStrict: letters behind a digit then belong to its word: "gpt-4o" does not name GPT-4.
  private static func names(_ key: [UInt8], _ id: Slice<UnsafeBufferPointer<UInt8>>, isStrict: Bool) -> Bool {
    for start in id.indices where start == id.startIndex || isBreak(id[start - 1], id[start]) {
      var matched = 0
      var index = start
      while index < id.endIndex, matched < key.count {
        if let byte = NameKey.folded(id[index]) {
          guard byte == key[matched] else { break }
          matched += 1
        }
        index += 1
      }
      guard matched == key.count else { continue }
      if index == id.endIndex { return true }
      let isGoingOn = isStrict && isDigit(id[index - 1]) && (0x61...0x7A).contains(id[index] | 0x20)
      if !isGoingOn, isBreak(id[index - 1], id[index]) { return true }
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// True between two words: at a sign, and between letters and digits.
  private static func isBreak(_ left: UInt8, _ right: UInt8) -> Bool {
    func kind(_ byte: UInt8) -> Int {
      switch byte {
      case 0x30...0x39: 1
      case 0x41...0x5A, 0x61...0x7A: 2
      default: 0
      }
    }
    return kind(left) == 0 || kind(left) != kind(right)
  }
}
