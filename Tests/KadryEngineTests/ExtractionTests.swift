import KadryArchive
import KadryReading
import Testing

@testable import KadryEngine

@Suite struct ExtractionTests {
  let fixture: EngineFixture
  init() throws {
    fixture = try EngineFixture()
    for (name, text) in articles { try fixture.write(name, text) }
  }

  @Test func linesAreTheSameForAnyNumberOfThreads() throws {
    for index in 0..<200 { try fixture.write("n\(index).txt", "Статья \(index)\n#\(index)-CT/TU\n") }
    let one = try fixture.extract()
    #expect(try fixture.extract(threads: 4) == one)
    #expect(try fixture.extract() == one)
  }

  @Test func aFolderIsTheUnionOfItsFiles() throws {
    let whole = try fixture.extract()
    let parts = try articles.keys.sorted().map { try fixture.extract([fixture.input + "/" + $0]) }
    #expect(whole == parts.joined())
  }

  @Test func everyDocumentIsClosedAndEveryLineIsARecord() throws {
    var open: String?
    var claims = 0
    for line in try fixture.extract().split(separator: "\n") {
      switch try WireReader.record(String(line)) {
      case .document(let document):
        #expect(open == nil)
        (open, claims) = (document.id, 0)
      case .claim(let claim):
        #expect(claim.doc == open)
        claims += 1
      case .end(let end):
        #expect(end.doc == open)
        #expect(end.claims == claims)
        open = nil
      case .error: Issue.record("no input is broken")
      }
    }
    #expect(open == nil)
  }

  @Test func brokenInputsBecomeErrorRecordsInTheirPlaces() throws {
    try fixture.write("b2.txt", "")
    let path = try fixture.write(
      "lines.jsonl", "{\"id\":\"x\",\"text\":\"#1-CT/TU\"}\n{\"id\":\"y\"}\n{\"text\":\"z\"\n")
    var bytes: [UInt8] = []
    var told: [String] = []
    let report = try Extraction(knowledge: .fake(), threads: 2).run(
      fixture.source(), write: { bytes += $0 }, tell: { told.append($0.description) })
    let records = try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      try WireReader.record(String($0))
    }
    let errors = records.compactMap { if case .error(let error) = $0 { error } else { nil } }
    #expect(errors.map(\.path) == [fixture.input + "/b2.txt", path + ":2", path + ":3"])
    #expect(errors.map(\.ref) == [nil, "y", nil])
    #expect(errors[1].byte == 29)
    #expect(told.count == 3)
    #expect(report.failures.count == 3)
    #expect(report.documents == 4)
    #expect(report.hasFailedFiles)
  }

  @Test func linesOfDocumentsAloneAreNoFailedFiles() throws {
    let path = try fixture.write("lines.jsonl", "{\"id\":\"x\"}\n")
    let report = try Extraction(knowledge: .fake(), threads: 1).run(fixture.source([path]), write: { _ in })
    #expect(!report.hasFailedFiles)
    #expect(report.failures.count == 1)
  }

  @Test func skippedFilesAreCountedByEnding() throws {
    try fixture.write("gold.json", "{}")
    try fixture.write("other.json", "{}")
    try fixture.write("README", "x")
    let report = try Extraction(knowledge: .fake(), threads: 1).run(fixture.source(), write: { _ in })
    #expect(report.skippedSummary == "3 files of other kinds were left out (.json 2, without ending 1)")
  }
}
