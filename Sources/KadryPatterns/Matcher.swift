import KadryLexicon
import KadryText

/// Finds the matches of a phase's rules; keep one for many documents.
public struct Matcher: Sendable {
  public let rules: RuleSet
  private var machine = Machine()

  public init(rules: RuleSet) { self.rules = rules }

  /// Every rule's longest match at every token of `range`, ordered by start, before any choice.
  ///
  /// - Parameter language: `ru` or `vi`; rules for another language are left out.
  public mutating func candidates(phase: Int, _ chart: Chart, in range: Range<Int>, language: String) -> [Match] {
    let phase = rules.phases[phase]
    var found: [Match] = []
    guard !phase.rules.isEmpty else { return found }
    for start in range {
      let mask = chart.masks[start] & phase.firstMask
      if mask == 0 && phase.byKey.isEmpty { continue }
      var rest = mask
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest &- 1
        for rule in phase.byBit[bit] { attempt(rule, chart, start, range.upperBound, language, &found) }
      }
      if !phase.byKey.isEmpty {
        let token = chart.tokens[start]
        let isBare = chart.masks[start] & Shape.bare.mask != 0
        for rule in phase.byKey[token.key] ?? (isBare ? phase.byKey[token.stem] : nil) ?? [] {
          attempt(rule, chart, start, range.upperBound, language, &found)
        }
      }
    }
    return found
  }

  private mutating func attempt(
    _ rule: Int, _ chart: Chart, _ start: Int, _ limit: Int, _ language: String, _ found: inout [Match]
  ) {
    if let wanted = rules.rules[rule].language, wanted != language { return }
    // A rule may be listed under several bits of one token.
    var i = found.count - 1
    while i >= 0, found[i].tokens.lowerBound == start {
      if found[i].rule == rule { return }
      i -= 1
    }
    guard let (end, captures) = machine.run(rules.programs[rule], chart, start: start, limit: limit), end > start
    else { return }
    found.append(Match(rule: rule, tokens: start..<end, captures: captures))
  }

  /// The matches that win: longest, then most specific, then by name; ordered by start.
  ///
  /// In a phase that shares text only matches of one rule compete with each other.
  public func winners(phase: Int, of candidates: [Match]) -> [Match] {
    let shares = rules.phases[phase].sharesText
    let ranked = candidates.sorted { a, b in precedes(a, b) }
    var taken: [Match] = []
    for match in ranked {
      let isFree = !taken.contains { other in
        other.tokens.overlaps(match.tokens) && (!shares || other.rule == match.rule)
      }
      if isFree { taken.append(match) }
    }
    return taken.sorted {
      ($0.tokens.lowerBound, $0.tokens.upperBound, $0.rule) < ($1.tokens.lowerBound, $1.tokens.upperBound, $1.rule)
    }
  }

  private func precedes(_ a: Match, _ b: Match) -> Bool {
    if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
    if a.rule != b.rule {
      let (x, y) = (rules.specificity(a.rule), rules.specificity(b.rule))
      if x != y { return x > y }
      return rules.rules[a.rule].name < rules.rules[b.rule].name
    }
    return a.tokens.lowerBound < b.tokens.lowerBound
  }

  /// Matches and the ones that they beat, for a phase.
  public mutating func matches(phase: Int, _ chart: Chart, in range: Range<Int>, language: String) -> [Match] {
    let candidates = candidates(phase: phase, chart, in: range, language: language)
    return candidates.count < 2 ? candidates : winners(phase: phase, of: candidates)
  }
}
