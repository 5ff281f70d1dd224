import Foundation
import KadryReading
import KadryText
import Testing

/// What must hold of every reading.
@Suite struct ReaderPropertyTests {
  @Test(arguments: TestReading.articles)
  func everyQuoteIsWhatItsSpanCutsOut(article: URL) throws {
    let text = [UInt8](try Data(contentsOf: article))
    let reading = try Reader(tables: TestReading.tables.get()).read(Document(text: text))
    #expect(!reading.claims.isEmpty)
    for claim in reading.claims {
      #expect(!claim.mentions.isEmpty)
      for mention in claim.mentions {
        #expect(mention.span.upperBound <= text.count)
        #expect(Array(mention.quote.utf8) == Array(text[mention.span]))
      }
    }
  }

  @Test func readingTwiceGivesTheSame() throws {
    let tables = try TestReading.tables.get()
    let reader = Reader(tables: tables)
    let texts = try TestReading.articles.prefix(8).map { [UInt8](try Data(contentsOf: $0)) }
    let first = texts.map { reader.read(Document(text: $0)) }
    let again = texts.reversed().map { reader.read(Document(text: $0)) }
    #expect(first == Array(again.reversed()))
    #expect(Reader(tables: tables).read(Document(text: texts[0])) == first[0])
  }

  @Test func claimIdsAreUniqueAndReferencesHold() throws {
    for article in TestReading.articles {
      let text = [UInt8](try Data(contentsOf: article))
      let claims = try Reader(tables: TestReading.tables.get()).read(Document(text: text)).claims
      let ids = Set(claims.map(\.id))
      #expect(ids.count == claims.count)
      for claim in claims {
        if case .holds(let holds) = claim.body {
          #expect(ids.contains(holds.personRef))
          #expect(holds.organizationRef.map(ids.contains) ?? true)
        }
        if case .relation(let relation) = claim.body {
          #expect(ids.contains(relation.subject) && ids.contains(relation.object))
        }
      }
    }
  }

  @Test(arguments: [
    "", " ", "\n\n\n", "|||---|", "![]() |", "№", "1", "\u{FEFF}", "«»", "а", "\u{301}\u{301}",
  ])
  func survivesAlmostNothing(text: String) throws {
    #expect(
      try TestReading.read(text).claims.filter { if case .holds = $0.body { true } else { false } }.isEmpty)
  }

  @Test func survivesAnyBytes() throws {
    var state: UInt64 = 42
    var bytes: [UInt8] = []
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes.append(UInt8(truncatingIfNeeded: state >> 33))
    }
    let reading = try Reader(tables: TestReading.tables.get()).read(Document(text: bytes))
    #expect(reading.document.id.hasPrefix("doc-"))
  }

  @Test func readsHTMLWithSpansIntoTheSource() throws {
    let html =
      "<html><head><title>x</title><script>var a='Нгуен Ван Ань';</script></head><body><p>Секретарь <b>районного комитета партии</b> Май Ван Линь доложил.</p></body></html>"
    let text = Array(html.utf8)
    let reading = try Reader(tables: TestReading.tables.get()).read(Document(text: text, format: .html))
    let names = reading.claims.compactMap { claim -> String? in
      guard case .person(let person) = claim.body else { return nil }
      #expect(claim.mentions.allSatisfy { Array($0.quote.utf8) == Array(text[$0.span]) })
      return person.name
    }
    #expect(names == ["Май Ван Линь"])
  }

  @Test(
    arguments: [
      ("https://vietnam.vn/2025/11/07/x.html", "2025-11-07"),
      ("https://baotintuc.vn/x-20251107173637293.htm", "2025-11-07"),
      ("https://baonghean.vn/ru/x-10028421.html", "2011-03"), ("https://example.org/12345678", nil),
    ] as [(String, String?)])
  func findsThePublicationDateInTheAddress(url: String, wanted: String?) throws {
    let reading = try TestReading.read("Товарищ Ле Ван Ань выступил.", url: url)
    #expect(reading.document.published?.prefix(wanted?.count ?? 0).description == wanted)
  }

  @Test(
    arguments: [
      (10_040_000, "2012-02-29/2013-02-27"), (10_085_000, "2015-09-12/2015-12"),
      (10_145_000, "2017-08/2017-09"),
      (10_300_000, "2025-06"), (10_144_379, "2017-08"), (99_999_999, nil), (10_000_001, nil),
    ] as [(Int, String?)])
  func articleNumbersBoundTheDate(number: Int, wanted: String?) throws {
    let reading = try TestReading.read(
      "Sáng 10/3, đồng chí Lê Văn An phát biểu.", url: "https://baonghean.vn/ru/x-\(number).html")
    #expect(reading.document.published == wanted)
    #expect(reading.document.publishedBasis == wanted.map { _ in "number" })
  }

  @Test func aRangeGivesAYearOnlyWhereItsEndsAgree() throws {
    func dates(_ text: String) throws -> [String] {
      try TestReading.dates("Ngày \(text), đồng chí Lê Văn An phát biểu.", date: "2012-02-29/2013-02-27")
    }
    #expect(try dates("10/3") == ["--03-10"])
    #expect(try dates("10/11") == ["--11-10"])
    #expect(
      try TestReading.dates("Ngày 10/11, đồng chí Lê Văn An phát biểu.", date: "2012-12-01/2013-02") == [
        "--11-10=2012-11-10"
      ])
  }

  @Test(
    arguments: [
      (
        "Hà Nội (TTXVN 10/11/2016) - Chủ tịch nước đã tiếp đoàn đại biểu các tỉnh và các thành phố sang thăm.",
        "2016-11-10"
      ),
      (
        "Ханой, 10 ноября 2016 г. (ВИА) – Товарищ Ле Ван Ань принял делегацию провинций и городов страны.",
        "2016-11-10"
      ),
      (
        "Sáng 10/11/2016 - tại trụ sở Tỉnh ủy, đồng chí Lê Văn An đã tiếp đoàn đại biểu các tỉnh sang thăm.",
        nil
      ),
      (
        "Hà Nội là nơi đồng chí Lê Văn An làm việc từ ngày 10/11/2016 đến nay cùng các tỉnh - thành phố khác.",
        nil
      ),
    ] as [(String, String?)])
  func aDatelineGivesTheDate(text: String, wanted: String?) throws {
    let reading = try TestReading.read(
      "Hội nghị bàn việc của tỉnh\n\(text)", url: "https://example.vn/2016/11/12/x")
    #expect(reading.document.published == wanted ?? "2016-11-12")
    #expect(reading.document.publishedBasis == (wanted == nil ? "url" : "dateline"))
  }

  @Test func readsPostsInQueries() throws {
    let query = try PostQuery(tables: TestReading.tables.get())
    #expect(
      query.posts(in: "председатель провинциального Народного совета").first?.post
        == "provincial-peoples-council-chair")
    #expect(query.posts(in: "chủ tịch hđnd tỉnh").first?.post == "provincial-peoples-council-chair")
    #expect(query.posts(in: "bi thu tinh uy").first?.post == "provincial-party-secretary")
    #expect(query.posts(in: "секретарь райкома партии").first?.post == "district-party-secretary")
    #expect(query.posts(in: "qwerty").isEmpty)
  }
}
