import KadryArchive
import KadryGraph
import KadryStore
import KadryText
import Testing

@testable import KadryEngine

@Suite struct QueryTests {
  let fixture: EngineFixture
  let store: Store
  init() throws {
    fixture = try EngineFixture()
    store = try fixture.store()
    let days = ["a.txt": "2016-11-10", "b.txt": "2018-05-01", "c.txt": ""]
    for (name, text) in articles {
      let path = try fixture.write(name, text)
      let day = days[name].flatMap { $0.isEmpty ? nil : $0 }
      try fixture.ingest(
        into: store, paths: [path], options: ArchiveOptions(source: "baonghean.vn", date: day))
    }
  }

  private func who(_ post: String, place: String? = nil, on: String? = nil) throws
    -> WhoQuery.Answer
  {
    var question = WhoQuery.Question(post: post)
    question.place = place
    question.on = on.flatMap { PartialDate($0) }
    return try WhoQuery(store: store, knowledge: .fake()).answer(question)
  }

  @Test func whoAnswersAsOfTheNewestDocument() throws {
    let answer = try who("chair", place: "nghe an")
    #expect(answer.asOf == "2018-05-01")
    #expect(answer.rows.map(\.holder.personName) == ["Ле Нян"])
    #expect(answer.rows.first?.standing == .proven)
    #expect(answer.understood)
  }

  @Test(arguments: [
    ("2016-11-10", DateStanding.proven), ("2017", .withinBounds),
    ("2020-05-01", .nearest(days: -731, .sighting)),
    ("2016-11-09", .nearest(days: 1, .sighting)), ("2016", .proven),
  ])
  func whoSaysHowSureItIsForADay(day: String, standing: DateStanding) throws {
    #expect(try who("chair", on: day).rows.map(\.standing) == [standing])
  }

  @Test func whoFallsBackOnTheWordsOfTitles() throws {
    let answer = try who("secret")
    #expect(!answer.understood)
    #expect(answer.rows.map(\.holder.personName) == ["Ле Ван"])
  }

