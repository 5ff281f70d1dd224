import KadryGraph
import KadryReading
import KadryStore

/// The evidence behind an id: `kadry why`.
public struct WhyQuery {
  private let store: Store

  public init(store: Store) {
    self.store = store
  }

  /// The evidence for an id, or a unique beginning of one; of a document, everything that it says.
  ///
  /// Throws `notFound` or `notUnique` of ``StoreError``.
  public func evidence(for id: String, limit: Int? = nil) throws -> Evidence {
    let resolved = try store.resolve(id)
    let claims = try claims(of: resolved)
    let (kind, title) = try name(of: resolved)
    var evidence: [ClaimEvidence] = []
    var texts: [String: (document: DocumentRecord, sentences: SentenceIndex)] = [:]
    for claim in claims.prefix(limit ?? .max) {
      if texts[claim.doc] == nil, let document = try store.document(claim.doc) {
        texts[claim.doc] = (document, SentenceIndex(document))
      }
      guard let (document, sentences) = texts[claim.doc] else { continue }
      evidence.append(
        ClaimEvidence(
          claim: claim, document: document,
          mentions: claim.mentions.map { MentionEvidence($0, in: sentences) }))
    }
    return Evidence(id: resolved.id, kind: kind, title: title, claims: evidence, claimCount: claims.count)
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
