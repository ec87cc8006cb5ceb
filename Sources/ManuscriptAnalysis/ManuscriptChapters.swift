/// Manuscripts in several numbered Markdown files, as Manubot has them.
package enum ManuscriptChapters {
  /// The chapters in a folder, in order; nil where its files are no such manuscript.
  ///
  /// - Parameter names: of all files in the folder, sorted.
  package static func files(among names: [String]) -> [String]? {
    let numbered = names.filter { $0.hasSuffix(".md") && $0.prefix(2).allSatisfy(\.isNumber) && $0.count > 4 }
    let isManubot =
      names.contains("metadata.yaml") || numbered.contains { $0.contains("abstract") || $0.contains("introduction") }
    return numbered.count >= 2 && isManubot ? numbered : nil
  }
}
