import KadryArchive
import KadryGraph
import KadryStore
import KadryText
import Testing

@testable import KadryEngine

/// Queries over time, on a notation instead of a language.
@Suite struct TimeQueryTests {
  let fixture: EngineFixture
  let store: Store
  init() throws {
    fixture = try EngineFixture()
    store = try fixture.store()
    let documents: [(name: String, day: String, lines: [String])] = [
      ("a", "2015-03-01", ["@Ле Нян | chair | council | chair | Vinh", "#01-DA/TU"]),
      (
        "b", "2016-09-09",
        ["@Ле Нян | chair | council | chair | Vinh", "@Ван Бо | secretary | council | secretary | Vinh"]
      ),
      (
        "c", "2018-02-02",
        ["@До Хоа | chair | council | chair | Vinh", "@Ван Бо | secretary | council | secretary | Vinh"]
      ),
      ("d", "2018-05-05", ["@До Хоа | chair | council | chair | Vinh", "#02-DA/TU"]),
      ("e", "2018-05-06", ["@Чан Ань | chair | council | chair | Hue"]),
    ]
    for document in documents {
      let path = try fixture.write(
        document.name + ".txt", "Title\n" + document.lines.joined(separator: "\n") + "\n")
      try fixture.ingest(
        into: store, paths: [path], options: ArchiveOptions(source: "baonghean.vn", date: document.day))
    }
  }

  @Test func historyShowsHowAPostPassedOn() throws {
    let rows = try SuccessionQuery(store: store, knowledge: .fake()).answer(post: "chair", place: "Vinh").rows
    #expect(rows.map(\.holder.personName) == ["Ле Нян", "До Хоа"])
    #expect(rows.map(\.predecessor) == [nil, "Ле Нян"])
    #expect(rows[1].transition?.word == "change")
    #expect(rows[1].transition?.days.written == "2016-09-09/2018-02-02")
    #expect(rows[0].holder.occupancy.end?.basis == .successor)
    #expect(rows.allSatisfy { $0.cells.count == SuccessionAnswer.columns.count })
  }

