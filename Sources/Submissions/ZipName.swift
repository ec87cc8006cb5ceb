import Manuscripts

/// A name in an archive, as far as it can be used.
struct ZipName {
  /// The path with `/` between its parts and none at its ends.
  let path: String
  /// True when the name was not UTF-8 and shows marks in place of some letters.
  let isGuessed: Bool

  /// Why a name is not used.
  struct Refusal: Error {
    /// The name as far as it can be shown.
    let shown: String
    let reason: String
  }

  /// - Parameter isUTF8: true when the archive says so.
  init(_ bytes: [UInt8], isUTF8: Bool, limit: Int) throws(Refusal) {
    let text = String(decoding: bytes, as: UTF8.self)
    let shown = Self.shown(text)
    func refusal(_ reason: String) -> Refusal { Refusal(shown: shown, reason: reason) }
    guard bytes.count <= limit else { throw refusal("its name has \(bytes.count) bytes") }
    guard !bytes.isEmpty else { throw refusal("it has no name") }
    guard !text.unicodeScalars.contains(where: VisibleText.isControl) else {
      throw refusal("its name holds control characters")
    }
    isGuessed = text.utf8.count != bytes.count || !text.utf8.elementsEqual(bytes)
    if isGuessed, isUTF8 { throw refusal("its name is said to be UTF-8 and is not") }
    let slashed = text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
    guard !slashed.hasPrefix("/"), !Self.hasDrive(slashed) else { throw refusal("its name is an absolute path") }
    let parts = slashed.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    guard !parts.contains("..") else { throw refusal("its name leads out of the archive") }
    guard let last = parts.last else { throw refusal("it has no name") }
    if let device = parts.first(where: Self.isDevice) { throw refusal("'\(device)' is the name of a device") }
    guard !last.hasSuffix(" "), !last.hasSuffix(".") || last.count > 64 else {
      throw refusal("its name ends with a space or a full stop, which some systems drop")
    }
    path = parts.joined(separator: "/")
  }

  private static func hasDrive(_ name: String) -> Bool {
    let start = Array(name.utf8.prefix(2))
    return start.count == 2 && start[1] == 0x3A && (start[0] | 0x20) >= 0x61 && (start[0] | 0x20) <= 0x7A
  }

  /// Names that Windows keeps for devices, whatever their ending.
  private static func isDevice(_ part: Substring) -> Bool {
    let stem = part.prefix { $0 != "." }.uppercased()
    if ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"].contains(stem) { return true }
    return stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
      && (stem.last.map { ("1"..."9").contains($0) } ?? false)
  }

  /// Characters of a name that a message shows.
  private static let shownLimit = 80

  /// A name for messages: hidden characters as `\u{1B}`, long ones cut.
  static func shown(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(shownLimit)
    return VisibleText.line(String(start)) + (text.unicodeScalars.count > shownLimit ? "…" : "")
  }
}
