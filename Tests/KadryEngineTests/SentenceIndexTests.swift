import KadryReading
import KadryText
import Testing

@testable import KadryEngine

@Suite struct SentenceIndexTests {
  @Test func theSentenceAroundAQuoteOfAPageHasNoTags() throws {
    let text =
      "<p>Первая. Вторая &mdash; <b>Ле <i>Нян</i></b> &amp; сын, <br>третья.</p><img alt='Ле Ван Ан'>"
    let record = DocumentRecord(
      id: "doc-1", metadata: DocumentMetadata(), text: text, reading: "1", format: .html)
    let index = SentenceIndex(record)
    let quote = "Ле <i>Нян"
    let bytes = Array(text.utf8)
    let start = try #require((0..<bytes.count).first { bytes[$0...].starts(with: Array(quote.utf8)) })
    let found = index.sentence(around: start..<(start + quote.utf8.count), quote: quote)
    #expect(found.sentence == "Вторая — Ле Нян & сын,")
    #expect(String(decoding: Array(found.sentence.utf8)[found.quote], as: UTF8.self) == "Ле Нян")
    #expect(
      String(decoding: bytes[found.span], as: UTF8.self) == "Вторая &mdash; <b>Ле <i>Нян</i></b> &amp; сын,")
    // What is no text of the page stands for itself.
    let alternative = text.utf8.count - 18..<text.utf8.count - 3
    let word = String(decoding: bytes[alternative], as: UTF8.self)
    #expect(index.sentence(around: alternative, quote: word).sentence == word)
  }
}
