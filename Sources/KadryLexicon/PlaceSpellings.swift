import KadryText

/// Looks whole names up among the spellings of known places.
struct PlaceSpellings: Sendable {
  private let lexicons: Lexicons
  private let tokenizer = Tokenizer()

  init(_ lexicons: Lexicons) { self.lexicons = lexicons }

  /// The Vietnamese names of the places that a whole text names, ascending, and whether diacritics were needed.
  func names(_ text: String) -> (names: [String], isExact: Bool) {
    let isWordless: (Token) -> Bool = { !$0.isWord && !$0.isNumber }
    let tokens = Array(
      tokenizer.tokens(of: Array(text.utf8)).drop(while: isWordless).reversed().drop(while: isWordless)
        .reversed())
    let exact = names(lexicons.trie, tokens.map(\.key))
    if !exact.isEmpty { return (exact, true) }
    return (
      names(lexicons.bareTrie, tokens.map { $0.isWord && !$0.has(.cyrillic) ? $0.stem : $0.key }), false
    )
  }

  private func names(_ trie: Trie, _ keys: [UInt64]) -> [String] {
    guard !keys.isEmpty else { return [] }
    var node = 0
    for key in keys {
      node = trie.child(node, key)
      guard node != 0 else { return [] }
    }
    var found: Set<String> = []
    for i in trie.values(at: node) {
      let entry = lexicons.entries[Int(trie.values[i].entry)]
      if entry.kind == .place, !trie.values[i].grammemes.contains(.adjective) {
        found.insert(lexicons.places[entry.index].vi)
      }
    }
    return found.sorted()
  }

  /// The Vietnamese name, when the text can name places of one name only.
  func vietnamese(_ text: String) -> String? {
    let found = names(text)
    return found.isExact && found.names.count == 1 ? found.names[0] : nil
  }

  /// What the tables say of two texts; `nil` where they do not know both.
  static func compare(
    _ x: (names: [String], isExact: Bool), _ y: (names: [String], isExact: Bool)
  ) -> NameComparer.Outcome? {
    guard let common = x.names.first(where: { y.names.contains($0) }) else { return nil }
    if x.names == y.names, x.names.count == 1, x.isExact, y.isExact {
      return .init(.same, "both are spellings of the place \(common)")
    }
    return .init(.possible, "both may be spellings of the place \(common)")
  }
}
