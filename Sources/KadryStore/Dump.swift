extension Store {
  /// Every table, ordered by primary key, one line a row: two databases are equal when their dumps are.
  ///
  /// Shadow tables of the full text are left out. Lines stream; no table is held in memory.
  public func dump(_ line: (String) throws -> Void) throws {
    let tables = try connection.rows(
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
      """
    ) { row throws(StoreError) in row.text(0) ?? "" }
    try line("-- schema \(try connection.int("PRAGMA user_version"))")
    for table in tables {
      let keys = try connection.rows(
        "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk", [.text(table)]
      ) { row throws(StoreError) in "\"\(row.text(0) ?? "")\"" }
      let order = keys.isEmpty ? "" : " ORDER BY \(keys.joined(separator: ", "))"
      try connection.query("SELECT * FROM \"\(table)\"\(order)") { row in
        let values = (0..<row.columnCount).map { "\(row.columnName($0))=\(Store.literal(row.value($0)))" }
        try line("\(table) \(values.joined(separator: " "))")
      }
    }
  }

  /// The dump as one text.
  public func dump() throws -> String {
    var lines = ""
    try dump { lines += $0 + "\n" }
    return lines
  }

  private static func literal(_ value: SQLValue) -> String {
    switch value {
    case .null: "NULL"
    case .int(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text):
      "'" + text.replacing("'", with: "''").replacing("\n", with: "\\n").replacing("\r", with: "\\r") + "'"
    }
  }
}
