import KadryReading
import Testing

@testable import KadryGraph

@Suite struct CorrectionTests {
  private func address(_ name: String) -> Correction.Address {
    Correction.Address(kind: "person", sha256: "hash-\(name)", span: 0..<4, quote: "«\(name)»", label: name)
  }

  private func correction(
    _ action: Correction.Action, _ a: String, _ b: String? = nil, day: Int = 1, field: String? = nil,
    value: String? = nil
  ) -> Correction {
    Correction(
      action, address(a), b.map(address), field: field, value: value, author: "me",
      date: "2026-01-0\(day)T00:00:00Z")
  }

  private func plan(_ corrections: Correction...) -> CorrectionPlan {
    CorrectionPlan(
      corrections.map { ResolvedCorrection($0, a: [$0.a.label], b: $0.b.map { [$0.label] } ?? []) })
  }

  @Test func linesReadBackAsTheyWere() throws {
    var full = correction(.correct, "Lê \"A\"", field: "since", value: "")
    full.note = "a\nb"
    for correction in [full, correction(.same, "a", "b"), correction(.reject, "ж")] {
      #expect(!correction.line.contains("\n"))
      #expect(try Correction(line: correction.line) == correction)
      #expect(try Correction(line: correction.line).id == correction.id)
    }
    let document = Correction(
      .correct, .init(kind: Correction.document, sha256: "f"), field: "published", value: "2016", author: "",
      date: "")
    #expect(try Correction(line: document.line) == document)
  }

