import KadryGraph
import KadryReading
import Testing

@Suite struct AuditTests {
  private func contradictions(_ articles: Article...) -> [Contradiction] { graph(articles).contradictions }

  @Test func figuresThatDoNotAddUp() throws {
    var article = Article("a")
    article.add(.figure(.init(value: 74, of: 131, percent: 56.5, measure: .ratio, check: "ok")))
    article.add(.figure(.init(value: 97, measure: .count)))
    let wrong = article.add(
      .figure(.init(value: 10, of: 141, percent: 0.71, measure: .ratio, check: "computed 7.09")))
    let found = contradictions(article)
    #expect(found.map(\.kind) == [.arithmetic])
    #expect(found.first?.claims == [wrong])
    #expect(found.first?.title == "quote: computed 7.09")
    #expect(found.first?.node == "fig-" + wrong.dropFirst(4))
  }

  @Test func twoHoldersAtOnce() throws {
    func seen(_ person: String, _ date: String, _ status: HoldsStatus = .holds, observed: String? = nil)
      -> Article
    {
      var article = Article(person + date, published: date)
      article.holds(person, "district-secretary", place: "Vinh", status, observed: observed)
      return article
    }
    let found = contradictions(
      seen("Ле Тхань Нян", "2015-01-01"), seen("Ле Тхань Нян", "2017-01-01"),
      seen("Хо Ван Хунг", "2016-05-05"))
    #expect(found.map(\.kind) == [.twoHolders])
    #expect(
      found.first?.title
        == "Ле Тхань Нян and Хо Ван Хунг both hold Bí thư Huyện ủy Vinh on 2016-05-05")
    #expect(found.first?.claims.count == 3)
    // One after the other, and the day of a handover.
    #expect(contradictions(seen("Ле Тхань Нян", "2015-01-01"), seen("Хо Ван Хунг", "2016-05-05")).isEmpty)
    #expect(
      contradictions(
        seen("Ле Тхань Нян", "2016-05-05"),
        seen("Хо Ван Хунг", "2016-05-05", .appointed, observed: "2016-05-05")
      ).isEmpty)
    #expect(contradictions(seen("Ле Тхань Нян", "2016-05-05"), seen("Хо Ван Хунг", "2016-05-05")).count == 1)
    // Acting holders stand beside the holder, and a month proves no day.
    #expect(
      contradictions(seen("Ле Тхань Нян", "2016-05-05"), seen("Хо Ван Хунг", "2016-05-05", .acting)).isEmpty)
    #expect(contradictions(seen("Ле Тхань Нян", "2016-05"), seen("Хо Ван Хунг", "2016-05")).isEmpty)
  }

  @Test func severalDeputiesAreNoContradiction() {
    var article = Article("a", published: "2016-05-05")
    article.holds("Ле Тхань Нян", "provincial-deputy", place: "Nghệ An")
    article.holds("Хо Ван Хунг", "provincial-deputy", place: "Nghệ An")
    #expect(contradictions(article).isEmpty)
  }

  @Test func seenAfterTheEnd() {
    var ended = Article("a", published: "2016-05-05")
    ended.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", .dismissed, observed: "2016-05-01")
    var seen = Article("b", published: "2017-01-01")
    seen.holds("Ле Тхань Нян", "district-secretary", place: "Vinh")
    let found = contradictions(ended, seen)
    #expect(found.map(\.kind) == [.seenAfterEnd])
    #expect(found.first?.title == "Ле Тхань Нян: ended 2016-05-01 (dismissed), seen 2017-01-01")
    // Seen before the end is as it should be.
    var before = Article("c", published: "2015-01-01")
    before.holds("Ле Тхань Нян", "district-secretary", place: "Vinh")
    #expect(contradictions(ended, before).isEmpty)
  }

  @Test func startedAfterTheEnd() {
    var article = Article("a", published: "2019-05-05")
    article.holds("Ле Тхань Нян", "district-secretary", place: "Vinh", .former, since: "2018", until: "2016")
    let found = contradictions(article)
    #expect(found.map(\.kind) == [.startAfterEnd])
    #expect(found.first?.title == "Ле Тхань Нян: started 2018 (stated), ended 2016 (stated)")
  }

  private func holding(
    _ person: String, _ post: String, _ place: String, _ date: String, since: String? = nil
  ) -> Article {
    var article = Article(person + post + place + date, published: date)
    article.holds(person, post, place: place, since: since)
    return article
  }

  @Test func seenBeforeAStatedStart() {
    let found = contradictions(
      holding("Ле Хунг", "district-secretary", "Vinh", "2015-01-01"),
      holding("Ле Хунг", "district-secretary", "Vinh", "2017-01-01", since: "2016-03"))
    #expect(found.map(\.kind) == [.seenBeforeStart])
    #expect(found.first?.title == "Ле Хунг: seen 2015-01-01, started 2016-03 (stated)")
  }

  @Test func anOfficeThatIsNoMore() {
    let found = contradictions(holding("Ле Хунг", "district-secretary", "Kỳ Anh", "2025-08-01"))
    #expect(found.map(\.kind) == [.officeGone])
    #expect(
      found.first?.title == "Ле Хунг: Bí thư Huyện ủy Kỳ Anh: 2025-08-01, and the office ended on 2025-06-30")
    #expect(contradictions(holding("Ле Хунг", "district-secretary", "Kỳ Anh", "2025-06-30")).isEmpty)
  }

  @Test func postsThatNobodyHoldsTogether() {
    var both = Article("a", published: "2016-01-01")
    both.holds("Ле Хунг", "provincial-secretary", place: "Nghệ An")
    both.holds("Ле Хунг", "provincial-deputy", place: "Nghệ An")
    let found = contradictions(both)
    #expect(found.map(\.kind) == [.incompatiblePosts])
    #expect(found.first?.title.hasSuffix("both on 2016-01-01") == true)
    // Chiefs of two places: a handover takes its days, years do not.
    func chief(_ second: String) -> [Contradiction] {
      var one = Article("b", published: "2016-01-01")
      one.holds("Ле Хунг", "district-secretary", place: "Vinh")
      one.holds("Ле Хунг", "district-secretary", title: "second", place: "Nam Đàn")
      var other = Article("c", published: second)
      other.holds("Ле Хунг", "district-secretary", place: "Vinh")
      other.holds("Ле Хунг", "district-secretary", title: "second", place: "Nam Đàn")
      return contradictions(one, other)
    }
    #expect(chief("2016-01-20").isEmpty)
    #expect(chief("2017-01-01").map(\.kind) == [.incompatiblePosts])
  }

  @Test func aDirectiveOfTwoDates() {
    func citing(_ date: String) -> Article {
      var article = Article(date)
      article.add(.directive(.init(number: "01-DA/TU", type: "project", date: date)), cites: [.full])
      return article
    }
    let found = contradictions(citing("2016-01-10"), citing("2016-01-12"))
    #expect(found.map(\.kind) == [.directiveDates])
    #expect(found.first?.title == "01-DA/TU: of 2016-01-10 and 2016-01-12")
    #expect(contradictions(citing("2016-01-10"), citing("2016-01")).isEmpty)
    // Another year is another directive: numbers restart.
    #expect(contradictions(citing("2016-01-10"), citing("2017-01-10")).isEmpty)
  }

  @Test func figuresThatDiffer() throws {
    func figure(_ value: Double, _ document: String) -> Figure {
      Figure(
        id: "fig-\(document)\(value)", claim: "clm-\(document)\(value)", document: document,
        body: FigureClaim(value: value, what: "домов", place: "Vinh", period: "2016", measure: .count),
        quote: "", span: 0..<1)
    }
    let found = Contradiction(between: [figure(10, "a"), figure(12.5, "b")])
    #expect(found?.kind == .figures)
    #expect(found?.title == "домов, Vinh, 2016: 10 and 12.5")
    #expect(Contradiction(between: [figure(10, "a"), figure(10, "b")]) == nil)
    #expect(Contradiction(between: [figure(10, "a"), figure(12, "a")]) == nil)
  }
}
