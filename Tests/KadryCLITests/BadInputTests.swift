import Foundation
import Testing

@testable import KadryCLI

@Suite struct BadInputTests {
  let fixture: CommandLineFixture
  init() throws { fixture = try CommandLineFixture() }

  @Test func invalidUTF8IsReadAndSaid() throws {
    let path = try fixture.write("bad.txt", bytes: Array("Ле".utf8) + [0xFF] + Array("\n#1-CT/TU\n".utf8))
    let outcome = fixture.run("ingest", path)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == """
        kadry: \(path): byte 4: invalid-utf-8: bytes that are no utf-8 were read as U+FFFD; spans count in the \
        repaired text, not in the file
        kadry: 1 document read into \(fixture.database), 0 unchanged, 0 failed

        """)
    #expect(fixture.run("directives").output.contains("1-CT/TU"))
  }

  @Test func missingPathFailsAndTheRestIsRead() throws {
    let path = try fixture.write("a.txt", "#1-CT/TU\n")
    let outcome = fixture.run("ingest", fixture.folder + "/none.txt", path)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        kadry: \(fixture.folder)/none.txt: missing: no file or folder has this name; check the spelling
        kadry: 1 document read into \(fixture.database), 0 unchanged, 1 failed

        """)
    #expect(fixture.run("directives").status == 0)
    #expect(fixture.run("extract", fixture.folder + "/none.txt").status == 2)
  }

  @Test func truncatedLineBecomesAnErrorRecord() throws {
    let lines =
      "{\"id\":\"a\",\"text\":\"#1-CT/TU\"}\n{\"id\":\"b\",\"te\n{\"id\":\"c\",\"text\":\"#2-CT/TU\"}\n"
    let outcome = fixture.run("extract", "-", input: lines)
    #expect(outcome.status == 0)
    #expect(outcome.lines.count { $0.contains("\"kind\":\"document\"") } == 2)
    let error = try #require(outcome.lines.first { $0.contains("\"kind\":\"error\"") })
    #expect(error.contains("\"path\":\"-:2\",\"byte\":42,\"reason\":\"bad-json: "))
    #expect(outcome.errors.hasPrefix("kadry: -:2: byte 42: bad-json: "))
    #expect(outcome.errors.hasSuffix("; the line was left out\n"))
    #expect(fixture.run("extract", "-", "--strict", input: lines).status == 2)
    #expect(fixture.run("ingest", "-", input: lines).status == 2)
    #expect(fixture.run("directives").lines.count == 3)
  }

  @Test func emptyFileFailsAndTheRestIsRead() throws {
    try fixture.write("in/empty.txt", "")
    try fixture.write("in/full.txt", "#1-CT/TU\n")
    let outcome = fixture.run("ingest", fixture.folder + "/in")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.hasPrefix(
        "kadry: \(fixture.folder)/in/empty.txt: byte 0: empty: there is no text in it; leave it out\n"
          + "kadry: 1 document read into"))
  }

  @Test func fileOf50MegabytesIsTooLargeAndTheRestIsRead() throws {
    let large = fixture.folder + "/in/large.txt"
    try fixture.write("in/small.txt", "#1-CT/TU\n")
    #expect(FileManager.default.createFile(atPath: large, contents: nil))
    // A sparse file: it has the size without the bytes.
    let handle = try #require(FileHandle(forWritingAtPath: large))
    try handle.truncate(atOffset: 50_000_000)
    try handle.close()
    let outcome = fixture.run("ingest", fixture.folder + "/in")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        kadry: \(large): byte 16777216: too-large: 50000000 bytes are more than 16777216; split it, or raise \
        --max-document
        kadry: 1 document read into \(fixture.database), 0 unchanged, 1 failed

        """)
    let extract = fixture.run("extract", large)
    #expect(extract.status == 2)
    #expect(extract.output.contains("\"reason\":\"too-large: 50000000 bytes are more than 16777216; "))
  }

  @Test func unknownFlagIsAUsageError() {
    let outcome = fixture.run("ingest", "x", "--sorce", "baonghean.vn")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors
        == "kadry: 'ingest' has no flag --sorce; did you mean '--source'?\nTry 'kadry help ingest'.\n")
  }

  @Test func unknownCommandIsAUsageError() {
    let outcome = fixture.run("injest")
    #expect(outcome.status == 64)
    #expect(
      outcome.errors == "kadry: there is no command 'injest'; did you mean 'ingest'?\nTry 'kadry help'.\n")
  }

  @Test func dateForSeveralDocumentsIsAUsageErrorAndChangesNothing() throws {
    try fixture.write("in/a.txt", "один")
    try fixture.write("in/b.txt", "два")
    let outcome = fixture.run("ingest", fixture.folder + "/in", "--date", "2016-11-12")
    #expect(outcome.status == 64)
    #expect(
      outcome.errors == """
        kadry: --date is for one document, and there are several; give their dates with --manifest FILE
        Try 'kadry help ingest'.

        """)
    #expect(!FileManager.default.fileExists(atPath: fixture.database))
    #expect(fixture.run("ingest", fixture.folder + "/in/a.txt", "--date", "2016-11-12").status == 0)
    #expect(fixture.run("documents").output.contains("2016-11-12"))
  }

  @Test(arguments: ["extract", "load"])
  func nothingPipedInAtATerminalIsAUsageError(command: String) {
    let outcome = fixture.run(command, terminal: true)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("kadry: nothing is piped in: give a FILE, or - to type it here\n"))
    #expect(fixture.run(command).status == 0)
  }

  @Test func claimsGivenToIngestNameTheRightCommand() throws {
    let claims = try fixture.write("claims.jsonl", fixture.run("extract", "-", input: "#1-CT/TU\n").output)
    let outcome = fixture.run("ingest", claims)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("these lines are claims, not documents; bring them in with 'kadry load'"))
  }

  @Test func documentsGivenToLoadNameTheRightCommand() throws {
    let outcome = fixture.run("load", "-", input: "{\"id\":\"a\",\"text\":\"#1-CT/TU\"}\n")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains(
        "kadry: lines of documents to be read are for 'kadry ingest', which reads and loads them, or 'kadry extract'\n"
      ))
  }

  @Test func loadOfAMissingFileFailsAndTheRestIsLoaded() throws {
    let claims = try fixture.write("claims.jsonl", fixture.run("extract", "-", input: "#1-CT/TU\n").output)
    let outcome = fixture.run("load", fixture.folder + "/none", claims)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("kadry: \(fixture.folder)/none: missing: "))
    #expect(
      outcome.errors.hasSuffix("kadry: 1 document loaded into \(fixture.database), 0 unchanged, 0 refused\n"))
  }

  @Test func aManifestRowForNoDocumentIsSaid() throws {
    let path = try fixture.write("a.txt", "text")
    let manifest = try fixture.write(
      "m.tsv", "path\turl\na.txt\thttps://a\nb.txt\thttps://b\nc.txt\thttps://c\n")
    let outcome = fixture.run("ingest", path, "--manifest", manifest)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.hasSuffix(
        "kadry: \(manifest): 2 rows for no document that was read, such as line 3: b.txt\n"))
  }

  @Test func brokenManifestIsAnUnusableFile() throws {
    let manifest = try fixture.write("m.tsv", "path\tauthor\n")
    let outcome = fixture.run("ingest", fixture.folder, "--manifest", manifest)
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("kadry: \(manifest):1: there is no column 'author'; "))
  }

  @Test func missingDatabaseSaysHowToMakeOne() {
    let outcome = fixture.run("who", "chair")
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains(fixture.database))
    #expect(outcome.errors.contains("ingest"))
  }

  @Test func fileThatIsNoDatabaseIsSaid() throws {
    let path = try fixture.write("text.db", "this is no database, and long enough to be looked into\n")
    let outcome = fixture.run("stats", "--db", path)
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("kadry: \(path): "))
  }

  @Test func exportToAFolderThatIsNotThereIsSaid() throws {
    try fixture.ingestSamples()
    let outcome = fixture.run("export", "--format", "dot", "-o", fixture.folder + "/none/graph.dot")
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("graph.dot: the file cannot be written; the system says: "))
  }

  @Test func closedPipeIsSuccess() throws {
    try fixture.ingestSamples()
    let outcome = fixture.run("documents", "--format", "jsonl", outputLimit: 10)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(fixture.run("extract", fixture.folder + "/in", outputLimit: 10).status == 0)
  }
}
