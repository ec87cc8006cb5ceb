import LanguageServerWire
import Testing

private func bodies(_ stream: [UInt8], chunk: Int) -> [[UInt8]] {
  var frames = FrameReader()
  var bodies: [[UInt8]] = []
  var rest = stream[...]
  while !rest.isEmpty {
    frames.append(rest.prefix(chunk))
    rest = rest.dropFirst(chunk)
    while let body = frames.next() { bodies.append(Array(body)) }
  }
  return bodies
}

@Test(arguments: [1, 2, 7, 4_096]) func framesAreCutWhereverTheBytesAreSplit(chunk: Int) {
  let messages: [[UInt8]] = ["{}", "", "{\"a\":\"😀\"}", "[1]"].map { Array($0.utf8) }
  let stream = messages.flatMap(FrameReader.frame)
  #expect(bodies(stream, chunk: chunk) == messages)
}

@Test(arguments: ["Content-Length: -5\r\n\r\n", "Content-Length: x\r\n\r\n", "nothing\r\n\r\n", "\r\n\r\n"])
func aHeaderWithoutALengthCostsOnlyItself(header: String) {
  let stream = Array(header.utf8) + FrameReader.frame(Array("{}".utf8))
  #expect(bodies(stream, chunk: 5) == [Array("{}".utf8)])
}

@Test func headersMayNameTheTypeOfTheirContent() {
  let stream = "content-length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}"
  #expect(bodies(Array(stream.utf8), chunk: 100) == [Array("{}".utf8)])
}

@Test func mutatedStreamsAreReadToTheirEnd() {
  let seed = RandomNumbers.seed()
  var random = RandomNumbers(seed: seed)
  let message = #"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"a":[1.5e3,"é\u00e9\ud83d\ude00",null]}}"#
  let frame = FrameReader.frame(Array(message.utf8))
  for _ in 0..<3_000 {
    var stream = frame + frame
    for _ in 0...random.below(4) {
      let place = random.below(stream.count)
      switch random.below(4) {
      case 0: stream[place] = UInt8(random.below(256))
      case 1: stream.remove(at: place)
      case 2: stream.insert(random.element(of: Array("-\r\n:\"\\{}[]9".utf8)), at: place)
      default: stream.removeSubrange(place..<min(stream.count, place + random.below(30)))
      }
    }
    for body in bodies(stream, chunk: 1 + random.below(300)) {
      guard let value = try? JSONParser.value(of: body[...]) else { continue }
      // What is read can be written, and read again as the same.
      #expect((try? JSONParser.value(of: JSONText.bytes(of: value)[...])) == value, "seed \(seed)")
      _ = try? Message(body: body[...])
    }
  }
}

@Test func onlyNumbersOfJSONAreRead() {
  for text in ["0", "-0", "12", "-3.25", "1e3", "2.5E-7", "99999999999999999999"] {
    #expect((try? JSONParser.value(of: Array(text.utf8)[...])) != nil, "\(text)")
  }
  for text in ["05", "+1", ".5", "5.", "-", "1e", "1e+", "0x1", "1-2", "--1"] {
    #expect((try? JSONParser.value(of: Array(text.utf8)[...])) == nil, "\(text)")
  }
}

@Test func aMessageIsARequestByItsId() throws {
  func message(_ text: String) throws(RPCError) -> Message { try Message(body: Array(text.utf8)[...]) }
  #expect(try message(#"{"id":-3,"method":"m"}"#) == .request(id: -3, method: "m", params: nil))
  #expect(try message(#"{"id":"a","method":"m"}"#) == .request(id: "a", method: "m", params: nil))
  #expect(try message(#"{"method":"m"}"#) == .notification(method: "m", params: nil))
  #expect(try message(#"{"id":"a","result":null}"#) == .response(id: "a", result: nil, error: nil))
  for text in [#"{"id":null,"method":"m"}"#, #"{"id":1.5,"method":"m"}"#, #"{"id":[],"method":"m"}"#, "[]", "{}", "7"] {
    #expect(throws: RPCError.self) { try message(text) }
  }
}

@Test(arguments: [
  ("file:///a/b.tex", "/a/b.tex"), ("file:///a%20b/%C3%A9%2520.tex", "/a b/é%20.tex"),
  ("file:///a%20b/%c3%a9.tex", "/a b/é.tex"), ("file://localhost/a.tex", "/a.tex"), ("FILE:///a.tex", "/a.tex"),
  ("file:///c%3A/Users/x.tex", "/c:/Users/x.tex"), ("file:///100%.tex", "/100%.tex"), ("file:///a b.tex", "/a b.tex"),
  ("file:///C#.tex", "/C#.tex"), ("file://server/share/a.tex", nil), ("untitled:Untitled-1", nil), ("file:", nil),
  ("file:///a%00.tex", nil),
]) func addressesMeanPaths(uri: String, path: String?) {
  #expect(DocumentURI.path(of: uri) == path)
}

@Test func everyPathComesBackFromItsAddress() {
  for path in ["/a/b.tex", "/a b/é%20😀.tex", "/#?&=+;:@[].md"] {
    #expect(DocumentURI.path(of: DocumentURI.uri(ofPath: path)) == path)
  }
}

@Test func placesInsideACharacterMeanItsBeginning() {
  let text = Array("a😀b".utf8)
  for (encoding, character, offset) in [
    (PositionEncoding.utf8, 1, 1), (.utf8, 2, 1), (.utf8, 4, 1), (.utf8, 5, 5), (.utf8, 99, 6), (.utf16, 2, 1),
    (.utf16, 3, 5), (.utf32, 2, 5),
  ] {
    #expect(TextPositions(text, encoding).offset(line: 0, character: character) == offset, "\(encoding) \(character)")
  }
}
