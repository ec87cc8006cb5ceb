import Foundation

/// A stream of numbers that its seed fixes, so that a failing run can be repeated.
struct RandomNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The seed that `COLOPHON_TEST_SEED` names, else one drawn at random.
  static func seed() -> UInt64 {
    ProcessInfo.processInfo.environment["COLOPHON_TEST_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000)
  }

  /// A number from 0 up to below the bound; 0 for a bound below 1.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(bound, 1)
  }

  /// True once in so many times.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }

  mutating func element<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
}
