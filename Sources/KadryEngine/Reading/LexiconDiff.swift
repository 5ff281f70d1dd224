import KadryArchive
import KadryReading
import KadryStore
import KadryText

/// What a change of words and rules gains and loses on the texts of a database: `kadry lexicons diff`.
///
/// The stored texts are read again and nothing is written. Documents go by id, a bounded number at a time.
public struct LexiconDiff {
  private let store: Store
  private let knowledge: Knowledge
  private let threads: Int

  public init(store: Store, knowledge: Knowledge, threads: Int) {
    self.store = store
    self.knowledge = knowledge
    self.threads = threads
  }

  /// What was compared, and how much of it differs.
  public struct Report: Sendable, Equatable {
    public var documents = 0
    /// Documents with a difference.
    public var differing = 0
    public var gained = 0
    public var lost = 0
    public var changed = 0
    /// Whether the database was read with these very words and rules.
    public var isSameReading = false
  }

  /// Compares document by document; `each` gets the differences in the order of documents and spans.
  public func run(each: (LexiconDiffAnswer) throws -> Void) throws -> Report {
    var report = Report()
    report.isSameReading = try store.reading() == knowledge.reading
    var last: String?
    let knowledge = knowledge
    let pipeline = OrderedPipeline<[StoredReading], [DocumentDifference]>(threads: threads) {
      let reader = knowledge.makeReader()
      return { page in page.map { DocumentDifference($0, reader: reader) } }
    }
    var failure: (any Error)?
    try pipeline.run {
      do {
        let page = try store.documents(after: last, limit: 32)
        last = page.last?.id
        let readings = try page.map { StoredReading($0, try store.claims(ofDocument: $0.id)) }
        return readings.isEmpty ? nil : readings
      } catch {
        failure = error
        return nil
      }
    } consume: { page in
      for document in page {
        report.documents += 1
        report.differing += document.differences.isEmpty ? 0 : 1
        for difference in document.differences {
          switch difference.change {
          case .gained: report.gained += 1
          case .lost: report.lost += 1
          case .changed: report.changed += 1
          }
          try each(LexiconDiffAnswer(difference: difference, document: document.document))
        }
      }
    }
    if let failure { throw failure }
    return report
  }
}

/// A document with the claims that the database has of it.
private struct StoredReading: Sendable {
  var record: DocumentRecord
  var claims: [Claim]

  init(_ record: DocumentRecord, _ claims: [Claim]) {
    self.record = record
    self.claims = claims
  }
}

/// What a second reading of a stored document makes different.
private struct DocumentDifference: Sendable {
  var document: DocumentMention
  var differences: [ClaimDifference]

  init(_ stored: StoredReading, reader: any DocumentReading) {
    let record = stored.record
    let text = Document(text: Array(record.text.utf8), format: record.format, metadata: record.metadata)
    document = DocumentMention(record)
    differences = ClaimDifference.between(stored.claims, reader.read(text).claims)
  }
}

/// A claim that a change of the lexicons gains, loses or changes.
public struct LexiconDiffAnswer: ResultRow, Equatable {
  let difference: ClaimDifference
  let document: DocumentMention

  public static let columns = [
    "change", "kind", "says", "details", "quote", "start", "end", "zone", "rule", "lexicon", "claim", "title",
    "source", "published", "url", "path", "document",
  ]

  public static let tableColumns = ["change", "kind", "says", "details", "quote", "path", "document"]

  public var cells: [Cell] {
    let claim = difference.claim
    let mention = claim.mentions.first
    return [
      .text(difference.change.rawValue), .text(claim.body.kind), .text(claim.body.summary),
      Cell(difference.details), Cell(mention?.quote), Cell(mention?.span.lowerBound),
      Cell(mention?.span.upperBound), Cell(mention?.zone.rawValue), Cell(mention?.rule),
      Cell(mention?.lexicon ?? []), .text(claim.id), Cell(document.title), Cell(document.source),
      Cell(document.published), Cell(document.url), Cell(document.path), .text(document.id),
    ]
  }
}
