import Foundation
import Testing

@testable import KadryCLI

@Suite struct QueryCommandTests {
  let fixture: CommandLineFixture
  init() throws {
    fixture = try CommandLineFixture()
    try fixture.ingestSamples()
  }

  private func id(_ prefix: String, in text: String) throws -> String {
    let start = try #require(text.range(of: prefix + "-"))
    return prefix + "-" + text[start.upperBound...].prefix { $0.isHexDigit }
  }

  @Test func whoSaysAsOfWhenAndOnWhoseWord() throws {
    let outcome = fixture.run("who", "chair", "--place", "nghe an")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines[0].hasPrefix("person  "))
    #expect(outcome.lines[1].hasPrefix("Ле Нян  "))
    #expect(outcome.lines[1].contains("proven"))
    #expect(outcome.errors == "kadry: as of 2018-05-01, the date of the newest document\n")
    let why = fixture.run("why", try id("occ", in: outcome.output))
    #expect(why.status == 0)
    #expect(why.output.contains("«@⟦Ле Нян | chair | council | chair | Nghệ An⟧»"))
    #expect(why.output.contains("published  2016-11-10 (metadata), baonghean.vn"))
  }

  @Test func whoWithoutAnswerSaysWhatToType() {
    let early = fixture.run("who", "unknown post")
    #expect(early.status == 1)
    #expect(early.output.isEmpty)
    #expect(
      early.errors.hasSuffix(
        "kadry: nobody is known to hold 'unknown post'; 'kadry posts' lists the posts that are held\n"))
    #expect(
      early.errors.contains(
        "kadry: no known post is in 'unknown post'; titles with these words were looked for\n"))
    let place = fixture.run("who", "chair", "--place", "Atlantis")
    #expect(place.status == 1)
    #expect(
      place.errors == "kadry: the database has no place 'Atlantis'; 'kadry places' lists those that it has\n")
  }

  @Test(arguments: ["table", "json", "jsonl", "csv", "tsv"])
  func everyQueryAnswersInEveryFormat(format: String) throws {
    let queries: [[String]] = [
      ["who", "chair"], ["person", "ле"], ["posts"], ["orgs"], ["places"], ["directives"],
      ["directives", "01-DA/TU", "--citations"], ["documents"], ["figures"], ["audit"], ["search", "Первая"],
      ["stats"],
      ["why", "doc-", "--limit", "1"], ["schema"], ["schema", "gold"],
    ]
    for query in queries {
      var words = query
      if words[0] == "why" { words[1] = try id("doc", in: fixture.run("documents").output) }
      let outcome = fixture.run(words: words + ["--format", format])
      #expect(outcome.status == 0, "\(words)")
      #expect(!outcome.output.isEmpty, "\(words)")
      if format == "json" {
        let rows = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
        #expect(rows?.isEmpty == false)
      }
      if format == "jsonl" {
        for line in outcome.lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      }
    }
  }

  @Test(arguments: ["json", "jsonl", "csv", "tsv"])
  func anEmptyAnswerIsAnEmptyTableWithStatusOne(format: String) {
    let outcome = fixture.run("posts", "nothing-like-it", "--format", format)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "kadry: no such post is in the database\n")
    let empty = ["json": "[]\n", "jsonl": ""]
    if let text = empty[format] { #expect(outcome.output == text) } else { #expect(outcome.lines.count == 1) }
  }

  @Test(arguments: [
    ["who", "chair"], ["person", "ле"], ["posts"], ["orgs"], ["places"], ["directives"], ["documents"],
    ["figures"],
    ["audit"], ["search", "Первая"],
  ])
  func everyRowShowsAnIDThatWhyTakes(query: [String]) throws {
    let outcome = fixture.run(words: query + ["--format", "jsonl"])
    for line in outcome.lines {
      let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let id = try #require(row["id"] as? String)
      let why = fixture.run("why", id)
      #expect(why.status == 0, "\(id)")
      if query[0] != "places" { #expect(why.output.contains("sha256     "), "\(id)") }
    }
  }

  @Test func onePersonIsShownInFull() {
    let outcome = fixture.run("person", "ле нян", "--limit", "1")
    #expect(outcome.output.hasPrefix("Ле Нян  per-"))
    #expect(outcome.output.contains("spellings: Ле Нян (2)"))
    #expect(outcome.output.contains("seen: 2016-11-10 to 2018-05-01"))
    #expect(outcome.output.contains("\n2016-11-10  baonghean.vn  Первая  "))
  }

  @Test func severalPersonsAreAllShown() {
    let outcome = fixture.run("person", "ле")
    #expect(outcome.lines.count == 3)
    #expect(fixture.run("person", "nobody").status == 1)
  }

  @Test func searchMarksTheWords() {
    #expect(fixture.run("search", "первая").output.contains("[Первая]"))
    #expect(fixture.run("search", "первая", terminal: true).output.contains("\u{1B}[1;31mПервая\u{1B}[0m"))
    #expect(
      !fixture.run("search", "первая", terminal: true, environment: ["NO_COLOR": "1"]).output.contains(
        "\u{1B}"))
    let nothing = fixture.run("search", "слово-которого-нет")
    #expect(nothing.status == 1)
    #expect(nothing.errors == "kadry: no document has all these words\n")
  }

  @Test func oneDirectiveIsShownWithItsCitations() {
    let outcome = fixture.run("directives", "01-da/tu")
    #expect(outcome.output.contains("\n\ndirective  published"))
    #expect(outcome.lines.count == 5)
  }

  @Test func auditFindsTheShareThatIsWrongAndNothingElse() {
    let outcome = fixture.run("audit")
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.last?.contains("10/141 0.71") == true)
    #expect(outcome.lines.last?.contains("translation") == true)
    let holders = fixture.run("audit", "--kind", "two-holders")
    #expect(holders.status == 1)
    #expect(holders.errors == "kadry: nothing contradicts itself\n")
  }

  @Test func verifyCountsTheQuotes() {
    let outcome = fixture.run("verify", "--files")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == "kadry: 13 of 13 quotes of 12 claims in 3 documents are what their spans cut out; "
        + "3 files unchanged\n")
  }

  @Test func whyOfAnUnknownIDAndOfTwo() throws {
    let unknown = fixture.run("why", "clm-ffffffff")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("clm-ffffffff"))
    let two = fixture.run("why", "clm-")
    #expect(two.status == 64)
  }

  @Test func whyAsMarkdownCanBePasted() throws {
    let document = try id("occ", in: fixture.run("who", "chair").output)
    let outcome = fixture.run("why", document, "--format", "md", "--limit", "1")
    #expect(outcome.output.hasPrefix("# "))
    #expect(outcome.output.contains("\n> @**Ле Нян \\| chair \\| council \\| chair \\| Nghệ An**\n"))
    #expect(outcome.output.contains("\n- published: 2016-11-10 (metadata)\n"))
    #expect(outcome.output.contains("\n1 more claims.\n"))
  }

  @Test func namesCompareByStatus() {
    #expect(fixture.run("names", "compare", "Ле Нян", "ле нян").status == 0)
    #expect(fixture.run("names", "compare", "Ле Нян", "Ле Ван").status == 3)
    let different = fixture.run("names", "compare", "Ле Нян", "Во Ван")
    #expect(different.status == 1)
    #expect(different.output.contains("different  Ле Нян  Во Ван  nothing in common"))
    #expect(fixture.run("names", "forms", "Ле Нян").output.contains("Ле Нян"))
  }

  @Test func explainReadsOperandOrInput() {
    #expect(fixture.run("explain", "слово").output == "token слово\n")
    #expect(fixture.run("explain", "-", input: "из трубы").output == "token из трубы\n")
  }
}
