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
      captures: captures.elements(first..<first + Int(candidate.captureCount)))
  }

  private mutating func find(phase number: Int, _ chart: Chart, in range: Range<Int>, language: String) {
    found.removeAll(keepingCapacity: true)
    captures.cut(to: 0)
    let starts = rules.starts[number]
    let mask = chart.mask(of: range)
    guard mask & starts.mask != 0 || !starts.keys.isEmpty else { return }
    for rule in starts.rules { tried[Int(rule)] = -1 }
    let run = Run(mask: mask, limit: range.upperBound, language: rules.number(of: language))
    let program = rules.program
    let code = program.instructions.span
    let items = program.items.span
    let branches = program.branches.span
    for start in range {
      var rest = chart.masks[start] & starts.mask
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest &- 1
        for index in starts.first[bit]..<starts.first[bit + 1] {
          attempt(starts.byBit[index], code, items, branches, chart, start, run)
        }
      }
      guard !starts.keys.isEmpty else { continue }
      let token = chart.tokens[start]
      if starts.keys.mayContain(token.key) {
        for rule in starts.byKey[token.key] ?? [] { attempt(rule, code, items, branches, chart, start, run) }
      }
      if chart.masks[start] & Shape.bare.mask != 0, starts.keys.mayContain(token.stem) {
        for rule in starts.byKey[token.stem] ?? [] { attempt(rule, code, items, branches, chart, start, run) }
      }
    }
  }

  /// What is the same for all attempts in one sentence.
  private struct Run {
    /// All types in the sentence.
    var mask: TypeRegistry.Mask
    var limit: Int
    var language: Int32
  }

  /// Tries a rule at a token, unless its language or what it needs of the sentence is missing.
  private mutating func attempt(
    _ rule: Int32, _ code: Span<Instruction>, _ items: Span<ItemTest>, _ branches: Span<Branch>,
    _ chart: borrowing Chart, _ start: Int, _ run: Run
  ) {
    let header = rules.headers[Int(rule)]
    // A rule may be listed under several bits of one token.
    guard header.language < 0 || header.language == run.language, tried[Int(rule)] != Int32(start) else {
      return
    }
    tried[Int(rule)] = Int32(start)
    for need in header.firstNeed..<header.firstNeed + header.needCount {
      guard run.mask & rules.needs[Int(need)] != 0 else { return }
    }
    let first = captures.count
    let end = machine.run(
      code, items, branches, chart, pc: Int(header.start), start: start, limit: run.limit, captures: &captures
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
