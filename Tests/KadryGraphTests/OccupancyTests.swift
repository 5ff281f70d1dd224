import KadryGraph
import KadryReading
import Testing

@Suite struct OccupancyTests {
  private func only(_ articles: Article...) throws -> Occupancy {
    let occupancies = graph(articles).occupancies
    try #require(occupancies.count == 1)
    return occupancies[0]
  }

  @Test func aTitleAndItsRefinementAreTwoClaimsAndOneOccupancy() throws {
    var article = Article("seed")
    article.holds("Нгуен Суан Сон", "provincial-deputy", place: "Nghệ An")
    article.holds("Нгуен Суан Сон", "provincial-standing-deputy", place: "Nghệ An")
    article.holds("Нгуен Суан Сон", "council-chair", place: "Nghệ An")
    let graph = graph([article])
    #expect(graph.posts.count == 3)
    #expect(graph.occupancies.count == 2)
    let deputy = try #require(graph.occupancies.first { $0.posts.count == 2 })
    #expect(deputy.members.count == 2)
    #expect(graph.posts.first { $0.id == deputy.post }?.canonical == "provincial-standing-deputy")
    #expect(deputy.title == "Нгуен Суан Сон: Phó Bí thư Thường trực Tỉnh ủy Nghệ An")
  }

  @Test func aSecretaryIsNoDeputyAndPlacesDoNotMix() {
    var article = Article("a")
    article.holds("Ле Тхань Нян", "provincial-secretary", place: "Nghệ An")
    article.holds("Ле Тхань Нян", "provincial-deputy", place: "Nghệ An")
    article.holds("Ле Тхань Нян", "provincial-standing-deputy", place: "Hà Tĩnh")
    #expect(graph([article]).occupancies.count == 3)
  }

  @Test func twoDifferentRefinementsLeaveTheTitleAlone() {
    var article = Article("a")
    article.holds("Ле Тхань Нян", "provincial-deputy", place: "Nghệ An")
    article.holds("Ле Тхань Нян", "provincial-standing-deputy", place: "Nghệ An")
    article.holds("Ле Тхань Нян", "provincial-first-deputy", place: "Nghệ An")
    #expect(graph([article]).occupancies.map(\.posts.count) == [1, 1, 1])
  }

  @Test func aSightingWithoutAYearBoundsNothingUntilAYearIsGiven() throws {
    var undated = Article("a")
    undated.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", observed: "--11-10")
    let open = try only(undated)
    #expect(open.firstSeen == nil && open.lastSeen == nil)
    #expect(open.undated == 1)
    #expect(open.status == .unknown)
    #expect(open.provenDays == nil)

    var dated = Article("a", published: "2016-11-12")
    dated.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", observed: "2016-11-10")
    let seen = try only(dated)
    #expect(seen.firstSeen == "2016-11-10" && seen.lastSeen == "2016-11-10")
    #expect(seen.undated == 0)
    #expect(seen.status == .current)
    #expect(seen.provenDays.map { "\($0.lowerBound)" } == "2016-11-10")
  }

  @Test func anUndatedArticleIsAnUndatedSighting() throws {
    var article = Article("a")
    article.holds("Ле Тхань Нян", "district-secretary", place: "Vinh")
    #expect(try only(article).undated == 1)
    var published = Article("b", published: "2016-11-12")
    published.holds("Ле Тхань Нян", "district-secretary", place: "Vinh")
    #expect(try only(published).firstSeen == "2016-11-12")
    // A day without a year is not completed here from the publication date.
    var both = Article("c", published: "2016-11-12")
    both.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", observed: "--11-10")
    #expect(try only(both).firstSeen == nil)
  }

