import KadryGraph
import KadryReading
import Testing

@testable import KadryStore

@Suite struct IngestTests {
  @Test func ingestingTwiceChangesNothing() throws {
    let store = try memory()
    let readings = [Reading.seed(), Reading.later()] + Reading.many(20)
    #expect(try ingest(readings, into: store) == IngestTally(added: 22, skipped: 0, removed: 0))
    let before = try store.dump()
    #expect(try ingest(readings, into: store) == IngestTally(added: 0, skipped: 22, removed: 0))
    #expect(try store.dump() == before)
  }

  @Test(arguments: 0..<8)
  func theOrderOfDocumentsAndTheSizeOfBatchesMeanNothing(seed: Int) throws {
    let readings = [Reading.seed(), Reading.later()] + Reading.many(40)
    let expected = try memory()
    try ingest(readings, into: expected)
    var generator = SeededGenerator(state: UInt64(seed))
    let shuffled = readings.shuffled(using: &generator)
    let store = try memory()
    // In two sessions, so that both ways of indexing the text are taken.
    try ingest(Array(shuffled.prefix(39)), into: store, batch: seed + 1)
    try ingest(Array(shuffled.dropFirst(39)), into: store, batch: seed + 1)
    #expect(try store.dump() == expected.dump())
    try store.connection.run("INSERT INTO document_fts (document_fts, rank) VALUES ('integrity-check', 1)")
    #expect(try store.search("Статья", limit: 99).count == 40)
  }

  @Test func aChangedFileReplacesItsDocument() throws {
    let store = try memory()
    try ingest([Reading.later(path: "a.txt")] + Reading.many(20), into: store)
    var changed = Reading("Ле Тхань Нян, председатель", path: "a.txt")
    changed.holds("Ле Тхань Нян", "chair", title: "председатель")
    #expect(try ingest([changed], into: store) == IngestTally(added: 1, skipped: 0, removed: 1))
    let expected = try memory()
    try ingest([changed] + Reading.many(20), into: expected)
    #expect(try store.dump() == expected.dump())
    #expect(try store.search("Позже").isEmpty)
    try store.connection.run("INSERT INTO document_fts (document_fts, rank) VALUES ('integrity-check', 1)")
  }

