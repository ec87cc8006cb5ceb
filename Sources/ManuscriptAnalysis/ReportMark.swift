/// What tells a report of ours from a manuscript.
package enum ReportMark {
  /// The first line of a summary in Markdown, which Markdown does not show.
  package static let comment = "<!-- colophon-report -->"
}
