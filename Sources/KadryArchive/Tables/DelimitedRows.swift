/// The rows of a small table in memory, in which every row must be right: a manifest, judgements.
///
/// Tab-separated without quotes, or separated by commas or semicolons as RFC 4180 has it; see ``RowReader``.
public struct DelimitedRows {
  /// One row with the line that it begins in, counted from 1.
  public struct Row: Equatable {
    public var fields: [String]
    public var line: Int
  }

  private var rows: RowReader
  private let file: String

  public init(_ bytes: [UInt8], file: String) {
    rows = RowReader(MemoryStream(bytes))
    self.file = file
  }

  /// The next row; throws for a quote that is not closed.
  public mutating func next() throws(ManifestError) -> Row? {
    let row: RowReader.Row?
    do throws(InputFailure) {
      row = try rows.next()
    } catch {
      throw ManifestError(path: file, line: nil, message: error.reason)
    }
    guard let row else { return nil }
    switch row.trouble {
    case .openQuote(let line):
      throw ManifestError(path: file, line: line, message: "a quote is opened and not closed")
    case .textBehindQuote(let line):
      throw ManifestError(
        path: file, line: line, message: "text follows a closing quote; double quotes inside")
    case .tooLong, nil:
      return Row(fields: row.fields.map { String(decoding: $0, as: UTF8.self) }, line: row.line)
    }
  }
}
