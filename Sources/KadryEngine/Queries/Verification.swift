import KadryArchive
import KadryReading
import KadryStore

/// Cuts every quote out of its text again: `kadry verify`.
public struct Verification {
  private let store: Store
  /// Whether to look into the files too, where text and file are the same bytes.
  private let readsFiles: Bool

  public init(store: Store, readsFiles: Bool = false) {
    self.store = store
    self.readsFiles = readsFiles
  }

  public struct Report: Sendable, Equatable {
    public var documents = 0
    public var claims = 0
    public var quotes = 0
    /// Files that are still there, byte for byte.
    public var files = 0
    /// Files that are gone or have changed since.
    public var changedFiles: [String] = []
    public var failures: [VerificationFailure] = []
  }

  /// Checks all documents; holds one at a time.
  public func run() throws -> Report {
    var report = Report()
    var text: [UInt8] = []
    try store.eachRecord { record in
      switch record {
      case .document(let document):
        report.documents += 1
        text = Array(document.text.utf8)
        if readsFiles { checkFile(of: document, &report) }
      case .claim(let claim):
        report.claims += 1
        for mention in claim.mentions {
          report.quotes += 1
          if let failure = VerificationFailure(claim, mention, text: text) { report.failures.append(failure) }
        }
      case .error, .end: break
      }
    }
    return report
  }

  /// A file holds the text byte for byte when its hash is the document's.
  private func checkFile(of document: DocumentRecord, _ report: inout Report) {
    guard document.metadata.exact, let path = document.metadata.path else { return }
    let bytes = try? InputFile(path: path).readAll(limit: 1 << 30)
    guard let bytes, sha256Hex(bytes) == document.metadata.sha256 else {
      report.changedFiles.append(path)
      return
    }
    report.files += 1
  }
}

/// A quote that is not what its span cuts out.
public struct VerificationFailure: ResultRow, Equatable {
  public let claim: String
  public let document: String
  public let span: Range<Int>
  public let quote: String
  /// What the span cuts out; `nil` when it reaches beyond the text.
  public let found: String?

  init?(_ claim: Claim, _ mention: Mention, text: [UInt8]) {
    let span = mention.span
    let isInside = span.lowerBound >= 0 && span.upperBound <= text.count && !span.isEmpty
    let cut = isInside ? Array(text[span]) : nil
    if let cut, cut.elementsEqual(mention.quote.utf8) { return nil }
    self.claim = claim.id
    document = claim.doc
    self.span = span
    quote = mention.quote
    found = cut.map { String(decoding: $0, as: UTF8.self) }
  }

  public static let columns = ["claim", "document", "start", "end", "quote", "found"]

  public var cells: [Cell] {
    [
      .text(claim), .text(document), .integer(span.lowerBound), .integer(span.upperBound), .text(quote),
      Cell(found),
    ]
  }
}
