import Manuscripts

/// An error with words for the user.
package protocol ExplainedError: Error {
  /// What was tried and what to do, without a full stop; of several things, each on a line.
  var message: String { get }
  /// The same, each thing by itself.
  var complaints: [String] { get }
}

extension ExplainedError {
  package var complaints: [String] { [message] }
}

/// Why a path could not be used, with what was tried.
package enum ManuscriptFileError: ExplainedError, Equatable {
  case unreadable(path: String, cause: String)
  case unsupported(path: String, format: String)
  /// - Parameter passedOver: folders in it that are not looked into because of their names.
  case noManuscript(path: String, passedOver: [String] = [])
  case noMatch(pattern: String)
  case severalRoots(path: String, roots: [String])
  case configuration([String])

  package var message: String { complaints.joined(separator: "\n") }

  package var complaints: [String] {
    switch self {
    case .unreadable(let path, let cause): ["cannot read '\(VisibleText.line(path))': \(cause)"]
    case .unsupported(let path, let format):
      [
        "cannot read '\(VisibleText.line(path))': \(VisibleText.line(format)) files are not read; "
          + "give the LaTeX or Markdown source it was made from"
      ]
    case .noManuscript(let path, let passedOver):
      [
        "no manuscript found in '\(VisibleText.line(path))': expected a .tex, .md, .qmd or .Rmd file"
          + (passedOver.isEmpty ? "" : "; not looked into unless named: \(Self.list(passedOver))")
      ]
    case .noMatch(let pattern): ["no manuscript matches '\(VisibleText.line(pattern))'"]
    case .severalRoots(let path, let roots):
      [
        "'\(VisibleText.line(path))' holds several manuscripts; name one of them:\n"
          + roots.map { "  \(VisibleText.line($0))" }.joined(separator: "\n")
      ]
    case .configuration(let problems): problems
    }
  }

  /// Folders that are named one by one.
  private static let listLimit = 3

  private static func list(_ folders: [String]) -> String {
    let more = folders.count - listLimit
    return folders.prefix(listLimit).map { "'\(VisibleText.line($0))'" }.joined(separator: ", ")
      + (more > 0 ? " and \(more) more" : "")
  }
}
