import Foundation
import KadryReading
import Testing

@testable import KadryStore

@Suite struct OpeningTests {
  private func error(_ path: String, _ mode: Store.Mode = .readOnly) -> StoreError? {
    do throws(StoreError) {
      _ = try Store(path: path, mode: mode, busyTimeout: 0)
      return nil
    } catch {
      return error
    }
  }

  @Test func aMissingFileSaysHowToMakeIt() throws {
    let scratch = try Scratch()
    let error = error(scratch.path("no.db"))
    #expect(error?.kind == .missing)
    #expect(error?.exitStatus == 74)
    #expect(
      error?.description
        == "\(scratch.path("no.db")): there is no such database; make one with «kadry ingest», or choose another with --db"
    )
  }

  @Test func aFileThatIsNoDatabase() throws {
    let scratch = try Scratch()
    try Data("This is no database at all, but a text that is long enough.".utf8).write(
      to: scratch.folder.appending(path: "x.db"))
    for mode in [Store.Mode.readOnly, .readWrite, .create] {
      let error = error(scratch.path("x.db"), mode)
      #expect(error?.kind == .notADatabase)
      #expect(error?.exitStatus == 74)
      #expect(error?.message == "is not an SQLite database; choose another file with --db")
    }
  }

  @Test func anEmptyFileBecomesADatabaseOnlyWhenAsked() throws {
    let scratch = try Scratch()
    try Data().write(to: scratch.folder.appending(path: "e.db"))
    #expect(error(scratch.path("e.db"))?.message == "holds no tables; fill it with «kadry ingest»")
    #expect(error(scratch.path("e.db"), .create) == nil)
    #expect(error(scratch.path("e.db")) == nil)
  }

  @Test func aDatabaseOfAnotherProgram() throws {
    let scratch = try Scratch()
    let connection = try Connection(path: scratch.path("o.db"), mode: .create, busyTimeout: 0)
    try connection.execute("CREATE TABLE other (x)")
    let error = error(scratch.path("o.db"), .create)
    #expect(error?.kind == .otherApplication)
    #expect(error?.exitStatus == 74)
    #expect(error?.message == "is a database of another program; choose another file with --db")
  }

  @Test func aFolderCannotBeOpened() throws {
    let scratch = try Scratch()
    let error = error(scratch.folder.path, .create)
    #expect(error?.kind == .unusable)
    #expect(error?.exitStatus == 74)
    #expect(error?.message == "cannot be opened: unable to open database file")
  }

  @Test func aNewerSchemaIsRefused() throws {
    let scratch = try Scratch()
    do {
      let store = try Store(path: scratch.path("n.db"), mode: .create)
      try store.connection.execute("PRAGMA user_version = 99")
    }
    for mode in [Store.Mode.readOnly, .create] {
      let error = error(scratch.path("n.db"), mode)
      #expect(error?.kind == .newerSchema)
      #expect(error?.exitStatus == 74)
      #expect(
        error?.message
          == "was written by a newer kadry (schema 99, this one knows \(Schema.version)); use that one, or ingest into a new file"
      )
    }
  }

  @Test func aSecondWriterIsToldThatItIsLocked() throws {
    let scratch = try Scratch()
    let first = try Store(path: scratch.path("l.db"), mode: .create)
    let second = try Store(path: scratch.path("l.db"), mode: .readWrite, busyTimeout: 0)
    let session = try first.beginIngest(reading: "r1")
    try session.put(Reading.seed().record, claims: Reading.seed().claims)
    let other = try second.beginIngest(reading: "r1")
    let error = #expect(throws: StoreError.self) {
      try other.put(Reading.later().record, claims: Reading.later().claims)
    }
    #expect(error?.kind == .locked)
    #expect(error?.exitStatus == 75)
    #expect(error?.message == "another process is writing to it; try again when it is done")
    // A reader is not disturbed.
    #expect(try second.statistics().documents == 0)
    _ = try session.finish(context: .test)
    #expect(try second.statistics().documents == 1)
    try other.put(Reading.later().record, claims: Reading.later().claims)
    _ = try other.finish(context: .test)
    #expect(try first.statistics().documents == 2)
  }

  @Test func aReaderCannotWrite() throws {
    let scratch = try Scratch()
    _ = try Store(path: scratch.path("r.db"), mode: .create)
    let reader = try Store(path: scratch.path("r.db"), mode: .readOnly)
    let error = #expect(throws: StoreError.self) {
      try reader.setCorrections([CorrectionRow(id: "cor-1", title: "t", action: "same", body: "{}")])
    }
    #expect(error?.kind == .unusable)
    #expect(error?.message == "cannot be used: attempt to write a readonly database")
  }

  @Test func theFileSaysWhoseItIs() throws {
    let store = try memory()
    #expect(try store.connection.int("PRAGMA application_id") == Schema.applicationID)
    #expect(try store.connection.int("PRAGMA user_version") == Schema.version)
    #expect(Schema.applicationID == Array("Kadr".utf8).reduce(0) { $0 << 8 | Int($1) })
  }

  /// An older database: the kept tables are changed by the steps, all others made anew.
  @Test func migrationsKeepWhatWasReadAndRebuildTheRest() throws {
    let scratch = try Scratch()
    let path = scratch.path("m.db")
    let expected: String
    do {
      let store = try Store(path: path, mode: .create)
      try ingest([Reading.seed(), Reading.later()], into: store)
      try store.setCorrections([
        CorrectionRow(
          id: "cor-1", title: "t", action: "reject",
          body: #"{"action":"reject","a":{"kind":"person","sha256":"none"}}"#)
      ])
      try store.rebuild(context: .test)
      expected = try store.dump()
    }
    let now = Schema.version
    let steps = [
      now: "ALTER TABLE claim ADD COLUMN extra TEXT; UPDATE claim SET extra = kind", now + 1: "SELECT 1",
    ]
    let migrations = Migrations(version: now + 2, steps: steps)
    let reader = #expect(throws: StoreError.self) {
      _ = try Store(path: path, mode: .readOnly, busyTimeout: 0, migrations: migrations)
    }
    #expect(
      reader?.message == "is of an older schema (\(now), now \(now + 2)); «kadry reread» brings it up to date"
    )
    let store = try Store(path: path, mode: .readWrite, busyTimeout: 0, migrations: migrations)
    #expect(try store.connection.int("PRAGMA user_version") == now + 2)
    #expect(try store.isStale())
    #expect(try store.persons().isEmpty)
    try store.rebuild(context: .test)
    let dump = try store.dump()
    #expect(dump.contains("extra='holds'"))
    let bare = dump.replacing(#/ extra='[a-z]+'/#, with: "")
      .replacing("-- schema \(now + 2)", with: "-- schema \(now)")
    #expect(bare == expected)
    #expect(try store.search("Новые").count == 1)
    #expect(try store.corrections().count == 1)
  }

  @Test func aSchemaTooOldIsRefused() throws {
    let scratch = try Scratch()
    _ = try Store(path: scratch.path("o.db"), mode: .create)
    let error = #expect(throws: StoreError.self) {
      _ = try Store(
        path: scratch.path("o.db"), mode: .readWrite, busyTimeout: 0,
        migrations: Migrations(version: Schema.version + 1, steps: [:]))
    }
    #expect(
      error?.message
        == "is of schema \(Schema.version), too old to be brought up to date; ingest into a new file")
    // And is as it was.
    _ = try Store(path: scratch.path("o.db"), mode: .readWrite)
  }

  @Test func aTransactionThatThrowsLeavesNothing() throws {
    struct Stop: Error {}
    let store = try memory()
    try ingest([Reading.seed()], into: store)
    let before = try store.dump()
    #expect(throws: Stop.self) {
      try store.transaction {
        try store.delete(Reading.seed().record.id)
        throw Stop()
      }
    }
    #expect(try store.dump() == before)
  }

  @Test func everyErrorHasItsExitStatus() {
    func status(_ kind: StoreError.Kind) -> Int32 { StoreError(kind, "", path: "").exitStatus }
    #expect(status(.locked) == 75)
    #expect(status(.notFound) == 1)
    #expect(status(.notUnique) == 64)
    for kind: StoreError.Kind in [
      .notADatabase, .otherApplication, .newerSchema, .missing, .unusable, .damaged,
    ] {
      #expect(status(kind) == 74)
    }
  }
}
