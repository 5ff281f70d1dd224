import KadryReading

/// A numeric claim, one node per claim.
public struct Figure: Sendable, Equatable {
  /// `fig-` and the hash of the claim.
  public var id: String
  /// The claim's id.
  public var claim: String
  /// The document's id.
  public var document: String
  public var body: FigureClaim
  /// The first mention's quote.
  public var quote: String
  /// The first mention's span: half-open bytes of the document's text.
  public var span: Range<Int>

  public init(
    id: String, claim: String, document: String, body: FigureClaim, quote: String, span: Range<Int>
  ) {
    self.id = id
    self.claim = claim
    self.document = document
    self.body = body
    self.quote = quote
    self.span = span
  }
}

/// A relation that one document states between two nodes.
public struct Relation: Sendable, Equatable {
  /// The claim that states it.
  public var claim: String
  public var document: String
  /// Node ids; the claim's id where a claim belongs to no node.
  public var subject: String
  public var predicate: Predicate
  public var object: String

  public init(claim: String, document: String, subject: String, predicate: Predicate, object: String) {
    self.claim = claim
    self.document = document
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

extension Figure {
  /// The node of a figure's claim; `nil` for a claim of another kind or without a mention.
  public init?(_ claim: Claim) {
    guard case .figure(let body) = claim.body, let mention = claim.mentions.first else { return nil }
    self.init(
      id: ClaimIdentity.node(.figure, of: claim.id), claim: claim.id, document: claim.doc, body: body,
      quote: mention.quote, span: mention.span)
  }
}
