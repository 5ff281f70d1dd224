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
  private var captures: [Match.Capture] = []
  /// The last token at which each rule was tried.
  private var tried: [Int32]
  private var choice = MatchChoice()

  public init(rules: RuleSet) {
    self.rules = rules
    tried = [Int32](repeating: -1, count: rules.rules.count)
  }

  /// Every rule's longest match at every token of `range`, ordered by start, before any choice.
  ///
  /// - Parameter language: `ru` or `vi`; rules for another language are left out.
  public mutating func candidates(phase: Int, _ chart: Chart, in range: Range<Int>, language: String)
    -> [Match]
  {
    find(phase: phase, chart, in: range, language: language)
    return found.map(match)
  }

  /// The matches that win: longest, then most specific, then by name; ordered by start.
  ///
  /// In a phase that shares text only matches of one rule compete with each other.
  public mutating func matches(phase: Int, _ chart: Chart, in range: Range<Int>, language: String) -> [Match]
  {
    find(phase: phase, chart, in: range, language: language)
    guard found.count > 1 else { return found.map(match) }
    return choice.winners(of: found, headers: rules.headers, sharesText: rules.phases[phase].sharesText).map(
      match)
  }

  private func match(_ candidate: Candidate) -> Match {
    let first = Int(candidate.firstCapture)
    return Match(
      rule: Int(candidate.rule), tokens: Int(candidate.start)..<Int(candidate.end),
      captures: Array(captures[first..<first + Int(candidate.captureCount)]))
  }

  private mutating func find(phase number: Int, _ chart: Chart, in range: Range<Int>, language: String) {
    found.removeAll(keepingCapacity: true)
    captures.removeAll(keepingCapacity: true)
    let rules = rules
    let phase = rules.phases[number]
    guard !phase.rules.isEmpty else { return }
    let mask = chart.mask(of: range)
    guard mask & phase.firstMask != 0 || !phase.keyFilter.isEmpty else { return }
    for rule in phase.rules { tried[rule] = -1 }
    let language = Int32(rules.languages.firstIndex(of: language) ?? -2)
    let code = rules.program.instructions.span
    let items = rules.program.items.span
    for start in range {
      var rest = chart.masks[start] & phase.firstMask
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest &- 1
        for rule in phase.byBit[bit] {
          attempt(rule, rules, code, items, chart, mask, start, range.upperBound, language)
        }
      }
      guard !phase.keyFilter.isEmpty else { continue }
      let token = chart.tokens[start]
      let isBare = chart.masks[start] & Shape.bare.mask != 0
      guard phase.keyFilter.mayContain(token.key) || isBare && phase.keyFilter.mayContain(token.stem) else {
        continue
      }
      for rule in phase.byKey[token.key] ?? [] {
        attempt(rule, rules, code, items, chart, mask, start, range.upperBound, language)
      }
      guard isBare else { continue }
      for rule in phase.byKey[token.stem] ?? [] {
        attempt(rule, rules, code, items, chart, mask, start, range.upperBound, language)
      }
    }
  }

  /// Tries a rule at a token, unless its language or what it needs of the sentence is missing.
  private mutating func attempt(
    _ rule: Int32, _ rules: borrowing RuleSet, _ code: Span<Instruction>, _ items: Span<ItemTest>,
    _ chart: borrowing Chart, _ mask: TypeRegistry.Mask, _ start: Int, _ limit: Int, _ language: Int32
  ) {
    let header = rules.headers[Int(rule)]
    // A rule may be listed under several bits of one token.
    guard header.language < 0 || header.language == language, tried[Int(rule)] != Int32(start) else { return }
    tried[Int(rule)] = Int32(start)
    for need in header.firstNeed..<header.firstNeed + header.needCount {
      guard mask & rules.needs[Int(need)] != 0 else { return }
    }
    let first = captures.count
    let end = machine.run(
      code, items, chart, pc: Int(header.start), start: start, limit: limit, captures: &captures)
    guard let end, end > start else {
      captures.removeSubrange(first...)
      return
    }
    found.append(
      Candidate(
        rule: rule, start: Int32(start), end: Int32(end), firstCapture: Int32(first),
        captureCount: Int32(captures.count - first)))
  }
}
