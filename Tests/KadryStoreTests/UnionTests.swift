import KadryReading
import Testing

@testable import KadryStore

@Suite struct UnionTests {
  @Test func loadingGivesTheDatabaseOfIngesting() throws {
    let readings = [Reading.seed(date: "2016-11-12"), Reading.later()] + Reading.many(30)
    let ingested = try memory()
    try ingest(readings, into: ingested)
    let loaded = try memory()
    let report = try load(readings.flatMap(\.lines), into: loaded)
    #expect(report.added == 32)
    #expect(report.refusals.isEmpty)
    #expect(try loaded.dump() == ingested.dump())
    #expect(try ingested.connection.rows("PRAGMA foreign_key_check") { $0.text(0) ?? "" }.isEmpty)
    #expect(try ingested.connection.text("PRAGMA integrity_check") == "ok")
    try ingested.connection.run("INSERT INTO document_fts (document_fts, rank) VALUES ('integrity-check', 1)")
    try ingested.connection.run("INSERT INTO name_fts (name_fts, rank) VALUES ('integrity-check', 1)")
  }

  @Test(arguments: 0..<10)
  func theOrderOfLinesAndRepeatsMeanNothing(seed: Int) throws {
    let readings = [Reading.seed(), Reading.later()] + Reading.many(12)
    let expected = try memory()
    try load(readings.flatMap(\.lines), into: expected)
    var generator = SeededGenerator(state: UInt64(seed))
    var lines = readings.flatMap(\.lines)
    lines += lines.shuffled(using: &generator).prefix(seed * 7)
    lines.shuffle(using: &generator)
    let store = try memory()
    let loader = try Loader(store: store, batch: 2, memoryBound: seed % 2 == 0 ? 2000 : 1 << 20)
    for (index, line) in lines.enumerated() { try loader.add(line: Array(line.utf8), number: index) }
    let report = try loader.finish(context: .test)
    #expect(report.refusals.isEmpty)
    #expect(report.added == 14)
    #expect(try store.dump() == expected.dump())
  }

