import Testing

@testable import KadryArchive

/// Hands out at most a few bytes at a time.
private final class SlowStream: ByteStream {
  private var rest: ArraySlice<UInt8>
  init(_ text: String) { rest = Array(text.utf8)[...] }
  func read(upTo limit: Int) throws(InputFailure) -> [UInt8] {
    let block = rest.prefix(3)
    rest = rest.dropFirst(block.count)
    return Array(block)
  }
}

@Test(arguments: ["", "a", "a\n", "\n", "one\r\ntwo\n\nthree", "\r\n\r\n", "длинная строка\nдругая"])
func linesAndTheirOffsetsSpellTheStream(text: String) throws {
  var reader = LineReader(SlowStream(text), limit: 1000)
  let bytes = Array(text.utf8)
  var lines: [Line] = []
  while let line = try reader.next() { lines.append(line) }
  var expected = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
  if expected.last?.isEmpty == true { expected.removeLast() }
  #expect(lines.map(\.number) == Array(1..<(expected.count + 1)))
  for (line, want) in zip(lines, expected) {
    #expect(line.bytes == (want.last == 0x0D ? Array(want.dropLast()) : want))
    #expect(Array(bytes[line.offset..<(line.offset + line.length)]) == line.bytes)
  }
}

@Test func lineAboveTheLimitIsCountedAndNotKept() throws {
  var reader = LineReader(SlowStream("12345678\nab\n"), limit: 5)
  let long = try #require(try reader.next())
  #expect(long.isTooLong)
  #expect(long.length == 8)
  #expect(long.bytes.isEmpty)
  let next = try #require(try reader.next())
  #expect(next.bytes == Array("ab".utf8))
  #expect(next.offset == 9)
}
