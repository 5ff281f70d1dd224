import KadryLexicon
import KadryPatterns

/// What rules may make: a closed list, so that a slip in a rule file is an error when it is read.
enum ProductionKind: String, CaseIterable {
  /// A calendar date, month, year or interval.
  case date
  /// A number that says something.
  case figure
  /// A person and a post.
  case holds
  /// A person without a post beside the name.
  case person
  /// A document named without a number, or cited in short.
  case directive
  /// Something between two things of a sentence.
  case relation

  /// Arguments that the production understands.
  var arguments: Set<String> {
    switch self {
    case .date:
      [
        "day", "month", "year", "endday", "endmonth", "endyear", "whole", "part", "monthname", "endmonthname",
        "dotted", "enddotted",
      ]
    case .figure: ["value", "of", "percent", "unit", "what", "group"]
    case .holds: ["who", "what", "since", "until", "term", "session"]
    case .person: ["who"]
    case .directive: ["type", "number", "title", "named"]
    case .relation: ["subject", "object"]
    }
  }

  /// Constants that the production understands.
  var constants: Set<String> {
    switch self {
    case .date: ["kind"]
    case .figure: ["measure", "check"]
    case .holds: ["status", "spread"]
    case .person: ["role"]
    case .directive: ["cites"]
    case .relation: ["predicate"]
    }
  }

  static func check(_ rule: RuleSource) throws(LexiconError) {
    let production = rule.production
    func fail(_ message: String) -> LexiconError {
      LexiconError(file: rule.file, line: production.line, column: production.column, message: message)
    }
    guard let kind = ProductionKind(rawValue: production.name) else {
      let known = allCases.map(\.rawValue).joined(separator: " ")
      throw fail("there is no production '\(production.name)'; productions are: \(known)")
    }
    for capture in production.captures where !kind.arguments.contains(capture) {
      throw fail(
        "'\(production.name)' does not understand '\(capture)'; it takes: "
          + kind.arguments.sorted().joined(separator: " "))
    }
    for constant in production.constants.keys.sorted() where !kind.constants.contains(constant) {
      throw fail(
        "'\(production.name)' has no setting '\(constant)'; it has: "
          + kind.constants.sorted().joined(separator: " "))
    }
  }
}
