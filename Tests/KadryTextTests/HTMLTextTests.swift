import Testing

@testable import KadryText

/// The text of all of a page that is seen.
private func text(_ html: String) -> HTMLText {
  HTMLText(visibleIn: Array(html.utf8))
}

private func read(_ html: String) -> String { String(decoding: text(html).bytes, as: UTF8.self) }

@Suite struct HTMLTextTests {
  @Test(
    arguments: [
      ("<p>a\n  b\tc</p>", "a b c"), ("<p>a<p>b", "a\n\nb"), ("a<br>b<br/><br>c", "a\nb\n\nc"),
      ("<b>Май</b> <i>Ван</i>\n<u>Линь</u>", "Май Ван Линь"), ("Нгу<b>ен</b>", "Нгуен"),
      ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"), ("<ul><li>a<li>b</ul>c", "a\n\nb\n\nc"),
      ("<table><tr><td>a<td>b<tr><td>c</table>", "a\nb\n\nc"), ("<pre>a\nb\n\nc</pre>", "a\nb\n\nc"),
      ("Nguy&#7877;n V&abreve;n&nbsp;&Dstrok;&ocirc;ng", "Nguyễn Văn\u{A0}Đông"),
      ("<p>a &lt; b &amp;amp; c</p>", "a < b &amp; c"), ("<script>x</script>a<style>y</style>b", "ab"),
      ("<head><title>t</title></head><body>b", "b"), ("x<!-- y -->z", "xz"),
      ("<p>a<![CDATA[&amp;<b>]]></p>", "a&amp;<b>"),
      ("<option>x</option>a<svg><text>y</text></svg>", "a"), ("<h1>a<h2>b", "a\n\nb"),
      ("<a href=x>a<a href=y>b</a>c", "abc"), ("<b><p>a</b>b</p>c", "ab\n\nc"), ("a</p>b</div>c", "abc"),
      ("<td>a</td><td>b</td>", "a\nb"), ("<nav>menu</nav><p>a</p><footer>f</footer>", "a"),
      ("<p hidden>x</p>a", "a"), ("", ""), ("<p> </p>", ""), ("<wbr>a<wbr>b", "ab"),
    ])
  func readsWhatIsSeen(html: String, wanted: String) {
    #expect(read(html) == wanted)
  }

  @Test func spansLeadBackToTheSource() {
    let html = "<p>Ông Nguy&#7877;n <b>Văn</b>\n An</p><p>x</p>"
    let source = Array(html.utf8)
    let page = text(html)
    func slice(_ word: String) -> String? {
      let bytes = Array(word.utf8)
      guard
        let at = (0...(page.bytes.count - bytes.count)).first(where: {
          Array(page.bytes[$0..<($0 + bytes.count)]) == bytes
        })
      else { return nil }
      return String(decoding: source[page.map.source(of: at..<(at + bytes.count))], as: UTF8.self)
    }
    #expect(slice("Nguyễn") == "Nguy&#7877;n")
    #expect(slice("ễn") == "&#7877;n")
    #expect(slice("Nguyễn Văn An") == "Nguy&#7877;n <b>Văn</b>\n An")
    #expect(slice("An\n\nx") == "An</p><p>x")
    #expect(slice("Ông") == "Ông")
  }

  /// Every character of the text stands in the source where the map says, as itself or as a reference.
  @Test func everyCharacterIsInTheSource() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "<p>", "</p>", "<b>", "</b>", "<br>", "<div class=x>", "</div>", "<table>", "<tr>", "<td>", "</table>",
      "<li>",
      "<ul>", "</ul>", "&amp;", "&#7877;", "&eacute", "ệ", "Н", "a", " ", "\n", "\t", "<!-- c -->",
      "<script>s</script>",
      "<pre>", "</pre>", "<a href='x'>", "</a>", "<h1>", "</h1>", "<", ">", "&", "\"",
      "<img alt='Ảnh &amp; b'>", "</html>",
    ]
    for _ in 0..<600 {
      var html = ""
      for _ in 0..<30 { html += pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
      let source = Array(html.utf8)
      let page = text(html)
      var end = 0
      for (index, byte) in page.bytes.enumerated() where byte > 0x20 && byte & 0xC0 != 0x80 {
        var next = index + 1
        while next < page.bytes.count, page.bytes[next] & 0xC0 == 0x80 { next += 1 }
        let span = page.map.source(of: index..<next)
        #expect(span.lowerBound >= end)
        end = span.upperBound
        #expect(page.map.text(of: span) == index..<next, "\(html)")
        let same = Array(source[span]) == Array(page.bytes[index..<next])
        #expect(same || source[span.lowerBound] == 0x26, "\(html)")
      }
      for (before, after) in zip(page.stretches, page.stretches.dropFirst()) {
        #expect(before.bytes.upperBound < after.bytes.lowerBound)
      }
    }
  }

  @Test func survivesAnyBytesAndAnyDepth() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let bytes = (0..<500).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let page = HTMLText(visibleIn: bytes)
      #expect(page.bytes.count <= 3 * bytes.count + 2)
    }
    let deep =
      String(repeating: "<div>", count: 3000) + "a" + String(repeating: "</div>", count: 3000) + "<p>b"
    #expect(read(deep) == "a\n\nb")
    #expect(read(String(repeating: "<b>", count: 3000) + "a" + String(repeating: "</i>", count: 3000)) == "a")
  }

  @Test func alternativeTextIsTakenWhereItsNodeIsMarked() {
    let source = Array("<p>a<img alt=\"Ông &#272;ức\">b</p>".utf8)
    let page = HTMLPage(source.span)
    let marks = page.nodes.map { $0.element == .img ? UInt8(2) : 1 }
    let text = HTMLText(of: page, source.span, marks: marks)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "a\n\nÔng Đức\n\nb")
    #expect(text.stretches.map(\.mark) == [1, 2, 1])
  }

  @Test(
    arguments: [
      (
        "<head><meta property=\"og:url\" content=\"https://a.vn/b\"><link rel='x canonical' href=https://a.vn/c&amp;d>",
        "https://a.vn/c&d"
      ),
      (
        "<meta property=og:url content=https://a.vn/b><body><link rel=canonical href=https://a.vn/c>",
        "https://a.vn/b"
      ),
      ("<link rel=canonical href=/c>", nil),
      ("<script>'<link rel=canonical href=https://a.vn/c>'</script>", nil), ("", nil),
    ] as [(String, String?)])
  func theHeadTellsTheAddress(html: String, wanted: String?) {
    #expect(HTMLHead.canonicalAddress(of: Array(html.utf8)) == wanted)
  }

  @Test func nodesNest() {
    let source = Array("<ul><li>a<li><b>b</ul><p>c</b>d".utf8)
    let page = HTMLPage(source.span)
    for (i, node) in page.nodes.enumerated().dropFirst() {
      #expect(Int(node.parent) < i)
      #expect(node.subtreeEnd <= page.nodes[Int(node.parent)].subtreeEnd)
      #expect(page.descendants(of: Int(node.parent)).contains(i))
    }
    let names = page.nodes.dropFirst().map { $0.kind == .element ? "\($0.element)" : "#" }
    #expect(names == ["ul", "li", "#", "li", "b", "#", "p", "#", "#"])
  }
}
