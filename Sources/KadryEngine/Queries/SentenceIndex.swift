import KadryReading
import KadryText

/// Finds the sentence around a span of a document's text.
///
/// Of an HTML page the sentences are those of its readable text, and their spans count in the source all the same.
struct SentenceIndex {
  private let text: [UInt8]
  /// Leads from the source of a page to `text` and back; `nil` for text that is read as it is.
  private let map: SourceMap?
  /// Byte ranges of the sentences in `text`, in order.
  private let sentences: [Range<Int>]

  init(_ document: DocumentRecord) {
    guard document.format == .html else {
      self.init(Array(document.text.utf8))
      return
    }
    let page = document.readableText
    self.init(page.bytes, map: page.map)
  }

  init(_ text: [UInt8], map: SourceMap? = nil, tokenizer: Tokenizer = Tokenizer()) {
    self.text = text
    self.map = map
    let tokens = tokenizer.tokens(of: text)
    let lines = Layout.lines(of: tokens)
    sentences = SentenceSplitter().sentences(of: tokens, lines: lines).compactMap { sentence in
      guard let first = sentence.tokens.first, let last = sentence.tokens.last else { return nil }
      return Int(tokens[first].start)..<Int(tokens[last].end)
    }
  }

  /// A sentence with a quote in it.
  struct Found: Equatable {
    /// Half-open bytes of the document's text.
    var span: Range<Int>
    /// As it is read, without tags.
    var sentence: String
    /// Where the quote stands in the sentence, in bytes.
    var quote: Range<Int>
  }

  /// The sentence, or the sentences from the first to the last that the span touches; the quote at least.
  func sentence(around span: Range<Int>, quote: String) -> Found {
    guard let place = map == nil ? span : map?.text(of: span) else {
      // An alternative text, a title: nothing that is read.
      return Found(span: span, sentence: quote, quote: 0..<quote.utf8.count)
    }
    let touched = sentences.filter { $0.overlaps(place) || $0.contains(place.lowerBound) }
    let start = min(touched.first?.lowerBound ?? place.lowerBound, place.lowerBound)
    let end = max(touched.last?.upperBound ?? place.upperBound, place.upperBound)
    let whole = (start..<end).clamped(to: 0..<text.count)
    return Found(
      span: map.map { $0.source(of: whole) } ?? start..<end,
      sentence: String(decoding: text[whole], as: UTF8.self),
      quote: (place.lowerBound - start)..<(place.upperBound - start))
  }
}
