import CSQLite

/// One connection to one database file, with its prepared statements.
@safe final class Connection {
  enum Mode {
    case readOnly, readWrite, create
  }
  let path: String
  private let handle: OpaquePointer
  /// Statements not in use, by their SQL.
  private var idle: [String: Statement] = [:]

  /// Opens the file; SQLite reads nothing of it yet.
  ///
  /// - Parameter busyTimeout: how long to wait for another process's lock, in milliseconds.
  init(path: String, mode: Mode, busyTimeout: Int) throws(StoreError) {
    let flags =
      switch mode {
      case .readOnly: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    var handle: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      let reason = unsafe String(cString: sqlite3_errstr(code))
      unsafe sqlite3_close_v2(handle)
      throw StoreError(.unusable, "cannot be opened: \(reason)", code: code, path: path)
    }
    self.path = path
    unsafe self.handle = handle
    unsafe sqlite3_busy_timeout(handle, Int32(clamping: busyTimeout))
  }

  deinit {
    idle = [:]
    unsafe sqlite3_close_v2(handle)
  }

  /// Runs one or more statements that return nothing.
  func execute(_ sql: String) throws(StoreError) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, sql: sql) }
  }

  /// Runs one statement with values.
  func run(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) {
    let statement = try checkOut(sql)
    defer { checkIn(statement) }
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Runs a query and hands each row to `each`, which must not keep the statement.
  func query(
    _ sql: String, _ values: [SQLValue] = [], each: (Statement) throws -> Void
  ) throws {
    let statement = try checkOut(sql)
    defer { checkIn(statement) }
    try statement.bind(values)
    while try statement.step() { try each(statement) }
  }

  /// Runs a query and collects what `make` makes of each row.
  func rows<Row>(
    _ sql: String, _ values: [SQLValue] = [], make: (Statement) throws(StoreError) -> Row
  ) throws(StoreError) -> [Row] {
    let statement = try checkOut(sql)
    defer { checkIn(statement) }
    try statement.bind(values)
    var rows: [Row] = []
    while try statement.step() { rows.append(try make(statement)) }
    return rows
  }

  /// Runs a query for its first row.
  func first<Row>(
    _ sql: String, _ values: [SQLValue] = [], make: (Statement) throws(StoreError) -> Row
  ) throws(StoreError) -> Row? {
    let statement = try checkOut(sql)
    defer { checkIn(statement) }
    try statement.bind(values)
    return try statement.step() ? try make(statement) : nil
  }

  /// The first column of the first row as a number, 0 when there is none.
  func int(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) -> Int {
    try first(sql, values) { row throws(StoreError) in row.int(0) } ?? 0
  }

  /// The first column of the first row as text.
  func text(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) -> String? {
    try first(sql, values) { row throws(StoreError) in row.text(0) } ?? nil
  }

  /// How many rows the last statement changed.
  var changes: Int { Int(unsafe sqlite3_changes64(handle)) }

  /// Takes a prepared statement out of the cache, or prepares one; a statement in use is never shared.
  func checkOut(_ sql: String) throws(StoreError) -> Statement {
    if let statement = idle.removeValue(forKey: sql) { return statement }
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement = unsafe statement else { throw error(code, sql: sql) }
    return unsafe Statement(handle: statement, sql: sql, connection: self)
  }

  /// Gives a statement back.
  func checkIn(_ statement: Statement) {
    statement.reset()
    idle[statement.sql] = statement
  }

  /// Lets go of all prepared statements: the schema is about to change.
  func forgetStatements() {
    idle = [:]
  }

  /// What SQLite says about its last failure, in our words.
  func error(_ code: Int32, sql: String) -> StoreError {
    let detail = unsafe String(cString: sqlite3_errmsg(handle))
    let (kind, message): (StoreError.Kind, String) =
      switch code & 0xff {
      case SQLITE_BUSY, SQLITE_LOCKED:
        (.locked, "another process is writing to it; try again when it is done")
      case SQLITE_NOTADB:
        (.notADatabase, "is not an SQLite database; choose another file with --db")
      case SQLITE_CORRUPT:
        (.damaged, "is damaged (\(detail)); restore it, or delete it and ingest again")
      case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_FULL, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH,
        SQLITE_NOMEM, SQLITE_NOLFS, SQLITE_TOOBIG:
        (.unusable, "cannot be used: \(detail)")
      default: (.statement, "\(detail), in: \(sql)")
      }
    return StoreError(kind, message, code: code, sql: sql, path: path)
  }
}
