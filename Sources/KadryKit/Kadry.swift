import KadryEngine
import KadryLexicon
import KadryReading
import KadryText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Kadry as a library: reads articles, and tells who holds which post on whose word.
///
/// Make one value and keep it: loading the lexicons takes a few hundred milliseconds, reading an article
/// well under one.
///
/// ```swift
/// let kadry = try Kadry(lexicons: URL(filePath: "Lexicons"))
/// for claim in kadry.read("Đồng chí Lê Văn Bình, Bí thư Huyện ủy Quỳnh Lưu, phát biểu.").claims {
///   print(claim.body.kind, claim.mentions[0].quote)
/// }
/// ```
public struct Kadry: Sendable {
  private let tables: ReadingTables

  /// Loads the lexicons and compiles the rules.
  ///
  /// - Parameters:
  ///   - lexicons: the base folder; `nil` looks for it as the program does (`KADRY_LEXICONS`, then beside the
  ///     executable, then above it).
  ///   - overlays: folders laid over the base, later ones winning.
  /// - Throws: ``LexiconError`` with file, line and column.
  public init(lexicons: URL? = nil, overlays: [URL] = []) throws(LexiconError) {
    let base: String
    if let lexicons { base = lexicons.path } else { base = try Lexicons.locate() }
    tables = try ReadingTables(lexicons: Lexicons(base: base, overlays: overlays.map(\.path)))
  }

  /// Hash of engine and lexicons: equal hashes read the same.
  public var reading: String { tables.reading }

  /// A reader for one thread; it reuses its storage from document to document.
  public func makeReader() -> Reader { Reader(tables: tables) }

  /// Reads one article.
  ///
  /// - Parameters:
  ///   - text: plain text; for HTML or Markdown make a ``Document`` and use ``makeReader()``.
  ///   - source: the newspaper's host, such as `baonghean.vn`, which gives «провинциальный» its province.
  ///   - date: the publication date as an ISO date, against which year-less days are resolved.
  public func read(_ text: String, source: String? = nil, date: String? = nil) -> Reading {
    makeReader().read(
      Document(text: Array(text.utf8), metadata: DocumentMetadata(source: source, date: date)))
  }

  /// The canonical posts that words such as «chủ tịch hđnd tỉnh» mean, best first.
  public func posts(named words: String) -> [String] {
    PostQuery(tables: tables).posts(in: words).map(\.post)
  }
}
