import Logging

/// Writes log lines to a file descriptor, never to standard output.
package struct ServerLog: LogHandler {
  package var logLevel: Logger.Level
  package var metadata: Logger.Metadata = [:]
  private let descriptor: Int32

  /// A logger that writes to a descriptor that stays open.
  package static func logger(level: Logger.Level, descriptor: Int32) -> Logger {
    Logger(label: "colophon") { _ in ServerLog(logLevel: level, descriptor: descriptor) }
  }

  private init(logLevel: Logger.Level, descriptor: Int32) {
    self.logLevel = logLevel
    self.descriptor = descriptor
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    StandardStreams.write(Array("[\(event.level)] \(event.message)\n".utf8), to: descriptor)
  }
}
