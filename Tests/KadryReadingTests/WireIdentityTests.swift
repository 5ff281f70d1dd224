import KadryText
import Testing

@testable import KadryReading

@Suite struct WireIdentityTests {
  /// Golden ids, computed with Python's hashlib: they must never change.
  @Test func idsAreStable() {
    let doc = ClaimIdentity.document(
      sha256: String(repeating: "ab", count: 32), url: nil, source: "baonghean.vn", lang: nil,
      date: "2016-11-12")
    #expect(doc == "doc-9c644d636ff7611ef4fc0dad")
    let bodies: [(ClaimBody, String)] = [
      (.person(PersonClaim(name: "Нгуен Суан Сон")), "clm-0997f6bdca147e5b3ff8bdcc"),
      (.organization(OrganizationClaim(name: "Tỉnh ủy")), "clm-5d9935d13e2705b257c57d1d"),
      (
        .holds(HoldsClaim(person: "Нгуен Суан Сон", title: "секретарь", organization: nil, status: .former)),
        "clm-acfe2fef644abae378b27e96"
      ),
      (.directive(DirectiveClaim(number: "01-DA/TU", title: "ignored")), "clm-1412c8d3ee60bfa02bf1f982"),
      (.directive(DirectiveClaim(number: nil, title: "Luật")), "clm-71f3fad1aab6bed7a1ae7f37"),
      (.date(DateClaim(value: "--11-10")), "clm-390f532e213a40caab7da510"),
      (.figure(FigureClaim(value: 97, measure: .count)), "clm-101e2b7f813efc10ffb0a993"),
      (
        .relation(RelationClaim(subject: "clm-1", predicate: .issuedBy, object: "clm-2")),
        "clm-8b2037ba52abdda6da310303"
      ),
    ]
    for (body, id) in bodies {
      #expect(ClaimIdentity.claim(doc: "doc-1", body: body, firstSpan: 10..<12) == id)
    }
  }

  @Test func whatIsNotIdentityDoesNotMatter() {
    func id(_ claim: HoldsClaim, _ span: Range<Int> = 0..<1) -> String {
      ClaimIdentity.claim(doc: "doc-1", body: .holds(claim), firstSpan: span)
    }
    let plain = HoldsClaim(person: "A", title: "b")
    let rich = HoldsClaim(
      person: "A", title: "b", personRef: "clm-9", organizationRef: "clm-8", post: "x", place: "y",
      since: "2016",
      until: "2017", term: "2016/2021", observed: "2016-11-10")
    #expect(id(plain) == id(rich, 5..<9))
    #expect(id(plain) != id(HoldsClaim(person: "A", title: "b", status: .acting)))
    #expect(
      ClaimIdentity.claim(doc: "d", body: .directive(.init(number: "1", title: "x")), firstSpan: 0..<1)
        == ClaimIdentity.claim(doc: "d", body: .directive(.init(number: "1", title: "y")), firstSpan: 0..<1))
  }

  @Test func figuresDifferBySpan() {
    let body = ClaimBody.figure(FigureClaim(value: 1, measure: .count))
    #expect(
      ClaimIdentity.claim(doc: "d", body: body, firstSpan: 0..<1)
        != ClaimIdentity.claim(doc: "d", body: body, firstSpan: 0..<2))
  }

  @Test func anAbsentPartIsNotAnEmptyOneAndPartsDoNotRunTogether() {
    func id(_ url: String?, _ source: String?) -> String {
      ClaimIdentity.document(sha256: "00", url: url, source: source, lang: nil, date: nil)
    }
    let ids = [
      id(nil, nil), id("", nil), id(nil, ""), id("ab", "c"), id("a", "bc"), id("abc", nil), id(nil, "abc"),
    ]
    #expect(Set(ids).count == ids.count)
  }

  @Test func kindAndDocumentArePartOfTheId() {
    let person = ClaimBody.person(PersonClaim(name: "A"))
    let date = ClaimBody.date(DateClaim(value: "A"))
    #expect(
      ClaimIdentity.claim(doc: "d", body: person, firstSpan: 0..<1)
        != ClaimIdentity.claim(doc: "d", body: date, firstSpan: 0..<1))
    #expect(
      ClaimIdentity.claim(doc: "d", body: person, firstSpan: 0..<1)
        != ClaimIdentity.claim(doc: "e", body: person, firstSpan: 0..<1))
  }

  @Test func nodeIdsComeFromTheLeastMember() {
    #expect(ClaimIdentity.node(.person, members: ["clm-b2", "clm-a1", "clm-c3"]) == "per-a1")
    #expect(ClaimIdentity.node(.person, members: [String]()) == nil)
    #expect(ClaimIdentity.node(.occupancy, of: "clm-ff") == "occ-ff")
    let ids = [
      ClaimIdentity.place("pre2025/nghe-an"), ClaimIdentity.contradiction(kind: "x", claims: ["clm-1"]),
    ]
    for id in ids {
      #expect(id.count == 28)
      #expect(id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
    }
  }
}
