/// Which files pull in which: tells a manuscript from the chapters of another.
package struct Inclusions: Sendable {
  private var included: [String: [String]] = [:]

  package init() {}

  /// - Parameter paths: the files that it names, those that do not exist among them.
  package mutating func add(_ paths: [String], of file: String) {
    if !paths.isEmpty { included[file] = paths }
  }

  /// The documents that another one includes, directly or not; not those that include that one themselves: of files
  /// that include each other in a circle, none is the other's chapter.
  ///
  /// - Complexity: linear in the files that the documents reach, added up.
  package func chapters(among documents: [String]) -> Set<String> {
    let known = Set(documents)
    var reached: [String: Set<String>] = [:]
    for document in documents where included[document] != nil { reached[document] = files(from: document) }
    var chapters: Set<String> = []
    for (document, files) in reached {
      for file in files where file != document && known.contains(file) {
        if reached[file]?.contains(document) != true { chapters.insert(file) }
      }
    }
    return chapters
  }

  private func files(from start: String) -> Set<String> {
    var seen: Set<String> = []
    var waiting = included[start] ?? []
    while let file = waiting.popLast() {
      if seen.insert(file).inserted { waiting += included[file] ?? [] }
    }
    return seen
  }
}
