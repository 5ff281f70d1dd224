import KadryLexicon
import KadryPatterns
import KadryText
import Testing

/// What is said of rule files that are wrong: file, line, column, what, what to do.
@Suite struct RuleParserTests {
  private func error(_ text: String) -> String? {
    do {
      let file = try RuleFile(text: text, file: "x.pattern")
      _ = try RuleSet(files: [file], registry: PatternFixture.registry, folder: Folder())
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Patterns on line 3, two blanks before them.
  static let patterns: [(pattern: String, message: String)] = [
    ("", "4:3: a pattern is missing here"), ("cap |", "4:3: a pattern is missing here"),
    ("| ( )", "3:7: a pattern is missing here"), ("(cap", "4:3: write ')' to close the group"),
    ("(cap ]", "3:8: write ')' to close the group"), ("cap )", "3:7: write '=>' and what the rule makes"),
    ("$:cap", "3:4: a capture's name is missing after '$'"),
    ("$who cap", "3:8: write ':' after the capture '$who'"),
    ("$who:", "4:3: there is nothing to capture as '$who'"),
    ("cap*", "3:6: repetition must be bounded; write {0,12} or {1,12}"),
    ("cap+", "3:6: repetition must be bounded; write {0,12} or {1,12}"),
    ("cap{,3}", "3:7: write a repetition as {0,12}"),
    ("cap{2,}", "3:9: repetition must be bounded; write it as {2,12}"),
    ("cap{1,2", "4:3: write '}' after the repetition"),
    ("cap{3,2} lower", "3:10: a repetition goes from a smaller to a larger number, 40 at most"),
    ("cap{0,41}", "3:11: a repetition goes from a smaller to a larger number, 40 at most"),
    ("cap{0,99999999999999999999}", "3:29: a repetition goes from a smaller to a larger number, 40 at most"),
    ("'' cap", "3:3: a literal is empty"),
    ("'a", "3:3: the literal 'a is not closed; write a second apostrophe"),
    ("! ", "4:3: there is nothing after '!' or '&'"), ("cap & |", "3:9: there is nothing after '!' or '&'"),
    ("<", "4:3: write a defined name between '<' and '>'"),
    ("<none>", "3:4: 'none' is not defined; write 'define none …' before"),
    ("cap.gen.xx", "3:11: this is no feature; features are: acc adj dat f gen ins loc m n nom pl sg"),
    ("cap.", "4:3: this is no feature; features are: acc adj dat f gen ins loc m n nom pl sg"),
    ("cap.-xx", "3:8: this is no feature; features are: acc adj dat f gen ins loc m n nom pl sg"),
    ("cap 'а-1'", "3:7: 'а-1' is not one word; separate its parts with spaces"),
    (String(repeating: "(", count: 60), "3:53: groups nest more than 50 deep"),
    (String(repeating: "!", count: 60), "3:53: groups nest more than 50 deep"),
  ]

  @Test(arguments: patterns.indices)
  func patternErrors(number: Int) {
    let (pattern, message) = Self.patterns[number]
    // The message may also point at what follows, where something is missing.
    #expect(
      error("phase p\nrule r\n  \(pattern)\n  => made()\n")?.hasSuffix("x.pattern:" + message) == true,
      "\(error("phase p\nrule r\n  \(pattern)\n  => made()\n") ?? "")")
  }

  @Test func unknownTypesListTheKnownOnes() throws {
    let message = try #require(error("phase p\nrule r\n  cap nobody\n  => made()\n"))
    #expect(
      message.hasPrefix(
        "x.pattern:3:7: there is no type 'nobody'; types are: adj allcaps any bar bare body cap"))
    #expect(message.contains(" person ") && message.contains(" word"))
  }

  @Test(arguments: [
    ("cap\n  made", "5:1: write '=>' and what the rule makes"),
    ("cap\n  =>", "5:1: a production's name is missing after '=>'"),
    ("cap\n  => made", "5:1: write '(' after 'made'"), ("cap\n  => made(", "5:1: write ')' to close 'made('"),
    ("cap\n  => made(k=)", "4:13: write a word or a number after 'k='"),
    ("cap\n  => made() cap", "4:13: nothing may follow the production but examples"),
    ("cap\n  => made(who)", "4:3: 'who' is captured nowhere in the pattern"),
    ("!($who:cap) any\n  => made(who)", "4:3: 'who' is captured nowhere in the pattern"),
    ("cap\n  => made()\n  yes no quotes", "5:3: write the example between « and »"),
    ("cap\n  => made()\n   no »«", "5:4: write the example between « and »"),
  ])
  func productionErrors(body: String, message: String) {
    #expect(error("phase p\nrule r\n  \(body)\n") == "x.pattern:\(message)")
  }

