import Foundation
@testable import KadryEngine
import Testing

@testable import KadryArchive
@testable import KadryCLI

@Suite struct IngestCommandTests {
  let fixture: CommandLineFixture
  init() throws { fixture = try CommandLineFixture() }

  // MARK: Dry runs

  @Test func aDryRunSaysWhatWouldBeReadAndWritesNothing() throws {
    try fixture.write("in/a.txt", "#1-CT/TU\n")
    try fixture.write("in/b.txt", "#2-CT/TU\n")
    try fixture.write("in/empty.txt", "")
    let first = fixture.run("ingest", fixture.folder + "/in", "--dry-run")
    #expect(first.status == 2)
    #expect(first.lines == ["new\t\(fixture.folder)/in/a.txt", "new\t\(fixture.folder)/in/b.txt"])
    #expect(
      first.errors.hasSuffix(
        "kadry: 2 documents would be read into \(fixture.database), 0 of them changed, 0 unchanged, 1 failed; "
          + "nothing was written\n"))
    #expect(!FileManager.default.fileExists(atPath: fixture.database))
    _ = fixture.run("ingest", fixture.folder + "/in")
    try fixture.write("in/b.txt", "#3-CT/TU\n")
    let second = fixture.run("ingest", fixture.folder + "/in", "--dry-run")
    #expect(second.lines == ["changed\t\(fixture.folder)/in/b.txt"])
    #expect(
      second.errors.contains(
        "1 document would be read into \(fixture.database), 1 of them changed, 1 unchanged"))
    #expect(fixture.run("directives").output.contains("2-CT/TU"))
  }

  // MARK: What failed

  @Test func whatFailedIsKeptAndReadAgain() throws {
    let table = fixture.folder + "/failed.tsv"
    try fixture.write("in/a.txt", "#1-CT/TU\n")
    try fixture.write("in/b.txt", "")
    try fixture.write("in/c.jsonl", "{\"id\":\"1\",\"text\":\"#2-CT/TU\"}\n{\"te\n")
    let first = fixture.run("ingest", fixture.folder + "/in", "--failed-to", table)
    #expect(first.status == 2)
    let rows = try String(contentsOfFile: table, encoding: .utf8).split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[0] == "path\tline\tbyte\treason")
    #expect(rows[1] == "\(fixture.folder)/in/b.txt\t\t0\tempty: there is no text in it; leave it out")
    #expect(rows[2].hasPrefix("\(fixture.folder)/in/c.jsonl\t2\t"))
    try fixture.write("in/b.txt", "#3-CT/TU\n")
    try fixture.write("in/c.jsonl", "{\"id\":\"1\",\"text\":\"#2-CT/TU\"}\n{\"text\":\"#4-CT/TU\"}\n")
    try fixture.write("in/d.txt", "#5-CT/TU\n")
    let second = fixture.run("ingest", "--retry-failed", table, "--failed-to", table)
    #expect(second.status == 0)
    #expect(second.errors == "kadry: 2 documents read into \(fixture.database), 1 unchanged, 0 failed\n")
    #expect(try String(contentsOfFile: table, encoding: .utf8) == "path\tline\tbyte\treason\n")
    #expect(!fixture.run("directives").output.contains("5-CT/TU"))
    let third = fixture.run("ingest", "--retry-failed", table)
    #expect(third.errors == "kadry: 0 documents read into \(fixture.database), 0 unchanged, 0 failed\n")
  }

  @Test func aTableThatIsNoneIsSaid() throws {
    let other = try fixture.write("other.tsv", "file\nx\n")
    let outcome = fixture.run("ingest", "--retry-failed", other)
    #expect(outcome.status == 74)
    #expect(
      outcome.errors
        == "kadry: \(other):1: there is no column 'path'; give a file that --failed-to has written\n")
    #expect(fixture.run("ingest", "--failed-to", "x").status == 64)
    try fixture.write("a.txt", "#1-CT/TU\n")
    #expect(fixture.run("ingest", fixture.folder + "/a.txt", "--failed-to", "/nowhere/x.tsv").status == 74)
  }

  @Test func placesLeadToTheirFiles() throws {
    let zip = try fixture.write("in/a.zip", "")
    let lines = try fixture.write("in/a.jsonl", "")
    #expect(inputPath(of: zip + "/b/c.txt") == zip)
    #expect(inputPath(of: zip + ": ../up.txt") == zip)
    #expect(inputPath(of: lines + ":12") == lines)
    #expect(inputPath(of: fixture.folder + "/in/none.txt") == fixture.folder + "/in/none.txt")
    #expect(inputPath(of: "-:3") == "-:3" || inputPath(of: "-:3") == "-")
  }

  @Test func manyFailuresAreCounted() throws {
    for index in 0..<11 { try fixture.write("in/\(index).txt", index < 2 ? "a\0" : "") }
    let outcome = fixture.run("ingest", fixture.folder + "/in")
    #expect(outcome.errors.hasSuffix("11 failed\nkadry: failed: binary 2, empty 9\n"))
  }

  // MARK: Other kinds of input

  @Test func archivesTablesAndLimitsHaveFlags() throws {
    let table = try fixture.write("a.csv", "link,body\nhttps://baonghean.vn/1,#1-CT/TU\n")
    let outcome = fixture.run("ingest", table, "--field", "text=body", "--field", "url=link")
    #expect(outcome.status == 0)
    #expect(fixture.run("documents").output.contains("baonghean.vn"))
    #expect(fixture.run("ingest", table, "--field", "body").status == 64)
    #expect(fixture.run("ingest", table, "--charset", "klingon").status == 64)
    let zip = try fixture.write("a.zip", "no zip")
    #expect(
      fixture.run("extract", zip, "--max-depth", "0").errors.contains(
        "too-deep: it lies in more than 0 archives"))
    #expect(fixture.run("extract", zip, "--max-ratio", "0").status == 64)
  }

  // MARK: Progress

  @Test func progressHasRateShareAndTimeLeft() {
    let progress = IngestProgress(documents: 1200, failures: 3)
    #expect(
      ProgressReport.line(progress, read: 300_000_000, total: 1_200_000_000, seconds: 20)
        == "1200 documents, 3 failed, 60 a second, 25 % of 1.2 GB, 60 s left")
    #expect(ProgressReport.line(progress, read: 0, total: nil, seconds: 0) == "1200 documents, 3 failed")
    #expect(
      ProgressReport.line(progress, read: 0, total: 10, seconds: 1)
        == "1200 documents, 3 failed, 1200 a second, 0 % of 10 bytes")
  }

  @Test(arguments: [(999, "999 bytes"), (1500, "1.5 kB"), (12_345_678, "12 MB")])
  func sizesAreRounded(bytes: Int, text: String) { #expect(ProgressReport.size(bytes) == text) }

  @Test(arguments: [(42.4, "42 s"), (600, "10 min"), (7200, "2 h")])
  func durationsAreRounded(seconds: Double, text: String) {
    #expect(ProgressReport.duration(seconds) == text)
  }

  @Test(arguments: [true, false])
  func atATerminalTheLineChangesElsewhereLinesAreRare(isTerminal: Bool) {
    let errors = MemorySink()
    var time = 0.0
    let console = Console(
      output: MemorySink(), errors: errors, input: { MemoryStream([]) }, environment: [:],
      executable: "kadry",
      errorsAreTerminal: isTerminal, uptime: { time })
    let report = ProgressReport(console: console, meter: InputMeter(), total: nil)
    for second in 1...65 {
      time = Double(second)
      report.update(IngestProgress(documents: second))
    }
    let expected =
      isTerminal
      ? (1...65).map { "\r\u{1B}[K\(Plural.documents($0)), 0 failed, 1 a second" }.joined()
      : "kadry: 30 documents, 0 failed, 1 a second\nkadry: 60 documents, 0 failed, 1 a second\n"
    #expect(errors.text == expected)
  }

  @Test func theMeterCountsFoldersAndArchives() throws {
    try fixture.write("in/a.txt", String(repeating: "a", count: 1000))
    try fixture.write("in/x/b.md", String(repeating: "b", count: 500))
    try fixture.write("in/c.png", String(repeating: "c", count: 9000))
    try fixture.write("in/x/d.txt.gz", "no gzip")
    #expect(inputSize(of: [fixture.folder + "/in"], options: ArchiveOptions()) == 1507)
    #expect(inputSize(of: ["-"], options: ArchiveOptions()) == nil)
    var options = ArchiveOptions()
    let meter = InputMeter()
    options.meter = meter
    let source = archive(paths: [fixture.folder + "/in"], options: options)
    while source.next() != nil {}
    #expect((1500...3000).contains(meter.bytes))
  }
}
