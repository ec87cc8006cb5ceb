import LanguageServerWire
import Logging

/// The one loop: it reads messages, owns the session, and is the only writer of the protocol's stream.
///
/// One thread suffices: an analysis takes less time than a hop between threads costs in surprises, and between any two
/// messages the loop looks at what else has come in, so that edits coalesce and cancelled requests are not computed.
package struct ServerLoop {
  /// Milliseconds between looks at whether the client's process still runs.
  private static let pulse: Int32 = 1_000
  /// Milliseconds without a message after which the first scan of the workspace goes on: it never delays a keystroke.
  private static let rest: Int32 = 40

  private var streams: StandardStreams
  private var frames = FrameReader()
  private var queue: [Result<Message, RPCError>] = []
  private var session: Session
  private var isClosed = false
  /// True while the scan goes on without a pause: no message has come since it began to.
  private var isScanningOn = false

  package init(streams: StandardStreams, logger: Logger) {
    self.streams = streams
    session = Session(logger: logger)
  }

  /// Serves until the client leaves; gives the exit code: 0 after `shutdown` and `exit`, else 1.
  package mutating func run() -> Int32 {
    while true {
      let isIdle = !receive(timeout: timeout)
      while !queue.isEmpty {
        let next = queue.removeFirst()
        if case .success(.notification("exit", _)) = next { return session.phase == .shutDown ? 0 : 1 }
        handle(next)
        guard flush() else { return 1 }
        receive(timeout: 0)
      }
      if isIdle, !isScanning { session.lookAtDisk() }
      session.publishStale()
      isScanningOn = isIdle && isScanning
      if isScanningOn { session.continueScan() }
      guard flush(), !isClosed else { return 1 }
      if isIdle, let process = session.watchedProcess, !StandardStreams.isRunning(process: process) { return 1 }
    }
  }

  private var isScanning: Bool { session.phase == .running && !session.scan.isDone }
  private var timeout: Int32 { isScanningOn ? 0 : isScanning ? Self.rest : Self.pulse }

  /// Takes in what the client has sent; false when nothing came in time.
  @discardableResult
  private mutating func receive(timeout: Int32) -> Bool {
    guard !isClosed else { return false }
    switch streams.receive(timeout: timeout) {
    case .nothing: return false
    case .closed: isClosed = true
    case .bytes(let bytes):
      frames.append(bytes[...])
      while let body = frames.next() { queue.append(Result { () throws(RPCError) in try Message(body: body) }) }
    }
    return true
  }

  private mutating func handle(_ message: Result<Message, RPCError>) {
    switch message {
    case .failure(let error):
      session.logger.warning("a message cannot be used: \(error.message)")
      session.answer(.null, .failure(error))
    case .success(.response(let id, let result, let error)): session.take(result, error: error, answering: id)
    case .success(.notification(let method, let params)): session.handle(notification: method, params)
    case .success(.request(let id, let method, let params)):
      if let obstacle = obstacle(to: id, method, params) {
        session.answer(id, .failure(obstacle))
      } else {
        session.handle(request: method, id: id, params)
      }
    }
  }

  /// Why a request is not worth computing any more: it was cancelled, or its document has changed since.
  private func obstacle(to id: JSONValue, _ method: String, _ params: JSONValue) -> RPCError? {
    let uri = params[path: "textDocument", "uri"]
    for case .success(.notification(let later, let rest)) in queue {
      if later == "$/cancelRequest", rest["id"] == id { return RPCError(.requestCancelled, "cancelled") }
      if later == "textDocument/didChange", !uri.isNull, rest[path: "textDocument", "uri"] == uri {
        return method == "textDocument/diagnostic"
          ? RPCError(.serverCancelled, "the document has changed", data: ["retriggerRequest": true])
          : RPCError(.contentModified, "the document has changed")
      }
    }
    return nil
  }

  /// Sends what the session has to say; false when the client is gone.
  private mutating func flush() -> Bool {
    var bytes: [UInt8] = []
    for message in session.outgoing { bytes += FrameReader.frame(JSONText.bytes(of: message)) }
    session.outgoing.removeAll(keepingCapacity: true)
    return bytes.isEmpty || streams.send(bytes)
  }
}
