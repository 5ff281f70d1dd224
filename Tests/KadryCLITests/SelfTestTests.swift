import Foundation
import Testing

@testable import KadryCLI
@testable import KadryEngine

@Suite struct SelfTestTests {
  let fixture: CommandLineFixture
  init() throws { fixture = try CommandLineFixture() }

  @Test func thisCheckoutWorks() throws {
    let outcome = fixture.runWithLexicons("selftest")
    #expect(outcome.status == 0)
    #expect(
      outcome.lines.map { $0.split(separator: "\t").prefix(2).joined(separator: " ") } == [
        "ok lexicons", "ok reading", "ok archives", "ok database",
      ])
  }

  @Test func wrongWordsAndMissingSamplesAreSaid() throws {
    let lexicons = fixture.folder + "/Lexicons"
    try FileManager.default.createDirectory(atPath: lexicons, withIntermediateDirectories: true)
    var knowledge = Knowledge.fake()
    knowledge.folder = lexicons
    let missing = fixture.run("selftest", knowledge: knowledge)
    #expect(missing.status == 74)
    #expect(missing.output.contains("failed\treading\t\(lexicons)/selftest: missing:"))
    try FileManager.default.copyItem(
      atPath: Checkout.folder + "/Lexicons/selftest", toPath: lexicons + "/selftest")
    let wrong = fixture.run("selftest", knowledge: knowledge)
    #expect(wrong.status == 74)
    #expect(wrong.lines[1].hasPrefix("failed\treading\tnot found in ru.txt: person "))
    #expect(wrong.lines[2] == "ok\tarchives")
  }
}
