package struct NameKey { package private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  package init() {}
  package mutating func append(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
