import KadryLexicon
import KadryPatterns
import KadryText

/// Makes citations of documents that rules find: short ones, and documents named without a number.
struct DirectiveMaker {
  let tables: ReadingTables
  let types: Types
  private let nominative: Nominative

  init(_ tables: ReadingTables) {
    self.tables = tables
    types = tables.types
    nominative = Nominative(tables.lexicons)
  }

  func make(_ draft: inout Draft, _ match: RuleMatch) -> Bool {
    var kind: String?
    if let capture = match.first(.type) { kind = self.kind(draft, capture) }
    if let title = match.first(.title) {
      draft.directives.append(
        DirectiveMention(
          tokens: title.tokens, number: nil, numberVi: nil, type: kind, issuerCode: nil, issuer: nil,
          title: nominative(draft, title.tokens), date: nil, cites: .full, bare: nil, year: nil,
          rule: match.plan.name))
      claim(&draft, title.tokens)
      return true
    }
    var made = false
    for number in match.all(.number) {
      guard let value = Numbers.integer(draft.text[draft.chart.tokens[number.tokens.lowerBound].range]) else {
        continue
      }
      let digits = draft.quote(number.tokens)
      let tokens =
        made
        ? number.tokens
        : (match.first(.type)?.tokens.lowerBound ?? number.tokens.lowerBound)..<number.tokens.upperBound
      draft.directives.append(
        DirectiveMention(
          tokens: tokens, number: digits, numberVi: digits, type: kind, issuerCode: nil, issuer: nil,
          title: nil, date: nil, cites: .short, bare: value, year: nil, rule: match.plan.name))
      claim(&draft, number.tokens)
      made = true
    }
    return made
  }

  private func claim(_ draft: inout Draft, _ tokens: Range<Int>) {
    for token in tokens where draft.chart.tokens[token].isNumber {
      draft.claimed[token] = true
      draft.chart.remove(mask: Shape.numberShapes, at: token)
    }
    draft.chart.add(
      Annotation(
        start: tokens.lowerBound, end: tokens.upperBound, type: types.directive, grammemes: .invariable,
        value: draft.directives.count - 1))
  }

  private func kind(_ draft: borrowing Draft, _ capture: Match.Capture) -> String? {
    guard let (_, hit) = draft.chart.first(at: capture.tokens.lowerBound, type: types.documentType) else {
      return nil
    }
    return tables.lexicons.documentTypes[tables.lexicons.entries[Int(hit.value)].index].kind
  }

  /// The title with its head noun in the nominative.
  private func nominative(_ draft: borrowing Draft, _ tokens: Range<Int>) -> String {
    guard let (index, hit) = draft.chart.first(at: tokens.lowerBound, type: types.documentType),
      index < draft.lemmas.count,
      draft.chart.tokens[tokens.lowerBound].has(.cyrillic)
    else { return draft.phrase(tokens) }
    let lemma = nominative.cased(draft, lemma: draft.lemmas[index], like: tokens.lowerBound)
    let rest = Int(hit.end)..<tokens.upperBound
    return rest.isEmpty ? lemma : lemma + " " + draft.phrase(rest)
  }
}
