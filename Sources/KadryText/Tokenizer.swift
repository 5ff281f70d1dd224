/// Cuts UTF-8 text into tokens in one pass, without copying a word.
///
/// Works on any bytes: what is not valid UTF-8 lies in the gaps between tokens. Linear in the text; keep
/// one value and one token array for many documents.
public struct Tokenizer: Sendable {
  public let endings: EndingTable

  public init(endings: EndingTable = EndingTable()) { self.endings = endings }

  /// Appends the tokens of `text[range]` to `tokens`.
  ///
  /// - Parameter block: whether the range begins a new block of the layout.
  public func tokenize(
    _ text: Span<UInt8>, in range: Range<Int>, block: Bool = true, into tokens: inout [Token]
  ) {
    var scan = WordScan(end: range.upperBound, position: range.lowerBound)
    Letters.table.withSpan { letters in
      endings.byTail.withSpan { tails in
        endings.lengths.withSpan { lengths in
          scan.run(text, letters: letters, tails: tails, lengths: lengths, block: block, into: &tokens)
        }
      }
    }
  }

  /// Returns the tokens of a whole text.
  public func tokens(of text: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count / 6 + 8)
    tokenize(text.span, in: 0..<text.count, into: &tokens)
    return tokens
  }
}

extension Array {
  /// Lends the array's storage as a span for the time of a call.
  @inline(__always)
  func withSpan<R>(_ body: (Span<Element>) -> R) -> R { body(self.span) }
}
