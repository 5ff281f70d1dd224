import Foundation
import KadryArchive
import KadryStore
import Testing

@testable import KadryCLI

/// Command lines with the real lexicons.
@Suite struct LexiconCommandTests {
  let fixture: CommandLineFixture
  init() throws { fixture = try CommandLineFixture() }

  private static let sentence =
    "Утром 10 ноября товарищ Ле Тхань Бинь, секретарь партийного комитета района Куинь Лыу, рассказал о работе.\n"

  @Test func anArticleLeadsFromThePostToItsWords() throws {
    let path = try fixture.write("a.txt", "Новости района\n" + Self.sentence)
    #expect(
      fixture.runWithLexicons("ingest", path, "--source", "baonghean.vn", "--date", "2016-11-12").status == 0)
    for post in ["секретарь райкома", "Bí thư Huyện ủy", "bi thu huyen uy"] {
      let who = fixture.runWithLexicons("who", post, "--place", "quynh luu", "--format", "tsv")
      #expect(who.status == 0, "\(post)")
      #expect(who.lines.count == 2, "\(post)")
      #expect(who.output.contains("Ле Тхань Бинь"), "\(post)")
    }
    let holder = fixture.runWithLexicons("who", "Bí thư Huyện ủy", "--format", "jsonl").output
    let start = try #require(holder.range(of: "\"occ-"))
    let id = "occ-" + holder[start.upperBound...].prefix { $0.isHexDigit }
    let why = fixture.runWithLexicons("why", id)
    #expect(why.output.contains("Ле Тхань Бинь, секретарь партийного комитета района Куинь Лыу"))
    #expect(why.output.contains("published  2016-11-12 (metadata), baonghean.vn"))
    let verify = fixture.runWithLexicons("verify", "--files")
    #expect(verify.status == 0)
    #expect(verify.errors.contains("; 1 file unchanged"))
  }

  @Test func placesAreFoundByTheirRussianNames() throws {
    let path = try fixture.write("a.txt", Self.sentence)
    _ = fixture.runWithLexicons("ingest", path, "--source", "baonghean.vn")
    #expect(fixture.runWithLexicons("posts", "--place", "Куинь Лыу").status == 0)
    #expect(fixture.runWithLexicons("posts", "--place", "Quỳnh Lưu").status == 0)
    #expect(fixture.runWithLexicons("posts", "--place", "Ханой").status == 1)
  }

  @Test func extractIsTheSameTwiceAndExplainShowsTheReading() throws {
    let first = fixture.runWithLexicons("extract", "-", input: Self.sentence)
    #expect(first.status == 0)
    #expect(
      fixture.runWithLexicons("extract", "-", "--threads", "3", input: Self.sentence).output == first.output)
    let explanation = fixture.runWithLexicons("explain", Self.sentence)
    #expect(explanation.output.hasPrefix("tokens\n"))
    #expect(explanation.output.contains("Ле Тхань Бинь"))
  }

  @Test func aBrokenRowSaysFileLineAndColumn() throws {
    let table = try fixture.write(
      "words/honorifics.tsv", "id\tvi\tru\tgender\teffect\n\tx\ty\tm\thonorific\n")
    let outcome = fixture.runWithLexicons("extract", "-", "--lexicons", fixture.folder + "/words", input: "x")
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("kadry: \(table):2:1: "))
    #expect(outcome.output.isEmpty)
  }

  @Test func aRuleWithAFailingExampleIsAFinding() throws {
    let rules = try fixture.write(
      "words/patterns/own.pattern",
      "phase persons shared\n\nrule person.own\n  honorific $who:maybe\n  => person(who)\n  yes «сегодня хорошая погода»\n"
    )
    let outcome = fixture.runWithLexicons("lexicons", "check", "--lexicons", fixture.folder + "/words")
    #expect(outcome.status == 2)
    #expect(
      outcome.lines.contains {
        $0.hasPrefix("\(rules):6:3: ") && $0.contains("person.own") && $0.contains("сегодня хорошая погода")
      })
    #expect(outcome.errors.contains(" rules, "))
  }

  @Test func missingLexiconsSayWhereTheyWereLookedFor() {
    let (output, errors) = (MemorySink(), MemorySink())
    let console = Console(
      output: output, errors: errors, input: { MemoryStream([]) }, environment: [:],
      executable: "/nowhere/bin/kadry")
    #expect(Program(commands: .all).run(["explain", "x"], console: console) == 74)
    #expect(errors.text.contains("/nowhere/share/kadry/Lexicons"))
    #expect(errors.text.contains("KADRY_LEXICONS"))
  }

  @Test func aLockedDatabaseIsSaid() throws {
    try fixture.ingestSamples()
    let store = try Store(path: fixture.database, mode: .readWrite)
    try store.transaction {
      let path = try fixture.write("b.txt", "#5-CT/TU\n")
      let outcome = fixture.run("ingest", path)
      #expect(outcome.status == 75)
      #expect(outcome.errors.contains(fixture.database))
      // Queries go on beside the writer.
      #expect(fixture.run("directives").status == 0)
    }
  }
}
