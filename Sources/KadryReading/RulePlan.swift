import KadryLexicon
import KadryPatterns

/// The arguments of productions.
enum RuleArgument: Int, CaseIterable {
  case day, month, year, endday, endmonth, endyear, whole, part, monthname, endmonthname, dotted, enddotted
  case value, of, percent, unit, what, group
  case who, since, until, term, session
  case type, number, title, named
  case subject, object

  /// The word that rule files write.
  var name: String { String(describing: self) }
}

/// A rule's production, looked up once instead of at every match.
final class RulePlan: Sendable {
  let name: String
  /// `nil` for a production that the reader does not know.
  let kind: ProductionKind?
  /// The capture slot of each argument, or -1 where the rule captures none of that name.
  private let slots: [Int]

  /// What the constants of the production say.
  let dateKind: String?
  let measure: Measure?
  let isOfThem: Bool
  let status: HoldsStatus
  let isSpread: Bool
  let predicate: Predicate?

  init(_ rules: RuleSet, _ number: Int) {
    let production = rules.rules[number].production
    name = rules.rules[number].name
    kind = ProductionKind(rawValue: production.name)
    slots = RuleArgument.allCases.map { rules.slot(number, $0.name) ?? -1 }
    dateKind = production.constants["kind"]
    measure = Measure(rawValue: production.constants["measure"] ?? Measure.count.rawValue)
    isOfThem = production.constants["check"] == "of-them"
    status = production.constants["status"].flatMap(HoldsStatus.init) ?? .holds
    isSpread = production.constants["spread"] == "yes"
    predicate = production.constants["predicate"].flatMap(Predicate.init)
  }

  func slot(_ argument: RuleArgument) -> Int { slots[argument.rawValue] }
}

/// A rule's match, with its captures by the names of the production's arguments.
struct RuleMatch {
  let match: Match
  let plan: RulePlan

  var tokens: Range<Int> { match.tokens }

  /// The first capture of an argument in the text.
  func first(_ argument: RuleArgument) -> Match.Capture? {
    let slot = plan.slot(argument)
    if slot < 0 { return nil }
    for capture in match.captures where capture.slot == slot { return capture }
    return nil
  }

  /// All captures of an argument in the order of the text.
  func all(_ argument: RuleArgument) -> [Match.Capture] {
    let slot = plan.slot(argument)
    return slot < 0 ? [] : match.captures.filter { $0.slot == slot }
  }
}
