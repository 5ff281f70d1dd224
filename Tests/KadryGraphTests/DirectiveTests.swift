import KadryGraph
import KadryReading
import Testing

@Suite struct DirectiveTests {
  @Test func citationsAreCountedInFullAndInShort() throws {
    var one = Article("a", published: "2016-11-12")
    one.add(
      .directive(
        .init(
          number: "01-DA/TU", title: "Создание", numberVi: "01-ĐA/TU", type: "project",
          issuer: "provincial-committee")),
      cites: [.full, .full, .short, .short])
    var two = Article("b", published: "2018")
    two.add(.directive(.init(number: "01-DA/TU", issuer: "provincial-committee")), cites: [.full])
    let graph = graph([one, two])
    let directive = try #require(graph.directives.first)
    #expect(graph.directives.count == 1)
    #expect(directive.name == "01-ĐA/TU")
    #expect(directive.number == "01-DA/TU")
    #expect(directive.title == "Создание")
    #expect(directive.type == "project")
    #expect((directive.citedFull, directive.citedShort) == (3, 2))
    #expect(directive.documents == 2)
    #expect((directive.firstCited, directive.lastCited) == ("2016-11-12", "2018"))
    #expect(graph.places.first { $0.id == directive.place }?.name == "Nghệ An")
  }

  @Test func repeatsOfOneContentAddNothing() throws {
    var one = Article("a", sha256: "same")
    one.add(.directive(.init(number: "10-CT/TW")), cites: [.full])
    var two = Article("b", sha256: "same")
    two.add(.directive(.init(number: "10-CT/TW")), cites: [.full])
    let directive = try #require(graph([one, two]).directives.first)
    #expect(directive.citedFull == 1)
    #expect(directive.documents == 1)
    #expect(directive.members.count == 2)
  }

  @Test func numbersRestartByIssuerPlaceAndYear() {
    func count(_ a: (DirectiveClaim, String), _ b: (DirectiveClaim, String)) -> Int {
      var one = Article("a", place: a.1)
      one.add(.directive(a.0))
      var two = Article("b", place: b.1)
      two.add(.directive(b.0))
      return graph([one, two]).directives.count
    }
    let provincial = DirectiveClaim(number: "05-NQ/TU", issuer: "provincial-committee")
    let central = DirectiveClaim(number: "05-NQ/TW", issuer: "central-committee")
    #expect(count((provincial, "Nghệ An"), (provincial, "Nghệ An")) == 1)
    #expect(count((provincial, "Nghệ An"), (provincial, "Hà Tĩnh")) == 2)
    #expect(count((central, "Nghệ An"), (central, "Hà Tĩnh")) == 1)
    func dated(_ date: String?) -> DirectiveClaim {
      DirectiveClaim(number: "131/QD-TTg", issuer: "central-committee", date: date)
    }
    #expect(count((dated("2022-01-25"), "Nghệ An"), (dated("2023"), "Nghệ An")) == 2)
    #expect(count((dated("2022-01-25"), "Nghệ An"), (dated("2022"), "Nghệ An")) == 1)
    #expect(count((dated("2022-01-25"), "Nghệ An"), (dated(nil), "Nghệ An")) == 1)
  }

  @Test func aBareNumberMeansSomethingInItsDocumentOnly() {
    var one = Article("a")
    one.add(.directive(.init(number: "57")))
    var two = Article("b")
    two.add(.directive(.init(number: "57")))
    #expect(graph([one, two]).directives.count == 2)
  }

  @Test func withoutANumberTheTitleIsTheDirective() {
    var one = Article("a")
    one.add(.directive(.init(number: nil, title: "Luật Đất đai")))
    var two = Article("b")
    two.add(.directive(.init(number: nil, title: "luật đất đai")))
    let directives = graph([one, two]).directives
    #expect(directives.count == 1)
    #expect(directives.first?.number == nil)
    #expect(directives.first?.name == "Luật Đất đai")
  }

  @Test func relationsLeadFromNodeToNode() throws {
    var article = Article("a")
    let body = article.add(.organization(.init(name: "обком", org: "provincial-committee", place: "Nghệ An")))
    let project = article.add(.directive(.init(number: "01-DA/TU", issuer: "provincial-committee")))
    let date = article.add(.date(.init(value: "2016")))
    article.add(.relation(.init(subject: project, predicate: .issuedBy, object: body)))
    article.add(.relation(.init(subject: project, predicate: .implements, object: date)))
    let graph = graph([article])
    let directive = try #require(graph.directives.first)
    #expect(directive.organization == graph.organizations.first?.id)
    #expect(
      graph.relations.map { [$0.subject, $0.predicate.rawValue, $0.object] }.sorted { $0[1] < $1[1] } == [
        [directive.id, "implements", date], [directive.id, "issued-by", graph.organizations.first?.id ?? ""],
      ])
  }
}
