import KadryReading
import KadryText
import Testing

/// The article of a page, a line a block.
private func article(_ html: String) throws -> String {
  let document = Document(text: Array(html.utf8), format: .html)
  let record = try Reader(tables: TestReading.tables.get()).read(document).document
  let lines = String(decoding: record.readableText.bytes, as: UTF8.self).split(separator: "\n")
  return lines.map { $0.prefix(12) }.joined(separator: "|")
}

/// Sentences of our own, long enough to be prose.
private let one =
  "Một: đoàn công tác của tỉnh đã làm việc với huyện về những chi bộ còn ít đảng viên ở vùng cao."
private let two =
  "Hai: các đại biểu cho rằng cần có chính sách riêng đối với cán bộ thôn bản đã nghỉ công tác."
private let three =
  "Ba: hội nghị thống nhất giao Ban Tổ chức tham mưu văn bản hướng dẫn trước ngày ba mươi tháng này."
private let other =
  "Khác: bạn đọc gửi về tòa soạn rất nhiều ý kiến góp ý cho bài viết này, xin trích đăng một phần."

@Suite struct MainTextTests {
  @Test(
    arguments: [
      // A wrapper called after its sidebar, and a sidebar.
      (
        "<div class=sidebar-1><h1>Tiêu đề bài</h1><article class=fck_detail><p>\(one)<p>\(two)</article></div><div class=sidebar-2><p>\(other)</div>",
        "Tiêu đề bài|Một: đoàn cô|Hai: các đại"
      ),
      // The name of the site is the first heading; the article's is the one that the metadata say.
      (
        "<title>Tiêu đề của bài viết - Báo</title><h1><a href=/>Báo Nghệ An điện tử</a></h1><div><h2 class=title>Tiêu đề của bài viết</h2><p>\(one)<p>\(two)</div>",
        "Tiêu đề của |Một: đoàn cô|Hai: các đại"
      ),
      // Comments that are longer than the article, and marked.
      (
        "<div class=detail-content><p>\(one)</div><div id=comments><p>\(other)<p>\(other)<p>\(other)</div>",
        "Một: đoàn cô"
      ),
      // Line breaks instead of paragraphs.
      (
        "<div class=menu><a href=1>A</a></div><td class=text>\(one)<br><br>\(two)<br><br>\(three)</td>",
        "Một: đoàn cô|Hai: các đại|Ba: hội nghị"
      ),
      // A box of links in the middle, without a class; a list of documents that is text.
      (
        "<article><p>\(one)</p><ul><li><a href=/a.htm>Bí thư Tỉnh ủy tiếp dân định kỳ tháng ba</a><li><a href=/b.htm>Chủ tịch huyện đối thoại với nông dân</a></ul><p>\(two)</p><p><a href=/c.pdf>Quyết định số 12/QĐ-UBND ngày 1/2/2016</a></p></article>",
        "Một: đoàn cô|Hai: các đại|Quyết định s"
      ),
      // Lead and headline stand outside the text's element, share bar and tags between and behind.
      (
        "<div class=wrap><h1>Tiêu đề bài</h1><div class=share><a href=#>Chia sẻ bài này lên mạng xã hội</a></div><h2 class=sapo>\(one)</h2><div class=detail-content><p>\(two)<p>\(three)</div><div class=tags><a href=1>thẻ một</a></div><p class=author>Lê An</p></div>",
        "Tiêu đề bài|Một: đoàn cô|Hai: các đại|Ba: hội nghị|Lê An"
      ),
      // A page in a form, as old systems make it.
      (
        "<form id=aspnetForm><table><tr><td><a href=1>Trang chủ</a><td><h1>Tiêu đề bài</h1><p>\(one)<p>\(two)</table></form>",
        "Tiêu đề bài|Một: đoàn cô|Hai: các đại"
      ),
      // Hidden text, text of scripts and buttons is none.
      (
        "<article><p>\(one)<span style='display: none'>ẩn</span><p hidden>\(other)<button>Gửi</button><template><p>\(other)</template><noscript>\(other)</noscript></article>",
        "Một: đoàn cô"
      ),
      // An alternative text is a caption where no other stands.
      (
        "<article><p>\(one)</p><img alt='Quang cảnh buổi làm việc ở huyện'><p>\(two)</p><figure><img alt='Các đại biểu thảo luận tại tổ'><figcaption>Các đại biểu thảo luận tại tổ. Ảnh: An</figcaption></figure><img alt=logo></article>",
        "Một: đoàn cô|Quang cảnh b|Hai: các đại|Các đại biểu"
      ),
      // Related news with snippets, marked by class only.
      (
        "<article><h1>Tiêu đề bài</h1><p>\(one)<p>\(two)<div class=related-posts><h4><a href=/a>Khác</a></h4><p>\(other)</div></article>",
        "Tiêu đề bài|Một: đoàn cô|Hai: các đại"
      ),
      // No tag but a few.
      ("\(one)<p>\(two)", "Một: đoàn cô|Hai: các đại"),
    ])
  func findsTheArticle(html: String, wanted: String) throws {
    #expect(try article(html) == wanted)
  }

  /// Words of classes decide nothing against the prose.
  @Test(arguments: ["comments", "footer", "menu", "related-news", "share", "tag-nghe-an", "sidebar"])
  func noClassHidesTheOnlyArticle(name: String) throws {
    #expect(try article("<div class='\(name)'><p>\(one)<p>\(two)</div>") == "Một: đoàn cô|Hai: các đại")
  }

  @Test func anyBytesMakeAPage() throws {
    var state: UInt64 = 9
    let pieces = [
      "<div class=related>", "<article>", "</article>", "</div>", "<h1>", "</h1>", "<a href=x>", "</a>",
      "<p>", one, "<img alt='\(two)'>",
      "<nav>", "</nav>", "<script type=application/ld+json>", "{\"headline\":\"", "</script>",
      "<meta name=date content=", ">", "<table><td>",
      "<ul><li>", "</ul>", "<form>", "<aside>", "</aside>", "<figure>", "&#x1EC7;",
      "<time datetime=2016-11-10>",
    ]
    for _ in 0..<150 {
      var html = ""
      for _ in 0..<25 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        html += pieces[Int(state >> 33) % pieces.count]
      }
      let source = Array(html.utf8)
      let page = ReadPage(source, cues: try TestReading.lexicons.get().pageCues)
      for (a, b) in zip(page.article, page.article.dropFirst()) { #expect(a.upperBound <= b.lowerBound) }
      #expect(page.article.allSatisfy { $0.upperBound <= source.count })
    }
  }
}
