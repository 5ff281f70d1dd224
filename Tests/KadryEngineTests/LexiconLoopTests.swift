import KadryArchive
import KadryReading
import KadryStore
import KadryText
import Testing

@testable import KadryEngine

/// What a person who adds words sees of their own archive: differences and samples.
@Suite struct LexiconLoopTests {
  let fixture: EngineFixture
  let store: Store
  init() throws {
    fixture = try EngineFixture()
    for (name, text) in articles { try fixture.write(name, text) }
    store = try fixture.store()
    try fixture.ingest(into: store)
  }

  /// The fake reading without directives, with another post and with an organization more.
  private struct ChangedReader: DocumentReading {
    func read(_ document: Document) -> (document: DocumentRecord, claims: [Claim]) {
      var (record, claims) = FakeReader(reading: "fake-2").read(document)
      claims.removeAll { $0.body.kind == "directive" }
      for index in claims.indices {
        if case .holds(var holds) = claims[index].body {
          holds.post = holds.post == "chair" ? "secretary" : holds.post
          claims[index].body = .holds(holds)
        }
      }
      let body = ClaimBody.organization(OrganizationClaim(name: "новая"))
      claims.append(
        Claim(
          id: ClaimIdentity.claim(doc: record.id, body: body, firstSpan: 0..<1), doc: record.id,
          mentions: [Mention(span: 0..<1, quote: "x", zone: .body, rule: "new")], body: body))
      record.reading = "fake-2"
      return (record, claims)
    }
  }

  private func diff(_ knowledge: Knowledge, threads: Int = 1) throws -> (
    rows: [LexiconDiffAnswer], report: LexiconDiff.Report
  ) {
    var rows: [LexiconDiffAnswer] = []
    let report = try LexiconDiff(store: store, knowledge: knowledge, threads: threads).run { rows.append($0) }
    return (rows, report)
  }

  @Test func theSameWordsMakeNoDifference() throws {
    let (rows, report) = try diff(.fake())
    #expect(rows.isEmpty)
    #expect(report == .init(documents: 3, isSameReading: true))
  }

  @Test func gainsLossesAndChangesAreToldWithQuotes() throws {
    var knowledge = Knowledge.fake(reading: "fake-2")
    knowledge.makeReader = { ChangedReader() }
    let (rows, report) = try diff(knowledge)
    #expect(!report.isSameReading)
    #expect((report.gained, report.lost, report.changed, report.differing) == (3, 2, 2, 3))
    #expect(
      rows.filter { $0.difference.change == .lost }.map { $0.difference.claim.mentions[0].quote } == [
        "01-DA/TU", "01-DA/TU",
      ])
    #expect(
      Set(rows.filter { $0.difference.change == .changed }.map(\.difference.details)) == [
        ["post: chair → secretary"]
      ])
    #expect(rows.allSatisfy { $0.cells.count == LexiconDiffAnswer.columns.count })
    #expect(try diff(knowledge, threads: 3).rows == rows)
    // Nothing is written.
    #expect(try store.reading() == "fake-1")
    #expect(try diff(.fake()).rows.isEmpty)
  }

  @Test func aMentionMoreIsAChange() {
    func claim(_ spans: [Range<Int>], rule: String) -> Claim {
      Claim(
        id: "clm-1", doc: "doc-1",
        mentions: spans.map { Mention(span: $0, quote: "x", zone: .body, rule: rule) },
        body: .date(DateClaim(value: "2016")))
    }
    let one = claim([1..<2], rule: "a")
    #expect(ClaimDifference.between([one], [claim([1..<2], rule: "b")]).isEmpty)
    #expect(
      ClaimDifference.between([one], [claim([1..<2, 4..<5], rule: "a")]).map(\.details) == [
        ["mentions: 1 → 2"]
      ])
  }

  private func sample(_ count: Int, seed: Int = 1, of store: Store) throws
    -> [String]
  {
    try SampleQuery(store: store).draw(DrawFilter(kind: "person"), count: count, seed: seed).rows.map(
      \.claim.id)
  }

  @Test func aSampleDependsOnSeedAndClaimsOnly() throws {
    var many = "Много\n"
    for number in 0..<40 { many += "@Ле \(number) | chair | council | chair | Nghệ An\n" }
    try fixture.write("d.txt", many)
    try fixture.ingest(into: store)
    let other = try fixture.store("other.db")
    for name in ["d.txt", "c.txt", "b.txt", "a.txt"] {
      try fixture.ingest(into: other, paths: [fixture.input + "/" + name])
    }
    let ten = try sample(10, of: store)
    #expect(ten.count == 10)
    #expect(try sample(10, of: other) == ten)
    #expect(Set(try sample(20, of: store)).isSuperset(of: ten))
    #expect(try sample(10, seed: 2, of: store) != ten)
    #expect(try sample(1000, of: store).count == 43)
  }

  @Test func aRowShowsTheQuoteInItsSentence() throws {
    let (rows, total) = try SampleQuery(store: store).draw(DrawFilter(kind: "directive"), count: 9, seed: 1)
    #expect(total == 2)
    #expect(rows.allSatisfy { $0.mention.marked.contains("⟦01-DA/TU⟧") })
    #expect(rows.allSatisfy { $0.cells.count == SampleAnswer.columns.count && $0.cells[0] == .none })
    var filter = DrawFilter(kind: "directive")
    filter.language = "vi"
    #expect(try SampleQuery(store: store).draw(filter, count: 9, seed: 1).rows.isEmpty)
  }
}
