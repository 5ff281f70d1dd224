import KadryGraph
import KadryReading
import KadryText

/// A database file: documents and claims as they were read, and the graph that follows from them.
///
/// One connection, for one task at a time. Readers work beside a writer (WAL); a second writer waits and then
/// gets a `locked` error.
public final class Store {
  /// How to open the file.
  public enum Mode: Sendable {
    /// An existing file, for queries.
    case readOnly
    /// An existing file, for queries and changes.
    case readWrite
    /// As `readWrite`; a missing or empty file becomes a new database.
    case create
  }

  public let path: String
  let connection: Connection

  /// Opens a database.
  ///
  /// - Parameter busyTimeout: how long to wait for another writer, in milliseconds.
  /// - Throws: `missing`, `notADatabase`, `otherApplication`, `newerSchema`, `locked` or `unusable`.
  public convenience init(path: String, mode: Mode, busyTimeout: Int = 2000) throws(StoreError) {
    try self.init(path: path, mode: mode, busyTimeout: busyTimeout, migrations: .all)
  }

  init(path: String, mode: Mode, busyTimeout: Int, migrations: Migrations) throws(StoreError) {
    self.path = path
    connection = try Store.connect(path: path, mode: mode, busyTimeout: busyTimeout)
    try prepare(mode: mode, migrations: migrations)
  }

  /// The reading that the documents are of, `nil` in an empty store.
  public func reading() throws(StoreError) -> String? {
    try meta("reading")
  }

  /// The newest publication date: «current» means as of this day.
  public func asOf() throws(StoreError) -> String? {
    try meta("as_of")
  }

  /// Whether documents have changed since the graph was built: an ingest was cut short, or its `finish` is
  /// still to come. ``rebuild(context:)`` completes it.
  public func isStale() throws(StoreError) -> Bool {
    if try meta("stale") != nil { return true }
    return try connection.int("SELECT EXISTS (SELECT 1 FROM fulltext_pending)") != 0
  }

  /// What ``isStale()`` is about.
  enum Staleness {
    /// The graph.
    static let graph = "graph"
    /// The figures too, which otherwise keep step with the claims.
    static let figures = "figures"
  }

  /// Notes that the graph is to be rebuilt.
  func markStale() throws(StoreError) {
    if try meta("stale") == nil { try setMeta("stale", Staleness.graph) }
  }

  func meta(_ key: String) throws(StoreError) -> String? {
    try connection.text("SELECT value FROM meta WHERE key = ?1", [.text(key)])
  }

  func setMeta(_ key: String, _ value: String?) throws(StoreError) {
    if let value {
      try connection.run("INSERT OR REPLACE INTO meta VALUES (?1, ?2)", [.text(key), .text(value)])
    } else {
      try connection.run("DELETE FROM meta WHERE key = ?1", [.text(key)])
    }
  }

  /// Runs `body` in one transaction; rolls back when it throws. Nested calls join the outer one.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    if inTransaction { return try body() }
    try connection.execute("BEGIN IMMEDIATE")
    inTransaction = true
    defer { inTransaction = false }
    do {
      let result = try body()
      try connection.execute("COMMIT")
      return result
    } catch {
      // A failure so grave that SQLite has rolled back already makes this fail too: nothing to add.
      try? connection.execute("ROLLBACK")
      throw error
    }
  }

  var inTransaction = false
}
