import KadryGraph
import KadryReading
import Testing

@Suite struct IdentityTests {
  private func persons(_ articles: Article...) -> [Person] { graph(articles).persons }

  @Test func twoScriptsAndOnePostAreOnePerson() throws {
    var russian = Article("a")
    russian.holds("Нгуен Суан Сон", "council-chair", place: "Nghệ An")
    var vietnamese = Article("b")
    vietnamese.holds("Nguyễn Xuân Sơn", "council-chair", place: "Nghệ An", vi: "Nguyễn Xuân Sơn")
    let person = try #require(persons(russian, vietnamese).first)
    #expect(persons(russian, vietnamese).count == 1)
    #expect(person.name == "Nguyễn Xuân Sơn")
    #expect(person.vi == "Nguyễn Xuân Sơn")
    #expect(person.names.map(\.name) == ["Nguyễn Xuân Sơn", "Нгуен Суан Сон"])
    #expect(person.documents == 2)
    #expect(person.id == ClaimIdentity.node(.person, members: person.members))
  }

  @Test func allSpellingsOfADocumentAreNames() throws {
    var article = Article("a")
    article.add(.person(.init(name: "Нгуен Суан Сон", spellings: ["Нгуен Суан Шон"])))
    var other = Article("b")
    other.add(.person(.init(name: "Нгуен Суан Шон", spellings: [])))
    let person = try #require(persons(article, other).first)
    #expect(
      person.names == [
        NameCount(name: "Нгуен Суан Шон", count: 2), NameCount(name: "Нгуен Суан Сон", count: 1),
      ])
  }

  @Test func oneBodyJoinsToo() {
    var one = Article("a", place: nil)
    one.holds("Ле Хунг", "provincial-secretary", place: "Nghệ An")
    var two = Article("b", place: nil)
    two.holds("Ле Хунг", "provincial-deputy", place: "Nghệ An")
    #expect(persons(one, two).count == 1)
  }

  @Test func aShortNameAloneDoesNotJoin() {
    var one = Article("a")
    one.person("Ле Хунг")
    var two = Article("b")
    two.person("Ле Хунг")
    #expect(persons(one, two).count == 2)
  }

  @Test func aFullNameJoinsWithinItsProvinceOnly() {
    var one = Article("a")
    one.holds("Ле Тхань Нян", "district-secretary", place: "Quỳnh Lưu")
    var two = Article("b")
    two.person("Ле Тхань Нян")
    var other = Article("c", place: "Hà Tĩnh")
    other.person("Ле Тхань Нян")
    var nowhere = Article("d", place: nil)
    nowhere.person("Ле Тхань Нян")
    #expect(persons(one, two).count == 1)
    #expect(persons(one, other).count == 2)
    #expect(persons(one, nowhere).count == 2)
  }

  /// Two secretaries of two districts may be namesakes; whom a bare mention means is then unknown.
  @Test func namesakesStayApart() {
    var one = Article("a")
    one.holds("Ле Тхань Нян", "district-secretary", place: "Quỳnh Lưu")
    var two = Article("b")
    two.holds("Ле Тхань Нян", "district-secretary", place: "Nam Đàn")
    var bare = Article("c")
    bare.person("Ле Тхань Нян")
    #expect(persons(one, two).count == 2)
    #expect(persons(one, two, bare).count == 3)
  }

  @Test func aPostWhosePlaceIsUnknownProvesNothing() {
    var one = Article("a", place: nil)
    one.holds("Ле Хунг", "provincial-secretary")
    var two = Article("b", place: nil)
    two.holds("Ле Хунг", "provincial-secretary")
    #expect(persons(one, two).count == 2)
    var three = Article("c", place: nil)
    three.holds("Ле Хунг", "general-secretary")
    var four = Article("d", place: nil)
    four.holds("Ле Хунг", "general-secretary")
    #expect(persons(three, four).count == 1)
  }

  @Test func possibleNamesNeedTheSamePost() {
    var one = Article("a")
    one.holds("Хо Ван Хунг", "district-secretary", place: "Vinh")
    var vaguePost = Article("b")
    vaguePost.holds("Хо Ван Хунг*", "district-secretary", place: "Vinh")
    var vagueOnly = Article("c")
    vagueOnly.person("Хо Ван Хунг*")
    #expect(persons(one, vaguePost).count == 1)
    #expect(persons(one, vagueOnly).count == 2)
  }

  @Test func certainVietnameseSpellingsDecide() {
    var one = Article("a")
    one.holds("Хо Ван Хунг", "district-secretary", place: "Vinh", vi: "Hồ Văn Hùng")
    var two = Article("b")
    two.holds("Хо Ван Хунг", "district-secretary", place: "Vinh", vi: "Hồ Văn Hưng")
    // Equal as spelled, in one post and under one key, but certainly two names.
    #expect(persons(one, two).count == 2)
  }

  /// A spelling that fits two certainly different names joins neither with the other, nor itself with one.
  @Test func aVagueSpellingDoesNotBridgeTwoCertainOnes() {
    var one = Article("a")
    one.person("Хо Ван Хунг", vi: "Hồ Văn Hùng")
    var two = Article("b")
    two.person("Хо Ван Хунг", vi: "Hồ Văn Hưng")
    var three = Article("c")
    three.person("Хо Ван Хунг", vi: "Hồ Văn Hưng")
    var bare = Article("d")
    bare.person("Хо Ван Хунг")
    #expect(persons(one, bare).count == 1)
    #expect(persons(one, two, three, bare).map(\.documents).sorted() == [1, 1, 2])
  }

  @Test func personsOfOneDocumentAreNeverJoined() {
    var one = Article("a")
    one.holds("Хо Ван Хунг", "district-secretary", place: "Vinh")
    one.holds("Хо Ван Хунг~", "district-secretary", place: "Vinh")
    var two = Article("b")
    two.holds("Хо Ван Хунг", "district-secretary", place: "Vinh")
    #expect(persons(one).count == 2)
    #expect(persons(one, two).count == 2)
  }

  @Test func bylinesJoinWithinTheirPaper() {
    var one = Article("a")
    one.person("Кхань Ли", role: .byline)
    var two = Article("b")
    two.person("Кхань Ли", role: .byline)
    var official = Article("c")
    official.person("Кхань Ли")
    #expect(persons(one, two).count == 1)
    #expect(persons(one, two, official).count == 2)
    #expect(persons(one).first?.role == .byline)
  }

  @Test func bodiesJoinOnCanonicalIdAndPlaceElseOnFoldedName() throws {
    var one = Article("a")
    one.add(.organization(.init(name: "обком партии", org: "provincial-committee", place: "Nghệ An")))
    one.add(.organization(.init(name: "ЦК", org: "central-committee", place: "Nghệ An")))
    one.add(.organization(.init(name: "Клуб Сонг Лам")))
    var two = Article("b")
    two.add(.organization(.init(name: "Tỉnh ủy", org: "provincial-committee", place: "Nghệ An")))
    two.add(.organization(.init(name: "tỉnh ủy", org: "provincial-committee", place: "Hà Tĩnh")))
    two.add(.organization(.init(name: "ЦК КПВ", org: "central-committee")))
    two.add(.organization(.init(name: "клуб Сонг Лам")))
    let bodies = graph([one, two]).organizations
    #expect(
      bodies.map(\.name).sorted() == [
        "Ban Chấp hành Trung ương", "Tỉnh ủy Hà Tĩnh", "Tỉnh ủy Nghệ An", "Клуб Сонг Лам",
      ])
    let committee = try #require(bodies.first { $0.name == "Tỉnh ủy Nghệ An" })
    #expect(committee.documents == 2)
    #expect(committee.names.map(\.name) == ["Tỉnh ủy", "обком партии"])
    #expect(committee.parent == bodies.first { $0.canonical == "central-committee" }?.id)
  }

  @Test func aPostImpliesItsBody() throws {
    var article = Article("a")
    article.holds("Ле Тхань Нян", "district-secretary", place: "Quỳnh Lưu")
    article.add(.organization(.init(name: "обком", org: "provincial-committee", place: "Nghệ An")))
    let graph = graph([article])
    let body = try #require(graph.organizations.first { $0.canonical == "district-committee" })
    let post = try #require(graph.posts.first)
    #expect(post.organization == body.id)
    #expect(post.title == "Bí thư Huyện ủy Quỳnh Lưu")
    #expect(body.parent == graph.organizations.first { $0.canonical == "provincial-committee" }?.id)
    #expect(body.id.dropFirst(4) == post.id.dropFirst(4))
    let place = try #require(graph.places.first { $0.name == "Quỳnh Lưu" })
    #expect(graph.places.first { $0.id == place.parent }?.name == "Nghệ An")
  }

  @Test func unknownPostsAreTitleAndBody() {
    var one = Article("a")
    one.holds("Ан Ван Бинь", nil, title: "Капитан", organization: "Клуб")
    one.holds("Бо Ван Бинь", nil, title: "капитан", organization: "клуб")
    one.holds("Во Ван Бинь", nil, title: "капитан")
    let posts = graph([one]).posts
    #expect(posts.map(\.title).sorted() == ["Капитан, Клуб", "капитан"])
  }

  @Test func oneContentIsOneWitness() throws {
    var one = Article("a", sha256: "same")
    one.holds("Ле Тхань Нян", "district-secretary", place: "Quỳnh Lưu")
    var two = Article("b", sha256: "same")
    two.holds("Ле Тхань Нян", "district-secretary", place: "Quỳnh Lưu")
    let graph = graph([one, two])
    #expect(graph.persons.map(\.documents) == [1])
    #expect(graph.occupancies.map(\.documents) == [1])
    #expect(graph.occupancies.first?.members.count == 2)
  }
}
