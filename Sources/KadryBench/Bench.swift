import Foundation
import KadryArchive
import KadryEngine
import KadryStore
import KadryText

/// `kadry-bench [--quick] [FOLDER]`: speed as ratios to a yardstick on the same machine, with the answers checked.
///
/// FOLDER holds articles as `.txt` files; without it, the `Corpora` beside the lexicons are read.
@main
struct Bench {
  let rounds: Int
  let knowledge: Knowledge
  let workload: Workload

  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("kadry-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    let quick = arguments.contains("--quick")
    if let unknown = arguments.first(where: { $0.hasPrefix("-") && $0 != "--quick" }) {
      throw BenchError("unknown option \(unknown); usage: kadry-bench [--quick] [FOLDER]")
    }
    let environment = ProcessInfo.processInfo.environment
    let executable = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let load = { try Knowledge(executable: executable, environment: environment, overlays: []) }
    let (start, reading) = try best(of: quick ? 1 : 3, "start") { try load().reading }
    let knowledge = try load()
    let beside = URL(filePath: knowledge.folder).deletingLastPathComponent().path + "/Corpora"
    let folder = arguments.first { !$0.hasPrefix("-") } ?? beside
    let workload = try Workload(folder: folder, count: quick ? 300 : 3000)
    let bench = Bench(rounds: quick ? 1 : 5, knowledge: knowledge, workload: workload)
    print("reading \(reading), \(workload.count) documents, \(workload.bytes) bytes, best of \(bench.rounds)")
    Line("lexicons loaded, ms", start * 1000, bar: .atMost(600)).print()
    try bench.measure()
  }

  private func measure() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kadry-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    let file = folder.appending(path: "articles.txt").path
    let written = try workload.write(to: file, atLeast: 64_000_000)
    let yardstick = try best(of: rounds, "wc -w") { try wordCount(of: file) }
    let rate = Double(written) / yardstick.seconds
    let bytes = Double(workload.bytes)
    Line("wc -w, MB/s", rate / 1e6).print()

    let tokenizer = try best(of: rounds, "tokenizer") { tokenize() }
    Line("tokenizer / wc -w", bytes / tokenizer.seconds / rate, bar: .atLeast(2)).print()

    let one = try best(of: min(rounds, 2), "extract") { try extract(threads: 1) }
    Line("extract, 1 thread / wc -w", bytes / one.seconds / rate, bar: .atLeast(0.5)).print()
    let two = try best(of: min(rounds, 2), "extract") { try extract(threads: 2) }
    guard one.answer == two.answer else { throw BenchError("two threads wrote other lines than one") }
    Line("2 threads / 1", one.seconds / two.seconds, bar: .atLeast(1.6)).print()
    Line("peak memory of extract, MB", peakMemory(), bar: .atMost(128)).print()

    let path = folder.appending(path: "bench.db").path
    let stored = try best(of: 1, "ingest") { try ingest(into: path) }
    guard stored.answer.claims == one.answer.claims else {
      throw BenchError("ingest found \(stored.answer.claims) claims, extract \(one.answer.claims)")
    }
    Line("documents into the database / s", Double(workload.count) / stored.seconds, bar: .atLeast(1500))
      .print()
    Line("peak memory of ingest, MB", peakMemory(), bar: .atMost(256)).print()
    let store = try Store(path: path, mode: .readOnly)
    let query = DirectiveQuery(store: store, fold: { $0 })
    let answer = try best(of: rounds, "query") { try query.directives(DirectiveQuery.Filter()).count }
    guard answer.answer > 0 else { throw BenchError("the database of the workload cites no directive") }
    Line("a query of all directives, ms", answer.seconds * 1000, bar: .atMost(100)).print()
    print(
      "\(one.answer.claims) claims in \(one.answer.bytes) bytes; \(tokenizer.answer) tokens; answers agree")
  }

  private func tokenize() -> Int {
    let tokenizer = Tokenizer()
    var tokens: [Token] = []
    var count = 0
    for index in 0..<workload.count {
      let text = workload[index]
      tokens.removeAll(keepingCapacity: true)
      tokenizer.tokenize(text.span, in: 0..<text.count, into: &tokens)
      count += tokens.count
    }
    return count
  }

  private func extract(threads: Int) throws -> ExtractAnswer {
    var hash = SHA256()
    var bytes = 0
    let report = try Extraction(knowledge: knowledge, threads: threads).run(
      workload.source(),
      write: {
        hash.update($0.span)
        bytes += $0.count
      })
    return ExtractAnswer(
      documents: report.documents, claims: report.claims, bytes: bytes, hash: hash.finalize().hex)
  }

  private func ingest(into path: String) throws -> IngestAnswer {
    let store = try Store(path: path, mode: .create)
    let report = try Ingestion(store: store, knowledge: knowledge, threads: 2).run(workload.source())
    return IngestAnswer(documents: report.inputs.documents, claims: report.inputs.claims)
  }
}

/// What an extraction gave; equal for any number of threads.
struct ExtractAnswer: Equatable {
  var documents: Int
  var claims: Int
  var bytes: Int
  var hash: String
}

struct IngestAnswer: Equatable {
  var documents: Int
  var claims: Int
}
