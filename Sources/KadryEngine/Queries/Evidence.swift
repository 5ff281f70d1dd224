import KadryGraph
import KadryReading
import KadryStore
import KadryText

/// The words on which something rests, ready to be cited: `kadry why`.
public struct Evidence: Sendable, Equatable {
  /// The present id of what was asked for.
  public var id: String
  /// `person`, `post`, `claim` and so on.
  public var kind: String
  /// What it is, for people.
  public var title: String
  public var claims: [ClaimEvidence]
  /// How many claims there are; more than `claims` when a limit cut them.
  public var claimCount: Int
  /// Of a person: which claims were taken for one, and why.
  public var merges: [MergeEvidence] = []

  /// One row for each mention.
  public var rows: [EvidenceAnswer] {
    claims.flatMap { claim in claim.mentions.map { EvidenceAnswer(evidence: claim, mention: $0) } }
  }
}

/// A claim with its document and the sentences that make it.
public struct ClaimEvidence: Sendable, Equatable {
  public var claim: Claim
  public var document: DocumentRecord
  public var mentions: [MentionEvidence]
  /// What people decided about the claim or its document.
  public var corrections: [CorrectionAnswer] = []
  /// The copies and translations that count as one witness with the document, itself left out.
  public var copies: [Witness] = []
}

/// Two claims that were taken for one person.
public struct MergeEvidence: Sendable, Equatable {
  public var merge: Merge
  /// What the documents call the person.
  public var leftQuote: String
  public var rightQuote: String
  /// How the names compare.
  public var verdict: NameVerdict?
  /// What the claims share: posts, by title.
  public var shared: [String]
}

/// A mention with the sentence around it.
public struct MentionEvidence: Sendable, Equatable {
  public var mention: Mention
  /// Half-open bytes of the document's text.
  public var sentenceSpan: Range<Int>
  public var sentence: String
  /// Where the quote stands in the sentence, in bytes.
  public var quoteInSentence: Range<Int>

  init(_ mention: Mention, in sentences: SentenceIndex) {
    self.mention = mention
    let found = sentences.sentence(around: mention.span, quote: mention.quote)
    sentenceSpan = found.span
    sentence = found.sentence
    quoteInSentence = found.quote
  }
}

extension MentionEvidence {
  /// The sentence in three parts: before the quote, the quote, after it.
  public var parts: (before: String, quote: String, after: String) {
    let bytes = Array(sentence.utf8)
    let (start, end) = (
      quoteInSentence.clamped(to: 0..<bytes.count).lowerBound, min(quoteInSentence.upperBound, bytes.count)
    )
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return (text(0..<start), text(start..<end), text(end..<bytes.count))
  }
}

/// A mention as a row.
public struct EvidenceAnswer: ResultRow, Equatable {
  public let evidence: ClaimEvidence
  public let mention: MentionEvidence

  public static let columns = [
    "claim", "kind", "says", "grade", "causes", "quote", "start", "end", "sentence", "zone", "rule",
    "lexicon", "cites",
    "title", "source", "published", "published_basis", "url", "path", "sha256", "exact", "document",
    "corrections", "copies",
  ]

  public var cells: [Cell] {
    let (claim, document) = (evidence.claim, evidence.document)
    return [
      .text(claim.id), .text(claim.body.kind), .text(claim.body.summary), .text(claim.grade.rawValue),
      Cell(claim.causes.map(\.rawValue)), .text(mention.mention.quote),
      .integer(mention.mention.span.lowerBound),
      .integer(mention.mention.span.upperBound), .text(mention.sentence),
      .text(mention.mention.zone.rawValue),
      .text(mention.mention.rule), Cell(mention.mention.lexicon), Cell(mention.mention.cites?.rawValue),
      Cell(document.title), Cell(document.metadata.source), Cell(document.published),
      Cell(document.publishedBasis), Cell(document.address), Cell(document.metadata.path),
      .text(document.metadata.sha256), .boolean(document.metadata.exact), .text(document.id),
      Cell(evidence.corrections.map(\.correction.title)),
      Cell(evidence.copies.map(\.document)),
    ]
  }
}
