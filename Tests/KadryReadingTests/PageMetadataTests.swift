import KadryReading
import KadryText
import Testing

private func page(_ head: String, _ body: String = "<p>Hội nghị.</p>", html: String = "<html lang=vi>") throws
  -> PageMetadata
{
  ReadPage(
    Array("\(html)<head>\(head)</head><body>\(body)</body></html>".utf8),
    cues: try TestReading.lexicons.get().pageCues
  )
  .metadata
}

private func read(
  _ html: String, url: String? = nil, source: String? = nil, date: String? = nil
) throws -> DocumentRecord {
  let metadata = DocumentMetadata(url: url, source: source, date: date)
  return try Reader(tables: TestReading.tables.get()).read(
    Document(text: Array(html.utf8), format: .html, metadata: metadata)
  ).document
}

@Suite struct PageMetadataTests {
  @Test func jsonOfTheArticleComesFirst() throws {
    let metadata = try page(
      """
      <title>Tiêu đề - Báo</title><meta property="og:title" content="Tiêu đề của mạng">
      <meta property="article:published_time" content="2016-11-12">
      <script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2010-01-01"},
      {"@type":["Article","NewsArticle"],"headline":"Tiêu đề &amp; bài","datePublished":"2016-11-09T18:30:00Z","inLanguage":"ru-RU",
      "author":[{"name":"An"},{"name":"Bình"}],"articleSection":["Thời sự","Khác"],"mainEntityOfPage":{"@id":"https://x.vn/a-1.html"}}]}</script>
      """)
    #expect(metadata.date == "2016-11-10")
    #expect(metadata.title == "Tiêu đề &amp; bài")
    #expect(metadata.author == "An, Bình")
    #expect(metadata.section == "Thời sự, Khác")
    #expect(metadata.url == "https://x.vn/a-1.html")
    #expect(metadata.language == "ru")
  }

  @Test func brokenJSONIsReadByItsKeys() throws {
    let metadata = try page(
      #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"A \"B\" C","n":1,"datePublished" : "2016-11-10", "x":["datePublished","2001-01-01"],}</script>"#
    )
    #expect(metadata.date == "2016-11-10")
    #expect(metadata.title == #"A \"B\" C"#)
  }

  @Test func tagsOfTheHeadAreRead() throws {
    let metadata = try page(
      """
      <title> Một
        tựa </title><META NAME=Author CONTENT='Lê Văn An'><meta name="article:section" content="Chính trị">
      <meta property=og:locale content=vi_VN><meta property="og:url" content="https://x.vn/khac">
      <link rel=canonical href="https://x.vn/tin?a=1&amp;b=2"><link rel="alternate" hreflang="ru" href="/ru/tin">
      <link rel="alternate" hreflang="vi" href="https://x.vn/tin"><link rel="alternate" hreflang="x-default" href="https://x.vn/">
      <link rel="alternate" type="application/rss+xml" href="/rss">
      """,
      "<a hreflang=en href='https://x.vn/en/tin'>English</a><time datetime='2016-11-10T08:00'>hôm qua</time>")
    #expect(metadata.title == "Một tựa")
    #expect(metadata.author == "Lê Văn An")
    #expect(metadata.section == "Chính trị")
    #expect(metadata.language == "vi")
    #expect(metadata.url == "https://x.vn/tin?a=1&b=2")
    #expect(metadata.date == "2016-11-10")
    #expect(
      metadata.translations.map { "\($0.language) \($0.url)" } == [
        "en https://x.vn/en/tin", "ru https://x.vn/ru/tin",
      ])
  }

  @Test func theNameOfTheSiteIsNoAuthor() throws {
    let site = "<meta property='og:site_name' content='Báo X'>"
    #expect(try page(site + "<meta name=author content='Báo X'>").author == nil)
    #expect(
      try page(site + "<meta property='article:author' content='https://facebook.com/x'>").author == nil)
  }

  @Test(
    arguments: [
      ("2016-11-10T23:30:00+07:00", "2016-11-10"), ("2016-11-10T23:30:00.000Z", "2016-11-11"),
      ("10/11/2016 08:30", "2016-11-10"), ("08:30 10/11/2016", "2016-11-10"),
      ("11/10/2016 8:30:00 AM", "2016-11-10"),
      ("20161110", "2016-11-10"), ("2016/11/10", "2016-11-10"), ("10.11.2016", "2016-11-10"),
      ("31/02/2016", nil),
      ("0001-01-01T00:00:00", nil), ("2016", nil), ("yesterday", nil), ("1478764800", nil),
    ] as [(String, String?)])
  func readsTimestamps(value: String, wanted: String?) throws {
    #expect(try page("<meta property='article:published_time' content='\(value)'>").date == wanted)
  }

  @Test func theDateOfPublicationIsThatOfTheBestEvidence() throws {
    let head = "<html><head><meta name=pubdate content='2016-11-10'></head><body>"
    let text =
      "<h1>Hội nghị của tỉnh bàn việc</h1><div>Thứ Sáu, 11/11/2016, 08:30</div><p>Sáng nay, ông Lê Văn An dự.</p>"
    let url = "https://baonghean.vn/2016/11/12/x.html"
    func basis(_ html: String, url: String? = nil, date: String? = nil) throws -> String {
      let record = try read(html, url: url, date: date)
      return "\(record.published ?? "-") \(record.publishedBasis ?? "-")"
    }
    #expect(try basis(head + text, url: url, date: "2016-11-09") == "2016-11-09 metadata")
    #expect(try basis(head + text, url: url) == "2016-11-10 page")
    #expect(try basis(text, url: url) == "2016-11-11 header")
    #expect(try basis("<p>Sáng nay, ông Lê Văn An dự.</p>", url: url) == "2016-11-12 url")
    #expect(try basis("<p>Sáng nay, ông Lê Văn An dự.</p>") == "- -")
  }

  @Test func theHostOfTheCanonicalAddressGivesThePlace() throws {
    let html =
      "<html><head><link rel=canonical href=https://baonghean.vn/x.html></head><body><p>Ông Lê Văn An dự.</p>"
    let record = try read(html)
    #expect(record.place == "Nghệ An")
    #expect(record.page?.canonical == "https://baonghean.vn/x.html")
    #expect(record.address == "https://baonghean.vn/x.html")
    #expect(record.metadata.url == nil)
    #expect(try read("<p>x</p>").page?.canonical == nil)
  }

  @Test func theTitleComesFromThePageWhereNoHeadlineStands() throws {
    #expect(
      try read("<title>Hội nghị tỉnh</title><p>Ông Lê Văn An, bí thư, dự hội nghị.</p>").title
        == "Hội nghị tỉnh")
  }
}