  @Test func shardsLoadedOneByOneInAnyOrderAreOneRun() throws {
    let readings = [Reading.seed(), Reading.later()] + Reading.many(9)
    let expected = try memory()
    try ingest(readings, into: expected)
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0, 1, 1]] {
      let store = try memory()
      for shard in order {
        let part = readings.enumerated().filter { $0.offset % 3 == shard }.flatMap { $0.element.lines }
        try load(part, into: store)
      }
      #expect(try store.dump() == expected.dump())
    }
  }

  @Test func loadingTwiceChangesNothing() throws {
    let store = try memory()
    let lines = ([Reading.seed()] + Reading.many(5)).flatMap(\.lines)
    try load(lines, into: store)
    let before = try store.dump()
    let report = try load(lines, into: store)
    #expect((report.added, report.unchanged) == (0, 6))
    #expect(try store.dump() == before)
  }

  @Test func anIncompleteDocumentIsRefusedAndTheRestIsNot() throws {
    let seed = Reading.seed()
    let other = Reading.later()
    func refusals(_ lines: [String]) throws -> [String] {
      let store = try memory()
      let report = try load(lines + other.lines, into: store)
      #expect(report.added == 1)
      #expect(try store.statistics().documents == 1)
      return report.refusals
    }
    let id = seed.record.id
    #expect(
      try refusals(Array(seed.lines.dropLast())) == ["document \(id): has no end record: it was cut short"])
    #expect(
      try refusals(Array(seed.lines.dropFirst())) == [
        "document \(id): has claims or an end, but no document record"
      ])
    var lines = seed.lines
    lines.remove(at: 3)
    #expect(
      try refusals(lines) == [
        "document \(id): has \(seed.claims.count - 1) of \(seed.claims.count) claims: lines are missing"
      ])
  }

  @Test func aCutShortRepeatOfAStoredDocumentIsNoComplaint() throws {
    let store = try memory()
    try load(Reading.seed().lines, into: store)
    let before = try store.dump()
    let report = try load(Array(Reading.seed().lines.prefix(4)), into: store)
    #expect(report.refusals.isEmpty)
    #expect(try store.dump() == before)
    // But claims that the stored document has not, without an end, are.
    var more = Reading.seed()
    more.add(.date(.init(value: "2020")), quote: "ноября")
    #expect(try load(Array(more.lines.dropLast()), into: store).refusals.count == 1)
    #expect(try store.dump() == before)
  }

  /// More claims than the end says are taken, before and after the rest alike.
  @Test func claimsBeyondTheEndAreUnited() throws {
    var more = Reading.seed()
    more.add(.date(.init(value: "2020")), quote: "ноября")
    let extra = WireWriter.line(.claim(try #require(more.claims.last)))
    let lines = Reading.seed().lines
    var dumps: Set<String> = []
    for order in [lines + [extra], [extra] + lines, lines + [extra] + Reading.later().lines] {
      let store = try memory()
      let report = try load(order, into: store)
      #expect(report.refusals.isEmpty)
      #expect(try store.claims(ofDocument: more.record.id).count == more.claims.count)
      if order.count == lines.count + 1 { dumps.insert(try store.dump()) }
    }
    #expect(dumps.count == 1)
  }

  @Test func anotherReadingIsRefused() throws {
    let store = try memory()
    try load(Reading.seed().lines, into: store)
    let before = try store.dump()
    let other = Reading.seed(path: "x", reading: "r2")
    let report = try load(other.lines, into: store)
    #expect(
      report.refusals == [
        "document \(other.record.id): is of the reading r2, this database is of r1; extract it again, or load into "
          + "a new database"
      ])
    #expect(try store.dump() == before)
    let both = try load(Reading.later().lines + Reading.seed().lines + other.lines, into: memory())
    #expect(both.added == 2)
    let line = WireWriter.line(.document(other.record))
    let mixed = try load(Reading.later().lines + [line] + Reading.seed(path: "x").lines, into: memory())
    #expect(mixed.added == 1)
    #expect(mixed.refusals == ["document \(other.record.id): is there in two readings, r1 and r2"])
  }

  @Test func brokenLinesAreReportedAndNothingElseIsLost() throws {
    let store = try memory()
    var lines = Reading.seed().lines
    lines.insert("{\"v\":1", at: 2)
    lines.insert("", at: 0)
    lines.insert("  \r", at: 5)
    lines.append(#"{"v":9,"kind":"person","id":"x"}"#)
    lines.append(#"{"id":"7","text":"статья"}"#)
    lines.append(WireWriter.line(.error(ErrorRecord(path: "b.txt", reason: "unreadable: no"))))
    lines.append(lines.last ?? "")
    let report = try load(lines, into: store)
    #expect(report.added == 1)
    #expect(
      report.refusals == [
        "line 4: not JSON: the text ends within an object at byte 6",
        "line \(lines.count - 3): key \"v\": the record is of wire version 9, this kadry reads up to 1; use a newer one",
        "line \(lines.count - 2): key \"kind\": is missing: this is a document to read, not a record",
      ])
    #expect(report.inputDocuments == 1)
    #expect(report.errors == [ErrorRecord(path: "b.txt", reason: "unreadable: no")])
  }

  @Test func idsMustBeThoseOfTheContent() throws {
    let seed = Reading.seed()
    let lines = seed.lines.map { $0.replacing("председатель", with: "председателя") }
    let report = try load(lines, into: memory())
    #expect(report.added == 0)
    #expect(report.refusals.contains { $0.contains("the id of its content is clm-") })
    let other = seed.lines.map { $0.replacing(#""source":"baonghean.vn""#, with: #""source":"x.vn""#) }
    #expect(try load(other, into: memory()).refusals.first?.contains("the id of its content is doc-") == true)
    let cut = seed.lines.map { $0.replacing(#""quote":"председатель""#, with: #""quote":"председател""#) }
    #expect(try load(cut, into: memory()).refusals.first?.contains("its span 24") == true)
  }

  /// Copies of one document under two paths are one document with two paths.
  @Test func copiesAreUnited() throws {
    let one = Reading.seed(path: "b/seed.txt")
    let two = Reading.seed(path: "a/seed.txt")
    let stores = try [[one, two], [two, one]].map { readings in
      let store = try memory()
      try ingest(readings, into: store)
      return store
    }
    #expect(try stores[0].dump() == stores[1].dump())
    #expect(try stores[0].document(one.record.id)?.metadata.path == "a/seed.txt")
    let loaded = try memory()
    try load(one.lines + two.lines, into: loaded)
    #expect(try loaded.dump() == stores[0].dump())
    for path in ["a/seed.txt", "b/seed.txt"] {
      var filter = DocumentFilter()
      filter.path = path
      var found: [String] = []
      try loaded.eachDocument(filter) { found.append($0.id) }
      #expect(found == [one.record.id])
    }
  }

  /// Two versions of one document, which differ in what is no part of the id, settle on one, whichever came
  /// first.
  @Test func versionsSettleOnOne() throws {
    var one = Reading.seed(path: "a.txt")
    one.record.metadata.ref = "first"
    one.claims[1].grade = .inferred
    var two = Reading.seed(path: "b.txt")
    two.record.metadata.ref = "second"
    two.add(.date(.init(value: "2020")), quote: "10 ноября")
    var dumps: Set<String> = []
    for lines in [one.lines + two.lines, two.lines + one.lines, (one.lines + two.lines).reversed()] {
      let store = try memory()
      #expect(try load(lines, into: store).refusals.isEmpty)
      dumps.insert(try store.dump())
    }
    let store = try memory()
    try load(two.lines, into: store)
    try load(one.lines, into: store)
    dumps.insert(try store.dump())
    #expect(dumps.count == 1)
    #expect(try store.document(one.record.id)?.metadata.ref == "first")
    #expect(try store.claims(ofDocument: one.record.id).count == two.claims.count)
  }

  @Test func whatGoesOutComesInAgain() throws {
    let store = try memory()
    try ingest([Reading.seed(), Reading.later()] + Reading.many(6), into: store)
    var lines: [String] = []
    try store.eachRecord { lines.append(WireWriter.line($0)) }
    let copy = try memory()
    #expect(try load(lines, into: copy).refusals.isEmpty)
    #expect(try copy.dump() == store.dump())
  }
}
