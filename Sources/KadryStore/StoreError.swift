/// What went wrong with the database file.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Kind: String, Sendable {
    /// Another process holds the lock.
    case locked
    /// The file is no SQLite database.
    case notADatabase
    /// A database of another program.
    case otherApplication
    /// Written by a newer version of Kadry.
    case newerSchema
    /// There is no such file.
    case missing
    /// The file cannot be opened, read or written.
    case unusable
    /// The contents contradict the schema, or a wire record cannot be read back.
    case damaged
    /// An id prefix that more than one record or none has.
    case notFound, notUnique
    /// A statement that SQLite refuses: a bug, or a full-text query that does not parse.
    case statement
  }
  public var kind: Kind
  /// One line: what is wrong and what to do.
  public var message: String
  /// SQLite's extended result code, 0 when SQLite is not the one who complains.
  public var code: Int32
  /// The statement at fault.
  public var sql: String?
  /// The database file.
  public var path: String

  public init(_ kind: Kind, _ message: String, code: Int32 = 0, sql: String? = nil, path: String) {
    self.kind = kind
    self.message = message
    self.code = code
    self.sql = sql
    self.path = path
  }

  /// The exit status that a command ends with: 75 locked, 1 nothing found, 64 a wrong query, 74 otherwise.
  public var exitStatus: Int32 {
    switch kind {
    case .locked: 75
    case .notFound: 1
    case .notUnique: 64
    default: 74
    }
  }

  public var description: String { "\(path): \(message)" }
}
