import KadryGraph
import KadryReading
import Testing

@testable import KadryStore

@Suite struct QueryTests {
  private func store(_ readings: [Reading] = [.seed(date: "2016-11-12"), .later()]) throws -> Store {
    let store = try memory()
    try ingest(readings, into: store)
    return store
  }

  @Test func holdersOfAPost() throws {
    let store = try store()
    var filter = HolderFilter()
    filter.canonical = ["chair"]
    let rows = try store.holders(filter)
    try #require(rows.count == 1)
    #expect(rows[0].personName == "Нгуен Суан Сон")
    #expect(rows[0].postTitle == "Chủ tịch Hội đồng nhân dân tỉnh Nghệ An")
    #expect(rows[0].postCanonical == "chair")
    #expect(rows[0].organizationName == "Hội đồng nhân dân tỉnh Nghệ An")
    #expect(rows[0].placeName == "Nghệ An")
    #expect(rows[0].occupancy.firstSeen == "2016-11-10")
    #expect(rows[0].occupancy.lastSeen == "2018-03-01")
    #expect(rows[0].occupancy.status == .current)
    #expect(try rows[0].claim.flatMap { try store.claim($0) }?.body.kind == "holds")
    // The title and its refinement lead to one occupancy, of the more precise post.
    filter.canonical = ["deputy"]
    let deputy = try store.holders(filter)
    #expect(deputy.map(\.postCanonical) == ["standing-deputy"])
    #expect(deputy.first?.occupancy.members.count == 2)
    filter.canonical = ["nothing"]
    #expect(try store.holders(filter).isEmpty)
  }

  @Test func holdersByTitlePlaceBodyAndPerson() throws {
    let store = try store()
    func count(_ set: (inout HolderFilter) throws -> Void) throws -> Int {
      var filter = HolderFilter()
      try set(&filter)
      return try store.holders(filter).count
    }
    #expect(try count { _ in } == 2)
    #expect(try count { $0.titleFolded = "chu tich hoi dong" } == 1)
    #expect(try count { $0.titleFolded = folded("Председатель Нгеан") } == 1)
    #expect(try count { $0.titleFolded = "bi thu" } == 1)
    #expect(try count { $0.titleFolded = "?!" } == 0)
    let place = try #require(try store.places().first)
    #expect(try count { $0.places = [place.id] } == 2)
    #expect(try count { $0.places = ["pla-none"] } == 0)
    let body = try #require(try store.organizations().first { $0.canonical == "council" })
    #expect(try count { $0.organization = body.id } == 1)
    let person = try #require(try store.persons().first)
    #expect(try count { $0.person = person.id } == 2)
    let post = try #require(try store.posts().first { $0.canonical == "deputy" })
    #expect(try count { $0.posts = [post.id] } == 1)
    #expect(try count { $0.limit = 1 } == 1)
  }

  @Test func personsByNameInAnySpelling() throws {
    let store = try store()
    func find(_ folded: String, keys: [String] = []) throws -> [String] {
      var filter = NodeFilter()
      filter.folded = folded
      filter.keys = keys
      return try store.persons(filter).map(\.name)
    }
    #expect(try find(folded("Нгуен Суан Шон")) == ["Нгуен Суан Сон"])
    #expect(try find("нгуен") == ["Нгуен Суан Сон"])
    #expect(try find("сон нгуен") == ["Нгуен Суан Сон"])
    #expect(try find("ле").isEmpty)
    #expect(try find("\"; DROP TABLE person; --").isEmpty)
    #expect(try find("ле", keys: ["Нгуен Суан Сон"]) == ["Нгуен Суан Сон"])
    #expect(try store.persons().first?.names.map(\.name) == ["Нгуен Суан Сон", "Нгуен Суан Шон"])
  }

  @Test func vietnameseNamesAreFoundWithoutMarks() throws {
    var reading = Reading("Đỗ Đức Ấn, председатель", path: "a")
    reading.holds("Đỗ Đức Ấn", "chair", title: "председатель")
    let store = try store([reading])
    for query in ["do duc an", "duc", "Đức", "ĐỖ"] {
      var filter = NodeFilter()
      filter.folded = folded(query)
      #expect(try store.persons(filter).count == 1, "\(query)")
    }
  }

