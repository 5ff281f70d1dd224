import KadryReading
import Testing

@testable import KadryGraph

/// Copies, versions and translations of one article are one witness.
@Suite struct WitnessTests {
  private func basis(_ articles: [Article]) -> [WitnessBasis] { graph(articles).witnesses.map(\.basis) }

  private func article(
    _ name: String, url: String? = nil, language: String = "ru", published: String? = "2018-03-23",
    translation: String? = nil, text: String = "", links: [String] = []
  ) -> Article {
    var article = Article(name, published: published)
    article.facts = DocumentFacts(
      id: article.facts.id, sha256: name, published: published, source: "baonghean.vn", place: "Nghệ An",
      language: language, translation: translation,
      addresses: url.map { [$0] } ?? [], links: links, sketch: TextSketch(text: Array(text.utf8)))
    return article
  }

  @Test(arguments: [
    ("https://baonghean.vn/ru/novosti-10028421.html", "baonghean.vn#10028421"),
    ("http://www.baonghean.vn/tin-tuc-10028421.html?utm=1#top", "baonghean.vn#10028421"),
    ("https://en.nhandan.vn/story-post123456.html", "nhandan.vn#123456"),
    ("https://nhandan.vn/story-post123456.html", "nhandan.vn#123456"),
    ("https://vov.vn/a/b-123456.vov", "vov.vn#123456"),
    ("https://a.vn:8080/x-1234567", "a.vn#1234567"),
    ("https://a.vn/2016/11/12/x.html", nil), ("https://a.vn/x-20161112.html", nil),
    ("https://a.vn/x-12345.html", nil), ("https://a.vn/1234567/comments", nil), ("https://a.vn", nil),
    ("", nil), ("https:///1234567", nil), ("Tin 1234567", nil), ("https://vn/x-1234567", "vn#1234567"),
  ])
  func addressesNameArticles(url: String, article: String?) {
    #expect(ArticleAddress.article(url) == article)
  }

  @Test func oneAddressInTwoLanguagesIsOneWitness() {
    var ru = article("a", url: "https://baonghean.vn/ru/x-10028421.html")
    var vi = article("b", url: "https://baonghean.vn/y-10028421.html", language: "vi")
    for _ in 0..<1 {
      ru.holds("Ле Хунг", "provincial-secretary", place: "Nghệ An")
      vi.holds("Ле Хунг", "provincial-secretary", place: "Nghệ An")
    }
    ru.add(.directive(.init(number: "01-DA/TU")), cites: [.full, .short])
    vi.add(.directive(.init(number: "01-DA/TU")), cites: [.full, .short, .short])
    let made = graph([ru, vi])
    #expect(made.witnesses.map(\.basis) == [.address, .address])
    #expect(Set(made.witnesses.map(\.witness)).count == 1)
    #expect(made.persons.map(\.documents) == [1])
    #expect(made.occupancies.map(\.documents) == [1])
    #expect(made.directives.map(\.documents) == [1])
    // Of the copies the one that cites most counts.
    #expect(made.directives.map(\.citedFull) == [1])
    #expect(made.directives.map(\.citedShort) == [2])
    // Two other articles are two.
    let other = article("c", url: "https://baonghean.vn/y-10028422.html", language: "vi")
    #expect(graph([ru, other]).witnesses.isEmpty)
  }

