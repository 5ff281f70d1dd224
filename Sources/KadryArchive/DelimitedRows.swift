/// The rows of a table in text: tab-separated without quotes, or comma-separated as RFC 4180 has it.
///
/// A tab in the first line makes it tab-separated; a semicolon there and no comma, as spreadsheets of many
/// countries write, makes it semicolon-separated. Empty lines are passed over.
public struct DelimitedRows {
  /// One row with the line that it begins in, counted from 1.
  public struct Row: Equatable, Sendable {
    public var fields: [String]
    public var line: Int
  }

  private let bytes: [UInt8]
  private let file: String
  private let separator: UInt8
  private var position: Int
  private var line = 1

  /// The rows of `bytes`; `file` is for messages.
  public init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let header = bytes.prefix { $0 != 0x0A }
    separator = header.contains(0x09) ? 0x09 : header.contains(0x2C) || !header.contains(0x3B) ? 0x2C : 0x3B
  }

  /// The next row; throws for a quote that is not closed.
  public mutating func next() throws(ManifestError) -> Row? {
    while position < bytes.count {
      let row = try readRow()
      if row.fields != [""] { return row }
    }
    return nil
  }

  private mutating func readRow() throws(ManifestError) -> Row {
    var row = Row(fields: [], line: line)
    while true {
      row.fields.append(try readField())
      let end = position < bytes.count ? bytes[position] : 0x0A
      position += 1
      if end == 0x0A {
        line += 1
        return row
      }
    }
  }

  /// Reads up to a separator or line break and stays on it.
  private mutating func readField() throws(ManifestError) -> String {
    if separator != 0x09 && position < bytes.count && bytes[position] == 0x22 { return try readQuoted() }
    let start = position
    while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A { position += 1 }
    var field = bytes[start..<position]
    if field.last == 0x0D, position == bytes.count || bytes[position] == 0x0A { field.removeLast() }
    return String(decoding: field, as: UTF8.self)
  }

  private mutating func readQuoted() throws(ManifestError) -> String {
    let opened = line
    var field: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x0A { line += 1 }
      if byte != 0x22 {
        field.append(byte)
      } else if position < bytes.count, bytes[position] == 0x22 {
        field.append(byte)
        position += 1
      } else {
        if position < bytes.count, bytes[position] == 0x0D { position += 1 }
        guard position == bytes.count || bytes[position] == separator || bytes[position] == 0x0A
        else {
          throw ManifestError(
            path: file, line: line, message: "text follows a closing quote; double quotes inside")
        }
        return String(decoding: field, as: UTF8.self)
      }
    }
    throw ManifestError(path: file, line: opened, message: "a quote is opened and not closed")
  }
}
