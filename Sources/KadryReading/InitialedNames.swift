import KadryPatterns
import KadryText

/// Finds names with initials, before or behind the family name.
struct InitialedNames {
  /// Most initials of one name.
  private static let most = 3

  /// A single capital letter with a full stop.
  func isInitial(_ draft: borrowing Draft, _ i: Int) -> Bool {
    guard i + 1 < draft.chart.tokens.count else { return false }
    let token = draft.chart.tokens[i]
    guard token.isWord, token.isCapitalized, token.end - token.start <= 2 else { return false }
    let stop = draft.chart.tokens[i + 1]
    return (token.has(.cyrillic) || token.end - token.start == 1) && stop.mark == .period
      && !stop.has(.spaceBefore)
  }

  /// The end of a name with initials that begins at a token; `nil` where none does.
  func end(_ draft: borrowing Draft, _ start: Int, _ limit: Int) -> Int? {
    if isInitial(draft, start) {
      guard let at = letters(draft, start, limit), isName(draft, at, limit) else { return nil }
      return at + 1
    }
    // The family name first: «Surname I. O.» or «Surname I. O. Name».
    guard start + 1 < limit, isInitial(draft, start + 1), !draft.claimed[start],
      isName(draft, start, limit), let at = letters(draft, start + 1, limit)
    else { return nil }
    return isName(draft, at, limit) ? at + 1 : at - start >= 5 ? at : nil
  }

  /// The token behind one to three initials.
  private func letters(_ draft: borrowing Draft, _ start: Int, _ limit: Int) -> Int? {
    var at = start
    while at + 1 < limit, (at - start) / 2 < InitialedNames.most, isInitial(draft, at),
      at == start || !draft.chart.tokens[at].has(.lineBefore)
    { at += 2 }
    return at > start ? at : nil
  }

  /// A capitalised word of three letters or more that no lexicon knows.
  private func isName(_ draft: borrowing Draft, _ i: Int, _ limit: Int) -> Bool {
    guard i < limit else { return false }
    let token = draft.chart.tokens[i]
    guard token.isWord, token.isCapitalized, !token.has(.allCaps), token.end - token.start >= 4,
      !token.has(.lineBefore), draft.chart.masks[i] & Shape.opening.mask == 0
    else { return false }
    var isKnown = false
    draft.chart.forEach(at: i) { _, _ in isKnown = true }
    return !isKnown
  }
}
