/// A set of cues, as bits: sentences and clauses have one each, and most questions are whether a cue is among theirs.
struct CueKinds: Sendable, Equatable, ExpressibleByArrayLiteral {
  /// Bit *n* stands for the cue declared as number *n*.
  private var bits: UInt128 = 0

  init(arrayLiteral cues: Cue...) {
    for cue in cues { insert(cue) }
  }

  /// The cues of hits.
  init(_ hits: some Sequence<CueHit>) {
    for hit in hits { insert(hit.cue) }
  }

  mutating func insert(_ cue: Cue) { bits |= Self.bit(cue) }

  func contains(_ cue: Cue) -> Bool { bits & Self.bit(cue) != 0 }

  func isDisjoint(with other: CueKinds) -> Bool { bits & other.bits == 0 }

  func intersection(_ other: CueKinds) -> CueKinds {
    var common: CueKinds = []
    common.bits = bits & other.bits
    return common
  }

  var count: Int { bits.nonzeroBitCount }

  private static func bit(_ cue: Cue) -> UInt128 { 1 &<< UInt128(truncatingIfNeeded: cue.number) }
}
