import ReuseDetection
import Testing

@Test func cuesAreNumberedAsTheyAreDeclared() {
  #expect(Cue.allCases.map { Int($0.number) } == Array(Cue.allCases.indices))
}
