/// An article put into pages as papers and their content systems lay them out, in words of our own.
struct PageFixture {
  var title: String
  /// Paragraphs, captions and related headlines, in order.
  var parts: [Part]
  var url = "https://baonghean.vn/tin-tuc-10144500.html"
  var published = "2016-11-10T07:15:00+07:00"

  enum Part: Equatable {
    case lead(String), paragraph(String), caption(String), byline(String), related([String])
  }

  enum Layout: String, CaseIterable {
    /// A provincial paper: classes in Vietnamese and English, boxes in the text, comments below.
    case provincial
    /// WordPress with a theme whose wrapper is called after its sidebar.
    case wordpress
    /// A portal that gathers and translates: custom elements, JSON-LD, links to other languages.
    case aggregator
    /// A content system with microdata and captions in tables.
    case cms
    /// An old portal: tables for layout, unclosed tags, references for letters, no classes.
    case tables
  }

  /// The article as plain text: a paragraph a line, empty lines between, related news last or where they stand.
  func plain(withRelated: Bool = false) -> String {
    var lines = [title]
    for part in parts {
      switch part {
      case .lead(let text), .paragraph(let text), .byline(let text): lines.append(text)
      case .caption(let text): lines.append(contentsOf: ["![]() |", text])
      case .related(let titles): if withRelated { lines.append(contentsOf: ["Tin liên quan"] + titles) }
      }
    }
    return lines.joined(separator: "\n\n") + "\n"
  }

  func page(_ layout: Layout) -> String {
    switch layout {
    case .provincial: provincial
    case .wordpress: wordpress
    case .aggregator: aggregator
    case .cms: cms
    case .tables: tables
    }
  }

  private static let otherNews = [
    "Chủ tịch UBND tỉnh Trần Văn Khác làm việc với huyện Yên Thành",
    "Bí thư Huyện ủy Phan Thị Lạ thăm hộ nghèo xã Tân Sơn", "Kết luận số 77-KL/TU về kinh tế tập thể",
  ]

