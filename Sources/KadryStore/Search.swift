extension Store {
  /// Full text: every word of the query must occur in title or text; `"…"` is a phrase, a final `*` a prefix.
  ///
  /// Case and diacritics do not matter. Best first, then by id. A query without a word finds nothing.
  public func search(_ query: String, limit: Int = 20) throws(StoreError) -> [SearchHit] {
    guard let expression = FullTextQuery.expression(query) else { return [] }
    return try connection.rows(
      """
      SELECT d.id, d.title, d.source, d.published, d.path, coalesce(d.url, d.canonical),
        highlight(document_fts, 1, char(1), char(2)), length(CAST(coalesce(d.readable, d.text) AS BLOB))
      FROM document_fts JOIN document d ON d.rowid = document_fts.rowid
      WHERE document_fts MATCH ?1 ORDER BY document_fts.rank, d.id LIMIT ?2
      """, [.text(expression), .int(max(0, limit))]
    ) { row throws(StoreError) in
      let highlighted = HighlightedText(row.bytes(6), textCount: row.int(7))
      let span = highlighted.snippet
      return SearchHit(
        document: row.text(0) ?? "", title: row.text(1), source: row.text(2), published: row.text(3),
        path: row.text(4), url: row.text(5), matches: highlighted.matches, snippetSpan: span,
        snippet: String(decoding: highlighted.text[span], as: UTF8.self))
    }
  }
}

/// A text with a byte 1 before and a byte 2 after each match, taken apart into text and matches.
struct HighlightedText {
  private(set) var text: [UInt8] = []
  /// Half-open byte ranges of the text, in order.
  private(set) var matches: [Range<Int>] = []

  /// - Parameter textCount: bytes of the text without marks; when the text itself holds such bytes, the marks
  ///   cannot be told from them and there are no matches.
  init(_ marked: [UInt8], textCount: Int) {
    text.reserveCapacity(marked.count)
    var start: Int?
    for byte in marked {
      switch byte {
      case 1: start = text.count
      case 2:
        if let start { matches.append(start..<text.count) }
        start = nil
      default: text.append(byte)
      }
    }
    if text.count != textCount { matches = [] }
  }

  /// The line around the first match, cut between words to a readable length; the beginning without a match.
  var snippet: Range<Int> {
    let center = matches.first ?? 0..<0
    var lower = center.lowerBound
    while lower > 0, center.lowerBound - lower < HighlightedText.before, text[lower - 1] != newline {
      lower -= 1
    }
    var upper = center.upperBound
    while upper < text.count, upper - center.upperBound < HighlightedText.after, text[upper] != newline {
      upper += 1
    }
    // Back to the edge of a word, else at least of a letter.
    if lower > 0, text[lower - 1] != newline {
      var edge = lower
      while edge < center.lowerBound, text[edge] != space { edge += 1 }
      if edge < center.lowerBound { lower = edge + 1 }
    }
    if upper < text.count, text[upper] != newline {
      var edge = upper
      while edge > center.upperBound, text[edge - 1] != space { edge -= 1 }
      if edge > center.upperBound { upper = edge - 1 }
    }
    while lower < center.lowerBound, text[lower] & 0xC0 == 0x80 { lower += 1 }
    while upper > center.upperBound, upper < text.count, text[upper] & 0xC0 == 0x80 { upper -= 1 }
    return lower..<max(lower, upper)
  }

  private static let before = 120
  private static let after = 240
  private let newline = UInt8(ascii: "\n")
  private let space = UInt8(ascii: " ")
}
