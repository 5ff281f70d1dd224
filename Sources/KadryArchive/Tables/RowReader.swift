/// The rows of a table in a stream: tab-separated without quotes, or separated by commas or semicolons as RFC 4180 has it.
///
/// A tab in the first line makes it tab-separated, a semicolon without a comma separated by those. Empty lines are passed
/// over. Holds one block and one row.
struct RowReader {
  /// One row with the line that it begins in, counted from 1, and its byte in the stream.
  struct Row: Equatable {
    var fields: [[UInt8]] = []
    var line: Int
    var offset: Int
    var trouble: Trouble?
  }

  /// What is wrong with a row.
  enum Trouble: Equatable {
    case textBehindQuote(line: Int)
    case openQuote(line: Int)
    /// Its length in bytes.
    case tooLong(Int)
  }

  private let stream: any ByteStream
  private let limit: Int
  private var separator: UInt8?
  private var block: [UInt8] = []
  private var position = 0
  private var blockStart = 0
  private var line = 1

  /// A row above `limit` bytes is read past and not kept.
  init(_ stream: any ByteStream, limit: Int = .max) {
    self.stream = stream
    self.limit = limit
  }

  /// The next row, `nil` at the end.
  mutating func next() throws(InputFailure) -> Row? {
    if separator == nil { try begin() }
    while try peek() != nil {
      let row = try readRow()
      if row.fields != [[]] || row.trouble != nil { return row }
    }
    return nil
  }

  /// Passes a byte order mark over and finds the separator.
  private mutating func begin() throws(InputFailure) {
    block = try stream.readSample()
    if block.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let first = block[position...].prefix { $0 != 0x0A }
    separator = first.contains(0x09) ? 0x09 : first.contains(0x3B) && !first.contains(0x2C) ? 0x3B : 0x2C
  }

  /// The next byte, `nil` at the end.
  private mutating func peek() throws(InputFailure) -> UInt8? {
    if position == block.count {
      blockStart += block.count
      position = 0
      block = []
      block = try stream.read(upTo: 1 << 16)
    }
    return position < block.count ? block[position] : nil
  }

  private mutating func readRow() throws(InputFailure) -> Row {
    let separator = separator ?? 0x2C
    var row = Row(line: line, offset: blockStart + position)
    var field: [UInt8] = []
    var quote = Quote.none
    var isTooLong = false
    while let byte = try peek() {
      position += 1
      if byte == 0x0A { line += 1 }
      if quote.isOpen {
        if byte == 0x22 { quote = .closed } else { field.append(byte) }
      } else if byte == 0x22 && quote.isClosed {
        quote = .open(line: line)
        field.append(byte)
      } else if byte == 0x22 && field.isEmpty && separator != 0x09 {
        quote = .open(line: line)
      } else if byte == separator || byte == 0x0A {
        if byte == 0x0A && field.last == 0x0D { field.removeLast() }
        row.fields.append(field)
        field = []
        quote = .none
        if byte == 0x0A { return finished(row, isTooLong) }
      } else {
        var isLineBreak = byte == 0x0D
        if isLineBreak { isLineBreak = (try peek() ?? 0x0A) == 0x0A }
        if quote.isClosed && !isLineBreak { row.trouble = row.trouble ?? .textBehindQuote(line: row.line) }
        if !(quote.isClosed && isLineBreak) { field.append(byte) }
      }
      if blockStart + position - row.offset > limit {
        isTooLong = true
        field = []
        row.fields = []
      }
    }
    if case .open(let line) = quote { row.trouble = .openQuote(line: line) }
    if field.last == 0x0D { field.removeLast() }
    row.fields.append(field)
    return finished(row, isTooLong)
  }

  private func finished(_ row: Row, _ isTooLong: Bool) -> Row {
    guard isTooLong else { return row }
    return Row(line: row.line, offset: row.offset, trouble: .tooLong(blockStart + position - row.offset))
  }

  private enum Quote: Equatable {
    case none, closed
    case open(line: Int)

    var isOpen: Bool { if case .open = self { true } else { false } }
    var isClosed: Bool { self == .closed }
  }
}
