import KadryPatterns
import Testing

/// What captures take: once, several times, a whole annotation or not.
@Suite struct CaptureTests {
  /// Captures of the best match, each as `name=tokens`, with `!` where it is exactly one annotation.
  private func captures(_ pattern: String, _ text: String) throws -> [String] {
    let rules = try PatternFixture.rule(pattern)
    let chart = PatternFixture.chart(text)
    let words = text.split(separator: " ").filter { !$0.hasPrefix("[") && $0 != "]" }
    var matcher = Matcher(rules: rules)
    let match = try #require(matcher.matches(phase: 0, chart, in: chart.tokens.indices, language: "ru").first)
    return match.captures.map { capture in
      if capture.annotation >= 0 { #expect(chart.annotations[capture.annotation].tokens == capture.tokens) }
      return "\(rules.slotName(match.rule, capture.slot))=\(words[capture.tokens].joined(separator: " "))"
        + (capture.annotation >= 0 ? "!" : "")
    }
  }

  @Test(arguments: [
    ("$who:person comma $what:post", "[person Ле Ань ] , [post член ]", ["who=Ле Ань!", "what=член!"]),
    ("$who:(cap cap)", "Ле Ань", ["who=Ле Ань"]), ("$n:number", "5", ["n=5"]),
    // Repeated: one capture for each turn, in order.
    ("$w:post (comma $w:post){0,3}", "[post а ] , [post б ] , [post в ]", ["w=а!", "w=б!", "w=в!"]),
    ("$w:post{1,3}", "[post а ] [post б ]", ["w=а!", "w=б!"]),
    ("$all:(post{1,3})", "[post а ] [post б ]", ["all=а б"]),
    // Only what covers the whole capture is its annotation.
    ("$x:(post comma)", "[post а ] ,", ["x=а ,"]), ("$x:(post !cap)", "[post а ]", ["x=а!"]),
    ("$x:(comma post)", ", [post а ]", ["x=, а"]),
    ("$x:(post number?)", "[post а ]", ["x=а!"]),
    // Nested captures and those of a branch that was not taken.
    ("$a:(cap $b:number)", "А 5", ["b=5", "a=А 5"]),
    ("($a:cap | $b:lower) $c:number", "а 5", ["b=а", "c=5"]),
    ("$a:(cap | cap cap)", "А Б", ["a=А Б"]), ("$a:number? $b:cap", "А", ["b=А"]),
    // The longest way is kept, and of equally long ones the first.
    ("($a:cap | $b:(cap cap))", "А Б", ["b=А Б"]), ("($a:cap | $b:cap)", "А", ["a=А"]),
    ("$a:cap{0,2} $b:cap{0,2}", "А Б", ["a=А", "a=Б"]),
    // Backtracking leaves no captures of ways that failed.
    ("$a:cap{0,2} $b:cap number", "А Б 5", ["a=А", "b=Б"]),
    ("($a:cap number | $b:cap lower)", "А б", ["b=А"]),
    // The annotation that leads to a match, not the longest one.
    ("$a:post $b:body", "[post [post а ] [body б ] ]", ["a=а!", "b=б!"]),
  ])
  func table(pattern: String, text: String, expected: [String]) throws {
    #expect(try captures(pattern, text) == expected)
  }

  @Test func slotsByName() throws {
    let rules = try PatternFixture.rule("$a:cap $b:number $a:cap")
    let chart = PatternFixture.chart("А 5 Б")
    var matcher = Matcher(rules: rules)
    let match = try #require(matcher.matches(phase: 0, chart, in: 0..<3, language: "ru").first)
    let (a, b) = (try #require(rules.slot(0, "a")), try #require(rules.slot(0, "b")))
    #expect(rules.slotName(0, a) == "a" && rules.slot(0, "c") == nil)
    #expect(match.all(a).map(\.tokens) == [0..<1, 2..<3])
    #expect(match.first(b)?.tokens == 1..<2)
    #expect(match.first(a)?.tokens == 0..<1)
  }

  /// Captures inside a look-ahead do not come out.
  @Test func lookAheadsCaptureNothing() throws {
    #expect(try captures("$a:cap &($b:number) any", "А 5") == ["a=А"])
  }
}
