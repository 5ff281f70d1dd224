import KadryLexicon
import KadryPatterns
import KadryText

extension Reader {
  /// The reading of a text step by step: tokens with their hits, matches that won and lost, claims.
  ///
  /// - Parameter text: a sentence or a short article.
  /// - Returns: lines for a person to read.
  public func explain(_ document: Document) -> [String] {
    var lines: [String] = []
    var matches: [String] = []
    let rules = tables.rules
    listener = { draft, match, fate in
      let rule = rules.rules[match.rule]
      let captures = match.captures.map {
        "\(rules.slotName(match.rule, $0.slot))=\(draft.phrase($0.tokens))"
      }
      matches.append(
        "  \(fate.rawValue.padded(8)) \(rule.phase.padded(10)) \(rule.name.padded(30)) «\(draft.phrase(match.tokens))» "
          + captures.joined(separator: " · "))
    }
    let reading = read(document)
    listener = nil
    lines.append("tokens")
    for (index, token) in draft.chart.tokens.enumerated() {
      var hits: [String] = []
      draft.chart.forEach(at: index) { number, annotation in
        hits.append(describe(number, annotation))
      }
      lines.append(
        "  \(token.start)..<\(token.end) \(draft.word(index)) [\(draft.zones[index].rawValue)]"
          + (hits.isEmpty ? "" : " " + hits.joined(separator: "; ")))
    }
    lines.append("sentences")
    for sentence in draft.sentences {
      lines.append("  \(sentence.language.rawValue) \(draft.phrase(sentence.tokens))")
    }
    lines.append("matches")
    lines.append(contentsOf: matches.isEmpty ? ["  none"] : matches)
    lines.append("claims")
    for claim in reading.claims { lines.append("  " + WireWriter.line(.claim(claim))) }
    return lines
  }

  private func describe(_ number: Int, _ annotation: Annotation) -> String {
    let type = tables.registry.names[Int(annotation.type)]
    let name = number < draft.lemmas.count ? " " + tables.lexicons.entries[Int(annotation.value)].id : ""
    let extent = annotation.tokens.count > 1 ? "+\(annotation.tokens.count - 1)" : ""
    let cases = Grammemes.cellNames(of: annotation.grammemes)
    return type + name + extent + (cases.isEmpty ? "" : " (" + cases.joined(separator: " ") + ")")
  }
}

extension String {
  /// The string with blanks up to a width.
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
