import KadryReading
import Testing

@testable import KadryStore

@Suite struct SearchTests {
  private func store(_ readings: [Reading] = [.seed(date: "2016-11-12"), .later()]) throws -> Store {
    let store = try memory()
    try ingest(readings, into: store)
    return store
  }

  @Test func fullTextFindsWordsWithoutMarksAndTellsWhere() throws {
    let seed = Reading.seed()
    let store = try store([seed])
    for query in [
      "duc", "Đức", "ĐỨC", "dong chi", "đồng chí", "quynh luu", "an", "секретаря", "секрет*", "\"10 ноября\"",
    ] {
      let hits = try store.search(query)
      #expect(hits.map(\.document) == [seed.record.id], "\(query)")
      let bytes = Array(seed.record.text.utf8)
      for hit in hits {
        #expect(!hit.matches.isEmpty, "\(query)")
        #expect(String(decoding: bytes[hit.snippetSpan], as: UTF8.self) == hit.snippet)
        #expect(hit.matches.first.map { hit.snippetSpan.contains($0.lowerBound) } == true)
      }
    }
    let hit = try #require(try store.search("duc").first)
    let match = try #require(hit.matches.first)
    #expect(String(decoding: Array(seed.record.text.utf8)[match], as: UTF8.self) == "Đức")
    for query in ["", "!?", "нет", "duk", "\"ноября 10\"", "секрет"] {
      #expect(try store.search(query).isEmpty, "\(query)")
    }
    for query in ["\"", "duc AND", "NEAR(", "title:x", "*", "a\"b", "(duc", "duc OR", "^duc", "-duc"] {
      _ = try store.search(query)
    }
  }

  @Test func aPageIsSearchedWithoutItsTags() throws {
    var page = Reading(
      "<nav>Trang chủ</nav><p class=xanh>Ông Nguy&#7877;n <b>Văn</b> An</p><script>var trang</script>",
      path: "p")
    page.record.format = .html
    let store = try store([page, .later()])
    let hit = try #require(try store.search("\"nguyen van an\"").first)
    #expect(hit.snippet == "Ông Nguyễn Văn An")
    #expect(hit.snippetSpan == 0..<hit.snippet.utf8.count)
    #expect(hit.matches.count == 1)
    for query in ["xanh", "trang", "7877"] { #expect(try store.search(query).isEmpty, "\(query)") }
  }

  @Test func everyDMayBeEitherD() throws {
    let store = try store([Reading("Đại dương, Dân đen, dồi dào", path: "a")])
    for query in ["\"dai duong\"", "\"dan den\"", "\"doi dao\"", "\"Đại dương\"", "đan"] {
      #expect(try store.search(query).count == 1, "\(query)")
    }
    #expect(FullTextQuery.spellings("do d") == ["do d", "do đ", "đo d", "đo đ"])
    #expect(FullTextQuery.spellings("ddddd").count == 2)
    #expect(FullTextQuery.spellings("ещё") == ["еще", "ёще", "ещё"])
  }

  @Test func fullTextTakesYoForYe() throws {
    let store = try store([Reading("Пётр сказал", path: "a"), Reading("Петр сказал", path: "b")])
    #expect(try store.search("пётр").count == 2)
    #expect(try store.search("ПЕТР").count == 2)
  }

  @Test func titlesAreSearchedToo() throws {
    let store = try store()
    let hit = try #require(try store.search("модели").first)
    #expect(hit.matches.isEmpty)
    #expect(hit.snippet.hasPrefix("Утром 10 ноября"))
  }
}
