import Manuscripts

/// Paths as reports for programs have them: with forward slashes and never absolute.
package enum ReportPath {
  /// The path relative to the current folder where it lies in it, else to its project's root, else its name alone.
  package static func of(_ path: String, looks: FolderLooks = FolderLooks()) -> String {
    let plain = ProjectPath.normalised(path)
    if !plain.hasPrefix("/"), !plain.hasPrefix("..") { return plain.isEmpty ? "." : plain }
    guard let above = looks.realFolder(above: plain) else { return ProjectPath.lastPart(of: plain) }
    let real = ProjectPath.normalised(above + "/" + ProjectPath.lastPart(of: plain))
    let current = looks.realFolder("")
    if real == current { return "." }
    if let below = below(current, real) { return below }
    if let root = looks.surroundings(of: above)?.root, let below = below(root, real) { return below }
    return ProjectPath.lastPart(of: plain)
  }

  /// The part of a path below a folder, or nil where it does not lie in it.
  static func below(_ folder: String?, _ path: String) -> String? {
    guard let folder else { return nil }
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
  }
}
