import Testing

@testable import KadryText

/// `kind:source` of each token, a tag by its name.
private func cut(_ html: String) -> [String] {
  let bytes = Array(html.utf8)
  var tokenizer = HTMLTokenizer(0..<bytes.count)
  var found: [String] = []
  while let token = tokenizer.next(bytes.span) {
    let text = String(decoding: bytes[token.bytes], as: UTF8.self)
    switch token.kind {
    case .text: found.append("text:\(text)")
    case .rawText: found.append("raw:\(text)")
    case .comment: found.append("comment:\(text)")
    case .startTag: found.append("<\(token.element)>")
    case .endTag: found.append("</\(token.element)>")
    }
  }
  return found
}

/// `name=value` of the attributes of the first tag.
private func attributes(_ html: String) -> [String] {
  let bytes = Array(html.utf8)
  var tokenizer = HTMLTokenizer(0..<bytes.count)
  guard let tag = tokenizer.next(bytes.span) else { return [] }
  var attributes = HTMLAttributes(of: tag)
  var found: [String] = []
  while let attribute = attributes.next(bytes.span) {
    found.append(
      String(decoding: bytes[attribute.name], as: UTF8.self) + "="
        + String(decoding: bytes[attribute.value], as: UTF8.self))
  }
  return found
}

@Suite struct HTMLTokenizerTests {
  @Test(
    arguments: [
      ("a<b>c</b>d", ["text:a", "<b>", "text:c", "</b>", "text:d"]),
      ("1 < 2 <3 & x<", ["text:1 < 2 <3 & x<"]),
      ("<P CLASS=x>Ệ</P >", ["<p>", "text:Ệ", "</p>"]),
      ("<a title='x>y' href=\"a'b>c\">t", ["<a>", "text:t"]),
      ("a<!-- <p> -- > -->b", ["text:a", "comment:<!-- <p> -- > -->", "text:b"]),
      (
        "<!-->a<!--->b<!--c--!>d",
        ["comment:<!-->", "text:a", "comment:<!--->", "text:b", "comment:<!--c--!>", "text:d"]
      ),
      ("a<!-- never ends <p>", ["text:a", "comment:<!-- never ends <p>"]),
      (
        "<!DOCTYPE html><?xml version='1'?></>x",
        ["comment:<!DOCTYPE html>", "comment:<?xml version='1'?>", "comment:</>", "text:x"]
      ),
      ("a<![CDATA[<b>&amp;]]>c", ["text:a", "raw:<b>&amp;", "text:c"]),
      ("a<![CDATA[b>c", ["text:a", "comment:<![CDATA[b>", "text:c"]),
      ("<script>if (a<b) '</p>'</script>x", ["<script>", "raw:if (a<b) '</p>'", "</script>", "text:x"]),
      ("<style>p{}</STYLE >x", ["<style>", "raw:p{}", "</style>", "text:x"]),
      ("<title>a<b>&amp;</title>", ["<title>", "text:a<b>&amp;", "</title>"]),
      ("<title>never <b>ends", ["<title>", "text:never ", "<b>", "text:ends"]),
      ("<script>never <b>ends", ["<script>", "raw:never <b>ends"]),
      ("<p>a <b", ["<p>", "text:a ", "text:<b"]),
      ("<p x=\"never ends>a</p>b", ["<p>", "text:a", "</p>", "text:b"]),
      ("<o:p>x</o:p><br/>", ["<other>", "text:x", "</other>", "<br>"]),
    ])
  func cutsAsTheStandardSays(html: String, wanted: [String]) {
    #expect(cut(html) == wanted)
  }

  @Test(
    arguments: [
      ("<a href=x>", ["href=x"]), ("<a href = 'x y' b>", ["href=x y", "b="]),
      ("<a\nhref=\"x\"title=\"y\"/>", ["href=x", "title=y"]), ("<a href=x/y?z=1&b=2>", ["href=x/y?z=1&b=2"]),
      ("<a =b c>", ["=b=", "c="]), ("<a>", []), ("<a b=>", ["b="]), ("<a data-Đ='ệ'>", ["data-Đ=ệ"]),
    ])
  func findsTheAttributes(html: String, wanted: [String]) {
    #expect(attributes(html) == wanted)
  }

  /// Tokens are in order and lie apart, and what they leave out is the brackets of CDATA sections.
  @Test func tokensSpellTheSource() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "<p>", "</p>", "<", ">", "<a href=\"", "\"", "'", "<!--", "-->", "<![CDATA[", "]]>", "<script>",
      "</script>",
      "<title>", "</title>", "</", "/>", "&amp;", "&#", "ệ", "Нгуен", " ", "\n", "=", "<?", "<!", "\u{0}",
    ]
    for round in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        if round % 2 == 0 {
          bytes.append(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8)
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      var tokenizer = HTMLTokenizer(0..<bytes.count)
      var position = 0
      while let token = tokenizer.next(bytes.span) {
        #expect(token.bytes.lowerBound >= position && token.bytes.upperBound <= bytes.count)
        let gap = String(decoding: bytes[position..<token.bytes.lowerBound], as: UTF8.self)
        #expect(["", "<![CDATA[", "]]>", "]]><![CDATA["].contains(gap))
        position = token.bytes.upperBound
      }
      #expect(
        ["", "]]>", "<![CDATA[]]>", "]]><![CDATA[]]>"].contains(
          String(decoding: bytes[position...], as: UTF8.self)))
    }
  }

  @Test(
    arguments: [
      ("&amp;", 0x26, 5), ("&#7879;", 0x1EC7, 7), ("&#x1ec7;", 0x1EC7, 8), ("&#x1EC7 x", 0x1EC7, 7),
      ("&eacute;", 0xE9, 8), ("&eacutex", 0xE9, 7), ("&Dstrok;", 0x110, 8), ("&acy;", 0x430, 5),
      ("&nbsp", 0xA0, 5), ("&copyright", 0xA9, 5), ("&#150;", 0x2013, 6), ("&#0;", 0xFFFD, 4),
      ("&#xD800;", 0xFFFD, 8), ("&#99999999999;", 0xFFFD, 14), ("&hellip;", 0x2026, 8),
      ("&numero;", 0x2116, 8),
    ])
  func readsReferences(text: String, scalar: UInt32, length: Int) {
    let bytes = Array(text.utf8)
    let found = HTMLEntities.reference(bytes.span, at: 0, before: bytes.count, inAttribute: false)
    #expect(found?.scalar == scalar)
    #expect(found?.length == length)
  }

  @Test(arguments: ["&", "& ", "&;", "&#;", "&#x;", "&unknown;", "&hellip", "&Q", "&#xg;"])
  func leavesOtherAmpersandsAlone(text: String) {
    let bytes = Array(text.utf8)
    #expect(HTMLEntities.reference(bytes.span, at: 0, before: bytes.count, inAttribute: false) == nil)
  }

  @Test func inAttributesNamesWithoutSemicolonNeedAnEnd() {
    let bytes = Array("&copy=1".utf8)
    #expect(HTMLEntities.reference(bytes.span, at: 0, before: bytes.count, inAttribute: true) == nil)
    #expect(HTMLEntities.reference(bytes.span, at: 0, before: 5, inAttribute: true)?.scalar == 0xA9)
  }
}
