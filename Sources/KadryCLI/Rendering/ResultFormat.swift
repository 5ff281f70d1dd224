import KadryEngine

/// The formats that every query can answer in.
enum ResultFormat: String, CaseIterable, Sendable {
  case table, json, jsonl, csv, tsv
}

/// Writes rows in a format, one after another.
struct ResultWriter {
  let format: ResultFormat
  let usesColor: Bool
  let sink: any ByteSink

  /// Writes all rows of one result.
  func write<Row: ResultRow>(_ rows: [Row]) throws {
    switch format {
    case .table:
      try sink.write(
        TextTable(rows, usesColor: usesColor).rendered())
    case .json: try writeJSON(rows)
    case .jsonl:
      for row in rows { try sink.write(JSONText.object(Row.columns, row.cells) + "\n") }
    case .csv:
      try sink.write(DelimitedText.csv.line(Row.columns))
      for row in rows { try sink.write(DelimitedText.csv.line(row.cells.map(\.plain))) }
    case .tsv:
      try sink.write(DelimitedText.tsv.line(Row.columns))
      for row in rows { try sink.write(DelimitedText.tsv.line(row.cells.map(\.plain))) }
    }
  }

  private func writeJSON<Row: ResultRow>(_ rows: [Row]) throws {
    try sink.write(rows.isEmpty ? "[" : "[\n")
    for (index, row) in rows.enumerated() {
      try sink.write(JSONText.object(Row.columns, row.cells) + (index + 1 < rows.count ? ",\n" : "\n"))
    }
    try sink.write("]\n")
  }
}

extension Cell {
  /// The value as one string; lists are joined by `; `, what is not known is empty.
  var plain: String {
    switch self {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): number.plainDigits
    case .boolean(let boolean): boolean ? "true" : "false"
    case .list(let list): list.joined(separator: "; ")
    case .none: ""
    }
  }
}

extension Double {
  /// The shortest decimal digits that give the number back, without an exponent or a needless `.0`.
  var plainDigits: String {
    if let whole = Int(exactly: self) { return String(whole) }
    return "\(self)"
  }
}
