import LanguageServerWire
import Testing

@Test func theTraceSaysAsMuchAsTheClientWants() {
  var session = EditorSession()
  func traced() -> [JSONValue] { session.sent("$/logTrace").map { $0["params"] } }
  session.request("textDocument/hover", ["a": 1])
  #expect(traced() == [])
  session.notify("$/setTrace", ["value": "messages"])
  session.request("textDocument/hover", ["a": 1])
  #expect(traced() == [["message": "request textDocument/hover"]])
  session.notify("$/setTrace", ["value": "verbose"])
  session.request("textDocument/hover", ["a": 1])
  #expect(traced().last == ["message": "request textDocument/hover", "verbose": "{\"a\":1}"])
  session.notify("$/setTrace", ["value": "no such"])
  session.notify("$/setTrace", ["value": "off"])
  let count = traced().count
  session.request("textDocument/hover", ["a": 1])
  #expect(traced().count == count)
}
