import KadryLexicon
import KadryPatterns
import KadryText

/// Makes figures of matches.
struct FigureMaker {
  let tables: ReadingTables
  let types: Types

  init(_ tables: ReadingTables) {
    self.tables = tables
    types = tables.types
  }

  func make(_ draft: inout Draft, _ match: RuleMatch) -> Bool {
    guard let measure = match.plan.measure, let amount = amount(draft, match.first(.value))
    else { return false }
    var claim = FigureClaim(value: amount.value, measure: measure)
    var what: Range<Int>?
    if let capture = match.first(.what), !capture.tokens.isEmpty {
      what = capture.tokens
      claim.what = draft.phrase(capture.tokens)
    }
    switch measure {
    case .ratio:
      guard let whole = self.amount(draft, match.first(.of)), whole.value > 0 else { return false }
      // A multiplier behind the whole is said of the part as well.
      claim.of = amount.factor == 1 ? whole.value / whole.factor : whole.value
    case .percent:
      claim.percent = amount.value
      claim.value = nil
      claim.unit = "%"
    default:
      if let unit = match.first(.unit), let found = self.unit(draft, unit) {
        // Money is absolute in its currency; other measures stay in the unit that the text uses.
        claim.value = found.measure == "money" ? amount.value * found.factor : amount.value
        claim.unit = found.symbol
        // A unit knows what it measures better than the rule does.
        guard let own = Measure(rawValue: found.measure == "age" ? "count" : found.measure) else {
          return false
        }
        claim.measure = own
        if own == .percent {
          claim.percent = amount.value
          claim.value = nil
        }
      }
    }
    let mention = FigureMention(
      tokens: match.tokens, claim: claim, rule: match.plan.name, what: what,
      isOfThem: match.plan.isOfThem)
    draft.figures.append(mention)
    for token in match.tokens where draft.chart.tokens[token].isNumber { draft.claimed[token] = true }
    draft.chart.add(
      Annotation(
        start: match.tokens.lowerBound, end: match.tokens.upperBound, type: types.figure,
        grammemes: .invariable, value: draft.figures.count - 1))
    return true
  }

  private func amount(_ draft: borrowing Draft, _ capture: Match.Capture?) -> Amount? {
    guard let capture, let (_, hit) = draft.chart.first(at: capture.tokens.lowerBound, type: types.amount)
    else {
      return nil
    }
    return draft.amounts[Int(hit.value)]
  }

  private func unit(_ draft: borrowing Draft, _ capture: Match.Capture) -> Unit? {
    guard let (_, hit) = draft.chart.first(at: capture.tokens.lowerBound, type: types.unit) else {
      return nil
    }
    return tables.lexicons.units[tables.lexicons.entries[Int(hit.value)].index]
  }
}
