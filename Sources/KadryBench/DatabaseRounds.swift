import Foundation
import KadryEngine
import KadryStore

/// Rounds of an ingest into a new database, and of queries on it.
struct DatabaseRounds {
  private let file: WorkloadFile
  private let knowledge: Knowledge
  private let folder: String
  private var round = 0
  private var ingest = Samples()
  private var directives = Samples()
  private var person = Samples()
  private var found: [Int]?

  init(_ file: WorkloadFile, knowledge: Knowledge, folder: String) {
    (self.file, self.knowledge, self.folder) = (file, knowledge, folder)
  }

  /// - Parameter claims: how many must be found.
  mutating func run(claims: Int) throws {
    round += 1
    let path = folder + "/bench-\(round).db"
    let (report, taken) = try measure {
      try Ingestion(store: try Store(path: path, mode: .create), knowledge: knowledge, threads: 2)
        .run(try file.source())
    }
    ingest.add(taken.wall)
    guard report.inputs.claims == claims else {
      throw BenchError("ingest found \(report.inputs.claims) claims, extract \(claims)")
    }
    let store = try Store(path: path, mode: .readOnly)
    let query = DirectiveQuery(store: store, fold: knowledge.graph.fold)
    let (cited, listing) = try measure { try query.directives(DirectiveQuery.Filter()).count }
    directives.add(listing.wall)
    // A text without officials has nobody to ask for.
    let name = try store.persons().first?.name
    let (persons, asking) = try measure {
      try name.map { try PersonQuery(store: store, knowledge: knowledge).candidates($0).count } ?? 0
    }
    person.add(asking.wall)
    guard name == nil || persons > 0 else { throw BenchError("a person of the database is not found") }
    if let found, found != [cited, persons] {
      throw BenchError("two rounds found \(found) and \([cited, persons])")
    }
    found = [cited, persons]
  }

  func tell(_ report: inout Report) throws {
    let count = Double(file.documents.count)
    report.add(
      "documents into the database / s", count / ingest.best, median: count / ingest.median,
      bar: .atLeast(1500))
    report.add("peak memory of ingest, MB", peakMemory(), bar: .atMost(256))
    report.add(
      "query of all directives, ms", directives.best * 1000, median: directives.median * 1000,
      bar: .atMost(100))
    report.add("query of a person, ms", person.best * 1000, median: person.median * 1000, bar: .atMost(100))
    report.add(
      "\(found?.first ?? 0) directives, \(found?.last ?? 0) candidates for the person; all rounds agree")
  }
}