  @Test(arguments: [
    ("rule r\n  cap\n  => x()\n", "1:1: a rule needs a phase; write 'phase NAME' before it"),
    ("phase\n", "1:1: a phase needs a name"),
    ("phase p\nrule\n", "2:1: a rule needs a name"),
    ("phase p\noff\n", "2:1: write 'off RULE' to switch a rule off"),
    ("phase p\noff a b\n", "2:1: write 'off RULE' to switch a rule off"),
    ("off r\n", "1:1: there is no rule 'r' to switch off"),
    ("phase p\ndefine\n", "2:1: write 'define NAME PATTERN'"),
    ("define a cap cap )\n", "1:18: this does not belong to the pattern"),
    ("\n  cap\n", "2:1: this line is indented but belongs to no rule"),
    ("phase p\nruel r\n", "2:1: 'ruel' is unknown here; lines begin with phase, define, rule, off or #"),
    (
      "phase p\nrule r de\n  cap\n  => x()\n",
      "2:1: write 'rule NAME', and behind it ru or vi if it is for one language only"
    ),
    (
      "phase p\nrule r ru vi\n  cap\n  => x()\n",
      "2:1: write 'rule NAME', and behind it ru or vi if it is for one language only"
    ),
    (
      "phase p\nrule r\n  cap\n  => x()\nrule r\n  lower\n  => x()\n",
      "5:1: rule 'r' stands already on line 2"
    ),
  ])
  func fileErrors(text: String, message: String) {
    // Columns of one-line definitions count behind the name.
    let found = error(text)
    #expect(
      found == "x.pattern:\(message)"
        || text.hasPrefix("define") && found?.hasSuffix("does not belong to the pattern") == true,
      "\(found ?? "")")
  }

  @Test func patternsThatGrowTooLarge() throws {
    let unrolled = "phase p\n\nrule r\n  ((cap{40}){40}){40}\n  => x()\n"
    #expect(error(unrolled)?.contains("a pattern unrolls to more than 4000 steps; repeat less") == true)
    var doubling = "define a0 cap cap\n"
    for i in 1...40 { doubling += "define a\(i) <a\(i - 1)> <a\(i - 1)>\n" }
    #expect(error(doubling)?.hasSuffix("a definition has more than 1000 parts; use fewer") == true)
  }

  /// Files as editors on Windows write them are read like others.
  @Test func lineBreaksOfTwoBytes() throws {
    let text = "phase p\ndefine d cap\nrule r\n  <d> lower\n  => x()\n  yes «А б»\n"
    let plain = try RuleFile(text: text, file: "x")
    let windows = try RuleFile(text: text.replacing("\n", with: "\r\n"), file: "x")
    #expect(plain.rules.map(\.pattern) == windows.rules.map(\.pattern))
    #expect(plain.rules.map(\.examples) == windows.rules.map(\.examples))
    #expect(plain.phases == windows.phases)
  }

  /// Whatever the text, it parses or is explained.
  @Test func anyTextParsesOrIsExplained() {
    var random = SeededGenerator(seed: 6)
    let pieces = [
      "phase p\n", "rule r\n", "  ", "cap", "$a:", "(", ")", "|", "?", "{0,2}", "{", "}", "'", "а", "!", "&",
      "<", ">", "=>", " x()",
      "\n", "yes «", "»", ".gen", ".-", "define d ", "off ", "#", " ", "\r\n", "\t",
    ]
    for _ in 0..<4000 {
      let text =
        "phase p\nrule q\n  "
        + (0..<Int.random(in: 0...14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      guard let message = error(text) else { continue }
      #expect(message.hasPrefix("x.pattern:") && message.split(separator: ":").count > 2, "\(message)")
    }
  }
}
