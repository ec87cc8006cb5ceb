import Foundation
import LanguageServerWire
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The server as a client starts it, one question and answer at a time.
final class ServerProcess {
  /// Milliseconds after which a server that says nothing is given up.
  private static let patience: Int32 = 60_000

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let capture = MessageCapture()
  private var frames = FrameReader()
  private var nextID = 1
  /// What the server has sent of its own accord.
  private(set) var notifications: [JSONValue] = []

  /// Starts the server and gives it a client that is alive.
  init(_ arguments: [String] = [], processID: Int? = nil, encoding: PositionEncoding = .utf16) throws {
    process.executableURL = URL(fileURLWithPath: Colophon.program)
    process.arguments = ["server"] + arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    request(
      "initialize",
      [
        "processId": .integer(processID ?? Int(ProcessInfo.processInfo.processIdentifier)), "rootUri": nil,
        "capabilities": ["general": ["positionEncodings": [.string(encoding.rawValue)]]],
      ])
    notify("initialized", [:])
  }

  func notify(_ method: String, _ params: JSONValue) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// The answer to a request; nil when none comes.
  @discardableResult
  func request(_ method: String, _ params: JSONValue = nil) -> JSONValue? {
    let id = JSONValue.integer(nextID)
    nextID += 1
    send(.compact(["jsonrpc": "2.0", "id": id, "method": .string(method), "params": params]))
    return wait { $0["id"] == id && $0["method"].isNull }
  }

  /// Waits for the diagnostics of a version of a document; nil when they do not come.
  func diagnostics(of uri: String, version: Int) -> JSONValue? {
    wait { $0[path: "params", "uri"] == .string(uri) && $0[path: "params", "version"] == .integer(version) }
  }

  private func wait(for isWanted: (JSONValue) -> Bool) -> JSONValue? {
    while true {
      while let body = frames.next() {
        capture.note(body, from: .server)
        guard let message = try? JSONParser.value(of: body) else { return nil }
        if !message["method"].isNull { notifications.append(message) }
        if isWanted(message) { return message }
      }
      var descriptor = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, Self.patience) > 0 else { return nil }
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { return nil }
      frames.append(Array(data)[...])
    }
  }

  private func send(_ message: JSONValue) {
    let body = JSONText.bytes(of: message)
    capture.note(body[...], from: .client)
    input.fileHandleForWriting.write(Data(FrameReader.frame(body)))
  }

  /// Resident memory in kilobytes, where the system tells.
  var residentKilobytes: Int? {
    let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }
  }

  /// Says goodbye and gives the exit code.
  func leave() -> Int32 {
    request("shutdown")
    send(["jsonrpc": "2.0", "method": "exit"])
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// The exit code of a server that ends by itself within so many seconds; nil when it does not.
  func exitCode(within seconds: Double) -> Int32? {
    let end = Date().addingTimeInterval(seconds)
    while process.isRunning, Date() < end { usleep(20_000) }
    guard process.isRunning else { return process.terminationStatus }
    process.terminate()
    return nil
  }
}
