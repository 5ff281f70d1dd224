/// Inserts many rows into one table through one statement.
final class RowWriter {
  private let connection: Connection
  private let statement: Statement

  init(_ connection: Connection, _ table: String, columns: Int) throws(StoreError) {
    self.connection = connection
    let places = [String](repeating: "?", count: columns).joined(separator: ", ")
    statement = try connection.checkOut("INSERT INTO \(table) VALUES (\(places))")
  }

  deinit { connection.checkIn(statement) }

  /// Inserts a row with a value for every column.
  func insert(_ values: [SQLValue]) throws(StoreError) {
    try statement.bind(values)
    _ = try statement.step()
    statement.reset()
  }
}
