import ManuscriptAnalysis
import Manuscripts

/// The name by which a user points at a diagnostic: `path:line:column`, with `:code` where several stand there, or the
/// fingerprint that reports give it.
package enum FindingName: Equatable {
  case place(path: String, line: Int, column: Int, code: String?)
  /// 16 hexadecimal digits, with `:number` where several are alike.
  case fingerprint(String)

  /// Reads a name; nil for what is none.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if let first = parts.first, first.count == 16, first.allSatisfy(\.isHexDigit), parts.count <= 2 {
      self = .fingerprint(parts.count == 2 ? text : text + ":1")
      return
    }
    let code = parts.last.flatMap { Int($0) == nil ? $0 : nil }
    let place = code == nil ? parts[...] : parts.dropLast()
    guard place.count >= 3, let column = Int(place[place.count - 1]), let line = Int(place[place.count - 2]) else {
      return nil
    }
    self = .place(path: place.dropLast(2).joined(separator: ":"), line: line, column: column, code: code)
  }

  /// The path that it names, if it names one.
  package var path: String? {
    if case .place(let path, _, _, _) = self { return path }
    return nil
  }

  /// The diagnostics of a result that it may mean.
  package func matches(in result: ManuscriptResult) -> [Diagnostic] {
    switch self {
    case .fingerprint(let text):
      var counter = FingerprintCounter()
      return result.analysis.diagnostics.filter { counter.numbered($0, in: result.analysis) == text }
    case .place(let path, let line, let column, let code):
      let places = Places(result.analysis)
      return result.analysis.diagnostics.filter { diagnostic in
        let start = places.start(diagnostic.span)
        let names = [result.folder + places.path(diagnostic.span), result.reportPath(of: diagnostic.span)]
        let isPlace = start.line == line && start.column == column
        return names.contains(path) && isPlace && (code == nil || diagnostic.code == code)
      }
    }
  }

  /// The name of a diagnostic, as reports for people show its place.
  package static func name(of diagnostic: Diagnostic, in result: ManuscriptResult) -> String {
    let places = Places(result.analysis)
    let start = places.start(diagnostic.span)
    return "\(result.folder)\(places.path(diagnostic.span)):\(start.line):\(start.column):\(diagnostic.code)"
  }
}
