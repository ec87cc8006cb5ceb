import Foundation
import LanguageServerWire
import Testing

/// How many steps one session takes; `COLOPHON_TEST_STEPS` sets it for longer runs.
private let steps = ProcessInfo.processInfo.environment["COLOPHON_TEST_STEPS"].flatMap(Int.init) ?? 400

@Test(arguments: PositionEncoding.allCases, [true, false])
func whatIsKnownAfterARandomSessionIsWhatAFreshServerKnows(encoding: PositionEncoding, pulls: Bool) throws {
  let seed = RandomNumbers.seed()
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("colophon-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  // The real path, as a temporary folder may lie behind a link.
  let real = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
  var session = try RandomSession(folder: real, encoding: encoding, pulls: pulls, RandomNumbers(seed: seed))
  for step in 1...steps {
    try session.step()
    guard step % 12 == 0 else { continue }
    guard session.check("seed \(seed), \(encoding), \(pulls ? "pull" : "push"), step \(step)") else { return }
  }
}
