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

  init(_ tables: ReadingTables) {
    self.tables = tables
    dates = DateMaker(tables)
    figures = FigureMaker(tables)
    holds = HoldsMaker(types: tables.types)
    directives = DirectiveMaker(tables)
  }

  /// Makes what the match's rule says; returns whether anything came of it.
  func make(_ draft: inout Draft, _ match: Match) -> Bool {
    let rule = tables.rules.rules[match.rule]
    let rules = tables.rules
    let slot: (String) -> [Match.Capture] = { name in
      rules.slot(match.rule, name).map { match.all($0) } ?? []
    }
    switch ProductionKind(rawValue: rule.production.name) {
    case .date: return dates.make(&draft, match, rule, slot)
    case .figure: return figures.make(&draft, match, rule, slot)
    case .holds: return holds.make(&draft, match, rule, slot)
    case .person: return person(&draft, slot)
    case .directive: return directives.make(&draft, match, rule, slot)
    case .relation: return relation(&draft, match, rule, slot)
    case nil: return false
    }
  }

  /// Something beside a possible name makes it a person.
  private func person(_ draft: inout Draft, _ slot: (String) -> [Match.Capture]) -> Bool {
    var made = false
    for capture in slot("who") {
      for type in [tables.types.person, tables.types.maybe, tables.types.short] {
        guard let (_, hit) = draft.chart.first(at: capture.tokens.lowerBound, type: type) else { continue }
        draft.people[Int(hit.value)].isSupported = true
        made = true
        break
      }
    }
    return made
  }

  private func relation(
    _ draft: inout Draft, _ match: Match, _ rule: RuleSource, _ slot: (String) -> [Match.Capture]
  ) -> Bool {
    guard let predicate = Predicate(rawValue: rule.production.constants["predicate"] ?? ""),
      let subject = end(draft, slot("subject").first), let object = end(draft, slot("object").first)
    else { return false }
    draft.relations.append(
      RelationMention(tokens: match.tokens, subject: subject, predicate: predicate, object: object, rule: rule.name))
    return true
  }

  private func end(_ draft: Draft, _ capture: Match.Capture?) -> RelationMention.End? {
    guard let at = capture?.tokens.lowerBound else { return nil }
    if let (_, hit) = draft.chart.first(at: at, type: tables.types.directive) { return .directive(Int(hit.value)) }
    if let (_, hit) = draft.chart.first(at: at, type: tables.types.org) { return .body(Int(hit.value)) }
    return nil
  }
}
