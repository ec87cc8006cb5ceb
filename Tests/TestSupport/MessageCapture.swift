import Foundation
import LanguageServerWire

/// What one client and one server said to each other, kept for `Tests/Clients/validate_messages.py`.
///
/// Nothing is kept unless `COLOPHON_TEST_CAPTURE` names a folder.
package struct MessageCapture {
  /// Who sent a message.
  package enum Sender: String {
    case client, server
  }

  private let file: FileHandle?

  /// A capture of one conversation, in a file of its own.
  package init() {
    guard let folder = ProcessInfo.processInfo.environment["COLOPHON_TEST_CAPTURE"], !folder.isEmpty else {
      file = nil
      return
    }
    let path = "\(folder)/swift-\(UUID().uuidString).jsonl"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let isMade = FileManager.default.createFile(atPath: path, contents: nil)
    file = isMade ? FileHandle(forWritingAtPath: path) : nil
  }

  /// Keeps a message as it was sent; bytes of the server that are not JSON are kept as a text under `broken`.
  package func note(_ body: ArraySlice<UInt8>, from sender: Sender) {
    guard let file else { return }
    let isJSON = (try? JSONParser.value(of: body)) != nil
    if !isJSON, sender == .client { return }
    let text = isJSON ? Array(body) : JSONText.bytes(of: .string(String(decoding: body, as: UTF8.self)))
    let key = isJSON ? "message" : "broken"
    let line = "{\"from\":\"\(sender.rawValue)\",\"\(key)\":" + String(decoding: text, as: UTF8.self)
    file.write(Data((line.replacingOccurrences(of: "\n", with: " ") + "}\n").utf8))
  }

  /// Keeps the messages of a stream of frames.
  package func note(stream: String, from sender: Sender) {
    guard file != nil else { return }
    var frames = FrameReader()
    frames.append(Array(stream.utf8)[...])
    while let body = frames.next() { note(body, from: sender) }
  }
}
