import KadryGraph
import KadryReading
import Testing

@Suite struct OrderTests {
  /// A random archive over few names, posts and places, so that all rules meet.
  private func archive(seed: UInt64, count: Int) -> [Article] {
    var generator = SeededGenerator(state: seed)
    func pick<T>(_ list: [T]) -> T { list[Int(generator.next() % UInt64(list.count))] }
    let names = [
      "Ле Хунг", "Ле Тхань Нян", "Ле Тхань Нян*", "Ле Тхань Нян~", "Нгуен Суан Сон", "Нгуен Суан Шон",
      "Nguyễn Xuân Sơn", "Хо Ван Хунг", "Хо Ван Хунг*",
    ]
    return (0..<count).map { index in
      var article = Article(
        "\(seed)-\(index)", published: pick([nil, "2015", "2016-11", "2016-11-12", "2017-01-01", "--11-10"]),
        place: pick(["Nghệ An", "Hà Tĩnh", nil]), sha256: index % 7 == 0 ? "twin" : nil)
      for _ in 0...Int(generator.next() % 3) {
        article.holds(
          pick(names),
          pick([
            "provincial-deputy", "provincial-standing-deputy", "district-secretary", "general-secretary", nil,
          ]),
          title: pick(["секретарь", "Секретарь"]), organization: pick([nil, "Клуб", "клуб"]),
          place: pick(["Nghệ An", "Vinh", "Nam Đàn", nil]), pick(HoldsStatus.allCases),
          since: pick([nil, "2014"]), until: pick([nil, nil, "2015-05"]), term: pick([nil, "2015/2020"]),
          observed: pick([nil, "--11-10", "2016-11-10"]), vi: nil)
      }
      article.add(
        .directive(
          .init(
            number: pick(["01-DA/TU", "57", nil]), title: "t", issuer: pick([nil, "provincial-committee"]),
            date: pick([nil, "2015", "2016-01"]))), cites: [pick([.full, .short])])
      article.add(.figure(.init(value: 1, measure: .count, check: pick([nil, "ok", "wrong"]))))
      return article
    }
  }

  @Test(arguments: 0..<15)
  func theGraphDoesNotDependOnTheOrder(seed: Int) {
    let articles = archive(seed: UInt64(seed), count: 40)
    let expected = graph(articles)
    var generator = SeededGenerator(state: UInt64(seed) + 99)
    for _ in 0..<8 {
      var shuffled = articles.shuffled(using: &generator)
      for index in shuffled.indices { shuffled[index].claims.shuffle(using: &generator) }
      shuffled += shuffled.prefix(5)
      #expect(graph(shuffled) == expected)
    }
  }

  /// Every claim belongs to one node at most per kind, every reference leads to a node, every id is well
  /// formed.
  @Test(arguments: 0..<15)
  func theGraphIsSound(seed: Int) {
    let articles = archive(seed: UInt64(seed), count: 60)
    let graph = graph(articles)
    let claims = Set(articles.flatMap { $0.claims.map(\.id) })
    let places = Set(graph.places.map(\.id))
    let bodies = Set(graph.organizations.map(\.id))
    let posts = Set(graph.posts.map(\.id))
    let persons = Set(graph.persons.map(\.id))
    func check(_ lists: [(String, [String])], _ prefix: String) {
      var seen: Set<String> = []
      for (id, members) in lists {
        #expect(id.hasPrefix(prefix) && id.count == 28)
        #expect(members == members.sorted() && !members.isEmpty)
        #expect(id.dropFirst(4) == members[0].dropFirst(4))
        for member in members {
          #expect(seen.insert(member).inserted)
          #expect(claims.contains(member))
        }
      }
    }
    check(graph.persons.map { ($0.id, $0.members) }, "per-")
    check(graph.posts.map { ($0.id, $0.members) }, "pos-")
    check(graph.occupancies.map { ($0.id, $0.members) }, "occ-")
    check(graph.directives.map { ($0.id, $0.members) }, "dir-")
    check(graph.organizations.map { ($0.id, $0.members) }, "org-")
    for place in graph.places { #expect(place.parent.map(places.contains) ?? true) }
    for body in graph.organizations {
      #expect(body.place.map(places.contains) ?? true)
      #expect(body.parent.map(bodies.contains) ?? true)
    }
    for post in graph.posts {
      #expect(post.place.map(places.contains) ?? true)
      #expect(post.organization.map(bodies.contains) ?? true)
    }
    for occupancy in graph.occupancies {
      #expect(persons.contains(occupancy.person) && posts.contains(occupancy.post))
      #expect(occupancy.posts.contains(occupancy.post))
      #expect(occupancy.posts.allSatisfy(posts.contains))
    }
    #expect(Set(graph.persons.map(\.id)).count == graph.persons.count)
  }

  @Test func nothingGivesAnEmptyGraph() {
    #expect(graph([]) == Graph())
  }
}
