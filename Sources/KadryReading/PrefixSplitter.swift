import KadryLexicon
import KadryText

/// Cuts a prefix that says something of a title off the word behind it, as in `ex-minister`.
///
/// The prefixes are the entries that are written as a word and a hyphen.
struct PrefixSplitter {
  private let tokenizer: Tokenizer
  private let prefixes: Set<UInt64>

  init(_ lexicons: Lexicons) {
    tokenizer = lexicons.tokenizer
    prefixes = lexicons.prefixKeys
  }

  /// Replaces each word that begins with a prefix by its parts; offsets stay those of the text.
  func split(_ tokens: inout [Token], _ text: Span<UInt8>) {
    var i = 0
    var parts: [Token] = []
    while i < tokens.count {
      guard tokens[i].has(.hyphen), tokens[i].has(.cyrillic), let hyphen = hyphen(in: tokens[i], text) else {
        i += 1
        continue
      }
      parts.removeAll(keepingCapacity: true)
      tokenizer.tokenize(text, in: Int(tokens[i].start)..<(hyphen + 1), block: false, into: &parts)
      guard parts.count == 2, prefixes.contains(parts[0].key) else {
        i += 1
        continue
      }
      tokenizer.tokenize(text, in: (hyphen + 1)..<Int(tokens[i].end), block: false, into: &parts)
      parts[0].flags.formUnion(
        tokens[i].flags.intersection([.spaceBefore, .lineBefore, .blockBefore, .glued]))
      tokens.replaceSubrange(i...i, with: parts)
      i += parts.count
    }
  }

  /// Where the first hyphen of a word stands.
  private func hyphen(in token: Token, _ text: Span<UInt8>) -> Int? {
    for at in token.range where text[at] == 0x2D || text[at] == 0xE2 {
      return text[at] == 0x2D ? at : nil
    }
    return nil
  }
}
