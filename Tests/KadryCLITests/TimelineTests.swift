import Foundation
import KadryArchive
import KadryGraph
import KadryReading
import KadryStore
import Testing

@testable import KadryCLI
@testable import KadryEngine

/// The scripted archive `Corpora/timeline` and its gold.
@Suite struct TimelineTests {
  private static let folder = Checkout.folder + "/Corpora/timeline"

  /// All articles, read once.
  private static let readings = Result { () throws -> [(DocumentRecord, [Claim])] in
    let options = ArchiveOptions(manifest: try Manifest(path: folder + "/documents.tsv"))
    let source = archive(paths: [folder + "/articles"], options: options)
    let reader = try Checkout.knowledge.get().makeReader()
    var readings: [(DocumentRecord, [Claim])] = []
    while let item = source.next() {
      if case .document(let document) = item { readings.append(reader.read(document)) }
    }
    return readings
  }

  private static func graph(_ readings: [(DocumentRecord, [Claim])]) throws -> Graph {
    var builder = GraphBuilder(context: try Checkout.knowledge.get().graph)
    for (record, claims) in readings { builder.add(DocumentFacts(record), claims: claims) }
    return builder.build()
  }

  private static func rows(_ name: String) throws -> [[String]] {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func theArchiveIsLargeEnough() throws {
    let records = try Self.readings.get().map(\.0)
    #expect(records.count >= 30)
    #expect(Set(records.compactMap(\.lang)) == ["ru", "vi"])
    let days = records.compactMap { $0.published.flatMap { PartialDate($0)?.first } }
    #expect((days.max()?.number ?? 0) - (days.min()?.number ?? 0) > 8 * 365)
  }

  /// B³ over the persons that the gold names: precision and recall of each one's cluster.
  @Test func identityIsAsTheGoldSays() throws {
    let readings = try Self.readings.get()
    let graph = try Self.graph(readings)
    var cluster: [String: String] = [:]
    for person in graph.persons { for claim in person.members { cluster[claim] = person.id } }
    var gold: [String: String] = [:]
    for row in try Self.rows("persons.tsv") {
      let reading = try #require(readings.first { $0.0.metadata.path?.hasSuffix(row[0]) ?? false })
      let names = try Checkout.knowledge.get().graph.names
      let claim = reading.1.first { claim in
        guard case .person(let person) = claim.body else { return false }
        return names.compare(person.vi ?? person.name, row[1]).likeness != .different
      }
      gold[try #require(claim?.id, "\(row)")] = row[2]
    }
    #expect(gold.count == 44)
    var (precision, recall) = (0.0, 0.0)
    for (claim, person) in gold {
      let own = Set(gold.keys.filter { cluster[$0] == cluster[claim] })
      let truth = Set(gold.keys.filter { gold[$0] == person })
      let both = Double(own.intersection(truth).count)
      precision += both / Double(own.count) / Double(gold.count)
      recall += both / Double(truth.count) / Double(gold.count)
    }
    let f1 = 2 * precision * recall / (precision + recall)
    #expect(f1 >= 0.98, "B³ precision \(precision), recall \(recall)")
  }

  /// A hundred random orders and shardings of one archive give one graph.
  @Test func theOrderMeansNothing() throws {
    let readings = try Self.readings.get()
    let expected = try Self.graph(readings)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      // Shards that overlap, in any order, each shuffled.
      let shards = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        readings.shuffled(using: &generator).prefix(Int.random(in: 0...readings.count, using: &generator))
      }
      let all = shards.flatMap { $0 } + readings.shuffled(using: &generator)
      #expect(try Self.graph(all.map { ($0.0, $0.1.shuffled(using: &generator)) }) == expected)
    }
  }

  @Test func shardsLoadIntoOneDatabase() throws {
    let readings = try Self.readings.get()
    func lines(_ reading: (DocumentRecord, [Claim])) -> [String] {
      ([.document(reading.0)] + reading.1.map(WireRecord.claim)
        + [.end(EndRecord(doc: reading.0.id, claims: reading.1.count))]).map(WireWriter.line)
    }
    func dump(_ lines: [String]) throws -> String {
      let store = try Store(path: ":memory:", mode: .create)
      let loader = try store.beginLoad()
      for (number, line) in lines.enumerated() { try loader.add(line: Array(line.utf8), number: number + 1) }
      _ = try loader.finish(context: try Checkout.knowledge.get().graph)
      return try store.dump()
    }
    let all = readings.flatMap(lines)
    let expected = try dump(all)
    for _ in 0..<2 { #expect(try dump(all.shuffled() + readings.prefix(3).flatMap(lines)) == expected) }
  }

  /// Every query of the gold, word by word.
  @Test func queriesAreAnsweredAsTheGoldSays() throws {
    let fixture = try CommandLineFixture()
    let file = try String(contentsOfFile: Self.folder + "/corrections.jsonl", encoding: .utf8)
    let ingest = fixture.runWithLexicons(
      "ingest", Self.folder + "/articles", "--manifest", Self.folder + "/documents.tsv")
    try #require(ingest.status == 0, "\(ingest.errors)")
    let audit = fixture.runWithLexicons("audit", "--format", "jsonl").output
    #expect(audit.contains("seen-after-end") && audit.contains("two-holders"))
    try fixture.write("corrections.jsonl", file)
    #expect(fixture.runWithLexicons("reread").status == 0)
    let gold = try String(contentsOfFile: Self.folder + "/answers.txt", encoding: .utf8)
    let questions = gold.split(separator: "? ").filter { !$0.isEmpty }
    #expect(questions.count == 30)
    for question in questions {
      let lines = question.split(separator: "\n").map(String.init)
      let columns = Self.cells(lines[1])
      let outcome = fixture.runWithLexicons(words: Self.words(lines[0]) + ["--format", "tsv"])
      let answer = outcome.lines.map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
      let header = try #require(answer.first, "\(lines[0]): \(outcome.errors)")
      let places = try columns.map { column in try #require(header.firstIndex(of: column), "\(column)") }
      let found = answer.dropFirst().map { row in places.map { row[$0] } }
      #expect(found == lines.dropFirst(2).map(Self.cells), "\(lines[0])")
    }
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  /// Words as a shell splits them, quotes as the gold uses them.
  private static func words(_ line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }
}
