import Foundation
import Testing

@testable import KadryEngine

@Suite struct JudgedSampleTests {
  private func judged(_ text: String, path: String = "s.csv") throws -> JudgedSample {
    var sample = JudgedSample()
    try sample.add(bytes: Array(text.utf8), path: path, words: try matchingWords())
    return sample
  }

  /// The bounds are those of Brown, Cai and DasGupta (2001), formula 4, computed by hand with z = 1.96.
  @Test(arguments: [
    (10, 0, 0.722, 1.0), (0, 10, 0.0, 0.278), (9, 1, 0.596, 0.982), (95, 5, 0.888, 0.978), (1, 0, 0.207, 1.0),
  ])
  func intervalsAreWilsons(right: Int, wrong: Int, low: Double, high: Double) throws {
    let interval = try #require(JudgedTally(right: right, wrong: wrong).interval)
    #expect(abs(interval.lowerBound - low) < 0.0006)
    #expect(abs(interval.upperBound - high) < 0.0006)
  }

  @Test func nothingJudgedHasNoPrecision() throws {
    let sample = try judged("ok,kind\n,holds\n?,holds\n")
    #expect(sample.rows.map(\.tally) == [JudgedTally(open: 1, blank: 1)])
    #expect(sample.rows[0].cells.suffix(3) == [.none, .none, .none])
  }

  @Test(arguments: [
    "kind,ok,rule\nholds,y,a\nholds, Да ,a\nperson,ĐÚNG,b\nperson,0,b\n",
    "\u{FEFF}kind;ok;rule\r\nholds;Y;a\r\nholds;+;a\r\nperson;\"có\";b\r\nperson;нет;b\r\n",
    "ok\tkind\trule\nyes\tholds\ta\ntrue\tholds\ta\n1\tperson\tb\nSai\tperson\tb\n",
  ])
  func spreadsheetsOfManyCountriesAreRead(text: String) throws {
    let sample = try judged(text)
    #expect(sample.complaints.isEmpty)
    #expect(sample.rows.map(\.group) == ["all", "kind holds", "kind person", "rule b", "rule a"])
    #expect(
      sample.rows.map(\.tally) == [
        JudgedTally(right: 3, wrong: 1), JudgedTally(right: 2), JudgedTally(right: 1, wrong: 1),
        JudgedTally(right: 1, wrong: 1), JudgedTally(right: 2),
      ])
  }

  @Test func whatIsNoJudgementIsNamedAndTheRestCounts() throws {
    let sample = try judged("ok,kind\ny,holds\n\"see\nbelow\",holds\nmaybe,holds\n")
    #expect(
      sample.complaints == [
        "s.csv:3: 'see\nbelow' in the column 'ok' is no judgement; write y, n or ?",
        "s.csv:5: 'maybe' in the column 'ok' is no judgement; write y, n or ?",
      ])
    #expect(sample.rows[0].tally == JudgedTally(right: 1, blank: 2))
  }

  @Test(arguments: [
    (
      "kind,says\nholds,x\n",
      "s.csv:1: the header has no column 'ok'; begin with a file that 'kadry sample' wrote"
    ),
    ("", "s.csv:1: the header has no column 'ok'; begin with a file that 'kadry sample' wrote"),
    ("ok,kind\ny,\"x\n", "s.csv:2: a quote is opened and not closed"),
  ])
  func tablesThatAreNoSamples(text: String, message: String) throws {
    let error = #expect(throws: EvaluationError.self) { try judged(text) }
    #expect(error?.description == message)
  }
}
