import Foundation
import Testing

@testable import KadryCLI

@Suite struct ExportCommandTests {
  let fixture: CommandLineFixture
  init() throws {
    fixture = try CommandLineFixture()
    try fixture.ingestSamples()
  }

  @Test(arguments: ["jsonl", "dot", "graphml", "wire"])
  func aFileIsTheSameAsTheOutput(format: String) throws {
    let output = fixture.run("export", "--format", format)
    #expect(output.status == 0)
    let path = fixture.folder + "/out"
    #expect(fixture.run("export", "--format", format, "-o", path).status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == output.output)
    #expect(!FileManager.default.fileExists(atPath: path + ".part"))
  }

  @Test func tablesGoIntoAFolder() throws {
    let folder = fixture.folder + "/tables"
    #expect(fixture.run("export", "--format", "csv", "-o", folder).status == 0)
    let person = try String(contentsOfFile: folder + "/person.csv", encoding: .utf8)
    #expect(person == fixture.run("export", "--format", "csv", "--table", "person").output)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 10)
  }

  @Test func theWireFormatLoadsIntoTheSameDatabase() throws {
    let lines = fixture.run("export", "--format", "wire").output
    let other = fixture.folder + "/other.db"
    #expect(fixture.run("load", "-", "--db", other, input: lines).status == 0)
    #expect(fixture.run("export", "--format", "wire", "--db", other).output == lines)
    #expect(
      fixture.run("export", "--format", "graphml", "--db", other).output
        == fixture.run("export", "--format", "graphml").output)
  }

  @Test(arguments: [
    (["export"], "--format is needed: one of jsonl, dot, graphml, csv, wire"),
    (
      ["export", "--format", "csv"],
      "csv has a file for each table: give a folder with -o, or one table with --table person"
    ),
    (["export", "--format", "dot", "--table", "person"], "--table goes with --format csv"),
    (
      ["export", "--format", "csv", "--table", "people"],
      "there is no table 'people'; the tables are person, occupancy, post, organization, place, directive, citation, "
        + "figure, contradiction, document"
    ),
  ])
  func wrongCombinationsSayWhatToType(words: [String], message: String) {
    let outcome = fixture.run(words: words)
    #expect(outcome.status == 64)
    #expect(outcome.errors == "kadry: \(message)\nTry 'kadry help export'.\n")
  }
}
