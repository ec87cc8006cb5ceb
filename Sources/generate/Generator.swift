import Foundation
import ModelCatalogue

/// A file that is made from others.
struct GeneratedFile {
  /// Relative to the repository's root.
  let path: String
  let contents: [UInt8]
}

/// Writes or checks all generated files.
enum Generator {
  static func run(_ arguments: [String]) -> Int32 {
    let isCheck = arguments.contains("--check")
    var isStale = false
    for file in files() {
      let current = FileManager.default.contents(atPath: file.path).map { Array($0) }
      if current == file.contents { continue }
      if isCheck {
        print("\(file.path) is stale: run 'swift run generate'")
        isStale = true
      } else {
        FileManager.default.createFile(atPath: file.path, contents: Data(file.contents))
        print("wrote \(file.path)")
      }
    }
    return isStale ? 1 : 0
  }

  private static func files() -> [GeneratedFile] {
    [GeneratedFile(path: "Sources/CCatalogueData/data/index.bin", contents: Catalogue.freshIndex())]
  }
}
