import KadryArchive
import KadryStore
import Testing

@testable import KadryEngine

@Suite struct IngestionTests {
  let fixture: EngineFixture
  init() throws {
    fixture = try EngineFixture()
    for (name, text) in articles { try fixture.write(name, text) }
  }

  @Test func ingestingTwiceChangesNothing() throws {
    let store = try fixture.store()
    let first = try fixture.ingest(into: store)
    #expect(first.tally.added == 3)
    let before = try store.dump()
    let second = try fixture.ingest(into: store)
    #expect(second.tally.added == 0)
    #expect(second.tally.skipped == 3)
    #expect(try store.dump() == before)
  }

  @Test func threadsAndOrderGiveTheSameDatabase() throws {
    for index in 0..<150 {
      try fixture.write("n\(index).txt", "Статья \(index)\n@Ле Нян | chair | council | chair | Nghệ An\n")
    }
    let one = try fixture.store("one.db")
    try fixture.ingest(into: one)
    let other = try fixture.store("other.db")
    let paths = articles.keys.sorted().reversed().map { fixture.input + "/" + $0 }
    try fixture.ingest(into: other, paths: paths, threads: 3)
    try fixture.ingest(into: other, threads: 4)
    #expect(try other.dump() == one.dump())
  }

  @Test func extractAndLoadGiveTheDatabaseOfIngest() throws {
    let direct = try fixture.store("direct.db")
    try fixture.ingest(into: direct)
    let loaded = try fixture.store("loaded.db")
    // Lines in any order, with repeats.
    let lines = try fixture.extract().split(separator: "\n")
    let stream = MemoryStream(Array((lines.reversed() + lines.prefix(3)).joined(separator: "\n").utf8))
    let report = try Loading(store: loaded, knowledge: .fake()).run([("-", stream)])
    #expect(report.refusals.isEmpty)
    #expect(report.added == 3)
    #expect(try loaded.dump() == direct.dump())
  }

  @Test func aChangedFileReplacesItsDocument() throws {
    let store = try fixture.store()
    try fixture.ingest(into: store)
    try fixture.write("a.txt", "Первая, исправленная\n#02-CT/TU\n")
    let report = try fixture.ingest(into: store)
    #expect(report.tally.added == 1)
    #expect(report.tally.skipped == 2)
    #expect(report.tally.removed == 1)
    let fresh = try fixture.store("fresh.db")
    try fixture.ingest(into: fresh)
    #expect(try store.dump() == fresh.dump())
  }

  @Test func otherLexiconsReadTheStoredTextsAgain() throws {
    let store = try fixture.store()
    try fixture.ingest(into: store)
    let path = fixture.input + "/a.txt"
    let report = try fixture.ingest(into: store, paths: [path], knowledge: .fake(reading: "fake-2"))
    #expect(report.tally.added + report.reread == 4 || report.reread == 2)
    #expect(try store.reading() == "fake-2")
    let fresh = try fixture.store("fresh.db")
    try fixture.ingest(into: fresh, knowledge: .fake(reading: "fake-2"))
    #expect(try store.dump() == fresh.dump())
  }

  @Test func rereadNeedsNoFiles() throws {
    let store = try fixture.store()
    try fixture.ingest(into: store)
    let report = try Ingestion(store: store, knowledge: .fake(reading: "fake-2"), threads: 2).reread()
    #expect(report.reread == 3)
    #expect(try Ingestion(store: store, knowledge: .fake(reading: "fake-2"), threads: 2).reread().reread == 0)
    #expect(try store.reading() == "fake-2")
  }

  @Test func failuresAreToldAndTheRestComesIn() throws {
    try fixture.write("empty.txt", "")
    var told: [String] = []
    var last = IngestProgress()
    let report = try Ingestion(store: try fixture.store(), knowledge: .fake(), threads: 1).run(
      fixture.source([fixture.input, fixture.folder + "/none"]), tell: { told.append($0.description) },
      progress: { last = $0 })
    #expect(told.count == 2)
    #expect(report.inputs.failures.map(\.code) == [.empty, .missing])
    #expect(report.tally.added == 3)
    #expect(last == IngestProgress(stage: .completing, documents: 3, failures: 2))
  }
}
