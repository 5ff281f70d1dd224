import Testing

@testable import KadryEngine

@Suite struct PipelineTests {
  private struct Stop: Error {}

  @Test(arguments: [1, 2, 5])
  func resultsComeInTheOrderOfTheInputs(threads: Int) throws {
    var next = 0
    var results: [Int] = []
    let pipeline = OrderedPipeline<Int, Int>(threads: threads) {
      { input in
        // Uneven work, so that later inputs are ready before earlier ones.
        var sum = 0
        for value in 0..<(input % 7 == 0 ? 20000 : 10) { sum &+= value }
        return sum == -1 ? 0 : input * 2
      }
    }
    try pipeline.run(next: {
      next < 500
        ? {
          next += 1; return next
        }() : nil
    }) { results.append($0) }
    #expect(results == (1...500).map { $0 * 2 })
  }

  @Test(arguments: [1, 3])
  func aFailureOfTheConsumerEndsTheWork(threads: Int) throws {
    var next = 0
    let pipeline = OrderedPipeline<Int, Int>(threads: threads) { { $0 } }
    #expect(throws: Stop.self) {
      try pipeline.run(next: {
        next += 1; return next
      }) { if $0 == 20 { throw Stop() } }
    }
    #expect(next < 100, "inputs are fetched a few at a time")
  }

  @Test func noInputsGiveNoResults() throws {
    var count = 0
    try OrderedPipeline<Int, Int>(threads: 2) { { $0 } }.run(next: { nil }) { _ in count += 1 }
    #expect(count == 0)
  }
}
