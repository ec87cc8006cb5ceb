import Foundation
import LanguageServerWire

/// A folder with files, gone when it is no longer needed.
final class FolderOfFiles {
  let path: String

  init(_ files: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("colophon-\(UUID().uuidString)")
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    path = folder.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func uri(_ name: String) -> String { DocumentURI.uri(ofPath: path + "/" + name) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
  }
}

extension EditorSession {
  /// A session whose client counts in this unit and shows Markdown.
  init(_ encoding: PositionEncoding, _ more: [JSONValue.Member] = [], options: JSONValue = nil) {
    let members: [JSONValue.Member] = [
      .init("general", ["positionEncodings": [.string(encoding.rawValue)]]),
      .init("textDocument", ["hover": ["contentFormat": ["markdown", "plaintext"]]]),
    ]
    self.init(capabilities: .object(members + more), options: options)
  }
}

/// How many units an emoji takes.
func width(ofEmojiIn encoding: PositionEncoding) -> Int {
  switch encoding {
  case .utf8: 4
  case .utf16: 2
  case .utf32: 1
  }
}

/// The `Range` on one line.
func lineRange(_ line: Int, _ characters: Range<Int>) -> JSONValue {
  [
    "start": ["line": .integer(line), "character": .integer(characters.lowerBound)],
    "end": ["line": .integer(line), "character": .integer(characters.upperBound)],
  ]
}
