import Foundation
import KadryLexicon
import KadryReading
import Testing

/// Every example beside rules and entries holds, and every rule is reached by one.
@Suite struct LexiconCheckTests {
  static let lexicons = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Lexicons").path

  @Test func everyExampleHolds() throws {
    let tables = try ReadingTables(lexicons: Lexicons(base: Self.lexicons))
    let report = LexiconChecker(tables: tables).check()
    #expect(report.findings.isEmpty, "\(report.findings.map(\.description).joined(separator: "\n"))")
    #expect(report.isClean)
    #expect(report.rules > 50 && report.entries > 1000 && report.examples > 500)
  }
}
