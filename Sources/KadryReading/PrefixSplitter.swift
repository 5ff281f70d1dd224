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
    while i < tokens.count {
      if tokens[i].has(.hyphen), tokens[i].has(.cyrillic), let hyphen = hyphen(in: tokens[i], text) {
        let parts = tokenizer.parts(of: tokens[i], cutAt: hyphen + 1, text)
        if parts.count > 1, parts[1].mark == .dash, prefixes.contains(parts[0].key) {
          tokens.replaceSubrange(i...i, with: parts)
          i += parts.count - 1
        }
      }
      i += 1
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