  @Test func transitionsTellVacanciesAndOverlaps() {
    func holding(_ person: String, _ from: String, _ to: String) -> Occupancy {
      let (first, last) = (PartialDate(from)?.first, PartialDate(to)?.first)
      return Occupancy(
        id: "occ-" + person, person: person, post: "pos-1",
        start: Bound(date: from, basis: .stated, claim: "c"),
        end: Bound(date: to, basis: .stated, claim: "c"),
        provenDays: first.flatMap { a in last.map { a...$0 } })
    }
    let early = holding("a", "2015-01-01", "2016-01-01")
    #expect(
      Transition(from: early, to: holding("b", "2016-03-01", "2017-01-01"))
        == PartialDate("2016-01-02/2016-02-29")?.days.map(Transition.vacant))
    #expect(
      Transition(from: early, to: holding("b", "2015-06-01", "2017-01-01"))
        == PartialDate("2015-06-01/2016-01-01")?.days.map(Transition.overlap))
    #expect(
      Transition(from: early, to: holding("b", "2016-01-02", "2017-01-01"))
        == PartialDate("2016-01-02")?.days.map(Transition.change))
  }

  @Test func thePanelHasARowForEachYearAndItsGaps() throws {
    let answer = try PanelQuery(store: store, knowledge: .fake()).answer(post: "chair", place: "Vinh")
    #expect(answer.rows.map(\.year) == [2015, 2016, 2017, 2018])
    #expect(answer.rows.map { $0.holder?.personName } == ["Ле Нян", "Ле Нян", nil, "До Хоа"])
    #expect(answer.rows[2].before == "Ле Нян" && answer.rows[2].after == "До Хоа")
    #expect(answer.rows[1].days?.written == "2016-01-01/2016-09-09")
    let some = try PanelQuery(store: store, knowledge: .fake()).answer(
      post: "chair", place: "Vinh", years: (2018, 2019))
    #expect(some.rows.map { $0.holder?.personName } == ["До Хоа", nil])
    #expect(some.rows.allSatisfy { $0.cells.count == PanelAnswer.columns.count })
    let both = try PanelQuery(store: store, knowledge: .fake()).answer(post: "chair", place: nil)
    #expect(both.rows.count == 8)
  }

  @Test func movesAreThoseThatMayLieInTheDays() throws {
    func moves(_ from: String, _ to: String) throws -> [String] {
      var question = MovesQuery.Question()
      (question.from, question.to) = (PartialDate(from), PartialDate(to))
      question.place = "Vinh"
      return try MovesQuery(store: store, knowledge: .fake()).moves(question).map {
        "\($0.days.written) \($0.isStart ? "+" : "-") \($0.holder.personName) \($0.bound.basis.rawValue)"
      }
    }
    #expect(
      try moves("2017", "2018") == [
        "2016-09-09/2018-02-02 - Ле Нян successor", "2016-09-09/2018-02-02 + До Хоа predecessor",
      ])
    #expect(try moves("2019", "2020") == [])
    var question = MovesQuery.Question()
    question.post = "secretary"
    #expect(try MovesQuery(store: store, knowledge: .fake()).moves(question).isEmpty)
  }

  @Test func companionsAreCountedByDocuments() throws {
    let rows = try CompanionQuery(store: store, knowledge: .fake()).companions(of: "ван бо")
    #expect(rows.map(\.companion.name).sorted() == ["До Хоа", "Ле Нян"])
    #expect(rows.map(\.companion.documents) == [1, 1])
    #expect(Set(rows.map(\.companion.first)) == ["2016-09-09", "2018-02-02"])
    #expect(rows.allSatisfy { $0.cells.count == CompanionAnswer.columns.count && !$0.posts.isEmpty })
  }

  @Test func aBodyHasItsMembersOfTheDay() throws {
    var filter = ListQuery.Filter()
    filter.words = "council"
    filter.place = "Vinh"
    let query = MembersQuery(store: store, knowledge: .fake())
    let then = try query.members(of: filter, on: PartialDate("2016-09-09"))
    #expect(
      then.rows.filter { $0.standing == .proven }.map(\.holder.personName).sorted() == ["Ван Бо", "Ле Нян"])
    let now = try query.members(of: filter, on: nil)
    #expect(now.asOf == "2018-05-06")
    // Somebody else has followed the former chair.
    #expect(now.rows.map(\.holder.personName).sorted() == ["Ван Бо", "До Хоа"])
  }

  @Test func directivesAreFilteredByWhatCitesThem() throws {
    func numbers(_ set: (inout DirectiveQuery.Filter) -> Void) throws -> [String?] {
      var filter = DirectiveQuery.Filter()
      set(&filter)
      return try DirectiveQuery(store: store, fold: PlainSpelling.fold, knowledge: .fake()).directives(filter)
        .map(\.directive.number)
    }
    #expect(try numbers { $0.citedWith = "ле нян" } == ["01-DA/TU"])
    #expect(try numbers { $0.from = PartialDate("2018") } == ["02-DA/TU"])
    #expect(try numbers { $0.to = PartialDate("2017") } == ["01-DA/TU"])
    #expect(try numbers { $0.citedAt = "vinh" }.count == 2)
    // One document must fit everything.
    #expect(
      try numbers {
        $0.citedWith = "ле нян"
        $0.from = PartialDate("2018")
      } == [])
    let unknown = #expect(throws: NotFound.self) { try numbers { $0.citedWith = "до хоб" } }
    #expect(unknown?.description == "no person is called 'до хоб'; did you mean 'До Хоа'?")
  }

  @Test func aPlaceTakesInWhatLiesInIt() throws {
    #expect(try store.placesWithin([]).isEmpty)
    let vinh = try #require(try store.places().first { $0.name == "Vinh" })
    #expect(try store.placesWithin([vinh.id]) == [vinh.id])
  }

  @Test func whatIsNotFoundIsSuggested() throws {
    let suggestion = NameSuggestion(fold: PlainSpelling.fold)
    #expect(suggestion.clause(for: "vin", among: ["Hue", "Vinh"]) == "; did you mean 'Vinh'?")
    #expect(suggestion.clause(for: "Nam Định", among: ["Hue", "Vinh"]).isEmpty)
    #expect(
      suggestion.nearest(to: "quynh luu", among: ["Quỳnh Lưu", "Quỳnh Lâm", "Vinh"]).first == "Quỳnh Lưu")
    var question = WhoQuery.Question(post: "chaiir Vinh")
    question.place = "Vinh"
    #expect(try WhoQuery(store: store, knowledge: .fake()).answer(question).suggestion.isEmpty == false)
  }

  @Test func standingTellsStatementsFromSightings() {
    func standing(_ day: String, _ change: (inout Occupancy) -> Void) -> DateStanding {
      var occupancy = Occupancy(id: "occ-1", person: "per-1", post: "pos-1")
      change(&occupancy)
      return DateStanding(occupancy, on: PartialDate(day))
    }
    let start = Bound(date: "2015-10-20", basis: .elected, claim: "c")
    #expect(standing("2015-10-30") { $0.start = start } == .nearest(days: -10, .start))
    #expect(standing("2015-10-30") { $0.start = start }.word == "nearest start")
    #expect(
      standing("2015-10-30") {
        $0.start = start
        $0.firstSeen = "2015-10-25"
        $0.lastSeen = "2015-10-25"
      } == .nearest(days: -5, .sighting))
    #expect(
      standing("2015-10-10") {
        $0.start = start
        $0.earliest = start
      } == .later)
    #expect(
      standing("2015-10-10") { $0.end = Bound(date: "2015-10-20", basis: .dismissed, claim: "c") }
        == .nearest(days: 10, .end))
    #expect(
      standing("2016") {
        $0.end = Bound(date: "2015-10-20", atLatest: true, basis: .successor, claim: "c")
        $0.latest = $0.end
      } == .ended)
    #expect(
      standing("2016") {
        $0.terms = ["2015/2020"]
        $0.start = Bound(date: "2015", basis: .term, claim: "c")
      } == .withinTerm)
  }

  @Test func auditIsFilteredByEitherSide() throws {
    let path = try fixture.write("x.txt", "Title\n@Ван Ан | chair | council | chair | Vinh\n=10/141 0.71\n")
    try fixture.ingest(
      into: store, paths: [path], options: ArchiveOptions(source: "vinh.vn", date: "2015-08-08"))
    func kinds(_ set: (inout AuditQuery.Filter) -> Void) throws -> [String] {
      var filter = AuditQuery.Filter()
      set(&filter)
      return try AuditQuery(store: store, knowledge: .fake()).contradictions(filter).map(
        \.contradiction.kind.rawValue)
    }
    #expect(try kinds { _ in } == ["arithmetic", "two-holders"])
    #expect(try kinds { $0.kind = .twoHolders } == ["two-holders"])
    #expect(try kinds { $0.person = "ле нян" } == ["two-holders"])
    #expect(try kinds { $0.person = "чан ань" } == [])
    #expect(try kinds { $0.place = "vinh" } == ["two-holders"])
    #expect(try kinds { $0.source = "vinh.vn" } == ["arithmetic", "two-holders"])
    #expect(try kinds { $0.to = PartialDate("2015-05") } == ["two-holders"])
    #expect(try kinds { $0.from = PartialDate("2018-06") } == [])
    let answer = try #require(try AuditQuery(store: store).contradictions().last)
    #expect(answer.quotes.count == 3 && answer.sources.contains("vinh.vn 2015-08-08"))
    #expect(answer.cells.count == AuditAnswer.columns.count)
  }

  @Test func aDifferenceIsTold() throws {
    let old = try fixture.store("old.db")
    try fixture.ingest(
      into: old, paths: [fixture.input + "/a.txt"],
      options: ArchiveOptions(source: "baonghean.vn", date: "2015-03-01"))
    let rows = try DifferenceAnswer.all(in: store, since: fixture.folder + "/old.db").map(\.difference)
    func titles(_ kind: String) -> [String] { rows.filter { $0.kind == kind }.map(\.title) }
    #expect(titles("document-added").count == 4 && titles("document-removed").isEmpty)
    #expect(titles("holder-added") == ["Ван Бо: secretary Vinh", "До Хоа: chair Vinh", "Чан Ань: chair Hue"])
    #expect(titles("holder-ended") == ["Ле Нян: chair Vinh"])
    #expect(titles("citation-added") == ["02-DA/TU: Title"])
    #expect(rows.first { $0.kind == "rule" }.map { [$0.old, $0.new] } == ["4", "23"])
    // The same database differs in nothing, and the other way round what came is gone.
    #expect(try DifferenceAnswer.all(in: old, since: fixture.folder + "/old.db").isEmpty)
    let back = try DifferenceAnswer.all(in: old, since: fixture.folder + "/k.db").map(\.difference)
    #expect(back.filter { $0.kind == "holder-removed" }.count == 3)
    #expect(
      rows.allSatisfy { DifferenceAnswer(difference: $0).cells.count == DifferenceAnswer.columns.count })
    let missing = #expect(throws: StoreError.self) {
      try DifferenceAnswer.all(in: old, since: fixture.folder + "/none.db")
    }
    #expect(missing?.message.contains("there is no such database") == true)
  }
}
