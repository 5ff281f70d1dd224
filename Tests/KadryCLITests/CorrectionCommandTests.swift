import Foundation
import KadryStore
import Testing

@testable import KadryCLI

@Suite struct CorrectionCommandTests {
  let fixture: CommandLineFixture
  init() throws {
    fixture = try CommandLineFixture()
    try fixture.write("in/a.txt", "A\n@Ле Нян | chair | council | chair | Vinh\n")
    try fixture.write("in/b.txt", "B\n@Ле Ням | chair | council | chair | Hue\n")
    let manifest = try fixture.write(
      "manifest.tsv", "path\tdate\tsource\nin/a.txt\t2016-11-10\tx.vn\nin/b.txt\t2018-05-01\tx.vn\n")
    _ = fixture.run("ingest", fixture.folder + "/in", "--manifest", manifest)
  }

  private var file: String { fixture.folder + "/corrections.jsonl" }
  private func dump() throws -> String { try Store(path: fixture.database, mode: .readOnly).dump() }
  private func ids(_ words: String...) -> [String] {
    fixture.run(words: words + ["--format", "tsv"]).lines.dropFirst().compactMap {
      $0.split(separator: "\t", omittingEmptySubsequences: false).first { $0.hasPrefix("per-") }.map(
        String.init)
    }
  }

  @Test func aDecisionAndItsUndoLeaveTheDatabaseAsBefore() throws {
    let before = try dump()
    let persons = ids("person", "ле")
    try #require(persons.count == 2)
    let outcome = fixture.run("same", persons[0], persons[1], "--author", "me", "--note", "one face")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("written to \(file): Ле Ня"))
    #expect(ids("person", "ле").count == 1)
    let line = try String(contentsOfFile: file, encoding: .utf8)
    #expect(
      line.contains(#""action":"same""#) && line.contains(#""author":"me""#)
        && line.contains(#""note":"one face""#))
    #expect(fixture.run("corrections").output.contains("applied"))
    // The next run applies it again, also from nothing.
    try FileManager.default.removeItem(atPath: fixture.database)
    _ = fixture.run("ingest", fixture.folder + "/in", "--manifest", fixture.folder + "/manifest.tsv")
    #expect(ids("person", "ле").count == 1)
    let correction = try #require(
      fixture.run("corrections", "--format", "tsv").output.firstMatch(of: #/cor-[0-9a-f]{24}/#))
    #expect(fixture.run("undo", String(correction.output.prefix(12))).status == 0)
    #expect(try dump() == before)
    #expect(try String(contentsOfFile: file, encoding: .utf8).isEmpty)
  }

  @Test func rejectAndCorrectChangeTheGraphOnly() throws {
    let claim = try #require(
      fixture.run("who", "chair", "--place", "Vinh", "--format", "jsonl").output.firstMatch(
        of: #/clm-[0-9a-f]{24}/#))
    let id = String(claim.output)
    #expect(fixture.run("correct", id, "since", "2015-03").status == 0)
    #expect(
      fixture.run("who", "chair", "--place", "Vinh", "--format", "jsonl").output.contains(
        #""since":"2015-03""#))
    #expect(fixture.run("why", id).output.contains("corrected"))
    // The newer value holds, and the older line is said.
    #expect(
      fixture.run("correct", id, "since", "2014").errors.contains("overruled by a newer decision: {\"v\":1"))
    #expect(
      fixture.run("who", "chair", "--place", "Vinh", "--format", "jsonl").output.contains(#""since":"2014""#))
    #expect(fixture.run("reject", id).status == 0)
    #expect(fixture.run("who", "chair", "--place", "Vinh").status == 1)
    #expect(fixture.run("verify").status == 0)
  }

  @Test func contradictingDecisionsAreSaidWithBothLines() throws {
    let persons = ids("person", "ле")
    _ = fixture.run("same", persons[0], persons[1])
    #expect(ids("person", "ле").count == 1)
    let claims = try String(contentsOfFile: file, encoding: .utf8)
    let outcome = fixture.run(
      "different", persons[0].replacing("per-", with: "clm-"), persons[1].replacing("per-", with: "clm-"))
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix(claims))
    #expect(outcome.errors.contains("overruled by a newer decision: {\"v\":1,\"action\":\"same\""))
    #expect(outcome.errors.contains("against {\"v\":1,\"action\":\"different\""))
    #expect(ids("person", "ле").count == 2)
  }

  @Test func decisionsThatCannotBeSayWhatToDo() throws {
    let person = try #require(ids("person", "ле").first)
    func message(_ words: String...) -> (Int32, String) {
      let outcome = fixture.run(words: words)
      return (outcome.status, outcome.errors)
    }
    #expect(message("same", person, person).1.contains("both ids lead to one claim"))
    #expect(message("same", person, person).0 == 64)
    #expect(message("correct", person, "age", "7").1.contains("a person has no field 'age'; it has name, vi"))
    let document = try #require(
      fixture.run("documents", "--format", "tsv").output.firstMatch(of: #/doc-[0-9a-f]{24}/#))
    #expect(
      message("correct", String(document.output), "published", "soon").1
        .contains("'soon' is no date such as 2016-11-10"))
    #expect(message("undo", "cor-0").0 == 1)
    #expect(message("undo", "cor-0").1.contains("has no correction 'cor-0'; 'kadry corrections' lists them"))
    #expect(message("same", "per-zz", person).0 == 1)
    try "{}\n".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(
      message("reread").1.contains(
        "corrections.jsonl:1: 'action' must be one of same, different, correct, reject; mend or delete the line"
      ))
    #expect(message("reread").0 == 74)
  }

  @Test func aCorrectionOfWhatIsGoneIsSaid() throws {
    try #"{"v":1,"action":"reject","a":{"kind":"person","sha256":"0","span":[0,1],"quote":"x","label":"x"}}"#
      .write(toFile: file, atomically: true, encoding: .utf8)
    #expect(
      fixture.run("reread").errors.contains(
        "1 correction of things that are not in this database; 'kadry corrections' lists them"))
    #expect(fixture.run("corrections").output.contains("not-found"))
  }

  @Test func reviewAsksAtATerminalAndListsElsewhere() throws {
    let list = fixture.run("review", "--format", "tsv")
    guard list.status == 0 else { return }
    #expect(list.lines.count == 2)
    let asked = fixture.run("review", input: "?\ny\n", terminal: true)
    #expect(asked.output.contains("One person? y, n, s (skip), q (stop): "))
    #expect(asked.output.contains("y, n, s or q: "))
    #expect(asked.errors.contains("1 decision written to \(file)"))
    #expect(ids("person", "ле").count == 1)
    #expect(fixture.run("review").status == 1)
  }
}
