import Foundation
import KadryArchive

@testable import KadryCLI
@testable import KadryEngine

/// What a command line did.
struct Outcome {
  var status: Int32
  var output: String
  var errors: String
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// A folder in which command lines run within the test, with the fake lexicons.
final class CommandLineFixture {
  let folder: String
  /// Every run is a second after the one before.
  private var runs = 10
  var database: String { folder + "/k.db" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kadry-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> String {
    let path = folder + "/" + name
    try FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// Runs a command line; the database is the fixture's, through the environment.
  func run(
    _ arguments: String..., input: String = "", outputLimit: Int = .max, terminal: Bool = false,
    environment: [String: String] = [:], knowledge: Knowledge = .fake()
  ) -> Outcome {
    run(
      words: arguments, input: input, outputLimit: outputLimit, terminal: terminal, environment: environment,
      knowledge: knowledge)
  }

  func run(
    words: [String], input: String = "", outputLimit: Int = .max, terminal: Bool = false,
    environment: [String: String] = [:], knowledge: Knowledge = .fake()
  ) -> Outcome {
    let output = MemorySink(limit: outputLimit)
    let errors = MemorySink()
    runs += 1
    let second = runs
    let console = Console(
      output: output, errors: errors, input: { MemoryStream(Array(input.utf8)) },
      environment: ["KADRY_DB": database].merging(environment) { _, new in new },
      executable: "/nowhere/bin/kadry",
      inputIsTerminal: terminal, outputIsTerminal: terminal, errorsAreTerminal: terminal,
      now: { "2026-01-01T00:00:\(second)Z" },
      loadKnowledge: { _ in knowledge })
    let status = Program(commands: .all).run(words, console: console)
    return Outcome(status: status, output: output.text, errors: errors.text)
  }

  /// Runs a command line with the lexicons of this checkout.
  func runWithLexicons(_ arguments: String..., input: String = "") -> Outcome {
    runWithLexicons(words: arguments, input: input)
  }

  func runWithLexicons(words arguments: [String], input: String = "") -> Outcome {
    let (output, errors) = (MemorySink(), MemorySink())
    let console = Console(
      output: output, errors: errors, input: { MemoryStream(Array(input.utf8)) },
      environment: ["KADRY_DB": database, "KADRY_LEXICONS": Checkout.folder + "/Lexicons"],
      executable: "/nowhere/bin/kadry",
      loadKnowledge: { overlays in
        if overlays.isEmpty { return try Checkout.knowledge.get() }
        return try Knowledge(
          executable: "", environment: ["KADRY_LEXICONS": Checkout.folder + "/Lexicons"], overlays: overlays)
      })
    let status = Program(commands: .all).run(arguments, console: console)
    return Outcome(status: status, output: output.text, errors: errors.text)
  }

  /// A database with three documents.
  func ingestSamples() throws {
    try write("in/a.txt", "Первая\n@Ле Нян | chair | council | chair | Nghệ An\n#01-DA/TU\n=10/141 0.71\n")
    try write(
      "in/b.txt",
      "Вторая\n@Ле Нян | chair | council | chair | Nghệ An\n@Ле Ван | secretary | council | secretary | Nghệ An\n"
    )
    try write("in/c.txt", "Третья\n#01-DA/TU\n=74/131 56.5\n")
    let manifest = try write(
      "manifest.tsv",
      "path\tdate\tsource\nin/a.txt\t2016-11-10\tbaonghean.vn\nin/b.txt\t2018-05-01\tbaonghean.vn\n")
    _ = run("ingest", folder + "/in", "--manifest", manifest)
  }
}

/// Where this package lies, and the program that was built of it.
enum Checkout {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The lexicons of this package, read once for all tests.
  static let knowledge = Result {
    try Knowledge(executable: "", environment: ["KADRY_LEXICONS": folder + "/Lexicons"], overlays: [])
  }

  /// The program beside the tests, `nil` when it was not built with them.
  static var program: String? {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let places = [beside, Bundle.main.bundlePath, folder + "/.build/debug"]
    return places.map { $0 + "/kadry" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
