import KadryText

/// Finds the sentence around a span of a document's text.
struct SentenceIndex {
  private let text: [UInt8]
  /// Byte ranges of the sentences, in order.
  private let sentences: [Range<Int>]

  init(_ text: [UInt8], tokenizer: Tokenizer = Tokenizer()) {
    self.text = text
    let tokens = tokenizer.tokens(of: text)
    let lines = Layout.lines(of: tokens)
    sentences = SentenceSplitter().sentences(of: tokens, lines: lines).compactMap { sentence in
      guard let first = sentence.tokens.first, let last = sentence.tokens.last else { return nil }
      return Int(tokens[first].start)..<Int(tokens[last].end)
    }
  }

  /// The sentence, or the sentences from the first to the last that the span touches; the span itself at least.
  func sentence(around span: Range<Int>) -> Range<Int> {
    let touched = sentences.filter { $0.overlaps(span) || $0.contains(span.lowerBound) }
    let start = min(touched.first?.lowerBound ?? span.lowerBound, span.lowerBound)
    let end = max(touched.last?.upperBound ?? span.upperBound, span.upperBound)
    return start..<end
  }

  func text(of span: Range<Int>) -> String {
    let clamped = span.clamped(to: 0..<text.count)
    return String(decoding: text[clamped], as: UTF8.self)
  }
}
