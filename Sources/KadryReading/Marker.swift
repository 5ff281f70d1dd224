import KadryLexicon
import KadryPatterns
import KadryText

/// Cuts a document into tokens, lines and sentences, and marks every lexicon hit.
struct Marker {
  let tables: ReadingTables
  private let shapes: TokenShapes
  private let prefixes: PrefixSplitter

  init(tables: ReadingTables) {
    self.tables = tables
    prefixes = PrefixSplitter(tables.lexicons)
    shapes = TokenShapes(tables.lexicons)
  }

  func mark(_ draft: inout Draft) {
    let tokenizer = tables.lexicons.tokenizer
    let text = draft.text
    draft.chart.reset { tokens, masks, guesses in
      tokenizer.tokenize(text.span, in: 0..<text.count, into: &tokens)
      Layout.unwrap(&tokens)
      prefixes.split(&tokens, text.span)
      shapes.append(of: tokens, text.span, &masks, &guesses)
    }
    draft.claimed.append(contentsOf: repeatElement(false, count: draft.chart.tokens.count))
    draft.lines = Layout.lines(of: draft.chart.tokens)
    if let page = draft.page { draft.marks = page.marks(of: draft.lines, draft.chart.tokens) }
    draft.sentences = tables.sentences.sentences(of: draft.chart.tokens, lines: draft.lines)
    for sentence in draft.sentences {
      if let first = sentence.tokens.first { draft.chart.set(mask: Shape.opening.mask, at: first) }
    }
    for sentence in draft.sentences where sentence.language == .vietnameseBare {
      for token in sentence.tokens where draft.chart.tokens[token].isWord {
        draft.chart.set(mask: Shape.bare.mask, at: token)
      }
    }
    hits(&draft, tables.lexicons.trie, tables.lexicons.bareTrie)
  }

  /// Every entry that begins at a token becomes an annotation.
  private func hits(_ draft: inout Draft, _ trie: Trie, _ bareTrie: Trie) {
    for start in draft.chart.tokens.indices {
      if draft.chart.masks[start].has(.bare) {
        let token = draft.chart.tokens[start]
        if bareTrie.mayStart(token.isWord ? token.stem : token.key) {
          hits(&draft, bareTrie, start, isBare: true)
        }
      } else if trie.mayStart(draft.chart.tokens[start].key) {
        hits(&draft, trie, start, isBare: false)
      }
    }
  }

  private func hits(_ draft: inout Draft, _ trie: borrowing Trie, _ start: Int, isBare: Bool) {
    let count = draft.chart.tokens.count
    var node = 0
    var at = start
    while at < count {
      let token = draft.chart.tokens[at]
      node = trie.child(node, isBare && token.isWord ? token.stem : token.key)
      if node == 0 { return }
      for index in trie.values(at: node) {
        let value = trie.values[index]
        if value.grammemes.contains(.capitalsOnly), !draft.isQuery, !isCapital(draft, start) {
          continue
        }
        draft.chart.add(
          Annotation(
            start: start, end: at + 1, type: Int(tables.entryTypes[Int(value.entry)]),
            grammemes: value.grammemes, value: Int(value.entry)))
        draft.lemmas.append(value.lemma)
      }
      guard trie.continues(node) else { return }
      at += 1
      // An entry does not run over the end of a line.
      if at < count, draft.chart.tokens[at].has(.blockBefore) { return }
    }
  }

  /// Whether a word is all in capitals; a single letter of two bytes is when it is one.
  private func isCapital(_ draft: borrowing Draft, _ i: Int) -> Bool {
    let token = draft.chart.tokens[i]
    guard token.isCapitalized, !token.has(.allCaps) else { return token.has(.allCaps) }
    return token.end - token.start == 1
      || token.end - token.start == 2 && draft.text[Int(token.start)] >= 0x80
  }
}