  private func list(_ titles: [String], tag: String = "li") -> String {
    titles.enumerated().map {
      "<\(tag)><a href=\"/tin-khac-\($0.offset).html\" title=\"x > y\">\(escaped($0.element))</a></\(tag)>\n"
    }.joined()
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private var provincial: String {
    var body = ""
    for part in parts {
      switch part {
      case .lead: break
      case .paragraph(let text): body += "<p class=\"Normal\">\(escaped(text))</p>\n"
      case .caption(let text):
        body += "<figure><img src=\"a.jpg\" alt=\"\"><figcaption>\(escaped(text))</figcaption></figure>\n"
      case .byline(let text):
        body += "<p style=\"text-align: right;\"><strong>\(escaped(text))</strong></p>\n"
      case .related(let titles):
        body += "<div class=\"box-tin-lien-quan\"><h3>Tin liên quan</h3><ul>\(list(titles))</ul></div>\n"
      }
    }
    let lead = parts.compactMap {
      if case .lead(let text) = $0 { "<h2 class=\"detail-sapo\">\(escaped(text))</h2>\n" } else { nil }
    }.joined()
    return """
      <!DOCTYPE html>
      <html lang="vi"><head><meta charset="utf-8">
      <title>\(escaped(title)) - Báo Nghệ An</title>
      <meta property="og:title" content="\(escaped(title))" />
      <meta property="article:published_time" content="\(published)" />
      <link rel="canonical" href="\(url)" />
      <script>var s = "<p>Chủ tịch UBND tỉnh Lê Văn Giả</p>";</script>
      <style>.x{color:red}</style></head>
      <body class="detail-page has-sidebar"><header class="site-header"><a href="/"><img alt="Báo Nghệ An - cơ quan của Đảng bộ tỉnh"></a>
      <nav><ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/thoi-su">Thời sự</a></li></ul></nav></header>
      <div class="breadcrumb"><a href="/">Trang chủ</a> › <a href="/ts">Chính trị</a></div>
      <div class="detail-wrap"><div class="detail-left">
      <h1 class="detail-title">\(escaped(title))</h1>
      <div class="share-bar"><a href="#">Chia sẻ</a> <a href="#">Zalo</a></div>
      \(lead)<div class="detail-content afcbc-body">
      \(body)</div>
      <div class="detail-tags"><a href="/t1">Tân Kỳ</a>, <a href="/t2">chi bộ</a></div>
      <div class="comment-box"><p>Bạn đọc Phạm Văn Đọc: rất hoan nghênh Bí thư Huyện ủy Lê Thị Bình Luận đã về tận bản với bà con!</p></div>
      </div><div class="sidebar"><h3>Đọc nhiều</h3><ul>\(list(PageFixture.otherNews))</ul></div></div>
      <footer><p>Giấy phép số 12/GP-BTTTT ngày 2/2/2015. Tổng Biên tập: Nguyễn Văn Chân. Tòa soạn: số 3 đại lộ Lê Nin, thành phố Vinh.</p></footer>
      </body></html>
      """
  }

  private var wordpress: String {
    var body = ""
    for part in parts {
      switch part {
      case .lead(let text): body += "<p><strong>\(escaped(text))</strong></p>\n"
      case .paragraph(let text): body += "<p>\(escaped(text))</p>\n"
      case .caption(let text):
        body +=
          "<div id=\"attachment_5\" style=\"width: 650px\" class=\"wp-caption aligncenter\"><img src=a.jpg alt=\"\(escaped(text))\"><p class=\"wp-caption-text\">\(escaped(text))</p></div>\n"
      case .byline(let text): body += "<p class=\"author\">\(escaped(text))</p>\n"
      case .related(let titles): body += "<div class=\"jp-relatedposts\">\(list(titles, tag: "p"))</div>\n"
      }
    }
    return """
      <!doctype html><html lang=vi><head><meta charset=utf-8><title>\(escaped(title)) &#8211; Cổng thông tin</title>
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Cổng"},
      {"@type":"NewsArticle","headline":"\(title.replacing("\"", with: "\\\""))","datePublished":"\(published)",
      "author":{"@type":"Person","name":"Ban Biên tập"},"articleSection":["Thời sự"],"mainEntityOfPage":{"@id":"\(url)"}}]}</script></head>
      <body class="post-template-default single single-post content-sidebar comments-open">
      <div id="page" class="site"><div id="content-sidebar-wrap"><main id="main" class="content" role="main">
      <article id="post-77" class="post-77 post type-post tag-nghe-an category-news"><header class="entry-header">
      <h1 class="entry-title">\(escaped(title))</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="\(published)">10/11/2016</time></span></div></header>
      <div class="entry-content">
      \(body)<div class="sharedaddy"><h3>Chia sẻ:</h3><ul><li><a href="#">Facebook</a></li></ul></div></div>
      <footer class="entry-footer"><span class="tags-links"><a href="/tag/a">Nghệ An</a></span></footer></article>
      <nav class="navigation post-navigation"><a href="/p">Bí thư Tỉnh ủy Hồ Văn Trước tiếp xúc cử tri</a></nav>
      <div id="comments"><p>Lê Văn Còm nói: Phó Chủ tịch HĐND tỉnh Vũ Thị Khen cũng nên về đây nhiều hơn nữa mới phải.</p></div>
      </main><aside id="secondary" class="widget-area"><ul>\(list(PageFixture.otherNews))</ul></aside></div></div>
      <div id="cookie-notice" role="dialog">Trang này dùng cookie. Chủ tịch UBND tỉnh Trần Văn Bánh Quy đồng ý.</div></body></html>
      """
  }

  private var aggregator: String {
    var body = ""
    for part in parts {
      switch part {
      case .lead(let text), .paragraph(let text): body += "<div><span>\(escaped(text))</span></div>"
      case .caption(let text):
        body +=
          "<div class=\"image-box\"><img alt='x'><div class=\"image-caption\"><em>\(escaped(text))</em></div></div>"
      case .byline(let text): body += "<div class=\"author-name\">\(escaped(text))</div>"
      case .related(let titles):
        body += "<related-news class=\"related-box\">\(list(titles, tag: "h4"))</related-news>"
      }
    }
    return """
      <html lang="ru-RU"><head><title>\(escaped(title))</title><meta name="pubdate" content="\(published)">
      <link rel="alternate" hreflang="vi-VN" href="https://vietnam.vn/bai-goc.html"><link rel="alternate" hreflang="x-default" href="https://vietnam.vn/">
      <link rel="alternate" hreflang="ru" href="https://vietnam.vn/ru/statya.html"><meta property="og:url" content="https://vietnam.vn/ru/statya.html">
      <meta property="og:site_name" content="Vietnam.vn"><meta name="author" content="Vietnam.vn"></head><body><app-root><app-header>
      <div class="top-menu"><a href=/1>Политика</a><a href=/2>Экономика</a></div></app-header><app-article><section class="post">
      <h1>\(escaped(title))</h1><div class="source"><img alt="Báo Nghệ An"><a href="/src">Báo Nghệ An</a> <span class="date">10/11/2016</span></div>
      <div class="post-body">\(body)</div><div class="reaction"><button>Нравится 3</button></div></section>
      <div class="recommend-list"><div><a href=/a1>Председатель Народного комитета провинции Чан Ван Дыонг принял гостей</a><p>Секретарь районного комитета партии Фан Тхи Ла рассказала о планах на будущий год и поблагодарила всех.</p></div></div>
      </app-article></app-root></body></html>
      """
  }

  private var cms: String {
    var body = ""
    for part in parts {
      switch part {
      case .lead: break
      case .paragraph(let text):
        body += "<p>\(escaped(text).replacing(" ", with: "\n      ", maxReplacements: 2))</p>\n"
      case .caption(let text):
        body +=
          "<table class=\"picture\"><tbody><tr><td class=\"pic\"><img src=\"p.jpg\"></td></tr><tr><td class=\"pic-cap caption\"><p>\(escaped(text))</p></td></tr></tbody></table>"
      case .byline(let text): body += "<div class=\"article__author\"><span>\(escaped(text))</span></div>"
      case .related(let titles):
        body += titles.map { "<p><a href=\"/r.html\"><b>\(escaped($0))</b></a></p>" }.joined()
      }
    }
    let lead = parts.compactMap {
      if case .lead(let text) = $0 {
        "<div class=\"article__sapo cms-desc\">\(escaped(text))</div>"
      } else {
        nil
      }
    }.joined()
    return """
      <!DOCTYPE html><html lang="vi"><head><title>Báo điện tử</title>
      <script type="application/ld+json">
      { "@type": "NewsArticle", "headline": "\(escaped(title))", "datePublished" : "\(published)", } </script></head><body>
      <div class="site-body"><main><article itemscope itemtype="http://schema.org/NewsArticle"><div class="article__header"><h1 class="article__title cms-title" itemprop="headline">\(escaped(title))</h1>
      <div class="article__meta"><time class="time" datetime="\(published)">Thứ Năm, 10/11/2016 07:15</time></div></div>
      \(lead)<div class="article__body cms-body" itemprop="articleBody">\(body)</div>
      <div class="article__tag"><a href=/x>Thời sự</a></div></article></main>
      <div class="rank"><h4>Tin mới</h4>\(list(PageFixture.otherNews, tag: "article"))</div></div></body></html>
      """
  }

  private var tables: String {
    func referenced(_ text: String) -> String {
      var result = ""
      for (index, scalar) in text.unicodeScalars.enumerated() {
        if scalar.value > 0x7F, index % 3 == 0 {
          result += "&#\(scalar.value);"
        } else {
          result += escaped("\(scalar)")
        }
      }
      return result
    }
    var body = ""
    for part in parts {
      switch part {
      case .lead(let text), .paragraph(let text): body += "<p align=justify>\(referenced(text))\n"
      case .caption(let text):
        body += "<p align=center><img src=a.gif><p class=chuthich>\(referenced(text))\n"
      case .byline(let text): body += "<p align=right><b>\(referenced(text))</b>\n"
      case .related(let titles):
        body += "<ul>\(titles.map { "<li><a href=x.asp?id=1&copy=2>\(referenced($0))</a>\n" }.joined())</ul>"
      }
    }
    return """
      <HTML><HEAD><TITLE>\(referenced(title))</TITLE></HEAD><BODY><TABLE width=100%><TR><TD colspan=2><A href=/>Trang ch&#7911;</A> | <A href=/lh>Li&ecirc;n h&#7879;</A>
      <TR><TD width=150><A href=1>Tin t&#7913;c</A><BR><A href=2>V&#259;n b&#7843;n</A><BR><A href=3>H&#7887;i &#273;&aacute;p</A>
      <TD><H1>\(referenced(title))</H1>\(body)</TABLE></BODY></HTML>
      """
  }
}
