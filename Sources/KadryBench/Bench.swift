import Foundation
import KadryArchive
import KadryEngine
import KadryText

/// `kadry-bench`: speed as ratios to a yardstick on the same machine, with the answers checked.
@main
struct Bench {
  private let options: Options
  private let load: () throws -> Knowledge
  private let knowledge: Knowledge
  private let workload: Workload
  private var report = Report()

  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if arguments.contains("--help") || arguments.contains("-h") { return print(Options.usage) }
      var bench = try Bench(Options(arguments))
      try bench.run()
    } catch {
      FileHandle.standardError.write(Data("kadry-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private init(_ options: Options) throws {
    self.options = options
    let environment = ProcessInfo.processInfo.environment
    let executable = Bundle.main.executablePath ?? CommandLine.arguments[0]
    load = { try Knowledge(executable: executable, environment: environment, overlays: []) }
    knowledge = try load()
    let beside = URL(filePath: knowledge.folder).deletingLastPathComponent().path + "/Corpora"
    workload = try Workload(folder: options.folder ?? beside, knowledge: knowledge, seed: options.seed)
  }

  private mutating func run() throws {
    if let path = options.generated { return try workload.writeLines(options.documents, to: path) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "kadry-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    let file = try workload.writeTexts(options.documents, to: folder.appending(path: "articles.txt").path)
    report.add(
      "reading \(knowledge.reading), \(options.documents) documents, \(file.bytes) bytes, "
        + "\(options.rounds) rounds, ratios of processor time")

    var rounds = try ReadingRounds(file, knowledge: knowledge, load: load)
    for _ in 0..<options.rounds { try rounds.run() }
    rounds.tell(&report)
    var database = DatabaseRounds(file, knowledge: knowledge, folder: folder.path)
    for _ in 0..<max(1, options.rounds / 2) { try database.run(claims: rounds.answer.claims) }
    try database.tell(&report)
    if let path = options.record { try report.append(to: path) }
  }
}
