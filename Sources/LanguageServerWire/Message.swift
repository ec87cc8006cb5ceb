/// A message of JSON-RPC 2.0, read from its body.
package enum Message: Sendable, Equatable {
  case request(id: JSONValue, method: String, params: JSONValue)
  case notification(method: String, params: JSONValue)
  case response(id: JSONValue, result: JSONValue, error: JSONValue)

  /// Throws the answer that the sender must get.
  package init(body: ArraySlice<UInt8>) throws(RPCError) {
    let value: JSONValue
    do { value = try JSONParser.value(of: body) } catch { throw RPCError(.parseError, "the message is not JSON") }
    guard case .object = value else { throw RPCError(.invalidRequest, "a message must be an object") }
    let id = value["id"]
    if let method = value["method"].string {
      switch (value.has("id"), id) {
      case (false, _): self = .notification(method: method, params: value["params"])
      case (true, .integer), (true, .string): self = .request(id: id, method: method, params: value["params"])
      case (true, _): throw RPCError(.invalidRequest, "the id of '\(method)' must be an integer or a string")
      }
    } else if value.has("method") {
      throw RPCError(.invalidRequest, "a method must be a string")
    } else if !id.isNull {
      self = .response(id: id, result: value["result"], error: value["error"])
    } else {
      throw RPCError(.invalidRequest, "a message needs a method or an id")
    }
  }
}

/// The error member of an answer.
package struct RPCError: Error, Equatable {
  /// Codes of JSON-RPC 2.0 and of LSP 3.17, section "Base Protocol".
  package enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case serverCancelled = -32802
    case contentModified = -32801
    case requestCancelled = -32800
  }

  package let code: Code
  package let message: String
  package let data: JSONValue

  package init(_ code: Code, _ message: String, data: JSONValue = .null) {
    self.code = code
    self.message = message
    self.data = data
  }

  package var json: JSONValue {
    .compact(["code": .integer(code.rawValue), "message": .string(message), "data": data])
  }
}
