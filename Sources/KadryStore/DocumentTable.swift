import KadryGraph
import KadryReading
import KadryText

/// Rows of `document` and `claim` from records, and back.
enum DocumentTable {
  static let columns = [
    "id", "title", "source", "published", "published_lo", "published_hi", "published_basis", "language",
    "place",
    "url", "path", "ref", "sha256", "lang", "date", "title_given", "format", "exact", "charset",
    "translation",
    "reading", "bytes", "text", "author", "section", "declared", "canonical", "translations", "article",
    "readable",
  ]

  static let insert = """
    INSERT INTO document (\(columns.joined(separator: ", ")))
    VALUES (\((1...columns.count).map { "?\($0)" }.joined(separator: ", ")))
    """

  /// Keeps the row's number, which the full text refers to.
  static let update = """
    UPDATE document SET \(columns.enumerated().dropFirst().map { "\($0.element) = ?\($0.offset + 1)" }
      .joined(separator: ", ")) WHERE id = ?1
    """

  static let select = "SELECT \(columns.map { "document.\($0)" }.joined(separator: ", ")) FROM document"

  static func values(_ record: DocumentRecord) -> [SQLValue] {
    let metadata = record.metadata
    let published = SQLDate(record.published)
    return [
      .text(record.id), SQLValue(record.title), SQLValue(metadata.source), published.text, published.low,
      published.high, SQLValue(record.publishedBasis), SQLValue(record.lang), SQLValue(record.place),
      SQLValue(metadata.url), SQLValue(metadata.path), SQLValue(metadata.ref), .text(metadata.sha256),
      SQLValue(metadata.lang), SQLValue(metadata.date), SQLValue(metadata.title),
      .text(record.format.rawValue),
      SQLValue(metadata.exact), .text(metadata.charset), SQLValue(metadata.translation),
      .text(record.reading),
      .int(record.text.utf8.count), .text(record.text), SQLValue(record.page?.author),
      SQLValue(record.page?.section), SQLValue(record.page?.language), SQLValue(record.page?.canonical),
      SQLValue(
        record.page.flatMap { $0.translations.isEmpty ? nil : $0.translations.joined(separator: "\n") }),
      SQLValue(record.page.flatMap { DocumentTable.text(of: $0.article) }), SQLValue(record.readable),
    ]
  }

  /// The record of a row of ``select``.
  static func record(_ row: Statement) -> DocumentRecord {
    let metadata = DocumentMetadata(
      path: row.text(10), ref: row.text(11), sha256: row.text(12) ?? "", url: row.text(9),
      source: row.text(2),
      lang: row.text(13), date: row.text(14), title: row.text(15), exact: row.bool(17),
      charset: row.text(18) ?? "utf-8", translation: row.text(19))
    return DocumentRecord(
      id: row.text(0) ?? "", metadata: metadata, published: row.text(3), publishedBasis: row.text(6),
      title: row.text(1), lang: row.text(7), text: row.text(22) ?? "", reading: row.text(20) ?? "",
      place: row.text(8), format: TextFormat(rawValue: row.text(16) ?? "") ?? .plain,
      page: PageRecord(
        author: row.text(23), section: row.text(24), language: row.text(25), canonical: row.text(26),
        translations: row.text(27)?.split(separator: "\n").map(String.init) ?? [],
        article: row.text(28).map(spans) ?? []))
  }

  /// Spans as `1-5 9-12`; `nil` for none.
  private static func text(of spans: [Range<Int>]) -> String? {
    spans.isEmpty ? nil : spans.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
  }

  private static func spans(_ text: String) -> [Range<Int>] {
    text.split(separator: " ").compactMap { span in
      let ends = span.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
    }
  }

  /// What was given with a document and is no part of its id, as one short text to compare.
  static func given(_ metadata: DocumentMetadata, _ format: TextFormat) -> String {
    var hash = SHA256()
    for part in [metadata.ref, metadata.title, metadata.charset, metadata.translation, format.rawValue] {
      hash.update(byte: part == nil ? 0 : 1)
      hash.update("\(part?.utf8.count ?? 0) ")
      hash.update(part ?? "")
    }
    hash.update(byte: metadata.exact ? 1 : 0)
    return hash.finalize().hex(digits: 16)
  }

  static let insertClaim =
    "INSERT INTO claim (id, document, kind, title, grade, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"

  static func values(_ claim: Claim, body: String) -> [SQLValue] {
    [
      .text(claim.id), .text(claim.doc), .text(claim.body.kind), .text(claim.label),
      .text(claim.grade.rawValue),
      .text(body),
    ]
  }
}

/// A partial date as three columns: the text, its first and its last day; NULL where there is none.
struct SQLDate {
  var text: SQLValue
  var low: SQLValue
  var high: SQLValue

  init(_ text: String?) {
    self.text = SQLValue(text)
    let date = text.flatMap(PartialDate.init)
    low = SQLValue(date?.first?.description)
    high = SQLValue(date?.last?.description)
  }

  var values: [SQLValue] { [text, low, high] }
}

extension Claim {
  /// What to show of a claim in one line.
  var label: String {
    if case .figure = body { return mentions.first?.quote ?? "" }
    return body.label
  }
}
