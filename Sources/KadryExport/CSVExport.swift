/// One table for each kind of node and for the holdings, as comma-separated values (RFC 4180).
public struct CSVExport {
  private let snapshot: GraphSnapshot

  public init(_ snapshot: GraphSnapshot) {
    self.snapshot = snapshot
  }

  /// The tables that there are; a table's file is its name with `.csv`.
  public static let tables = [
    "person", "occupancy", "post", "organization", "place", "directive", "citation", "figure",
    "contradiction",
    "document",
  ]

  /// Writes one table with its header row; `false` when there is no such table.
  public func write(table: String, to write: ExportWriter) throws -> Bool {
    guard let rows = CSVTables(snapshot).table(table) else { return false }
    try write(Self.line(rows.header))
    for row in rows.rows { try write(Self.line(row.map { $0?.plain ?? "" })) }
    return true
  }

  private static func line(_ fields: [String]) -> String {
    fields.map { field in
      let needsQuotes = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }.joined(separator: ",") + "\r\n"
  }
}
