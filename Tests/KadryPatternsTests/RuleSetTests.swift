import Foundation
import KadryLexicon
import KadryText
import Testing

@testable import KadryPatterns

/// Files, phases, the choice between matches, overlays.
@Suite struct RuleSetTests {
  @Test func aFile() throws {
    let file = try RuleFile(
      text: """
        # A comment.
        phase first
        define pair cap cap   # two

        rule r.one ru
          # the pattern goes over lines
          $who:(<pair>)
            comma
          => made(who, status=acting, n=12)
          yes «⟦А Б⟧ , в»
          no «А «Б» в»

        phase second shared
        rule r.two
          number
          => other()
        off r.three
        """, file: "a.pattern")
    #expect(
      file.phases == [
        PhaseSource(name: "first", sharesText: false), PhaseSource(name: "second", sharesText: true),
      ])
    #expect(file.switchedOff.map(\.name) == ["r.three"])
    #expect(file.rules.map(\.name) == ["r.one", "r.two"])
    #expect(file.rules.map(\.phase) == ["first", "second"])
    #expect(file.rules.map(\.language) == ["ru", nil])
    #expect(file.rules.map(\.line) == [5, 14])
    let production = file.rules[0].production
    #expect(
      production.name == "made" && production.captures == ["who"]
        && production.constants == ["status": "acting", "n": "12"])
    #expect(production.line == 9 && production.column == 3)
    #expect(
      file.rules[0].examples == [
        RuleExample(text: "⟦А Б⟧ , в", isPositive: true, line: 10, column: 3),
        RuleExample(text: "А «Б» в", isPositive: false, line: 11, column: 3),
      ])
    #expect(file.rules[0].pattern.captures == ["who"])
  }

  private static func rule(_ name: String, _ pattern: String) -> String {
    "rule \(name)\n  \(pattern)\n  => x()\n"
  }

  /// Rules, a text, and the matches that win: longest, then most specific, then by name.
  @Test(arguments: [
    // A longer match wins over one that begins before it, and what is left may match again.
    ("short = cap cap; long = cap number number", "А Б 5 5", "long: Б 5 5"),
    ("a = cap cap; b = number", "А Б 5", "a: А Б; b: 5"),
    // Of equally long ones the more specific: literals over types, features over none, types over any.
    ("a = any any; b = cap any; c = cap number", "А 5", "c: А 5"),
    ("a = lower; b = 'а'", "а", "b: а"),
    ("a = post; b = post.gen", "[post.gen а ]", "b: а"),
    ("a = cap{1,2}; b = cap cap", "А Б", "b: А Б"),
    ("a = cap; b = cap &number", "А 5", "b: А"),
    ("a = 'а' | any; b = lower", "а", "b: а"),
    // Of equally specific ones the first by name.
    ("b = cap; a = cap", "А", "a: А"),
    ("z = cap cap; y = cap cap", "А Б В", "y: А Б"),
    // One rule's own matches: the first of equally long ones.
    ("a = cap cap", "А Б В", "a: А Б"),
    ("a = cap{1,2}", "А Б В", "a: А Б; a: В"),
  ])
  func conflicts(rules: String, text: String, expected: String) throws {
    let parts = rules.components(separatedBy: "; ").map { $0.components(separatedBy: " = ") }
    let set = try PatternFixture.rules("phase p\n" + parts.map { Self.rule($0[0], $0[1]) }.joined())
    #expect(PatternFixture.matches(set, text).joined(separator: "; ") == expected)
  }

  /// In a shared phase only matches of one rule compete.
  @Test func sharedPhases() throws {
    let body = Self.rule("long", "cap cap") + Self.rule("short", "cap")
    #expect(
      PatternFixture.matches(try PatternFixture.rules("phase p\n" + body), "А Б В") == [
        "long: А Б", "short: В",
      ])
    #expect(
      PatternFixture.matches(try PatternFixture.rules("phase p shared\n" + body), "А Б В")
        == ["short: А", "long: А Б", "short: Б", "short: В"])
  }

  @Test func phasesByName() throws {
    let set = try PatternFixture.rules(
      "phase a\n" + Self.rule("r", "cap") + "phase b\n" + Self.rule("s", "lower"))
    #expect(set.phase("a") == 0 && set.phase("b") == 1 && set.phase("c") == nil)
    #expect(set.phases.map(\.rules) == [[0], [1]])
    let chart = PatternFixture.chart("А б")
    var matcher = Matcher(rules: set)
    #expect(matcher.matches(phase: 1, chart, in: 0..<2, language: "ru").map(\.tokens) == [1..<2])
  }

  /// A rule of the same name in a later file takes the place of the earlier one; `off` takes it away.
  @Test func overlays() throws {
    let base = "phase p\n" + Self.rule("a", "cap") + Self.rule("b", "number")
    let over = "phase p\n" + Self.rule("a", "lower")
    #expect(PatternFixture.matches(try PatternFixture.rules(base, over), "А б 5") == ["a: б", "b: 5"])
    #expect(PatternFixture.matches(try PatternFixture.rules(base, "off b\n"), "А б 5") == ["a: А"])
    #expect(
      PatternFixture.matches(
        try PatternFixture.rules(base, "off b\n", "phase p\n" + Self.rule("b", "lower")), "А б") == [
          "a: А", "b: б",
        ])
    #expect(
      PatternFixture.matches(try PatternFixture.rules(base, "phase p\n" + Self.rule("c", "lower")), "А б 5")
        == ["a: А", "c: б", "b: 5"])
    // A later phase may bring its own rules; a rule moves to the phase of its replacement.
    let moved = try PatternFixture.rules(base, "phase q\n" + Self.rule("a", "cap"))
    #expect(moved.phases.map(\.name) == ["p", "q"])
    #expect(moved.phases.map { $0.rules.map { moved.rules[$0].name } } == [["b"], ["a"]])
  }

  @Test func noRules() throws {
    let set = try PatternFixture.rules("phase p\n")
    #expect(PatternFixture.matches(set, "А б").isEmpty)
    #expect(set.rules.isEmpty)
  }
}
