import Testing

@testable import KadryCLI

@Suite struct StreamTests {
  @Test func bufferedSinkHandsOnEverythingInOrder() throws {
    let memory = MemorySink()
    let sink = BufferedSink(memory, capacity: 4)
    for piece in ["a", "bcdef", "", "g"] { try sink.write(piece) }
    try sink.flush()
    try sink.flush()
    #expect(memory.text == "abcdefg")
  }

  @Test func closedPipeIsToldApartFromFailure() {
    #expect(throws: OutputFailure.closed) { try MemorySink(limit: 2).write("abc") }
    #expect(throws: OutputFailure.self) { try DescriptorSink(descriptor: -1).write("abc") }
  }
}
