import KadryText

extension Tokenizer {
  /// The tokens of both sides of a byte inside a token; what stood before it is said of the first.
  func parts(of token: Token, cutAt byte: Int, _ text: Span<UInt8>) -> [Token] {
    var parts: [Token] = []
    tokenize(text, in: Int(token.start)..<byte, block: false, into: &parts)
    tokenize(text, in: byte..<Int(token.end), block: false, into: &parts)
    if !parts.isEmpty {
      parts[0].flags.formUnion(token.flags.intersection([.spaceBefore, .lineBefore, .blockBefore, .glued]))
    }
    return parts
  }
}
