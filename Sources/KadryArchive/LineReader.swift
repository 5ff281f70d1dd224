/// One line of a stream, without its line break.
public struct Line: Sendable, Equatable {
  /// Counted from 1.
  public var number: Int
  /// Byte offset of its first byte in the stream.
  public var offset: Int
  /// Empty when the line is longer than the reader's limit.
  public var bytes: [UInt8]
  /// In bytes, also for a line that is too long.
  public var length: Int
  public var isTooLong: Bool { length > bytes.count }
}

/// Cuts a stream into lines, holding one block and one line at a time.
public struct LineReader {
  private let stream: any ByteStream
  private let limit: Int
  private var block: [UInt8] = []
  private var position = 0
  private var offset = 0
  private var number = 0
  private static let newline: UInt8 = 0x0A

  /// A line above `limit` bytes is reported by its length only.
  public init(_ stream: any ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The next line, `nil` at the end; a final line without line break counts, an empty rest does not.
  public mutating func next() throws(InputFailure) -> Line? {
    var line = Line(number: number + 1, offset: offset, bytes: [], length: 0)
    var isEnded = false
    while !isEnded {
      if position == block.count {
        block = try stream.read(upTo: 1 << 16)
        position = 0
        if block.isEmpty { break }
      }
      let rest = block[position...]
      let end = rest.firstIndex(of: Self.newline) ?? block.endIndex
      line.length += end - position
      if line.length <= limit {
        line.bytes += rest[..<end]
      } else {
        line.bytes = []
      }
      isEnded = end < block.endIndex
      let used = end - position + (isEnded ? 1 : 0)
      position += used
      offset += used
    }
    if !isEnded && line.length == 0 { return nil }
    number += 1
    if line.bytes.last == 0x0D {
      line.bytes.removeLast()
      line.length -= 1
    }
    return line
  }
}
