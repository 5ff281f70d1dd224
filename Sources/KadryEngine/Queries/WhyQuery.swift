import KadryGraph
import KadryReading
import KadryStore

/// The evidence behind an id: `kadry why`.
public struct WhyQuery {
  private let store: Store
  private let names: (any NameComparison)?

  /// - Parameter names: says how the names of joined claims compare; without it that is left out.
  public init(store: Store, names: (any NameComparison)? = nil) {
    self.store = store
    self.names = names
  }

  /// The evidence for an id, or a unique beginning of one; of a document, everything that it says.
  ///
  /// Throws `notFound` or `notUnique` of ``StoreError``.
  public func evidence(for id: String, limit: Int? = nil) throws -> Evidence {
    let resolved = try store.resolve(id)
    let claims = try claims(of: resolved)
    let (kind, title) = try name(of: resolved)
    var evidence: [ClaimEvidence] = []
    let decisions = Dictionary(try CorrectionAnswer.all(of: store).map { ($0.correction.id, $0) }) { a, _ in a
    }
    var texts: [String: (document: DocumentRecord, sentences: SentenceIndex)] = [:]
    for claim in claims.prefix(limit ?? .max) {
      if texts[claim.doc] == nil, let document = try store.document(claim.doc) {
        texts[claim.doc] = (document, SentenceIndex(document))
      }
      guard let (document, sentences) = texts[claim.doc] else { continue }
      evidence.append(
        ClaimEvidence(
          claim: claim, document: document,
          mentions: claim.mentions.map { MentionEvidence($0, in: sentences) },
          corrections: try (store.corrections(of: claim.id) + store.corrections(of: claim.doc)).compactMap {
            decisions[$0]
          },
          copies: try store.witnesses(with: claim.doc).filter { $0.document != claim.doc }))
    }
    var found = Evidence(
      id: resolved.id, kind: kind, title: title, claims: evidence, claimCount: claims.count)
    if case .person(let id) = resolved {
      found.merges = try store.merges(of: id).prefix(limit ?? .max).map(mergeEvidence)
    }
    return found
  }

  private func mergeEvidence(_ merge: Merge) throws -> MergeEvidence {
    let sides = try [merge.left, merge.right].map { try store.claim($0) }
    func spelled(_ claim: Claim?) -> String? {
      guard case .person(let person)? = claim?.body else { return nil }
      return person.vi ?? person.name
    }
    let (left, right) = (spelled(sides[0]), spelled(sides[1]))
    return MergeEvidence(
      merge: merge, leftQuote: sides[0]?.mentions.first?.quote ?? "",
      rightQuote: sides[1]?.mentions.first?.quote ?? "",
      verdict: left.flatMap { left in right.flatMap { names?.compare(left, $0) } },
      shared: try store.sharedPosts(merge.left, merge.right))
  }

  private func claims(of resolved: Resolved) throws -> [Claim] {
    switch resolved {
    case .claim(let id): try store.claim(id).map { [$0] } ?? []
    case .document(let id): try store.claims(ofDocument: id)
    case .figure(let id): try store.figure(id).flatMap { try store.claim($0.claim) }.map { [$0] } ?? []
    case .contradiction(let id):
      try contradiction(id)?.claims.compactMap { try store.claim($0) } ?? []
    case .person(let id), .organization(let id), .place(let id), .post(let id), .occupancy(let id),
      .directive(let id):
      try store.claims(ofNode: id)
    }
  }

  private func contradiction(_ id: String) throws -> Contradiction? {
    try store.contradictions().first { $0.id == id }
  }

  private func name(of resolved: Resolved) throws -> (kind: String, title: String) {
    switch resolved {
    case .document(let id):
      let document = try store.document(id)
      return ("document", document?.title ?? document?.metadata.url ?? document?.metadata.path ?? id)
    case .claim(let id): return ("claim", try store.claim(id)?.body.summary ?? id)
    case .person(let id): return ("person", try store.person(id)?.name ?? id)
    case .organization(let id): return ("organization", try store.organization(id)?.name ?? id)
    case .place(let id): return ("place", try store.place(id)?.name ?? id)
    case .post(let id): return ("post", try store.post(id)?.title ?? id)
    case .occupancy(let id): return ("occupancy", try occupancyTitle(id) ?? id)
    case .directive(let id): return ("directive", try store.directive(id)?.name ?? id)
    case .figure(let id): return ("figure", try store.figure(id)?.quote ?? id)
    case .contradiction(let id): return ("contradiction", try contradiction(id)?.title ?? id)
    }
  }

  private func occupancyTitle(_ id: String) throws -> String? {
    guard case .holds(let holds)? = try store.claims(ofNode: id).first?.body else { return nil }
    return ClaimBody.holds(holds).summary
  }
}
