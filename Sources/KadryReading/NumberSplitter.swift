import KadryText

/// Cuts a document's number off the noun before it where the blank between them was lost, as in
/// `Решению759/QD-TTg`.
struct NumberSplitter {
  let tokenizer: Tokenizer
  /// Bytes of the shortest noun that is cut: shorter words with digits are codes.
  private static let shortest = 5

  /// Replaces each such word by its letters and its digits; offsets stay those of the text.
  func split(_ tokens: inout [Token], _ text: Span<UInt8>) {
    var i = 0
    while i + 1 < tokens.count {
      if tokens[i].has(.digit), let digits = digits(tokens[i], before: tokens[i + 1], text) {
        let parts = tokenizer.parts(of: tokens[i], cutAt: digits, text)
        if parts.count == 2 {
          tokens.replaceSubrange(i...i, with: parts)
          i += 1
        }
      }
      i += 1
    }
  }

  /// Where the digits at the end of a word begin that a slash or a hyphen follows.
  private func digits(_ token: Token, before next: Token, _ text: Span<UInt8>) -> Int? {
    guard token.isWord, next.mark == .slash || next.mark == .dash, !next.has(.spaceBefore),
      token.has(.cyrillic) || token.has(.diacritic) && !token.isCapitalized, !token.has(.allCaps)
    else { return nil }
    var at = Int(token.end)
    while at > Int(token.start), (0x30...0x39).contains(text[at - 1]) { at -= 1 }
    let letters = Int(token.start)..<at
    guard at < Int(token.end), letters.count >= NumberSplitter.shortest,
      letters.allSatisfy({ text[$0] >= 0x41 })
    else { return nil }
    return at
  }
}
