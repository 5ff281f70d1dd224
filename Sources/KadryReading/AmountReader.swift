import KadryLexicon
import KadryPatterns
import KadryText

/// Puts numbers together: thousands that stand apart, multipliers, spelled-out numerals.
struct AmountReader {
  let tables: ReadingTables
  let types: Types
  private let ofTotal: Int

  init(_ tables: ReadingTables) {
    self.tables = tables
    types = tables.types
    ofTotal = tables.registry.bit("of-total") ?? tables.types.amount
  }

  func read(_ draft: inout Draft, _ sentence: Range<Int>) {
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard !draft.claimed[i], let amount = amount(draft, i, sentence.upperBound) else {
        i += 1
        continue
      }
      draft.amounts.append(amount)
      draft.chart.add(
        Annotation(
          start: i, end: amount.tokens.upperBound, type: types.amount, grammemes: .invariable,
          value: draft.amounts.count - 1))
      i = amount.tokens.upperBound
    }
  }

  private func amount(_ draft: borrowing Draft, _ i: Int, _ limit: Int) -> Amount? {
    let token = draft.chart.tokens[i]
    if token.isNumber { return digits(draft, i, limit) }
    // Spelled-out numerals of Vietnamese are other words too often.
    guard token.isWord, token.has(.cyrillic), let (_, hit) = draft.chart.first(at: i, type: types.numeral)
    else { return nil }
    let numeral = tables.lexicons.numerals[tables.lexicons.entries[Int(hit.value)].index]
    guard !numeral.isMultiplier, numeral.value > 2 else { return nil }
    return Amount(tokens: hit.tokens, value: numeral.value, isWord: true)
  }

  private func digits(_ draft: borrowing Draft, _ i: Int, _ limit: Int) -> Amount? {
    guard !isOrdinal(draft, i, limit), !isNumberOfSomething(draft, i) else { return nil }
    let first = draft.text[draft.chart.tokens[i].range]
    guard var value = Numbers.decimal(first) else { return nil }
    var end = i + 1
    // «615 579»: groups of three digits after a blank go on with the number.
    var previous = first
    while end < limit, draft.chart.tokens[end].isNumber, !draft.claimed[end], previous.count <= 3,
      !previous.contains(0x2C), !previous.contains(0x2E), isGroup(draft, end)
    {
      let group = draft.text[draft.chart.tokens[end].range]
      value = value * 1000 + (Numbers.decimal(group) ?? 0)
      previous = group.prefix { $0 != 0x2C }
      end += 1
      if group.contains(0x2C) { break }
    }
    var factor = 1.0
    while end < limit, let (_, hit) = draft.chart.first(at: end, type: types.numeral) {
      let numeral = tables.lexicons.numerals[tables.lexicons.entries[Int(hit.value)].index]
      guard numeral.isMultiplier else { break }
      value *= numeral.value
      factor *= numeral.value
      end = Int(hit.end)
      if end < limit, draft.chart.tokens[end].mark == .period, end + 1 < limit,
        draft.chart.tokens[end + 1].isWord, !draft.chart.tokens[end + 1].isCapitalized
      {
        end += 1
      }
    }
    if let (rest, after) = rest(draft, end, limit, below: factor) {
      value += rest
      end = after
    }
    return Amount(tokens: i..<end, value: value, isWord: false, factor: factor)
  }

  /// A number with a smaller multiplier goes on with one that has a greater.
  private func rest(_ draft: borrowing Draft, _ i: Int, _ limit: Int, below factor: Double) -> (Double, Int)?
  {
    guard factor > 1, i + 1 < limit, draft.chart.tokens[i].isNumber, !draft.claimed[i],
      let number = Numbers.decimal(draft.text[draft.chart.tokens[i].range]), number < 1000,
      let (_, hit) = draft.chart.first(at: i + 1, type: types.numeral)
    else { return nil }
    let numeral = tables.lexicons.numerals[tables.lexicons.entries[Int(hit.value)].index]
    guard numeral.isMultiplier, numeral.value < factor else { return nil }
    var end = Int(hit.end)
    if end + 1 < limit, draft.chart.tokens[end].mark == .period, draft.chart.tokens[end + 1].isWord,
      !draft.chart.tokens[end + 1].isCapitalized
    {
      end += 1
    }
    return (number * numeral.value, end)
  }

  private func isGroup(_ draft: borrowing Draft, _ i: Int) -> Bool {
    let token = draft.chart.tokens[i]
    guard token.has(.spaceBefore), !token.has(.lineBefore) else { return false }
    let whole = draft.text[token.range].prefix { $0 != 0x2C }
    return whole.count == 3 && !whole.contains(0x2E)
  }

  /// «13-й», «4-го»: a number with letters behind a hyphen.
  private func isOrdinal(_ draft: borrowing Draft, _ i: Int, _ limit: Int) -> Bool {
    guard i + 2 < limit, draft.chart.tokens[i + 1].mark == .dash, !draft.chart.tokens[i + 1].has(.spaceBefore)
    else { return false }
    let next = draft.chart.tokens[i + 2]
    return next.isWord && !next.has(.spaceBefore) && next.has(.cyrillic) && !next.isCapitalized
      && next.end - next.start <= 6
  }

  /// «Covid-19», `9939-542aa`, `21:13`: a number that hangs on letters or on another number.
  private func isJoined(_ draft: borrowing Draft, _ i: Int) -> Bool {
    let tokens = draft.chart.tokens
    if i >= 2, !tokens[i].has(.spaceBefore), !tokens[i - 1].has(.spaceBefore) {
      if tokens[i - 1].mark == .dash, tokens[i - 2].isWord { return true }
      if tokens[i - 1].mark == .colon, tokens[i - 2].isNumber { return true }
    }
    guard i + 1 < tokens.count, !tokens[i + 1].has(.spaceBefore) else { return false }
    if tokens[i + 1].mark == .colon, i + 2 < tokens.count, tokens[i + 2].isNumber,
      !tokens[i + 2].has(.spaceBefore)
    {
      return true
    }
    return tokens[i + 1].isWord && tokens[i + 1].has(.latin) && !draft.has(types.unit, at: i + 1)
      && !draft.has(types.numeral, at: i + 1)
  }

  /// A number that names something: after a number sign, an ordinal's word, or inside a code.
  private func isNumberOfSomething(_ draft: borrowing Draft, _ i: Int) -> Bool {
    if i == 0 { return false }
    let previous = draft.chart.tokens[i - 1]
    if previous.mark == .numero || previous.mark == .hash { return true }
    let isPlain = !draft.chart.masks[i].has(.dotted)
    if isPlain, draft.annotation(ofTotal, endingAt: i, reach: 4) == nil,
      draft.annotation(types.numberSign, endingAt: i, reach: 2) != nil
    {
      return true
    }
    if draft.annotation(types.ordinal, endingAt: i, reach: 3) != nil, draft.chart.tokens[i].has(.spaceBefore)
    {
      return true
    }
    if previous.isWord, !draft.chart.tokens[i].has(.spaceBefore) { return true }
    if isJoined(draft, i) { return true }
    if previous.isNumber, !draft.chart.tokens[i].has(.spaceBefore) { return true }
    return draft.claimed[i - 1] && !draft.chart.tokens[i].has(.spaceBefore)
  }
}
