import KadryReading

/// The lines of one document that have come so far; repeats are dropped.
struct LoadGroup {
  private(set) var documents: [DocumentRecord] = []
  private var claimsByID: [String: Claim] = [:]
  private(set) var ends: Set<Int> = []
  private(set) var bytes = 0

  mutating func add(_ record: WireRecord, bytes: Int) {
    self.bytes += bytes
    switch record {
    case .document(let document): if !documents.contains(document) { documents.append(document) }
    case .claim(let claim):
      if let known = claimsByID[claim.id], known != claim {
        // Two versions of one claim: the least as written stays, whichever came first.
        let lines = [known, claim].map { (line: WireWriter.line(.claim($0)), claim: $0) }
        claimsByID[claim.id] =
          lines.min { $0.line.utf8.lexicographicallyPrecedes($1.line.utf8) }?.claim ?? known
      } else {
        claimsByID[claim.id] = claim
      }
    case .end(let end): ends.insert(end.claims)
    case .error: break
    }
  }

  /// By id.
  var claims: [Claim] {
    claimsByID.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// How many claims there should be at least.
  var expectedClaims: Int? { ends.max() }

  /// Whether nothing is missing and nothing is too much.
  var isWhole: Bool { !documents.isEmpty && ends.count == 1 && ends.first == claimsByID.count }

  /// Everything as records again.
  func records(of document: String) -> [WireRecord] {
    documents.map(WireRecord.document) + claims.map(WireRecord.claim)
      + ends.sorted().map { .end(EndRecord(doc: document, claims: $0)) }
  }

  /// What is wrong with a record whatever else comes: an id that is not that of its content, or a quote that
  /// cannot be of its span.
  static func complaint(_ record: WireRecord) -> String? {
    switch record {
    case .document(let document):
      let id = ClaimIdentity.document(document.metadata)
      return document.id == id ? nil : "document \(document.id): the id of its content is \(id)"
    case .claim(let claim):
      let id = ClaimIdentity.claim(doc: claim.doc, body: claim.body, firstSpan: claim.firstSpan)
      guard claim.id == id else { return "claim \(claim.id): the id of its content is \(id)" }
      for mention in claim.mentions where mention.quote.utf8.count != mention.span.count {
        return
          "claim \(claim.id): the quote has \(mention.quote.utf8.count) bytes, its span \(mention.span.count)"
      }
      return nil
    case .error, .end: return nil
    }
  }
}
