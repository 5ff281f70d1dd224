import KadryLexicon
import KadryPatterns
import KadryText
import Testing

/// The compiled matcher against a plain one, on random rules and charts.
@Suite struct OracleTests {
  private static let words = ["а", "Б", "в", "Г", ",", "5", "ban", "bản", "-"]
  private static let features = ["gen", "dat", "nom", "sg", "pl", "m", "f", "adj", "-pl", "-gen"]

  private struct Source {
    var random: SeededGenerator

    mutating func pick<T>(_ all: [T]) -> T { all[Int.random(in: all.indices, using: &random)] }
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func atom(_ depth: Int) -> String {
      switch number(0...9) {
      case 0...3:
        var item = pick(
          PatternFixture.types + PatternFixture.types + ["any", "cap", "lower", "word", "number", "comma"])
        while chance(25) { item += "." + pick(OracleTests.features) }
        return item
      case 4: return "'\(pick(["а", "б", "ban", "bản", ",", "а в"]))'"
      case 5...6 where depth > 0: return "(\(pattern(depth - 1)))"
      case 7 where depth > 0: return pick(["!", "&"]) + atom(depth - 1)
      default: return pick(["cap", "any", "post", "person"])
      }
    }

    mutating func element(_ depth: Int) -> String {
      let capture = chance(25) ? "$\(pick(["a", "b"])):" : ""
      let least = number(0...2)
      let repetition = chance(30) ? pick(["?", "{\(least),\(least + number(0...2))}", "{\(least)}"]) : ""
      return capture + atom(depth) + repetition
    }

    mutating func pattern(_ depth: Int) -> String {
      (0..<(chance(25) ? 2 : 1)).map { _ in
        (0..<number(1...3)).map { _ in element(depth) }.joined(separator: " ")
      }
      .joined(separator: " | ")
    }

    mutating func rules() -> String {
      var text = "phase p" + (chance(40) ? " shared" : "") + "\n"
      for name in 0..<number(1...6) {
        text += "rule r\(name)\(pick(["", "", " ru", " vi"]))\n  \(pattern(2))\n  => x()\n"
      }
      return text
    }

    mutating func grammemes() -> Grammemes {
      if chance(10) { return .invariable }
      var grammemes = Grammemes(
        rawValue: UInt32.random(in: 0..<4096, using: &random) & UInt32.random(in: 0..<4096, using: &random))
      for gender in [Grammemes.masculine, .feminine, .adjective] where chance(40) { grammemes.insert(gender) }
      return grammemes
    }

    mutating func chart() -> Chart {
      let words = (0..<number(1...9)).map { _ in pick(OracleTests.words) }
      var annotations: [((type: String, grammemes: Grammemes), Range<Int>)] = []
      for _ in 0..<number(0...8) {
        let start = number(0...words.count - 1)
        annotations.append(
          ((pick(PatternFixture.types), grammemes()), start..<min(words.count, start + number(1...3))))
      }
      let bare = Set(words.indices.filter { _ in chance(20) })
      let guesses = words.map { _ in chance(50) ? grammemes() : [] }
      return PatternFixture.chart(words, annotations, bare: bare, guesses: guesses)
    }
  }

  private struct Found: Hashable, Comparable {
    var rule: Int
    var start: Int
    var end: Int

    static func < (a: Found, b: Found) -> Bool { (a.start, a.end, a.rule) < (b.start, b.end, b.rule) }
  }

  /// Dispatch, longest ends and the choice of winners; some thousand charts with several rules each.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func agrees(seed: UInt64) throws {
    var source = Source(random: SeededGenerator(seed: seed))
    for _ in 0..<5 {
      let text = source.rules()
      let rules = try PatternFixture.rules(text)
      var matcher = Matcher(rules: rules)
      for _ in 0..<12 {
        let chart = source.chart()
        let start = source.chance(80) ? 0 : source.number(0...chart.tokens.count - 1)
        let range =
          start..<(source.chance(80) ? chart.tokens.count : source.number(start...chart.tokens.count))
        let language = source.pick(["ru", "vi"])
        let expected = PatternOracle.candidates(rules, chart, in: range, language: language)
        let candidates = matcher.candidates(phase: 0, chart, in: range, language: language)
        #expect(found(candidates).sorted() == expected.map(found).sorted(), "\(text)")
        let winners = matcher.matches(phase: 0, chart, in: range, language: language)
        let best = PatternOracle.winners(rules, of: expected, shared: rules.phases[0].sharesText)
        #expect(found(winners) == best.map(found).sorted(), "\(text)")
        for match in candidates { checkCaptures(match, rules, chart) }
      }
    }
  }

  private func found(_ matches: [Match]) -> [Found] {
    matches.map { Found(rule: $0.rule, start: $0.tokens.lowerBound, end: $0.tokens.upperBound) }
  }

  private func found(_ match: (rule: Int, tokens: Range<Int>)) -> Found {
    Found(rule: match.rule, start: match.tokens.lowerBound, end: match.tokens.upperBound)
  }

  /// Captures lie in the match, in order of their ends, under names of the rule; annotations cover them exactly.
  private func checkCaptures(_ match: Match, _ rules: RuleSet, _ chart: Chart) {
    let names = rules.rules[match.rule].pattern.captures
    for capture in match.captures {
      #expect(names.contains(rules.slotName(match.rule, capture.slot)))
      #expect(
        match.tokens.lowerBound <= capture.tokens.lowerBound
          && capture.tokens.upperBound <= match.tokens.upperBound)
      if capture.annotation >= 0 { #expect(chart.annotations[capture.annotation].tokens == capture.tokens) }
    }
    let ends = match.captures.map(\.tokens.upperBound)
    #expect(ends == ends.sorted())
  }

  /// Patterns that make plain backtracking take longer than the universe lasts.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "(any? any?){0,40} 'z'", "(any{0,40}){0,40} 'z'", "(any | word | lower){40} 'z'",
      "((any?){0,40}){0,20} 'z' 'z'",
      "(&(any{0,40} 'z') any | !(any{0,40} 'z') any){0,12} 'z'", "(post | post any | any){0,40} 'z'",
      "(any?){0,40} (any?){0,40} (any?){0,40} (any?){0,40} (any?){0,40} 'z'",
    ])
  func boundedSteps(pattern: String) throws {
    let words = [String](repeating: "а", count: 50)
    let post = (type: "post", grammemes: Grammemes())
    let annotations = (0..<48).flatMap { i in (1...3).map { (post, i..<i + $0) } }
    var matcher = Matcher(rules: try PatternFixture.rule(pattern))
    let chart = PatternFixture.chart(words, annotations)
    #expect(matcher.candidates(phase: 0, chart, in: 0..<50, language: "ru").isEmpty)
    let found = PatternFixture.chart(words.dropLast() + ["z"], annotations)
    #expect(
      !matcher.candidates(phase: 0, found, in: 0..<50, language: "ru").isEmpty || pattern.contains("'z' 'z'"))
  }

  /// Very many matches in one sentence are chosen from in time that grows with their number only.
  @Test(.timeLimit(.minutes(1)))
  func manyMatches() throws {
    let words = (0..<60_000).map { $0 % 3 == 0 ? "А" : "5" }
    var matcher = Matcher(
      rules: try PatternFixture.rules(
        "phase p\nrule a\n  cap number\n  => x()\nrule b\n  number{1,2}\n  => x()\n"))
    let matches = matcher.matches(
      phase: 0, PatternFixture.chart(words, []), in: words.indices, language: "ru")
    #expect(matches.count == 40_000)
  }
}
