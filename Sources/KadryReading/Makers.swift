import KadryLexicon
import KadryPatterns
import KadryText

/// Carries out the productions of rules.
struct Makers {
  let tables: ReadingTables
  let dates: DateMaker
  let figures: FigureMaker
  let holds: HoldsMaker
  let directives: DirectiveMaker
  /// By rule.
  private let plans: [RulePlan]

  init(_ tables: ReadingTables) {
    self.tables = tables
    dates = DateMaker(tables)
    figures = FigureMaker(tables)
    holds = HoldsMaker(tables)
    directives = DirectiveMaker(tables)
    plans = tables.rules.rules.indices.map { RulePlan(tables.rules, $0) }
  }

  /// Makes what the match's rule says; returns whether anything came of it.
  func make(_ draft: inout Draft, _ match: Match) -> Bool {
    let match = RuleMatch(match: match, plan: plans[match.rule])
    switch match.plan.kind {
    case .date: return dates.make(&draft, match)
    case .figure: return figures.make(&draft, match)
    case .holds: return holds.make(&draft, match)
    case .person: return person(&draft, match)
    case .directive: return directives.make(&draft, match)
    case .relation: return relation(&draft, match)
    case nil: return false
    }
  }

  /// Something beside a possible name makes it a person.
  private func person(_ draft: inout Draft, _ match: RuleMatch) -> Bool {
    var made = false
    for capture in match.all(.who) {
      for type in [tables.types.person, tables.types.maybe, tables.types.short] {
        guard let (_, hit) = draft.chart.first(at: capture.tokens.lowerBound, type: type) else { continue }
        draft.people[Int(hit.value)].isSupported = true
        made = true
        break
      }
    }
    return made
  }

  private func relation(_ draft: inout Draft, _ match: RuleMatch) -> Bool {
    guard let predicate = match.plan.predicate, let subject = end(draft, match.first(.subject)),
      let object = end(draft, match.first(.object))
    else { return false }
    draft.relations.append(
      RelationMention(
        tokens: match.tokens, subject: subject, predicate: predicate, object: object, rule: match.plan.name))
    return true
  }

  private func end(_ draft: borrowing Draft, _ capture: Match.Capture?) -> RelationMention.End? {
    guard let at = capture?.tokens.lowerBound else { return nil }
    if let (_, hit) = draft.chart.first(at: at, type: tables.types.directive) {
      return .directive(Int(hit.value))
    }
    if let (_, hit) = draft.chart.first(at: at, type: tables.types.org) { return .body(Int(hit.value)) }
    if let (_, hit) = draft.chart.first(at: at, type: tables.types.person) { return .person(Int(hit.value)) }
    return nil
  }
}
