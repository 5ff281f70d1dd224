import KadryLexicon
import KadryPatterns
import KadryText

/// Cuts a document into tokens, lines and sentences, and marks every lexicon hit.
struct Marker {
  let tables: ReadingTables

  func mark(_ draft: inout Draft, format: TextFormat) {
    let lexicons = tables.lexicons
    let text = draft.text
    draft.chart.reset(
      { tokens in
        if format == .html {
          for run in HTMLText.runs(in: text.span) {
            lexicons.tokenizer.tokenize(text.span, in: run.bytes, block: run.startsBlock, into: &tokens)
          }
        } else {
          lexicons.tokenizer.tokenize(text.span, in: 0..<text.count, into: &tokens)
          Layout.unwrap(&tokens)
        }
      }, shape: { _ in 0 },
      guess: { lexicons.endingGrammemes[Int($0.ending)] })
    for i in draft.chart.tokens.indices { draft.chart.set(mask: shape(draft.chart.tokens[i], text), at: i) }
    draft.claimed = [Bool](repeating: false, count: draft.chart.tokens.count)
    let tokens = draft.chart.tokens
    draft.lines = Layout.lines(of: tokens)
    draft.sentences = tables.sentences.sentences(of: tokens, lines: draft.lines)
    for sentence in draft.sentences where sentence.language == .vietnameseBare {
      for token in sentence.tokens where draft.chart.tokens[token].isWord {
        draft.chart.set(mask: Shape.bare.mask, at: token)
      }
    }
    hits(&draft)
  }

  private func shape(_ token: Token, _ text: [UInt8]) -> UInt128 {
    var mask = Shape.any.mask
    if !token.has(.spaceBefore) { mask |= Shape.nospace.mask }
    if token.has(.lineBefore) { mask |= Shape.linestart.mask }
    switch token.kind {
    case .word:
      mask |= Shape.word.mask | (token.isCapitalized ? Shape.cap.mask : Shape.lower.mask)
      if token.has(.allCaps) { mask |= Shape.allcaps.mask }
      mask |= token.has(.cyrillic) ? Shape.cyrillic.mask : Shape.latin.mask
      if tables.lexicons.endingIsAdjective[Int(token.ending)] { mask |= Shape.adj.mask }
      if Numbers.roman(text[token.range]) != nil { mask |= Shape.roman.mask }
    case .number:
      mask |= Shape.number.mask
      let digits = text[token.range]
      if digits.contains(where: { $0 == 0x2E || $0 == 0x2C }) {
        mask |= Shape.dotted.mask
      } else if let value = Numbers.integer(digits) {
        if digits.count <= 2, (1...31).contains(value) { mask |= Shape.day.mask }
        if digits.count <= 2, (1...12).contains(value) { mask |= Shape.monthnum.mask }
        if digits.count == 4, (1900...2099).contains(value) { mask |= Shape.year.mask }
      }
    case .mark:
      switch token.mark {
      case .comma: mask |= Shape.comma.mask
      case .semicolon: mask |= Shape.semicolon.mask
      case .colon: mask |= Shape.colon.mask
      case .period: mask |= Shape.stop.mask
      case .dash: mask |= Shape.dash.mask
      case .slash: mask |= Shape.slash.mask
      case .percent: mask |= Shape.percent.mask
      case .bar: mask |= Shape.bar.mask
      case .numero: mask |= Shape.numero.mask
      case .openBracket: mask |= Shape.open.mask
      case .closeBracket: mask |= Shape.close.mask
      case .openQuote: mask |= Shape.openquote.mask
      case .closeQuote: mask |= Shape.closequote.mask
      case .quote: mask |= Shape.openquote.mask | Shape.closequote.mask
      default: break
      }
    }
    return mask
  }

  /// Every entry that begins at a token becomes an annotation.
  private func hits(_ draft: inout Draft) {
    let lexicons = tables.lexicons
    let count = draft.chart.tokens.count
    for start in 0..<count {
      var node = 0
      var at = start
      let isBare = draft.chart.masks[start].has(.bare)
      let trie = isBare ? lexicons.bareTrie : lexicons.trie
      while at < count {
        let token = draft.chart.tokens[at]
        node = trie.child(node, isBare && token.isWord ? token.stem : token.key)
        if node == 0 { break }
        for index in trie.values(at: node) {
          let value = trie.values[index]
          if value.grammemes.contains(.capitalsOnly), !draft.isQuery, !isCapital(draft.chart.tokens[start]) { continue }
          draft.chart.add(
            Annotation(
              start: start, end: at + 1, type: Int(tables.entryTypes[Int(value.entry)]),
              grammemes: value.grammemes, value: Int(value.entry)))
          draft.lemmas.append(value.lemma)
        }
        guard trie.continues(node) else { break }
        at += 1
        // An entry does not run over the end of a line.
        if at < count, draft.chart.tokens[at].has(.blockBefore) { break }
      }
    }
  }

  private func isCapital(_ token: Token) -> Bool {
    token.has(.allCaps) || (token.isCapitalized && token.end - token.start <= 2)
  }
}
