import ManuscriptFiles
import Manuscripts

// Prints the time a byte of one analysis inside a warm process: at 1, 10 and 100 copies of a body, and on inputs made
// to be slow; and the time that typing a character takes. It reports and asserts nothing.
// usage: measure FILE…

for path in CommandLine.arguments.dropFirst() {
  guard let bytes = try? FileSystem.read(path) else {
    print("cannot read \(path)")
    continue
  }
  let markup: Markup = path.hasSuffix(".tex") ? .latex : .markdown
  let keystroke = Measurement.millisecondsPerKeystroke(bytes, markup)
  print("\(path), \(bytes.count) bytes: \(Measurement.shown(keystroke)) ms a keystroke")
  if bytes.count > 500_000 { continue }
  var first: Double?
  for copies in [1, 10, 100] {
    let nanoseconds = Measurement.nanosecondsPerByte(Measurement.repeated(bytes, markup, copies), markup)
    let ratio = first.map { $0 / nanoseconds } ?? 1
    first = first ?? nanoseconds
    print(
      "\(path), \(copies) copies: \(Measurement.shown(nanoseconds)) ns a byte, 1 copy takes \(Measurement.shown(ratio)) of it"
    )
  }
}
for input in SlowInput.all {
  let nanoseconds = Measurement.nanosecondsPerByte(Array(input.text.utf8), input.markup)
  print("\(input.name): \(Measurement.shown(nanoseconds)) ns a byte")
}
