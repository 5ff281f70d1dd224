/// A lexicon table: rows of named cells, one concept each.
///
/// The format: UTF-8, a header row, tabs between cells, `id` first, variants in a cell separated by `|`,
/// lines that begin with `#` are comments.
public struct Table: Sendable {
  public let name: String
  public private(set) var rows: [Row]

  /// One row, with the place where it stands, for messages.
  public struct Row: Sendable {
    public let id: String
    public let file: String
    public let line: Int
    let columns: [String: Int]
    let cells: [String]

    /// The cell of a column, or an empty string where the table has no such column.
    public subscript(_ column: String) -> String {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index]
    }

    /// The variants in a cell.
    public func list(_ column: String) -> [String] {
      self[column].split(separator: "|").map { trimmed($0) }.filter { !$0.isEmpty }
    }

    /// The words in a cell.
    public func words(_ column: String) -> [String] {
      self[column].split(separator: " ").map(String.init)
    }

    public func optional(_ column: String) -> String? {
      let cell = self[column]
      return cell.isEmpty ? nil : cell
    }

    /// Where a column's cell begins, counted in characters from 1.
    public func column(of name: String) -> Int {
      guard let index = columns[name] else { return 1 }
      return 1 + cells.prefix(index).reduce(0) { $0 + $1.count + 1 }
    }

    /// An error that points at a cell of this row.
    public func error(_ column: String, _ message: String) -> LexiconError {
      LexiconError(file: file, line: line, column: self.column(of: column), message: message)
    }
  }

  public init(name: String, rows: [Row] = []) {
    self.name = name
    self.rows = rows
  }

  /// Parses a table.
  ///
  /// - Parameter required: columns that must be in the header.
  public init(name: String, text: String, file: String, required: [String] = ["id"])
    throws(LexiconError)
  {
    self.name = name
    rows = []
    var columns: [String: Int] = [:]
    var seen: [String: Int] = [:]
    var number = 0
    // A line break of two characters is one `Character`.
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if columns.isEmpty {
        for (index, cell) in cells.enumerated() { columns[cell] = index }
        for column in required where columns[column] == nil {
          throw LexiconError(
            file: file, line: number, column: 1, message: "the header has no column '\(column)'")
        }
        continue
      }
      let id = cells[0]
      guard !id.isEmpty else {
        throw LexiconError(file: file, line: number, column: 1, message: "the row has no id")
      }
      let isOff = id.hasPrefix(Table.off)
      guard isOff || cells.count == columns.count else {
        throw LexiconError(
          file: file, line: number, column: 1,
          message: "'\(id)' has \(cells.count) cells, the header has \(columns.count); "
            + "write one tab between cells, empty ones too")
      }
      if let first = seen[id] {
        throw LexiconError(
          file: file, line: number, column: 1, message: "'\(id)' stands already on line \(first)")
      }
      seen[id] = number
      rows.append(Row(id: id, file: file, line: number, columns: columns, cells: cells))
    }
    if columns.isEmpty {
      throw LexiconError(file: file, message: "is empty; a table begins with a header row")
    }
  }

  static let off = "off "

  /// Lays another table over this one: a row of the same id replaces it, `off ID` removes it.
  public mutating func overlay(_ other: Table) throws(LexiconError) {
    var index: [String: Int] = [:]
    for (i, row) in rows.enumerated() { index[row.id] = i }
    var removed: Set<Int> = []
    for row in other.rows {
      if row.id.hasPrefix(Table.off) {
        let id = String(row.id.dropFirst(Table.off.count))
        guard let i = index[id] else {
          throw LexiconError(
            file: row.file, line: row.line, column: 1,
            message: "there is no '\(id)' in \(name) to switch off")
        }
        removed.insert(i)
      } else if let i = index[row.id] {
        rows[i] = row
      } else {
        index[row.id] = rows.count
        rows.append(row)
      }
    }
    rows = rows.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text
  while text.first == " " { text.removeFirst() }
  while text.last == " " { text.removeLast() }
  return String(text)
}