  @Test(arguments: [
    ("{", "this is no JSON: "), ("[]", "a correction is a JSON object, and this is an array"),
    (#"{"v":2}"#, "was written by a newer kadry (v 2); use that one"),
    (#"{"action":"merge"}"#, "'action' must be one of same, different, correct, reject"),
    (#"{"action":"reject"}"#, "'a' must be an object with 'kind' and 'sha256'"),
    (#"{"action":"reject","a":{"kind":"x","sha256":"y","span":[3,1]}}"#, "'span' of 'a' must be [start,end]"),
    (#"{"action":"same","a":{"kind":"x","sha256":"y"}}"#, "'same' wants two persons, 'a' and 'b'"),
    (#"{"action":"correct","a":{"kind":"x","sha256":"y"}}"#, "'correct' wants 'field' and 'value'"),
  ])
  func brokenLinesSayWhatIsWrong(line: String, message: String) {
    let error = #expect(throws: Correction.LineError.self) { try Correction(line: line) }
    #expect(error?.description.hasPrefix(message) == true)
  }

  @Test func theIdIsTheDecisionWhoeverIsNamedFirst() {
    #expect(correction(.same, "a", "b").id == correction(.same, "b", "a", day: 3).id)
    #expect(correction(.same, "a", "b").id != correction(.different, "a", "b").id)
    #expect(correction(.same, "a", "b").id != correction(.same, "a", "c").id)
  }

  @Test func theNewestOfDecisionsThatDisagreeHolds() {
    let (old, new) = (correction(.same, "a", "b"), correction(.different, "a", "b", day: 2))
    let expected = [
      CorrectionOutcome(id: old.id, kind: .overruled, by: new.id),
      CorrectionOutcome(id: new.id, kind: .applied),
    ].sorted { $0.id < $1.id }
    #expect(plan(old, new).outcomes == expected)
    #expect(plan(new, old).outcomes == expected)
    #expect(plan(old, new).judgements.same.isEmpty)
    #expect(plan(old, new).judgements.different.count == 1)
  }

  @Test func sameIsTransitive() {
    let lines = [
      correction(.same, "a", "b", day: 2), correction(.same, "b", "c", day: 3),
      correction(.different, "a", "c", day: 1),
    ]
    let plan = CorrectionPlan(
      lines.map { ResolvedCorrection($0, a: [$0.a.label], b: $0.b.map { [$0.label] } ?? []) })
    #expect(plan.outcomes.first { $0.id == lines[2].id }?.kind == .overruled)
    let newest = correction(.different, "a", "c", day: 9)
    let other = self.plan(lines[0], lines[1], newest)
    #expect(other.outcomes.filter { $0.kind == .overruled }.map(\.id) == [lines[0].id])
    #expect(other.outcomes.first { $0.id == lines[0].id }?.by == newest.id)
  }

  @Test func aFieldHasOneValueAndARejectedClaimNone() {
    let old = correction(.correct, "x", field: "since", value: "2015")
    let new = correction(.correct, "x", day: 2, field: "since", value: "2016")
    #expect(plan(old, new).outcomes.first { $0.id == old.id }?.by == new.id)
    let gone = correction(.reject, "x", day: 3)
    #expect(plan(old, gone).outcomes.first { $0.id == old.id }?.kind == .overruled)
    #expect(
      plan(correction(.correct, "x", day: 4, field: "vi", value: "X"), gone).judgements.rejected.isEmpty)
  }

  @Test func whatIsNotThereIsSaid() {
    let plan = CorrectionPlan([ResolvedCorrection(correction(.reject, "x"), a: [])])
    #expect(plan.outcomes.map(\.kind) == [.notFound])
    #expect(plan.judgements.isEmpty)
  }

  // MARK: On the graph

  private func seen(_ person: String, _ date: String, place: String = "Vinh") -> Article {
    var article = Article(person + date + place, published: date, place: nil)
    article.holds(person, "district-secretary", place: place)
    return article
  }

  private func graph(_ articles: [Article], _ change: (inout Judgements) -> Void) -> Graph {
    var judgements = Judgements()
    change(&judgements)
    var builder = GraphBuilder(context: .test, judgements: judgements)
    for article in articles { builder.add(article.facts, claims: article.claims) }
    return builder.build()
  }

  @Test func peopleJoinAndPartPersons() {
    let articles = [
      seen("Ле Хунг", "2015-01-01"), seen("Ле Хунг", "2016-01-01"),
      seen("Хо Ван Хунг", "2016-06-01", place: "Nam Đàn"),
    ]
    let ids = articles.map { $0.claims[0].id }
    #expect(graph(articles) { _ in }.persons.count == 2)
    let parted = graph(articles) { $0.different = [.init(a: ids[0], b: ids[1], correction: "cor-1")] }
    #expect(parted.persons.count == 3)
    let joined = graph(articles) { $0.same = [.init(a: ids[0], b: ids[2], correction: "cor-1")] }
    #expect(joined.persons.count == 1)
    #expect(joined.merges.contains { $0.rule == .correction && $0.correction == "cor-1" })
    #expect(joined.persons[0].causes == ["correction", "same-name-same-post"])
  }

  @Test func aRejectedHoldingAndACorrectedFieldCount() throws {
    let articles = [seen("Ле Хунг", "2015-01-01"), seen("Ле Хунг", "2019-01-01")]
    let late = articles[1].claims[1].id
    func judged(_ correction: Correction) -> Graph {
      let plan = CorrectionPlan([ResolvedCorrection(correction, a: [late])])
      return graph(articles) { $0 = plan.judgements }
    }
    #expect(graph(articles) { _ in }.occupancies.first?.lastSeen == "2019-01-01")
    #expect(judged(correction(.reject, "x")).occupancies.first?.lastSeen == "2015-01-01")
    let moved = judged(correction(.correct, "x", field: "place", value: "Nam Đàn"))
    #expect(moved.occupancies.count == 2)
    let dated = judged(correction(.correct, "x", field: "observed", value: "2017-05"))
    #expect(dated.occupancies.first?.lastSeen == "2017-05")
  }

  @Test func aBareNameOfSeveralNamesakesIsAmbiguous() throws {
    var bare = Article("bare", published: "2016-01-01", place: "Nghệ An")
    bare.person("Ле Хунг")
    let graph = graph([seen("Ле Хунг", "2015-01-01"), seen("Ле Хунг", "2015-01-01", place: "Nam Đàn"), bare])
    { _ in }
    #expect(graph.persons.count == 3)
    let doubtful = graph.persons.filter { $0.grade == .ambiguous }
    #expect(doubtful.map(\.members) == [[bare.claims[0].id]])
    #expect(doubtful.first?.causes == ["namesakes"])
  }

  /// Merging is associative, commutative and idempotent: however the claims come, and however often.
  @Test(arguments: 0..<10)
  func mergingDoesNotDependOnOrderOrRepeats(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    var articles = (0..<12).map { number in
      seen(
        ["Ле Хунг", "Ле Тхань Нян", "Ле Тхань Нян*"][number % 3], "2015-01-\(10 + number)",
        place: ["Vinh", "Nam Đàn"][number % 2])
    }
    let ids = articles.map { $0.claims[0].id }
    let judge = { (judgements: inout Judgements) in
      judgements.same = [.init(a: ids[0], b: ids[1], correction: "s")]
      judgements.different = [.init(a: ids[3], b: ids[0], correction: "d")]
    }
    let expected = graph(articles, judge)
    for _ in 0..<5 {
      articles.shuffle(using: &generator)
      #expect(graph(articles + articles.prefix(4), judge) == expected)
    }
  }
}