  @Test func listsOfNodes() throws {
    let store = try store()
    #expect(
      try store.posts().map(\.canonical).compactMap { $0 }.sorted() == ["chair", "deputy", "standing-deputy"])
    var filter = NodeFilter()
    filter.canonical = "committee"
    #expect(try store.organizations(filter).map(\.name) == ["Tỉnh ủy Nghệ An"])
    filter.canonical = nil
    filter.folded = "hoi dong"
    #expect(try store.organizations(filter).map(\.canonical) == ["council"])
    filter.folded = nil
    filter.level = "district"
    #expect(try store.organizations(filter).isEmpty)
    #expect(try store.places().map(\.name) == ["Nghệ An"])
    filter.level = nil
    filter.folded = "nghe an"
    #expect(try store.places(filter).count == 1)
    filter.folded = nil
    filter.role = .byline
    #expect(try store.persons(filter).isEmpty)
  }

  @Test func directivesWithCitations() throws {
    let store = try store()
    let directive = try #require(try store.directives().first)
    #expect(directive.number == "01-DA/TU")
    #expect(directive.name == "01-ĐA/TU")
    #expect((directive.citedFull, directive.citedShort) == (2, 1))
    let citations = try store.citations(of: directive.id)
    #expect(citations.map(\.published) == ["2016-11-12", "2018-03-01"])
    #expect(citations.map(\.full) == [1, 1])
    #expect(citations.map(\.short) == [1, 0])
    func count(_ set: (inout DirectiveFilter) -> Void) throws -> Int {
      var filter = DirectiveFilter()
      set(&filter)
      return try store.directives(filter).count
    }
    #expect(try count { $0.number = "01-DA/TU" } == 1)
    #expect(try count { $0.number = "01" } == 1)
    #expect(try count { $0.number = "0" } == 0)
    #expect(try count { $0.number = "%" } == 0)
    #expect(try count { $0.type = "project" } == 1)
    #expect(try count { $0.type = "decision" } == 0)
    #expect(try count { $0.issuer = "committee" } == 1)
    #expect(try count { $0.citedBySource = "baonghean.vn" } == 1)
    #expect(try count { $0.citedBySource = "x.vn" } == 0)
  }

  @Test func documentsByDateSourceAndLanguage() throws {
    let store = try store([
      .seed(), .later(), Reading("Bài", path: "v", source: nil, date: "2017", language: "vi"),
    ])
    func titles(_ set: (inout DocumentFilter) -> Void) throws -> [String?] {
      var filter = DocumentFilter()
      set(&filter)
      var rows: [String?] = []
      try store.eachDocument(filter) { rows.append($0.path) }
      return rows
    }
    #expect(try titles { _ in } == ["v", "later.txt", "seed.txt"])
    #expect(try titles { $0.source = "baonghean.vn" } == ["later.txt", "seed.txt"])
    #expect(try titles { $0.language = "vi" } == ["v"])
    #expect(
      try titles {
        $0.from = "2017-06-01"; $0.to = "2017-06-30"
      } == ["v"])
    #expect(try titles { $0.from = "2018-01-01" } == ["later.txt"])
    #expect(try titles { $0.limit = 1 } == ["v"])
  }

  @Test func figuresAndWhatDoesNotAddUp() throws {
    let store = try store()
    var figures: [Figure] = []
    try store.eachFigure { figures.append($0) }
    #expect(figures.map(\.quote) == ["10 из 141 деревни", "0,71%"])
    #expect(figures[0].body.of == 141)
    var failing = FigureFilter()
    failing.failing = true
    failing.what = "деревни"
    failing.measure = .ratio
    figures = []
    try store.eachFigure(failing) { figures.append($0) }
    #expect(figures.map(\.body.check) == ["computed 7.09, stated 0.71"])
    let contradictions = try store.contradictions()
    #expect(contradictions.map(\.title) == ["10 из 141 деревни: computed 7.09, stated 0.71"])
    #expect(contradictions.first?.claims == figures.map(\.claim))
    #expect(try store.contradictions(.twoHolders).isEmpty)
    #expect(try store.contradiction(contradictions[0].id) == contradictions[0])
    #expect(try store.contradiction("con-x") == nil)
  }

  @Test func claimsOfNodesAndDocuments() throws {
    let seed = Reading.seed(date: "2016-11-12")
    let store = try store()
    #expect(try Set(store.claims(ofDocument: seed.record.id).map(\.id)) == Set(seed.claims.map(\.id)))
    let spans = try store.claims(ofDocument: seed.record.id).map(\.firstSpan.lowerBound)
    #expect(spans == spans.sorted())
    let person = try #require(try store.persons().first)
    #expect(try store.claims(ofNode: person.id).map(\.id) == person.members)
    let chair = try #require(try store.posts().first { $0.canonical == "chair" })
    #expect(try store.claims(ofNode: chair.id).map(\.id) == chair.members)
    let council = try #require(try store.organizations().first { $0.canonical == "council" })
    #expect(try store.claims(ofNode: council.id).map(\.id) == chair.members)
    let committee = try #require(try store.organizations().first { $0.canonical == "committee" })
    #expect(try store.claims(ofNode: committee.id).map(\.body.kind) == ["organization"])
    let contradiction = try #require(try store.contradictions().first)
    #expect(try store.claims(ofNode: contradiction.id).map(\.id) == contradiction.claims)
    #expect(try store.claims(ofNode: contradiction.node).map(\.id) == contradiction.claims)
    #expect(try store.claims(ofNode: "pla-x").isEmpty)
  }

  @Test func countsOverTheStore() throws {
    let store = try store([.seed(), .later(), Reading("Пусто", path: "p", source: nil, language: "other")])
    let statistics = try store.statistics()
    #expect(statistics.documents == 3)
    #expect(statistics.undated == 2)
    #expect(statistics.unsourced == 1)
    #expect(statistics.silent == 1)
    #expect(statistics.documentsByLanguage == [Tally(name: "other", count: 1), Tally(name: "ru", count: 2)])
    #expect(statistics.documentsByYear == [Tally(name: "", count: 2), Tally(name: "2018", count: 1)])
    #expect(statistics.claimsByKind.first { $0.name == "holds" }?.count == 4)
    #expect(statistics.nodes.first { $0.name == "person" }?.count == 1)
  }

  @Test func viewsForPeople() throws {
    let store = try store()
    let holders = try store.connection.rows("SELECT person, post, place, claim FROM holder ORDER BY post") {
      row in
      [row.text(0), row.text(1), row.text(2), row.text(3)]
    }
    #expect(holders.count == 2)
    #expect(holders[0].prefix(3) == ["Нгуен Суан Сон", "Chủ tịch Hội đồng nhân dân tỉnh Nghệ An", "Nghệ An"])
    #expect(try store.connection.int("SELECT count(*) FROM mention WHERE quote = '01-DA/TU'") == 4)
    #expect(try store.connection.text("SELECT zone FROM mention LIMIT 1") == "body")
    #expect(
      try store.connection.rows("SELECT place_in_line, person, since, until FROM succession ORDER BY post") {
        "\($0.int(0)) \($0.text(1) ?? "") \($0.text(2) ?? "") \($0.text(3) ?? "")"
      } == ["1 Нгуен Суан Сон 2016-11-10 2018-03-01", "1 Нгуен Суан Сон 2016-11-10 2016-11-10"])
  }

  @Test func datesHaveBoundsInColumnsOfTheirOwn() throws {
    let store = try store([Reading("Текст", path: "a", date: "2016-02")])
    #expect(
      try store.connection.text("SELECT published_lo || ' ' || published_hi FROM document")
        == "2016-02-01 2016-02-29")
  }
}
