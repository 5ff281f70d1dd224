import KadryEngine

/// A table for reading: columns aligned by what they take up on the screen.
///
/// Columns that are empty in every row are left out, and long cells are cut; the other formats have all.
struct TextTable {
  let columns: [String]
  let rows: [[Cell]]
  let usesColor: Bool
  /// The widest that a cell may be.
  static let widestCell = 72

  /// The table of some rows, with the columns that they choose for reading.
  init<Row: ResultRow>(_ rows: [Row], usesColor: Bool) {
    columns = Row.tableColumns
    let indices = columns.compactMap { Row.columns.firstIndex(of: $0) }
    self.rows = rows.map { row in indices.map { row.cells[$0] } }
    self.usesColor = usesColor
  }

  func rendered() -> String {
    let shown = columns.indices.filter { index in rows.contains { $0[index] != .none } }
    let header = shown.map { columns[$0].replacing("_", with: " ") }
    let body = rows.map { row in shown.map { Self.visible(row[$0]) } }
    let widths = shown.indices.map { index in
      ([header] + body).map { DisplayWidth.of($0[index]) }.max() ?? 0
    }
    let numeric = shown.map { index in rows.allSatisfy { $0[index].isNumeric } }
    var lines = [line(header, widths: widths, numeric: numeric, isHeader: true)]
    lines += body.map { line($0, widths: widths, numeric: numeric, isHeader: false) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [String], widths: [Int], numeric: [Bool], isHeader: Bool) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let gap = String(repeating: " ", count: widths[index] - DisplayWidth.of(cell))
      let isLast = index == cells.count - 1
      text += numeric[index] ? gap + cell : cell + (isLast ? "" : gap)
      if !isLast { text += "  " }
    }
    while text.last == " " { text.removeLast() }
    return isHeader && usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  /// A cell on one line, without anything that could steer a terminal.
  static func visible(_ cell: Cell) -> String {
    DisplayWidth.truncated(cell.plain.withoutControls, to: widestCell)
  }
}

extension Cell {
  fileprivate var isNumeric: Bool {
    switch self {
    case .integer, .number, .none: true
    case .text, .boolean, .list: false
    }
  }
}

extension String {
  /// The text with line breaks and tabs as spaces and other control characters as U+FFFD.
  var withoutControls: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