  @Test func anUnknownPlaceIsSaid() {
    let error = #expect(throws: NotFound.self) { try who("chair", place: "Atlantis") }
    #expect(
      error?.description == "the database has no place 'Atlantis'; 'kadry places' lists those that it has")
  }

  @Test func rowsLeadToTheirEvidence() throws {
    let row = try #require(try who("chair").rows.first)
    let evidence = try WhyQuery(store: store).evidence(for: row.holder.occupancy.id)
    #expect(evidence.kind == "occupancy")
    #expect(evidence.claims.count == 2)
    for claim in evidence.claims {
      let text = Array(claim.document.text.utf8)
      for mention in claim.mentions {
        #expect(String(decoding: text[mention.mention.span], as: UTF8.self) == mention.mention.quote)
        #expect(mention.sentence.contains(mention.mention.quote))
      }
    }
    #expect(evidence.rows.allSatisfy { $0.cells.count == EvidenceAnswer.columns.count })
  }

  @Test func personShowsAllCandidatesTheSameFirst() throws {
    let candidates = try PersonQuery(store: store, knowledge: .fake()).candidates("ле нян")
    #expect(candidates.first?.match == .same)
    #expect(candidates.first?.person.name == "Ле Нян")
    #expect(candidates.first?.holdings.count == 1)
    let part = try PersonQuery(store: store, knowledge: .fake()).candidates("нян")
    #expect(part.map(\.match) == [.part])
    let documents = try PersonQuery(store: store, knowledge: .fake()).documents(of: candidates[0].person)
    #expect(documents.map(\.published) == ["2016-11-10", "2018-05-01"])
  }

  @Test(arguments: ["01-DA/TU", "01-ĐA/TU", "01", "01-da"])
  func directivesAreFoundByNumberOrItsBeginning(number: String) throws {
    var filter = DirectiveQuery.Filter()
    filter.words = number
    let query = DirectiveQuery(store: store, fold: PlainSpelling.fold)
    let found = try query.directives(filter)
    #expect(found.map(\.directive.number) == ["01-DA/TU"])
    #expect(try query.citations(of: found[0].directive).count == 2)
  }

  @Test func directivesOfOtherNumbersAreNotFound() throws {
    for words in ["0", "02", "1-DA", "DA/TU"] {
      var filter = DirectiveQuery.Filter()
      filter.words = words
      #expect(
        try DirectiveQuery(store: store, fold: PlainSpelling.fold).directives(filter).isEmpty, "\(words)")
    }
  }

  @Test func auditNamesTheQuotesAndTheCaution() throws {
    let found = try AuditQuery(store: store).contradictions()
    #expect(found.map(\.quotes) == [["10/141 0.71"]])
    #expect(found.first?.isTranslation == true)
    let evidence = try WhyQuery(store: store).evidence(for: found[0].contradiction.id)
    #expect(evidence.claims.map(\.claim.id) == found[0].contradiction.claims)
  }

  @Test func listsNameBodiesAndPlaces() throws {
    let list = ListQuery(store: store, fold: PlainSpelling.fold)
    var filter = ListQuery.Filter()
    filter.place = "Nghệ An"
    #expect(Set(try list.posts(filter).compactMap(\.place)) == ["Nghệ An"])
    #expect(try list.posts(filter).count == 2)
    #expect(try list.places(ListQuery.Filter()).map(\.place.name) == ["Nghệ An"])
    filter.words = "coun"
    let bodies = try list.organizations(filter).map(\.organization.name)
    #expect(bodies == ["council Nghệ An"])
  }

  @Test func everyQuoteIsWhatItsSpanCutsOut() throws {
    let report = try Verification(store: store, readsFiles: true).run()
    #expect(report.failures.isEmpty)
    #expect(report.documents == 3)
    #expect(report.quotes == 13)
    #expect(report.files == 3)
    try fixture.write("a.txt", "changed")
    #expect(try Verification(store: store, readsFiles: true).run().changedFiles == [fixture.input + "/a.txt"])
  }

  @Test func statisticsCountDocumentsAndClaims() throws {
    let rows = try StatisticsAnswer.all(of: store)
    func count(_ section: String, _ name: String) -> Int? {
      rows.first { $0.section == section && $0.name == name }?.count
    }
    #expect(count("documents", "all") == 3)
    #expect(count("documents", "without date") == 1)
    #expect(count("newspaper", "baonghean.vn") == 3)
    #expect(count("claims", "directive") == 2)
  }

  @Test func rowsHaveACellForEveryColumn() throws {
    func check<Row: ResultRow>(_ rows: [Row]) {
      #expect(!rows.isEmpty)
      #expect(rows.allSatisfy { $0.cells.count == Row.columns.count }, "\(Row.self)")
      #expect(Set(Row.tableColumns).isSubset(of: Row.columns), "\(Row.self)")
      #expect(Set(Row.columns).count == Row.columns.count, "\(Row.self)")
    }
    let list = ListQuery(store: store, fold: PlainSpelling.fold)
    let directives = DirectiveQuery(store: store, fold: PlainSpelling.fold)
    let person = try PersonQuery(store: store, knowledge: .fake()).candidates("ле нян")
    check(try who("chair").rows)
    check(person)
    check(person[0].holdings)
    check(try PersonQuery(store: store, knowledge: .fake()).documents(of: person[0].person))
    check(try list.posts(ListQuery.Filter()))
    check(try list.organizations(ListQuery.Filter()))
    check(try list.places(ListQuery.Filter()))
    let found = try directives.directives(DirectiveQuery.Filter())
    check(found)
    check(try directives.citations(of: found[0].directive))
    check(try AuditQuery(store: store).contradictions())
    check(try StatisticsAnswer.all(of: store))
    check(try store.search("Первая").map(SearchAnswer.init))
    var documents: [DocumentAnswer] = []
    try store.eachDocument { documents.append(DocumentAnswer($0)) }
    check(documents)
    var figures: [FigureAnswer] = []
    try store.eachFigure { figures.append(FigureAnswer($0)) }
    check(figures)
    check(SchemaAnswer.wire + SchemaAnswer.gold)
  }

  @Test func undatedHoldersComeLastWithTheirYearlessDays() throws {
    let path = try fixture.write(
      "d.txt", "Четвёртая\n@Во Ван | chair | council | chair | Nghệ An | --11-10\n")
    try fixture.ingest(into: store, paths: [path])
    let rows = try who("chair").rows
    #expect(rows.map(\.standing) == [.proven, .undated])
    #expect(rows.last?.yearless == ["--11-10"])
    let person = try #require(try PersonQuery(store: store, knowledge: .fake()).candidates("во ван").first)
    #expect(person.holdings.map(\.yearless) == [["--11-10"]])
    #expect(person.holdings.map(\.titles) == [["chair"]])
    #expect(person.holdings.first?.holder.occupancy.firstSeen == nil)
  }

  @Test func snapshotHasCitationsAndQuotes() throws {
    let snapshot = try SnapshotAssembly(store: store).snapshot(figures: true)
    #expect(snapshot.documents.count == 3)
    #expect(snapshot.citations.count == 2)
    #expect(snapshot.graph.figures.count == 2)
    #expect(Set(snapshot.quotes.keys) == Set(snapshot.graph.occupancies.map(\.id)))
    #expect(snapshot.edges.contains { $0.kind == "cites" })
  }
}
