#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far a long run is, on the terminal that standard error is; nothing elsewhere and nothing in CI.
struct ProgressBar {
  private let total: Int
  private let isShown: Bool
  private var shown = ""

  /// Columns of the bar itself.
  private static let width = 30

  init(total: Int) {
    self.total = total
    let isPlain = getenv("CI") != nil || getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    isShown = total > 1 && !isPlain && isatty(2) == 1
  }

  mutating func advance(to done: Int) {
    guard isShown else { return }
    let filled = Self.width * done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: Self.width - filled)
    let text = "[\(bar)] \(done) of \(total) manuscripts"
    guard text != shown else { return }
    shown = text
    Output.note("\r" + text)
  }

  /// Takes the bar away, so that something else can be written.
  mutating func clear() {
    guard !shown.isEmpty else { return }
    shown = ""
    Output.note("\r\u{1B}[K")
  }
}