  @Test func sightingsSpanAnInterval() throws {
    var articles: [Article] = []
    for date in ["2017-03-01", "2015", "2016-11", "2018-12-31"] {
      var article = Article(date, published: date)
      article.holds("Ле Тхань Нян", "district-secretary", place: "Vinh")
      articles.append(article)
    }
    let occupancy = try #require(graph(articles).occupancies.first)
    #expect(occupancy.firstSeen == "2015")
    #expect(occupancy.lastSeen == "2018-12-31")
    #expect(occupancy.provenDays.map { "\($0.lowerBound)...\($0.upperBound)" } == "2015-12-31...2018-12-31")
    #expect(occupancy.documents == 4)
  }

  @Test func statementsGiveStartAndEndWithTheirBasis() throws {
    var begun = Article("a", published: "2015-10-20")
    begun.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", .elected, observed: "2015-10-18")
    var later = Article("b", published: "2016-01-01")
    later.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", .appointed)
    var ended = Article("c", published: "2019-05-05")
    ended.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", .former)
    let occupancy = try only(begun, later, ended)
    #expect(occupancy.start?.date == "2015-10-18")
    #expect(occupancy.start?.basis == .elected)
    #expect(occupancy.start?.atLatest == false)
    #expect(occupancy.end?.date == "2019-05-05")
    #expect(occupancy.end?.atLatest == true)
    #expect(occupancy.end?.basis == .former)
    #expect(occupancy.status == .endedUndated)
    #expect(occupancy.firstSeen == nil)
    #expect(begun.claims.map(\.id).contains(occupancy.start?.claim ?? ""))
  }

  @Test func aStatedDateOutranksAnEvent() throws {
    var article = Article("a", published: "2019-05-05")
    article.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", .dismissed, observed: "2019-05-01")
    article.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", since: "2015-10", until: "2019-04")
    let occupancy = try only(article)
    #expect(occupancy.start?.date == "2015-10" && occupancy.start?.basis == .stated)
    #expect(occupancy.end?.date == "2019-04" && occupancy.end?.basis == .stated)
  }

  @Test func aTermIsTheWeakestBasis() throws {
    var article = Article("a", published: "2016-11-12")
    article.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", term: "2015/2020")
    let occupancy = try only(article)
    #expect(occupancy.term == "2015/2020")
    #expect(occupancy.start?.basis == .term && occupancy.start?.date == "2015")
    #expect(occupancy.end?.basis == .term && occupancy.end?.date == "2020")
    #expect(occupancy.status == .current)
    #expect(occupancy.provenDays.map { "\($0.lowerBound)...\($0.upperBound)" } == "2016-11-12...2016-11-12")
  }

  @Test func currentMeansAsOfTheNewestDocument() throws {
    var old = Article("a", published: "2016-11-12")
    old.holds("Ле Тхань Нян", "district-secretary", place: "Vinh")
    #expect(try only(old).status == .current)
    var within = Article("b", published: "2017-11-12")
    within.person("Кто То")
    #expect(try only(old, within).status == .current)
    var beyond = Article("c", published: "2017-11-13")
    beyond.person("Кто То")
    #expect(try only(old, beyond).status == .unknown)
  }

  @Test func aDatedEndIsAnEnd() throws {
    var article = Article("a", published: "2019-05-05")
    article.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", .retired, observed: "2019-05-01")
    #expect(try only(article).status == .ended)
    var undated = Article("b")
    undated.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", .former)
    #expect(try only(undated).status == .endedUndated)
    // An end in the future has not come.
    var coming = Article("c", published: "2019-05-05")
    coming.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", until: "2019-06-01")
    #expect(try only(coming).status == .current)
  }

  @Test func actingAndNominatedAreMarked() throws {
    var acting = Article("a", published: "2019-05-05")
    acting.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", .acting)
    #expect(try only(acting).acting)
    var nominated = Article("b", published: "2019-05-05")
    nominated.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", .nominated)
    let proposal = try only(nominated)
    #expect(proposal.status == .nominated)
    #expect(proposal.provenDays == nil)
  }

  @Test func aHoldingOfNobodyIsLeftOut() {
    var article = Article("a")
    article.add(.holds(HoldsClaim(person: "X", title: "y", personRef: "clm-none")))
    #expect(graph([article]).occupancies.isEmpty)
  }
}
