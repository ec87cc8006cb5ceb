/// Accented letters that LaTeX writes as a command and a base letter.
enum Accents {
  /// The letter with its accent; the plain letter where the pair has no composed form here.
  static func letter(_ accent: UInt8, _ base: UInt8) -> String {
    let plain = String(UnicodeScalar(base))
    guard let mark = combining[accent] else { return plain }
    guard let row = composed[accent], let letter = row[base] else { return plain + String(mark) }
    return letter
  }

  private static let combining: [UInt8: UnicodeScalar] = [
    0x27: "\u{301}", 0x60: "\u{300}", 0x5E: "\u{302}", 0x22: "\u{308}", 0x7E: "\u{303}", 0x3D: "\u{304}",
    0x2E: "\u{307}",
    0x75: "\u{306}", 0x76: "\u{30C}", 0x48: "\u{30B}", 0x63: "\u{327}", 0x64: "\u{323}", 0x62: "\u{331}",
    0x6B: "\u{328}",
    0x72: "\u{30A}", 0x74: "\u{361}",
  ]

  private static let composed: [UInt8: [UInt8: String]] = [
    0x27: pairs("aáeéiíoóuúAÁEÉIÍOÓUÚyýYÝcćCĆnńNŃsśSŚzźZŹ"),
    0x60: pairs("aàeèiìoòuùAÀEÈIÌOÒUÙ"),
    0x5E: pairs("aâeêiîoôuûAÂEÊIÎOÔUÛ"),
    0x22: pairs("aäeëiïoöuüAÄEËIÏOÖUÜyÿ"),
    0x7E: pairs("aãnñoõAÃNÑOÕ"),
    0x76: pairs("cčCČsšSŠzžZŽrřRŘeěEĚnňNŇ"),
    0x63: pairs("cçCÇsşSŞ"),
    0x72: pairs("aåAÅuůUŮ"),
    0x75: pairs("aăAĂgğGĞ"),
    0x48: pairs("oőOŐuűUŰ"),
    0x6B: pairs("aąAĄeęEĘ"),
    0x2E: pairs("zżZŻIİ"),
    0x3D: pairs("aāAĀeēEĒiīIĪoōOŌuūUŪ"),
  ]

  /// "aáeé" read as a→á, e→é.
  private static func pairs(_ text: String) -> [UInt8: String] {
    var found: [UInt8: String] = [:]
    var base: UInt8?
    for character in text {
      if let plain = base {
        found[plain] = String(character)
        base = nil
      } else {
        base = character.asciiValue
      }
    }
    return found
  }
}
