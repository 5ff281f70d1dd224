#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a database of an older schema becomes one of the present.
///
/// Step `n` takes the kept tables from version `n` to `n + 1`; the derived tables are dropped before and made
/// anew after all steps, and the graph is marked stale.
struct Migrations: Sendable {
  /// The version that the steps lead to.
  var version: Int
  var steps: [Int: String]

  static let all = Migrations(
    version: Schema.version,
    steps: [
      // Version 2 has more in the derived tables only.
      1: "",
      // What pages say of themselves; a document's readable text comes when it is read again.
      2: ["author", "section", "declared", "canonical", "translations", "article", "readable"].map {
        "ALTER TABLE document ADD COLUMN \($0) TEXT;"
      }.joined(),
      // Version 4 has more in the derived tables only.
      3: "",
      // Version 5 has the witnesses, which are derived.
      4: "",
    ])
}

extension Store {
  static func connect(path: String, mode: Mode, busyTimeout: Int) throws(StoreError) -> Connection {
    if mode != .create && path != ":memory:" && !FileManager.default.fileExists(atPath: path) {
      throw StoreError(
        .missing, "there is no such database; make one with «kadry ingest», or choose another with --db",
        path: path)
    }
    let connectionMode: Connection.Mode =
      switch mode {
      case .readOnly: .readOnly
      case .readWrite: .readWrite
      case .create: .create
      }
    return try Connection(path: path, mode: connectionMode, busyTimeout: busyTimeout)
  }

  /// Checks whose file it is, makes or migrates the tables, and sets what holds per connection.
  func prepare(mode: Mode, migrations: Migrations) throws(StoreError) {
    let isEmpty = try connection.int("SELECT count(*) FROM sqlite_master") == 0
    let application = try connection.int("PRAGMA application_id")
    let version = try connection.int("PRAGMA user_version")
    if isEmpty {
      guard mode == .create else {
        throw StoreError(.notADatabase, "holds no tables; fill it with «kadry ingest»", path: path)
      }
    } else if application != Schema.applicationID {
      throw StoreError(
        .otherApplication, "is a database of another program; choose another file with --db", path: path)
    } else if version > migrations.version {
      throw StoreError(
        .newerSchema,
        "was written by a newer kadry (schema \(version), this one knows \(migrations.version)); "
          + "use that one, or ingest into a new file", path: path)
    } else if version < migrations.version && mode == .readOnly {
      throw StoreError(
        .unusable,
        "is of an older schema (\(version), now \(migrations.version)); «kadry reread» brings it up to date",
        path: path)
    }
    // Reads that wait for the file's lock, and the cost of a commit: the file is whole after a crash,
    // and the last commits may be lost when the power fails.
    try connection.execute(
      "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; "
        + "PRAGMA temp_store = FILE")
    if mode != .readOnly && (isEmpty || version < migrations.version) {
      try connection.execute("PRAGMA journal_mode = WAL")
      if isEmpty { try create(version: migrations.version) } else { try migrate(migrations, from: version) }
    }
  }

  private func create(version: Int) throws(StoreError) {
    try connection.execute("BEGIN IMMEDIATE")
    do throws(StoreError) {
      // Another process may have made the tables while this one waited for the lock.
      if try connection.int("SELECT count(*) FROM sqlite_master") == 0 {
        try connection.execute("PRAGMA application_id = \(Schema.applicationID)")
        try connection.execute("PRAGMA user_version = \(version)")
        try connection.execute(Schema.kept)
        try connection.execute(Schema.derived)
      }
      try connection.execute("COMMIT")
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
  }

  private func migrate(_ migrations: Migrations, from version: Int) throws(StoreError) {
    try connection.execute("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE")
    do throws(StoreError) {
      for view in Schema.views { try connection.execute("DROP VIEW IF EXISTS \(view)") }
      for table in Schema.fullText { try connection.execute("DROP TABLE IF EXISTS \(table)") }
      for table in Schema.graphTables + ["figure"] { try connection.execute("DROP TABLE IF EXISTS \(table)") }
      for step in version..<migrations.version {
        guard let sql = migrations.steps[step] else {
          throw StoreError(
            .unusable, "is of schema \(version), too old to be brought up to date; ingest into a new file",
            path: path)
        }
        try connection.execute(sql)
      }
      try connection.execute(Schema.derived)
      try connection.execute("INSERT OR IGNORE INTO fulltext_pending SELECT id FROM document")
      try setMeta("stale", Staleness.figures)
      try connection.execute("PRAGMA user_version = \(migrations.version)")
      try connection.execute("COMMIT; PRAGMA foreign_keys = ON")
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
    connection.forgetStatements()
  }
}