  @Test func theManifestLinksTranslations() {
    #expect(
      basis([article("a", translation: "g"), article("b", translation: "g")]) == [.manifest, .manifest])
    #expect(basis([article("a", translation: "g"), article("b", translation: "h")]).isEmpty)
  }

  /// Sentences of invented words, so that nothing is alike by accident.
  private func text(_ seed: UInt64, words: Int, changing: Int = 0, lines: Int = 1) -> String {
    var generator = SeededGenerator(state: seed)
    var list = (0..<words).map { _ in "w\(generator.next() % 5000)" }
    for place in 0..<changing { list[(place + 1) * words / (changing + 1)] = "changed\(place)" }
    return stride(from: 0, to: words, by: words / lines).map {
      list[$0..<min(words, $0 + words / lines)].joined(separator: " ")
    }.joined(separator: "\n")
  }

  @Test func copiesWithLittleChangedAreOneWitness() {
    let original = article("a", text: text(1, words: 300))
    #expect(basis([original, article("b", text: text(1, words: 300, changing: 3))]) == [.wording, .wording])
    #expect(basis([original, article("b", text: text(2, words: 300))]).isEmpty)
    // Half of it anew is another article.
    #expect(basis([original, article("b", text: text(1, words: 300, changing: 60))]).isEmpty)
    // In another language, or a year later, the same words are no copy.
    #expect(basis([original, article("b", language: "vi", text: text(1, words: 300))]).isEmpty)
    #expect(basis([original, article("b", published: "2019-03-23", text: text(1, words: 300))]).isEmpty)
    #expect(basis([original, article("b", published: nil, text: text(1, words: 300))]).count == 2)
  }

  @Test func menusAndShortTextsHaveNoWording() {
    #expect(TextSketch(text: Array(text(1, words: 20).utf8)) == nil)
    #expect(TextSketch(text: Array(text(1, words: 300, lines: 60).utf8)) == nil)
    #expect(TextSketch(text: []) == nil)
    let body = text(3, words: 200)
    let menu = text(4, words: 90, lines: 30)
    #expect(TextSketch(text: Array((menu + "\n" + body).utf8)) == TextSketch(text: Array(body.utf8)))
  }

  @Test func pagesNameTheirTranslations() {
    let ru = article("a", url: "https://www.a.vn/ru/mot-hai-ba", links: ["http://a.vn/vi/bon-nam-sau/"])
    let vi = article("b", url: "https://a.vn/vi/bon-nam-sau#top", language: "vi")
    #expect(basis([ru, vi]) == [.page, .page])
    // The front page is no article, and two pages that name one third are not the same for it.
    let front = article("c", url: "https://a.vn/vi", language: "vi")
    #expect(basis([article("a", url: "https://a.vn/x-y-z", links: ["https://a.vn/vi"]), front]).isEmpty)
    let links = ["https://a.vn/vi/bon-nam-sau"]
    #expect(basis([article("a", links: links), article("d", links: links)]).isEmpty)
  }

  private func facts(_ article: Article, _ names: [String], body: String? = "provincial-committee") -> Article
  {
    var article = article
    let posts = ["provincial-secretary", "provincial-deputy", "council-chair", "district-secretary"]
    for (index, name) in names.enumerated() { article.holds(name, posts[index], place: "Nghệ An") }
    if let body { article.add(.organization(OrganizationClaim(name: body, org: body, place: "Nghệ An"))) }
    return article
  }

  @Test func theSameFactsOfOneDayInTwoLanguagesAreOneWitness() {
    let names = ["Ле Хунг", "Нгуен Суан Сон"]
    let ru = facts(article("a"), names)
    let vi = facts(article("b", language: "vi"), names)
    #expect(basis([ru, vi]) == [.facts, .facts])
    #expect(basis([ru, facts(article("b"), names)]).isEmpty, "one language")
    #expect(basis([ru, facts(article("b", language: "vi", published: "2018-03-24"), names)]).isEmpty, "days")
    #expect(basis([ru, facts(article("b", language: "vi"), ["Ле Хунг"])]).isEmpty, "too few")
    #expect(basis([ru, facts(article("b", language: "vi"), ["Хо Ван Хунг", "Ле Тхань Нян"])]).isEmpty)
    // Which of two originals it translates is unknown.
    #expect(basis([ru, vi, facts(article("c", language: "vi"), names)]).isEmpty)
    // The better one is.
    let more = facts(article("c", language: "vi"), names + ["Хо Ван Хунг"])
    let best = graph([facts(article("a"), names + ["Хо Ван Хунг"]), vi, more]).witnesses
    #expect(Set(best.map(\.document)) == Set([ru.facts.id, more.facts.id]))
  }

  @Test func theGroupsDoNotDependOnTheOrder() {
    var articles = (0..<12).map { index in
      article(
        "\(index)", url: index % 3 == 0 ? "https://a.vn/x-100000\(index % 2).html" : nil,
        language: index % 2 == 0 ? "ru" : "vi", translation: index % 5 == 0 ? "g" : nil,
        text: text(UInt64(index % 4), words: 200, changing: index % 3))
    }
    let expected = graph(articles).witnesses
    #expect(!expected.isEmpty)
    var generator = SeededGenerator(state: 7)
    for _ in 0..<20 {
      articles.shuffle(using: &generator)
      #expect(graph(articles).witnesses == expected)
    }
  }
}
