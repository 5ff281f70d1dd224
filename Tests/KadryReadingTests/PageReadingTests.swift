import Foundation
import KadryReading
import KadryText
import Testing

/// Claims without what depends on where the text stands: ids, documents, spans.
private func essence(_ reading: Reading) -> [String] {
  var labels: [String: String] = [:]
  for claim in reading.claims {
    switch claim.body {
    case .person(let person): labels[claim.id] = person.name
    case .organization(let body): labels[claim.id] = body.name
    case .directive(let directive): labels[claim.id] = directive.number ?? directive.title ?? ""
    default: labels[claim.id] = claim.body.kind
    }
  }
  return reading.claims.compactMap { claim in
    var claim = claim
    claim.id = ""
    claim.doc = ""
    claim.mentions = claim.mentions.filter { $0.zone != .related && $0.zone != .furniture }.map { mention in
      var mention = mention
      mention.span = 0..<0
      let shown = HTMLText(visibleIn: Array(mention.quote.utf8)).bytes
      mention.quote = String(decoding: shown.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
      return mention
    }
    if claim.mentions.isEmpty { return nil }
    switch claim.body {
    case .holds(var holds):
      holds.personRef = labels[holds.personRef] ?? "?"
      holds.organizationRef = holds.organizationRef.map { labels[$0] ?? "?" }
      claim.body = .holds(holds)
    case .relation(var relation):
      relation.subject = labels[relation.subject] ?? "?"
      relation.object = labels[relation.object] ?? "?"
      claim.body = .relation(relation)
    default: break
    }
    return WireWriter.line(.claim(claim))
  }.sorted()
}

/// What one reading says and the other does not.
private func difference(_ page: Reading, _ plain: Reading) -> [String] {
  essence(page).difference(from: essence(plain)).map { change in
    switch change {
    case .insert(_, let line, _): "page: \(line)"
    case .remove(_, let line, _): "article: \(line)"
    }
  }
}

private func read(_ text: String, _ format: TextFormat, url: String? = nil, date: String? = nil) throws
  -> Reading
{
  let document = Document(
    text: Array(text.utf8), format: format, metadata: DocumentMetadata(url: url, date: date))
  let reading = try Reader(tables: TestReading.tables.get()).read(document)
  for claim in reading.claims {
    for mention in claim.mentions {
      #expect(Array(mention.quote.utf8) == Array(document.text[mention.span]))
    }
  }
  return reading
}

@Suite struct PageReadingTests {
  static let vietnamese = PageFixture(
    title: "Tân Kỳ: gỡ khó cho những chi bộ ít đảng viên",
    parts: [
      .lead(
        "Ngày 10/11, đoàn công tác do đồng chí Hoàng Viết Đường, Phó Bí thư Tỉnh ủy, dẫn đầu đã làm việc với Ban Thường vụ Huyện ủy Tân Kỳ về việc thực hiện Đề án số 01-ĐA/TU của Tỉnh ủy."
      ),
      .caption("Quang cảnh buổi làm việc tại Huyện ủy Tân Kỳ. Ảnh: Thành Duy"),
      .paragraph("Theo báo cáo, toàn huyện có 268 xóm, 7.214 đảng viên; tỷ lệ xóm có chi bộ đạt 95,5%."),
      .related([
        "Bí thư Huyện ủy Quỳ Châu Nguyễn Thanh Hoài đối thoại với nông dân xã Châu Hạnh",
        "Chủ tịch UBND huyện Con Cuông Vi Văn Sơn kiểm tra tiến độ làm đường",
      ]),
      .paragraph(
        "Bà Nguyễn Thị Hà, Chủ tịch UBND huyện Tân Kỳ, cho biết huyện đã trích 1,2 tỷ đồng hỗ trợ các chi bộ."
      ),
      .paragraph(
        "Kết luận, đồng chí Hoàng Viết Đường yêu cầu cấp ủy thực hiện nghiêm Chỉ thị số 10-CT/TW ngày 30/3/2007 của Ban Bí thư."
      ),
      .byline("Phan Văn Tòng"),
    ])
  static let russian = PageFixture(
    title: "Куинь Лыу: как сохранить партийные ячейки в деревнях",
    parts: [
      .lead(
        "10 ноября товарищ Нгуен Ван Тхань, заместитель секретаря провинциального комитета партии, встретился с постоянным комитетом районного комитета партии Куинь Лыу."
      ),
      .paragraph("В районе 33 коммуны и 412 деревень; в 97 деревнях из них членов партии меньше десяти."),
      .caption("Сцена рабочей встречи. Фото: Дык Хай"),
      .paragraph(
        "Товарищ Ле Тхи Хоа, секретарь районного комитета партии, сообщила, что по проекту № 01-ĐA/TU принято 412 новых членов партии."
      ),
      .byline("Тхань Зуй"),
    ])

  @Test(arguments: PageFixture.Layout.allCases, [vietnamese, russian].indices)
  func aPageSaysWhatItsArticleSays(layout: PageFixture.Layout, number: Int) throws {
    let article = [Self.vietnamese, Self.russian][number]
    let page = try read(article.page(layout), .html, url: article.url, date: "2016-11-10")
    let plain = try read(article.plain(), .plain, url: article.url, date: "2016-11-10")
    #expect(difference(page, plain) == [])
    #expect(page.document.title == article.title)
    #expect(plain.claims.count > 10)
  }

  /// The articles of the corpus, each in every layout.
  @Test(arguments: TestReading.articles)
  func aPageOfTheCorpusSaysWhatItsArticleSays(article: URL) throws {
    let text = try String(contentsOf: article, encoding: .utf8)
    let lines = text.split(separator: "\n").map { String($0) }.filter { !$0.isEmpty }
    // Stubs of images and tables are plain text's own.
    // In plain text a line of two words is no headline; on a page it may be.
    guard let title = lines.first, title.split(separator: " ").count > 2,
      !lines.contains(where: { $0.contains("|") })
    else { return }
    let page = PageFixture(title: title, parts: lines.dropFirst().map { .paragraph($0) })
    let plain = try read(page.plain(), .plain, url: page.url, date: "2016-11-10")
    for layout in PageFixture.Layout.allCases {
      let reading = try read(page.page(layout), .html, url: page.url, date: "2016-11-10")
      #expect(difference(reading, plain) == [], "\(layout)")
    }
  }

  /// The spans of the article lead to its text and to nothing else of the page.
  @Test(arguments: PageFixture.Layout.allCases)
  func theReadableTextIsThatOfTheArticle(layout: PageFixture.Layout) throws {
    let article = Self.vietnamese
    let record = try read(article.page(layout), .html).document
    let blocks = String(decoding: record.readableText.bytes, as: UTF8.self).split(separator: "\n").map(
      String.init)
    let wanted = article.plain().split(separator: "\n").map(String.init).filter { $0 != "![]() |" }
    #expect(blocks == wanted)
  }

  @Test(
    arguments: [
      "ông Lê Văn An dự.", "<p>ông Lê Văn An dự.", "<body><p>ông Lê Văn An dự.</p>",
      "<h1>Hội nghị</h1><p>ông Lê Văn An dự.",
      "<html><body>Ngày 10/11<br>ông Lê Văn An dự.</html>", "<ul><li>ông Lê Văn An dự.</ul>",
      "<table><tr><td>ông Lê Văn An dự.</table>", "<form id=aspnetForm><div>ông Lê Văn An dự.</div></form>",
      "<div class=sidebar-1><p>ông Lê Văn An dự.</p></div>",
    ])
  func shortPagesAreArticlesToo(html: String) throws {
    let persons = try read(html, .html).claims.compactMap { claim -> String? in
      if case .person(let person) = claim.body { person.name } else { nil }
    }
    #expect(persons == ["Lê Văn An"])
  }

  @Test(arguments: PageFixture.Layout.allCases)
  func partsKeepTheirZones(layout: PageFixture.Layout) throws {
    let reading = try read(Self.vietnamese.page(layout), .html)
    var zones: [String: Set<Zone>] = [:]
    for claim in reading.claims {
      for mention in claim.mentions {
        let shown = HTMLText(visibleIn: Array(mention.quote.utf8)).bytes
        zones[String(decoding: shown, as: UTF8.self), default: []].insert(mention.zone)
      }
    }
    #expect(zones["Hoàng Viết Đường"]?.isSubset(of: [.lead, .body]) == true)
    #expect(zones["Phan Văn Tòng"] == [.byline])
    #expect(zones["Thành Duy"] == [.credit])
    #expect(zones["Nguyễn Thanh Hoài"] == nil && zones["Vi Văn Sơn"] == nil)
    for name in [
      "Trần Văn Khác", "Lê Văn Giả", "Nguyễn Văn Chân", "Lê Thị Bình Luận", "Vũ Thị Khen",
      "Trần Văn Bánh Quy",
    ] {
      #expect(zones[name] == nil, "\(name)")
    }
  }
}
