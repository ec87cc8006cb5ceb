import Foundation
import TestSupport

/// The example manuscripts, with all their files.
enum FixtureProject {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/manuscripts")

  /// The project of a main file, by its path in the folder of examples.
  static func project(_ path: String) throws -> EditableProject {
    let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
    let own = folder.appendingPathComponent(parts[0])
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: own.path) where name.contains(".") {
      files[name] = try String(contentsOf: own.appendingPathComponent(name), encoding: .utf8)
    }
    return EditableProject(files, main: parts[1])
  }
}
