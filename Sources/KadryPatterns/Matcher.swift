import KadryLexicon
import KadryText

/// Finds the matches of a phase's rules; keep one for many documents.
public struct Matcher: Sendable {
  public let rules: RuleSet
  private var machine = Machine()
  /// A rule's longest match at a token; its captures lie in ``captures``.
  struct Candidate: Sendable {
    var rule: Int32
    var start: Int32
    var end: Int32
    var firstCapture: Int32
    var captureCount: Int32
  }
  private var found: [Candidate] = []
  private var captures = Pile<Match.Capture>()
  /// The last token at which each rule was tried in this sentence, or one of the next two.
  private var tried: [Int32]
  private static let isUntried: Int32 = -1
  private static let isHopeless: Int32 = -2
  private var choice = MatchChoice()

  public init(rules: RuleSet) {
    self.rules = rules
    tried = [Int32](repeating: Matcher.isUntried, count: rules.rules.count)
  }

  /// Every rule's longest match at every token of `range`, ordered by start, before any choice.
  ///
  /// - Parameter language: `ru` or `vi`; rules for another language are left out.
  public mutating func candidates(phase: Int, _ chart: Chart, in range: Range<Int>, language: String)
    -> [Match]
  {
    find(phase: phase, chart, in: range, language: language)
    var matches: [Match] = []
    for candidate in found { matches.append(match(candidate)) }
    return matches
  }

  /// The matches that win: longest, then most specific, then by name; ordered by start.
  ///
  /// In a phase that shares text only matches of one rule compete with each other.
  public mutating func matches(phase: Int, _ chart: Chart, in range: Range<Int>, language: String) -> [Match]
  {
    find(phase: phase, chart, in: range, language: language)
    if found.isEmpty { return [] }
    if found.count == 1 { return [match(found[0])] }
    var matches: [Match] = []
    let winners = choice.winners(
      of: found, headers: rules.headers, sharesText: rules.phases[phase].sharesText)
    matches.reserveCapacity(winners.count)
    for winner in winners { matches.append(match(winner)) }
    return matches
  }

  private func match(_ candidate: Candidate) -> Match {
    let first = Int(candidate.firstCapture)
    return Match(
      rule: Int(candidate.rule), tokens: Int(candidate.start)..<Int(candidate.end),
      captures: captures.elements(first..<first + Int(candidate.captureCount)))
  }

  private mutating func find(phase number: Int, _ chart: Chart, in range: Range<Int>, language: String) {
    found.removeAll(keepingCapacity: true)
    captures.cut(to: 0)
    let starts = rules.starts[number][rules.number(of: language)]
    let mask = chart.mask(of: range)
    guard mask & starts.mask != 0 else { return }
    for rule in starts.rules { tried[Int(rule)] = Matcher.isUntried }
    var run = Run(mask: mask, range: range)
    let program = rules.program
    let code = program.instructions.span
    let items = program.items.span
    let branches = program.branches.span
    for start in range {
      let here = chart.masks[start] & starts.mask
      if here == 0 { continue }
      var rest = here & ~TypeRegistry.literal
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest &- 1
        for index in starts.first[bit]..<starts.first[bit + 1] {
          attempt(starts.byBit[index], code, items, branches, chart, start, &run)
        }
      }
      guard here & TypeRegistry.literal != 0 else { continue }
      let token = chart.tokens[start]
      for rule in starts.byKey[token.key] ?? [] { attempt(rule, code, items, branches, chart, start, &run) }
      guard chart.masks[start] & Shape.bare.mask != 0 else { continue }
      for rule in starts.byKey[token.stem] ?? [] { attempt(rule, code, items, branches, chart, start, &run) }
    }
  }

  /// The literals of a sentence.
  private func literals(_ chart: borrowing Chart, _ range: Range<Int>) -> UInt64 {
    var literals: UInt64 = 0
    for token in range where chart.masks[token] & TypeRegistry.literal != 0 {
      literals |= rules.literals.mask(
        of: chart.tokens[token], isBare: chart.masks[token] & Shape.bare.mask != 0)
    }
    return literals
  }

  /// What is the same for all attempts in one sentence.
  private struct Run {
    /// All types in the sentence.
    var mask: TypeRegistry.Mask
    /// All literals in it that rules need, once some rule has asked.
    var literals: UInt64?
    var range: Range<Int>
  }

  /// Whether a sentence has all that a rule needs.
  private func mayMatch(_ header: RuleSet.Header, _ chart: borrowing Chart, _ run: inout Run) -> Bool {
    for index in header.firstNeed..<header.firstNeed + header.needCount {
      let need = rules.needs[Int(index)]
      if need.types & run.mask != 0 { continue }
      guard need.literals != 0, run.mask & TypeRegistry.literal != 0 else { return false }
      let literals = run.literals ?? self.literals(chart, run.range)
      run.literals = literals
      guard need.literals & literals != 0 else { return false }
    }
    return true
  }

  /// Tries a rule at a token, unless the sentence is known to have no match of it.
  private mutating func attempt(
    _ rule: Int32, _ code: Span<Instruction>, _ items: Span<ItemTest>, _ branches: Span<Branch>,
    _ chart: borrowing Chart, _ start: Int, _ run: inout Run
  ) {
    // A rule may be listed under several bits of one token.
    let last = tried[Int(rule)]
    guard last != Int32(start), last != Matcher.isHopeless else { return }
    let header = rules.headers[Int(rule)]
    if last == Matcher.isUntried, !mayMatch(header, chart, &run) {
      tried[Int(rule)] = Matcher.isHopeless
      return
    }
    tried[Int(rule)] = Int32(start)
    let first = captures.count
    let end = machine.run(
      code, items, branches, chart, pc: Int(header.start), start: start, limit: run.range.upperBound,
      captures: &captures
    )
    guard let end, end > start else {
      captures.cut(to: first)
      return
    }
    found.append(
      Candidate(
        rule: rule, start: Int32(start), end: Int32(end), firstCapture: Int32(first),
        captureCount: Int32(captures.count - first)))
  }
}
