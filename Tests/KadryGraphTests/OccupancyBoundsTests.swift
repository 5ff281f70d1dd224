import KadryReading
import Testing

@testable import KadryGraph

/// What holders, bodies and statements prove about the time of each other.
@Suite struct OccupancyBoundsTests {
  private let secretary = "district-secretary"

  private func seen(
    _ person: String, _ date: String, _ status: HoldsStatus = .holds, observed: String? = nil,
    post: String = "district-secretary", place: String = "Vinh"
  ) -> Article {
    var article = Article(person + date + status.rawValue + (observed ?? ""), published: date)
    article.holds(person, post, place: place, status, observed: observed)
    return article
  }

  private func holding(_ person: String, _ articles: [Article], acting: Bool = false) throws -> Occupancy {
    let graph = graph(articles)
    let id = try #require(graph.persons.first { $0.name == person }).id
    return try #require(graph.occupancies.first { $0.person == id && $0.acting == acting })
  }

  @Test func aSuccessorEndsAHoldingAndAPredecessorBoundsIt() throws {
    let articles = [
      seen("Ле Тхань Нян", "2015-01-01"), seen("Ле Тхань Нян", "2016-05-05"),
      seen("Хо Ван Хунг", "2017-03-03"),
    ]
    let first = try holding("Ле Тхань Нян", articles)
    #expect(
      first.end
        == Bound(date: "2017-03-03", atLatest: true, basis: .successor, claim: first.latest?.claim ?? ""))
    #expect(first.latest?.date == "2017-03-03")
    #expect(articles[2].claims.map(\.id).contains(first.end?.claim ?? ""))
    #expect(first.status == .endedUndated)
    #expect(first.status(on: PartialDate("2016-01-01")) == .current)
    #expect(first.status(on: PartialDate("2016-12-01")) == .current)
    #expect(first.status(on: PartialDate("2014-12-31")) == .unknown)
    let second = try holding("Хо Ван Хунг", articles)
    #expect(second.earliest?.date == "2016-05-05" && second.earliest?.basis == .predecessor)
    #expect(second.start == nil && second.end == nil && second.status == .current)
  }

  @Test func aPostWithoutAPlaceIsManyPosts() throws {
    func seen(_ person: String, _ date: String) -> Article {
      var article = Article(person + date, published: date)
      article.holds(person, secretary)
      return article
    }
    let articles = [
      seen("Ле Тхань Нян", "2015-01-01"), seen("Хо Ван Хунг", "2017-03-03"),
      seen("Нгуен Суан Сон", "2017-03-03"),
    ]
    #expect(try holding("Ле Тхань Нян", articles).end == nil)
    #expect(graph(articles).contradictions.isEmpty)
  }

  @Test func deputiesDoNotFollowEachOther() throws {
    let articles = [
      seen("Ле Тхань Нян", "2015-01-01", post: "provincial-deputy", place: "Nghệ An"),
      seen("Хо Ван Хунг", "2017-03-03", post: "provincial-deputy", place: "Nghệ An"),
    ]
    #expect(try holding("Ле Тхань Нян", articles).end == nil)
  }

  @Test func anActingHolderIsKeptApartAndEndsNobody() throws {
    let articles = [
      seen("Ле Тхань Нян", "2015-01-01"), seen("Хо Ван Хунг", "2016-01-01", .acting),
      seen("Хо Ван Хунг", "2016-06-01", .appointed, observed: "2016-05-20"),
    ]
    let acting = try holding("Хо Ван Хунг", articles, acting: true)
    #expect(acting.firstSeen == "2016-01-01" && acting.start == nil)
    let standing = try holding("Хо Ван Хунг", articles)
    #expect(standing.start?.date == "2016-05-20" && standing.firstSeen == nil)
    #expect(try holding("Ле Тхань Нян", articles).end?.date == "2016-05-20")
    // The acting holder is followed by himself.
    #expect(acting.end?.basis == .successor && acting.end?.date == "2016-05-20")
    #expect(acting.earliest?.basis == .predecessor && acting.earliest?.date == "2015-01-01")
  }

  @Test func aBareTitleAfterActingMeansTheActingHolder() throws {
    var article = Article("a", published: "2016-01-01")
    article.holds("Хо Ван Хунг", secretary, title: "врио секретаря", place: "Vinh", .acting)
    article.holds("Хо Ван Хунг", secretary, title: "секретарь", place: "Vinh")
    #expect(graph([article]).occupancies.map(\.acting) == [true])
    // An end belongs to the acting holding when there is no other.
    let graph = graph([article, seen("Хо Ван Хунг", "2017-01-01", .former)])
    #expect(graph.occupancies.map(\.acting) == [true])
    #expect(graph.occupancies.first?.end?.basis == .former)
  }

  @Test func whoBecomesTheChiefIsNoDeputyAnyMore() throws {
    let graph = graph([
      seen("Ле Тхань Нян", "2016-01-01", post: "provincial-deputy", place: "Nghệ An"),
      seen("Ле Тхань Нян", "2018-01-01", post: "provincial-secretary", place: "Nghệ An"),
    ])
    let ends = graph.occupancies.compactMap(\.end)
    #expect(ends.map(\.basis) == [.otherPost] && ends.map(\.date) == ["2018-01-01"])
  }

  @Test func districtsEndAndTheHoldingWithThem() throws {
    var later = Article("later", published: "2025-08-01")
    later.person("Кто То")
    let articles = [seen("Ле Тхань Нян", "2025-01-10", place: "Kỳ Anh")]
    let open = try holding("Ле Тхань Нян", articles)
    #expect(open.latest?.date == "2025-06-30" && open.latest?.basis == .dissolved)
    #expect(open.end == nil && open.status == .current)
    let closed = try holding("Ле Тхань Нян", articles + [later])
    #expect(closed.end?.basis == .dissolved && closed.end?.atLatest == true)
    #expect(closed.status == .endedUndated)
    #expect(closed.status(on: PartialDate("2025-06-01")) == .current)
  }

  @Test func aProvinceAndWhatItMergedIntoAreTwoPlacesOfOneName() throws {
    let graph = graph([
      seen("Ле Тхань Нян", "2024-01-10", post: "provincial-secretary", place: "Quảng Trị"),
      seen("Ле Тхань Нян", "2025-09-10", post: "provincial-secretary", place: "Quảng Trị"),
      seen("Хо Ван Хунг", "2024-01-10", post: "provincial-secretary", place: "Quảng Bình"),
    ])
    #expect(graph.places.filter { $0.name == "Quảng Trị" }.count == 2)
    // One person, for both lie in what is one province now; two posts.
    #expect(graph.persons.count == 2 && graph.occupancies.count == 3)
    let bodies = graph.organizations.filter {
      $0.name.hasSuffix("Quảng Trị") || $0.name.hasSuffix("Quảng Bình")
    }
    let heir = try #require(bodies.first { body in bodies.contains { $0.successor == body.id } })
    #expect(bodies.count { $0.successor == heir.id } == 2)
    #expect(heir.successor == nil)
  }

  @Test func whoIsElectedAfterBeingSeenIsElectedAgain() throws {
    let articles = [
      seen("Ле Тхань Нян", "2016-05-05"),
      seen("Ле Тхань Нян", "2020-10-20", .elected, observed: "2020-10-18"),
    ]
    let holding = try holding("Ле Тхань Нян", articles)
    #expect(holding.start == nil && holding.firstSeen == "2016-05-05")
    #expect(holding.provenDays.map { "\($0)" } == "2016-05-05...2020-10-19")
  }

  @Test func termsFollowEachOther() throws {
    var articles: [Article] = []
    for term in ["2015/2020", "2020/2025"] {
      var article = Article(term)
      article.holds("Ле Тхань Нян", secretary, place: "Vinh", term: term)
      articles.append(article)
    }
    let holding = try holding("Ле Тхань Нян", articles)
    #expect(holding.terms == ["2015/2020", "2020/2025"] && holding.term == "2020/2025")
    #expect(holding.start?.date == "2015" && holding.end?.date == "2025")
    #expect(holding.earliest == nil && holding.latest == nil)
  }

  @Test func theMorePreciseOfAgreeingStatementsIsShown() throws {
    var vague = Article("a", published: "2019-01-01")
    vague.holds("Ле Тхань Нян", secretary, place: "Vinh", since: "2016", until: "2018")
    let articles = [
      vague, seen("Ле Тхань Нян", "2016-06-01", .elected, observed: "2016-05-20"),
      seen("Ле Тхань Нян", "2018-06-01", .dismissed, observed: "2018-05-30"),
    ]
    let holding = try holding("Ле Тхань Нян", articles)
    #expect(holding.start?.date == "2016-05-20" && holding.start?.basis == .elected)
    #expect(holding.end?.date == "2018-05-30")
  }

  /// Evidence of one true history, added in any order: what is proven only grows, the outer bounds only narrow.
  @Test(arguments: 0..<40)
  func agreeingEvidenceOnlySharpens(seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    // Three holders, one after another.
    let names = ["Ле Тхань Нян", "Хо Ван Хунг", "Нгуен Суан Сон"]
    var begin = 16_000
    var articles: [Article] = []
    for name in names {
      let end = begin + random(200...1500)
      func text(_ day: Int) -> String {
        let full = Day(number: day).description
        return String(full.prefix([10, 7, 4][random(0...2)]))
      }
      for number in 0..<random(1...6) {
        let day = random(begin...end)
        let date = Day(number: day).description
        var article = Article("\(seed) \(name) \(number)", published: date)
        switch random(0...5) {
        case 0: article.holds(name, secretary, place: "Vinh", since: text(begin))
        case 1:
          article = Article("\(seed) \(name) \(number)", published: Day(number: begin + 3).description)
          article.holds(name, secretary, place: "Vinh", .appointed, observed: Day(number: begin).description)
        case 2:
          article = Article("\(seed) \(name) \(number)", published: Day(number: end + 40).description)
          article.holds(name, secretary, place: "Vinh", .dismissed, observed: Day(number: end).description)
        case 3:
          article = Article(
            "\(seed) \(name) \(number)", published: Day(number: end + random(1...900)).description)
          article.holds(name, secretary, place: "Vinh", .former)
        default: article.holds(name, secretary, place: "Vinh", observed: random(0...1) == 0 ? nil : date)
        }
        articles.append(article)
      }
      begin = end + random(1...60)
    }
    articles.shuffle(using: &generator)
    var before: [String: Occupancy] = [:]
    for count in 1...articles.count {
      let graph = graph(Array(articles.prefix(count)))
      let names = Dictionary(uniqueKeysWithValues: graph.persons.map { ($0.id, $0.name) })
      for occupancy in graph.occupancies {
        let name = try #require(names[occupancy.person])
        if let old = before[name] {
          if let proven = old.provenDays {
            let now = try #require(occupancy.provenDays)
            #expect(now.lowerBound <= proven.lowerBound && proven.upperBound <= now.upperBound)
          }
          if let day = old.earliest?.days?.lowerBound {
            #expect(try #require(occupancy.earliest?.days?.lowerBound) >= day)
          }
          if let day = old.latest?.days?.upperBound {
            #expect(try #require(occupancy.latest?.days?.upperBound) <= day)
          }
        }
        if let proven = occupancy.provenDays {
          #expect(occupancy.earliest?.days.map { $0.lowerBound <= proven.lowerBound } ?? true)
          #expect(occupancy.latest?.days.map { proven.upperBound <= $0.upperBound } ?? true)
        }
        before[name] = occupancy
      }
      #expect(graph.contradictions.isEmpty)
    }
  }
}
