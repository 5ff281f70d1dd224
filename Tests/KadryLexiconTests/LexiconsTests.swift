import Foundation
import Testing

@testable import KadryLexicon

@Suite struct LexiconsTests {
  @Test func load() throws {
    let c = ContinuousClock()
    let t = try c.measure { _ = try TestLexicons.base() }
    print("LOAD", t)
  }
}
