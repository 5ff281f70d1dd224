import Testing

@testable import KadryCLI

@Suite struct HelpCommandTests {
  let fixture: CommandLineFixture
  init() throws { fixture = try CommandLineFixture() }

  @Test func helpIsDataAndSuccess() {
    for outcome in [fixture.run(), fixture.run("help"), fixture.run("--help"), fixture.run("help", "who")] {
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("kadry"))
      #expect(outcome.errors.isEmpty)
    }
    #expect(fixture.run("who", "--help").output == fixture.run("help", "who").output)
    #expect(fixture.run("help", "nothing").status == 64)
    #expect(fixture.run("lexicons", "--help").output == fixture.run("help").output)
    #expect(fixture.run("help", "lexicons").output == fixture.run("help").output)
  }

  @Test func versionNamesProgramAndFormat() {
    #expect(fixture.run("version").output == "kadry \(kadryVersion)\nwire format 1\n")
    #expect(fixture.run("--version").output == fixture.run("version").output)
  }

  @Test func schemaKnowsTwoFormats() {
    #expect(fixture.run("schema").output.contains("published_basis"))
    #expect(fixture.run("schema", "gold").output.contains("alt_titles"))
    let other = fixture.run("schema", "silver")
    #expect(other.status == 64)
    #expect(
      other.errors == "kadry: there is no schema 'silver'; say wire or gold\nTry 'kadry help schema'.\n")
  }

  @Test func progressIsForTerminalsOnly() throws {
    let path = try fixture.write("a.txt", "#1-CT/TU\n")
    #expect(!fixture.run("ingest", path).errors.contains("\r"))
    #expect(fixture.run("ingest", path, terminal: true).errors.contains("\r\u{1B}[K"))
  }
}
