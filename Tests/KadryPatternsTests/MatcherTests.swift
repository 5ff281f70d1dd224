import KadryLexicon
import KadryPatterns
import KadryText
import Testing

/// What single patterns match in a line of tokens.
@Suite struct MatcherTests {
  /// A pattern, a text, and the longest match at each place where there is one, the best of them chosen.
  @Test(arguments: [
    ("person", "[person Ле Ань ] сказал", ["Ле Ань"]),
    ("person comma post", "[person Ле Ань ] , [post секретарь ] и [post член ]", ["Ле Ань , секретарь"]),
    ("person comma post", "[person Ле ] [post секретарь ]", []),
    // The longest annotation is preferred, a shorter one taken where the rest needs it.
    ("post", "[post [post секретарь ] райкома ]", ["секретарь райкома"]),
    ("post body", "[post [post секретарь ] [body райкома ] ] Ле", ["секретарь райкома"]),
    // Bounded repetition, greedy.
    ("post{0,2} person", "[post а ] [post б ] [post в ] [person Ле ]", ["б в Ле"]),
    ("cap{2}", "А Б В", ["А Б"]),
    ("cap{1,2}", "А Б В", ["А Б", "В"]), ("cap? lower", "А б в", ["А б", "в"]), ("cap{0,40}", "а А б", ["А"]),
    ("(cap comma){1,3} cap", "А , Б , В г", ["А , Б , В"]), ("cap{0,1} cap", "А Б", ["А Б"]),
    // Choice: the longest of all, whatever the order.
    ("cap | cap cap", "А Б", ["А Б"]), ("(number | cap){2}", "5 А", ["5 А"]),
    ("'а' | 'б' 'в'", "а б в", ["а", "б в"]),
    // Literals fold case, composition and ё; several words in one literal.
    ("'и' 'о'", "И О", ["И О"]), ("'и о'", "и о", ["и о"]), ("'ёж'", "ЕЖ", ["ЕЖ"]), ("'ủy'", "Uỷ", ["Uỷ"]),
    ("'.'", "а .", ["."]),
    ("'№' number", "№ 5", ["№ 5"]), ("'ban'", "bản", []),
    // Looking ahead takes nothing.
    ("cap &number", "А 5 Б в", ["А"]), ("cap !number", "А 5 Б в", ["Б"]), ("!'а' lower", "а б", ["б"]),
    ("cap !(comma cap)", "А , Б , в", ["Б"]), ("cap !number", "А", ["А"]),
    ("!number &cap any", "5 а А", ["А"]),
    ("&(cap cap) cap", "А Б в", ["А"]), ("cap !(!number)", "А 5 Б в", ["А"]),
    // A pattern that may be empty matches only where it takes something.
    ("number?", "а 5", ["5"]), ("!cap", "а", []),
    // Nothing is taken beyond the end.
    ("any any any", "а б", []), ("any{1,3}", "а б", ["а б"]),
  ])
  func table(pattern: String, text: String, expected: [String]) throws {
    let rules = try PatternFixture.rule(pattern)
    #expect(PatternFixture.matches(rules, text) == expected.map { "r: \($0)" })
  }

  @Test(arguments: [
    ("post.gen", "[post.gen.sg а ]", true), ("post.gen", "[post.nom.sg а ]", false),
    ("post.gen.sg", "[post.gen.sg а ]", true),
    ("post.gen.sg", "[post.gen.pl а ]", false), ("post.pl", "[post.gen.pl а ]", true),
    ("post.m", "[post.m.gen.sg а ]", true),
    ("post.f", "[post.m.gen.sg а ]", false), ("post.gen", "[post.inv а ]", true),
    ("post.gen.m.pl", "[post.inv а ]", true),
    ("post.adj", "[post.adj.gen.sg а ]", true), ("post.adj", "[post.gen.sg а ]", false),
    // One reading must satisfy case and number together.
    ("post.gen.pl", "[post.gen а ]", true), ("post.gen", "[post а ]", false),
    // Excluded: not only that.
    ("post.-pl", "[post.gen.pl а ]", false), ("post.-pl", "[post.gen.sg а ]", true),
    ("post.-pl", "[post.gen а ]", true),
    ("post.gen.-pl", "[post.gen а ]", true), ("post.-pl", "[post а ]", true),
    ("post.-pl", "[post.inv а ]", true),
    // Features of a shape are asked of what the ending allows.
    ("word.gen", "а", false), ("word", "а", true),
  ])
  func features(pattern: String, text: String, isMatch: Bool) throws {
    #expect(PatternFixture.matches(try PatternFixture.rule(pattern), text).isEmpty == !isMatch)
  }

  @Test func featuresOfShapesAreGuessed() throws {
    let chart = PatternFixture.chart(["Шона"], [], guesses: [[.genSg, .accSg, .masculine]])
    for (pattern, count) in [("cap.gen", 1), ("cap.dat", 0), ("cap.gen.m", 1), ("cap.f", 0)] {
      var matcher = Matcher(rules: try PatternFixture.rule(pattern))
      #expect(matcher.matches(phase: 0, chart, in: 0..<1, language: "ru").count == count, "\(pattern)")
    }
  }

  /// A word of bare text matches a literal by its letters, marked text only by all of its spelling.
  @Test func literalsInBareText() throws {
    let rules = try PatternFixture.rules(
      "phase p\nrule a\n  'bản'\n  => x()\nrule b\n  'ban'\n  => x()\nrule c\n  'bán'\n  => x()\n")
    var matcher = Matcher(rules: rules)
    func names(_ word: String, bare: Bool) -> [String] {
      let chart = PatternFixture.chart([word], [], bare: bare ? [0] : [])
      return matcher.candidates(phase: 0, chart, in: 0..<1, language: "vi").map { rules.rules[$0.rule].name }
        .sorted()
    }
    #expect(names("bản", bare: false) == ["a"])
    #expect(names("ban", bare: false) == ["b"])
    #expect(names("ban", bare: true) == ["a", "b", "c"])
  }

  @Test func rangesLimitMatches() throws {
    let rules = try PatternFixture.rule("cap{1,5}")
    let chart = PatternFixture.chart("А Б [person В Г ] Д")
    var matcher = Matcher(rules: rules)
    #expect(matcher.matches(phase: 0, chart, in: 1..<3, language: "ru").map(\.tokens) == [1..<3])
    #expect(matcher.matches(phase: 0, chart, in: 2..<2, language: "ru").isEmpty)
    var persons = Matcher(rules: try PatternFixture.rule("person"))
    #expect(persons.matches(phase: 0, chart, in: 0..<3, language: "ru").isEmpty)
    #expect(persons.matches(phase: 0, chart, in: 0..<4, language: "ru").map(\.tokens) == [2..<4])
  }

  @Test func languages() throws {
    let rules = try PatternFixture.rules(
      "phase p\nrule a ru\n  cap\n  => x()\nrule b vi\n  cap\n  => x()\nrule c\n  lower\n  => x()\n")
    #expect(PatternFixture.matches(rules, "А б", language: "ru") == ["a: А", "c: б"])
    #expect(PatternFixture.matches(rules, "А б", language: "vi") == ["b: А", "c: б"])
    #expect(PatternFixture.matches(rules, "А б", language: "en") == ["c: б"])
  }
}
