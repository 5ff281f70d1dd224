import KadryReading
import KadryStore
import KadryText

/// Claims drawn at random for a person to judge: `kadry sample`.
public struct SampleQuery {
  private let store: Store

  public init(store: Store) {
    self.store = store
  }

  /// The kinds that can be drawn.
  public static let kinds = ["person", "organization", "holds", "directive", "date", "figure", "relation"]

  /// Draws claims of one kind; the rows come by document and place in the text, so that a judge reads each text once.
  ///
  /// - Returns: the rows, and how many claims there were to draw from.
  public func draw(_ filter: DrawFilter, count: Int, seed: Int) throws -> (rows: [SampleAnswer], of: Int) {
    let (claims, total) = try store.drawClaims(filter, count: count, seed: seed)
    var rows: [SampleAnswer] = []
    for (doc, claims) in Dictionary(grouping: claims, by: \.doc).sorted(by: { $0.key < $1.key }) {
      guard let document = try store.document(doc) else { continue }
      let sentences = SentenceIndex(document)
      for claim in claims.sorted(by: Claim.precedes) {
        let says = try says(claim)
        rows +=
          claim.mentions.first.map {
            [SampleAnswer(claim: claim, says: says, mention: MentionEvidence($0, in: sentences), document)]
          } ?? []
      }
    }
    return (rows, total)
  }

  /// What a claim says; the ends of a relation in words instead of ids.
  private func says(_ claim: Claim) throws -> String {
    guard case .relation(let relation) = claim.body else { return claim.body.summary }
    let ends = try [relation.subject, relation.object].map { id in try store.claim(id)?.body.summary ?? id }
    return "\(ends[0]): \(relation.predicate.rawValue) \(ends[1])"
  }
}

/// A drawn claim with its quote in context, and room for the judgement.
public struct SampleAnswer: ResultRow, Equatable {
  let claim: Claim
  let says: String
  let mention: MentionEvidence
  let document: DocumentMention

  init(claim: Claim, says: String, mention: MentionEvidence, _ document: DocumentRecord) {
    self.claim = claim
    self.says = says
    self.mention = mention
    self.document = DocumentMention(document)
  }

  public static let columns = [
    "ok", "kind", "says", "quote", "context", "zone", "grade", "rule", "title", "source", "published", "url",
    "path", "claim",
  ]

  public static let tableColumns = ["kind", "says", "context", "claim"]

  public var cells: [Cell] {
    [
      .none, .text(claim.body.kind), .text(says), .text(mention.mention.quote), .text(mention.marked),
      .text(mention.mention.zone.rawValue), .text(claim.grade.rawValue), .text(mention.mention.rule),
      Cell(document.title), Cell(document.source), Cell(document.published), Cell(document.url),
      Cell(document.path), .text(claim.id),
    ]
  }
}

extension MentionEvidence {
  /// The sentence on one line, the quote in it between ⟦ and ⟧.
  var marked: String {
    let (before, quote, after) = parts
    return (before + "⟦" + quote + "⟧" + after).split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}
