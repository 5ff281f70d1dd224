import Foundation
import KadryLexicon
import KadryReading
import KadryText

/// The repository's lexicons, loaded once for all tests.
enum TestReading {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let lexicons: Result<Lexicons, any Error> = Result {
    try Lexicons(base: root.appending(path: "Lexicons").path)
  }
  static let tables: Result<ReadingTables, any Error> = Result {
    try ReadingTables(lexicons: lexicons.get())
  }

  static func read(_ text: String, source: String? = nil, date: String? = nil, url: String? = nil) throws
    -> Reading
  {
    let metadata = DocumentMetadata(url: url, source: source, date: date)
    return try Reader(tables: tables.get()).read(Document(text: Array(text.utf8), metadata: metadata))
  }

  /// `person | title | organization | status`, one per claim, sorted.
  static func holds(_ text: String, source: String? = nil) throws -> [String] {
    try read(text, source: source).claims.compactMap { claim in
      guard case .holds(let holds) = claim.body else { return nil }
      return "\(holds.person) | \(holds.title) | \(holds.organization ?? "-") | \(holds.status.rawValue)"
    }.sorted()
  }

  static func persons(_ text: String) throws -> [String] {
    try read(text).claims.compactMap { claim in
      guard case .person(let person) = claim.body, person.role == .official else { return nil }
      return person.name
    }.sorted()
  }

  static func figures(_ text: String) throws -> [FigureClaim] {
    try read(text).claims.compactMap { if case .figure(let figure) = $0.body { figure } else { nil } }
  }

  static func directives(_ text: String) throws -> [(claim: DirectiveClaim, mentions: [Mention])] {
    try read(text).claims.compactMap { claim in
      if case .directive(let directive) = claim.body { (directive, claim.mentions) } else { nil }
    }
  }

  static func dates(_ text: String, date: String? = nil) throws -> [String] {
    try read(text, date: date).claims.compactMap { claim in
      guard case .date(let date) = claim.body else { return nil }
      return date.resolved.map { "\(date.value)=\($0)" } ?? date.value
    }.sorted()
  }

  /// Every article of the corpus.
  static let articles: [URL] = ["ru", "vi"].flatMap { language in
    let folder = root.appending(path: "Corpora/\(language)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder.appending(path: $0) }
  }
}
