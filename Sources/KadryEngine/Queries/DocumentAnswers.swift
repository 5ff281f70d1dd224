import KadryGraph
import KadryReading
import KadryStore

/// A document in a list.
public struct DocumentAnswer: ResultRow, Equatable {
  public let document: DocumentRow

  public init(_ document: DocumentRow) { self.document = document }

  public static let columns = [
    "published", "basis", "source", "language", "title", "claims", "bytes", "place", "url", "path", "sha256",
    "id", "one_with", "one_by",
  ]

  public static let tableColumns = [
    "published", "source", "language", "title", "claims", "path", "one_by", "id",
  ]

  public var cells: [Cell] {
    [
      Cell(document.published), Cell(document.publishedBasis), Cell(document.source), Cell(document.language),
      Cell(document.title), .integer(document.claims), .integer(document.bytes), Cell(document.place),
      Cell(document.url), Cell(document.path), .text(document.sha256), .text(document.id),
      Cell(document.witness), Cell(document.witnessBasis),
    ]
  }
}

/// A document that names somebody.
public struct DocumentMention: ResultRow, Equatable {
  public let id: String
  public let title: String?
  public let source: String?
  public let published: String?
  public let url: String?
  public let path: String?

  public init(_ record: DocumentRecord) {
    id = record.id
    title = record.title
    source = record.metadata.source
    published = record.published
    url = record.address
    path = record.metadata.path
  }

  public static let columns = ["published", "source", "title", "url", "path", "id"]

  public var cells: [Cell] {
    [Cell(published), Cell(source), Cell(title), Cell(url), Cell(path), .text(id)]
  }
}

/// A figure in a list.
public struct FigureAnswer: ResultRow, Equatable {
  public let figure: Figure

  public init(_ figure: Figure) { self.figure = figure }

  public static let columns = [
    "quote", "value", "of", "percent", "unit", "what", "measure", "place", "period", "check", "document",
    "claim", "id",
  ]

  public static let tableColumns = [
    "quote", "value", "of", "percent", "unit", "measure", "check", "id",
  ]

  public var cells: [Cell] {
    let body = figure.body
    return [
      .text(figure.quote), Cell(body.value), Cell(body.of), Cell(body.percent), Cell(body.unit),
      Cell(body.what),
      .text(body.measure.rawValue), Cell(body.place), Cell(body.period), Cell(body.check),
      .text(figure.document),
      .text(figure.claim), .text(figure.id),
    ]
  }
}

/// A place where a full-text query matches.
public struct SearchAnswer: ResultRow, Equatable {
  public let hit: SearchHit

  public init(_ hit: SearchHit) { self.hit = hit }

  public static let columns = [
    "published", "source", "title", "snippet", "start", "end", "path", "url", "id",
  ]

  public var cells: [Cell] {
    [
      Cell(hit.published), Cell(hit.source), Cell(hit.title), .text(hit.snippet),
      .integer(hit.snippetSpan.lowerBound), .integer(hit.snippetSpan.upperBound), Cell(hit.path),
      Cell(hit.url),
      .text(hit.document),
    ]
  }

  /// The matching words as half-open byte ranges of the snippet.
  public var matchesInSnippet: [Range<Int>] {
    let start = hit.snippetSpan.lowerBound
    return hit.matches.filter { $0.lowerBound >= start && $0.upperBound <= hit.snippetSpan.upperBound }
      .map { ($0.lowerBound - start)..<($0.upperBound - start) }
  }
}
