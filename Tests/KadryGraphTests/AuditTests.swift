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
}
