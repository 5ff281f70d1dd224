import CSQLite

/// A value to bind.
enum SQLValue: Sendable, Equatable {
  case null
  case int(Int)
  case real(Double)
  case text(String)

  init(_ text: String?) {
    self = text.map(SQLValue.text) ?? .null
  }
  init(_ number: Double?) {
    self = number.map(SQLValue.real) ?? .null
  }
  init(_ flag: Bool) {
    self = .int(flag ? 1 : 0)
  }
}

/// A prepared statement: bind, step, read columns, reset.
///
/// All calls into SQLite about statements are in this file and in `Connection.swift`.
@safe final class Statement {
  let sql: String
  private let handle: OpaquePointer
  private unowned let connection: Connection

  init(handle: OpaquePointer, sql: String, connection: Connection) {
    unsafe self.handle = handle
    self.sql = sql
    self.connection = connection
  }

  deinit {
    unsafe sqlite3_finalize(handle)
  }

  /// Binds the values to the parameters 1, 2, …
  func bind(_ values: [SQLValue]) throws(StoreError) {
    var index: Int32 = 1
    for value in values {
      try bind(value, at: index)
      index += 1
    }
  }

  func bind(_ value: SQLValue, at index: Int32) throws(StoreError) {
    let code: Int32
    switch value {
    case .null: code = unsafe sqlite3_bind_null(handle, index)
    case .int(let number): code = unsafe sqlite3_bind_int64(handle, index, Int64(number))
    case .real(let number): code = unsafe sqlite3_bind_double(handle, index, number)
    case .text(var text):
      // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
      code = text.withUTF8 { bytes in
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        return unsafe bytes.withMemoryRebound(to: CChar.self) { chars in
          guard let start = chars.baseAddress else {
            // No address would bind NULL.
            return unsafe sqlite3_bind_text64(handle, index, "", 0, transient, UInt8(SQLITE_UTF8))
          }
          return unsafe sqlite3_bind_text64(
            handle, index, start, UInt64(bytes.count), transient, UInt8(SQLITE_UTF8))
        }
      }
    }
    guard code == SQLITE_OK else { throw connection.error(code, sql: sql) }
  }

  /// Steps to the next row; `false` when there is none.
  func step() throws(StoreError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw connection.error(code, sql: sql)
    }
  }

  /// Makes the statement ready to run again and lets go of its values.
  func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  var columnCount: Int { Int(unsafe sqlite3_column_count(handle)) }

  func columnName(_ index: Int) -> String {
    guard let name = unsafe sqlite3_column_name(handle, Int32(index)) else { return "" }
    return unsafe String(cString: name)
  }

  func isNull(_ index: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(index)) == SQLITE_NULL
  }

  func int(_ index: Int) -> Int {
    Int(unsafe sqlite3_column_int64(handle, Int32(index)))
  }

  func bool(_ index: Int) -> Bool { int(index) != 0 }

  func real(_ index: Int) -> Double? {
    isNull(index) ? nil : unsafe sqlite3_column_double(handle, Int32(index))
  }

  /// The column as text; `nil` for NULL. Broken UTF-8, which Kadry never writes, is repaired.
  func text(_ index: Int) -> String? {
    guard let bytes = unsafe sqlite3_column_text(handle, Int32(index)) else { return nil }
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(index)))
    return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The column's bytes as UTF-8, copied; empty for NULL.
  func bytes(_ index: Int) -> [UInt8] {
    guard let bytes = unsafe sqlite3_column_text(handle, Int32(index)) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(index)))
    return unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }

  /// The column of any type.
  func value(_ index: Int) -> SQLValue {
    switch unsafe sqlite3_column_type(handle, Int32(index)) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .int(int(index))
    case SQLITE_FLOAT: SQLValue(real(index))
    default: SQLValue(text(index))
    }
  }
}
