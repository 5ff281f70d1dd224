import Foundation
import KadryStore
import Testing

/// A process that is killed at any moment leaves a database that the next run completes to that of an undisturbed run.
@Suite struct InterruptionTests {
  let fixture: CommandLineFixture
  let program: String
  init() throws {
    fixture = try CommandLineFixture()
    program = try #require(Checkout.program, "build the product 'kadry' first")
  }

  private func start(_ database: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [
      "ingest", fixture.folder + "/in", "--db", database, "--batch", "7", "--threads", "2",
    ]
    process.environment = ["KADRY_LEXICONS": Checkout.folder + "/Lexicons"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func dump(_ database: String) throws -> String {
    try Store(path: database, mode: .readOnly).dump()
  }

  @Test func killedAtAnyMomentTheNextRunEndsInTheSameDatabase() throws {
    for index in 0..<120 {
      try fixture.write(
        "in/\(index).txt",
        "Ngày \(index % 28 + 1)/3/2018, đồng chí Lê Văn Bình, Bí thư Huyện ủy Quỳnh Lưu, phát biểu lần \(index).\n"
      )
    }
    let whole = fixture.folder + "/whole.db"
    let began = Date()
    let undisturbed = try start(whole)
    undisturbed.waitUntilExit()
    let duration = Date().timeIntervalSince(began)
    #expect(undisturbed.terminationStatus == 0)
    let killed = fixture.folder + "/killed.db"
    var random = SystemRandomNumberGenerator()
    for round in 0..<4 {
      // A part of the files changes in between, so that old versions are there to be replaced.
      if round == 2 { try fixture.write("in/7.txt", "Khác hẳn.\n") }
      let process = try start(killed)
      Thread.sleep(forTimeInterval: Double.random(in: 0.3...1, using: &random) * duration)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    for database in [killed, whole] {
      let last = try start(database)
      last.waitUntilExit()
      #expect(last.terminationStatus == 0)
    }
    #expect(try dump(killed) == dump(whole))
  }
}