  @Test func changedMetadataReplacesTheDocument() throws {
    let store = try memory()
    // Among many, so that the full text is mended and not made anew.
    try ingest([Reading.seed()] + Reading.many(30), into: store)
    var retitled = Reading.seed()
    retitled.record.metadata.title = "Другой заголовок"
    retitled.record.title = "Другой заголовок"
    #expect(try ingest([retitled], into: store) == IngestTally(added: 1, skipped: 0, removed: 0))
    #expect(try store.search("Другой").map(\.document) == [retitled.record.id])
    #expect(try store.search("Новые").isEmpty)
    // With a date it is another document: the old one goes.
    #expect(
      try ingest([Reading.seed(date: "2016-11-12")], into: store)
        == IngestTally(added: 1, skipped: 0, removed: 1))
    #expect(try store.statistics().documents == 31)
    try store.connection.run("INSERT INTO document_fts (document_fts, rank) VALUES ('integrity-check', 1)")
  }

  @Test func anAddressReplacesWithinItsLanguage() throws {
    let store = try memory()
    let url = "https://baonghean.vn/1.html"
    let old = Reading("Старый текст", path: "2020/1.html", url: url, lang: "ru")
    let translation = Reading("Bản gốc", path: "2020/1-vi.html", url: url, lang: "vi")
    try ingest([old, translation], into: store)
    let new = Reading("Новый текст", path: "2021/1.html", url: url, lang: "ru")
    #expect(try ingest([new], into: store) == IngestTally(added: 1, skipped: 0, removed: 1))
    var ids: [String] = []
    try store.eachDocument { ids.append($0.id) }
    #expect(Set(ids) == [translation.record.id, new.record.id])
    // Within one session both stay: no order decides.
    let both = try memory()
    try ingest([old, new], into: both)
    #expect(try both.statistics().documents == 2)
  }

  @Test func aCopyKeepsADocumentAlive() throws {
    let store = try memory()
    try ingest([Reading.seed(path: "a.txt"), Reading.seed(path: "b.txt")], into: store)
    let changed = Reading("Другое", path: "a.txt")
    #expect(try ingest([changed], into: store) == IngestTally(added: 1, skipped: 0, removed: 0))
    #expect(try store.document(Reading.seed().record.id)?.metadata.path == "b.txt")
  }

  /// A manifest that renames both copies: the old title has no witness left, whichever of the two would win.
  @Test func copiesThatBothChangeForgetWhatTheyWere() throws {
    for titles in [("А", "Б"), ("Б", "А")] {
      func copies(_ title: String) -> [Reading] {
        ["a.txt", "b.txt"].map { path in
          var copy = Reading.seed(path: path)
          copy.record.metadata.title = title
          copy.record.title = title
          return copy
        }
      }
      let store = try memory()
      try ingest(copies(titles.0), into: store)
      try ingest(copies(titles.1), into: store)
      #expect(try store.document(Reading.seed().record.id)?.title == titles.1)
      let expected = try memory()
      try ingest(copies(titles.1), into: expected)
      #expect(try store.dump() == expected.dump())
    }
  }

  @Test func documentsWithoutAPathAreSkippedByContent() throws {
    let store = try memory()
    let reading = Reading("Текст", path: nil, ref: "7")
    #expect(try ingest([reading], into: store).added == 1)
    #expect(try ingest([reading], into: store).skipped == 1)
    var other = reading
    other.record.metadata.ref = "8"
    #expect(try ingest([other], into: store).added == 1)
  }

  @Test func aSessionCutShortIsCompletedByTheNext() throws {
    let scratch = try Scratch()
    let readings = Reading.many(10)
    let expected = try memory()
    try ingest(readings, into: expected)
    do {
      let store = try Store(path: scratch.path("k.db"), mode: .create)
      let session = try store.beginIngest(reading: "r1", batch: 4)
      for item in readings.prefix(7) { try session.put(item.record, claims: item.claims) }
      // Dropped here, as a kill would: one batch of four is written, three documents are not.
    }
    do {
      let store = try Store(path: scratch.path("k.db"), mode: .readOnly)
      #expect(try store.isStale())
      #expect(try store.statistics().documents == 4)
    }
    let store = try Store(path: scratch.path("k.db"), mode: .create)
    #expect(try ingest(readings, into: store) == IngestTally(added: 6, skipped: 4, removed: 0))
    #expect(try !store.isStale())
    #expect(try store.dump() == expected.dump())
  }

  @Test func aCutBetweenGraphAndFullTextIsCompletedToo() throws {
    let store = try memory()
    try ingest(Reading.many(30), into: store)
    let before = try store.dump()
    try store.connection.run("INSERT INTO fulltext_pending SELECT id FROM document LIMIT 1")
    try store.connection.run(
      """
      INSERT INTO document_fts (document_fts, rowid, title, text)
      SELECT 'delete', d.rowid, title, text FROM document d JOIN fulltext_pending p ON p.document = d.id
      """)
    #expect(try store.isStale())
    try store.rebuild(context: .test)
    #expect(try !store.isStale())
    #expect(try store.dump() == before)
    #expect(try store.search("Статья", limit: 99).count == 30)
  }

  @Test func otherLexiconsReadAgain() throws {
    let store = try memory()
    try ingest([Reading.seed(path: "a.txt"), Reading.seed(path: "b.txt"), Reading.later()], into: store)
    let session = try store.beginIngest(reading: "r2")
    var last: String?
    var reread = 0
    while true {
      let documents = try session.outdated(after: last, limit: 1)
      guard let document = documents.first else { break }
      let id = ClaimIdentity.document(document.metadata)
      var reading =
        id == Reading.later().record.id
        ? Reading.later() : Reading.seed(path: document.metadata.path, reading: "r2")
      reading.record.reading = "r2"
      #expect(reading.record.id == id)
      #expect(Array(reading.record.text.utf8) == document.text)
      // The new reading finds one date more and one figure less.
      reading.claims.removeAll { $0.body.kind == "figure" }
      reading.add(.date(.init(value: "1999")), quote: "Нгуен")
      try session.put(reading.record, claims: reading.claims)
      reread += 1
      last = id
    }
    #expect(reread == 2)
    #expect(try session.finish(context: .test) == IngestTally(added: 2, skipped: 0, removed: 0))
    #expect(try store.reading() == "r2")
    let statistics = try store.statistics()
    #expect(statistics.claimsByKind.first { $0.name == "date" }?.count == 3)
    #expect(!statistics.claimsByKind.contains { $0.name == "figure" })
    var figures = 0
    try store.eachFigure { _ in figures += 1 }
    #expect(figures == 0)
    #expect(try store.contradictions(.arithmetic).isEmpty)
    #expect(try store.connection.int("SELECT count(*) FROM document_path") == 3)
  }

  @Test func rebuildingChangesNothing() throws {
    let store = try memory()
    try ingest([Reading.seed(), Reading.later()] + Reading.many(8), into: store)
    let before = try store.dump()
    try store.rebuild(context: .test)
    #expect(try store.dump() == before)
  }

  @Test func theTablesHoldTheGraph() throws {
    let readings = [Reading.seed(date: "2016-11-12"), Reading.later()] + Reading.many(8)
    let store = try memory()
    try ingest(readings, into: store)
    var builder = GraphBuilder(context: .test)
    for item in readings { builder.add(DocumentFacts(item.record), claims: item.claims) }
    let expected = builder.build()
    let graph = try store.graph(figures: true)
    #expect(graph.asOf == expected.asOf)
    #expect(graph.persons == expected.persons)
    #expect(graph.organizations == expected.organizations)
    #expect(graph.places == expected.places)
    #expect(graph.posts == expected.posts)
    #expect(graph.occupancies == expected.occupancies)
    #expect(graph.directives == expected.directives)
    #expect(graph.figures == expected.figures)
    #expect(graph.relations == expected.relations)
    #expect(graph.contradictions == expected.contradictions)
  }
}
