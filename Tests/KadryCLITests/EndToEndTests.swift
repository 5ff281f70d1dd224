import Foundation
import Testing

/// The program as a process: what only a process can show.
@Suite struct EndToEndTests {
  let fixture: CommandLineFixture
  let program: String
  init() throws {
    fixture = try CommandLineFixture()
    program = try #require(Checkout.program, "build the product 'kadry' first")
  }

  /// Runs a shell line with the program as `$0`.
  private func shell(_ line: String) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line, program]
    process.environment = [
      "PATH": "/usr/bin:/bin", "KADRY_LEXICONS": Checkout.folder + "/Lexicons", "KADRY_DB": fixture.database,
    ]
    process.currentDirectoryURL = URL(filePath: fixture.folder)
    let (output, errors) = (fixture.folder + "/stdout", fixture.folder + "/stderr")
    for path in [output, errors] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, try String(contentsOfFile: output, encoding: .utf8),
      try String(contentsOfFile: errors, encoding: .utf8)
    )
  }

  @Test func versionAndHelpNeedNothing() throws {
    #expect(try shell("$0 --version").output.hasPrefix("kadry "))
    #expect(try shell("$0").status == 0)
  }

  @Test func aReaderThatGoesAwayIsSuccess() throws {
    try fixture.write("lines.jsonl", String(repeating: "{\"id\":\"a line without text\"}\n", count: 20_000))
    let outcome = try shell("$0 extract lines.jsonl 2>/dev/null | head -n 1; echo ${PIPESTATUS[0]}")
    #expect(outcome.output.hasSuffix("\n0\n"))
    #expect(outcome.output.contains("\"kind\":\"error\""))
  }

  @Test func aFullDiskIsSaid() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let outcome = try shell("$0 schema >/dev/full")
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("kadry: the output cannot be written: "))
  }

  @Test func ingestIsSilentOnTheOutputAndHasNoColoursInAPipe() throws {
    try fixture.write(
      "a.txt", "Товарищ Ле Тхань Бинь, секретарь партийного комитета района Куинь Лыу, рассказал.\n")
    let ingest = try shell("$0 ingest a.txt --source baonghean.vn")
    #expect(ingest.status == 0)
    #expect(ingest.output.isEmpty)
    #expect(!ingest.errors.contains("\r"))
    let person = try shell("$0 person 'le thanh nhan'")
    #expect(!person.output.contains("\u{1B}"))
    #expect(try shell("cat a.txt | $0 extract - | $0 load - --db other.db").status == 0)
  }

  @Test func unknownFlagHasItsStatus() throws {
    #expect(try shell("$0 who x --colour").status == 64)
    #expect(try shell("$0 stats --db none.db").status == 74)
  }
}
