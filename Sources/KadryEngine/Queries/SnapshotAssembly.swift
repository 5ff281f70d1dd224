import KadryExport
import KadryGraph
import KadryStore

/// Puts together what the exports write.
public struct SnapshotAssembly {
  private let store: Store

  public init(store: Store) {
    self.store = store
  }

  /// The whole graph; with `figures` the numeric claims too.
  public func snapshot(figures: Bool) throws -> GraphSnapshot {
    let graph = try store.graph(figures: figures)
    var documents: [DocumentNode] = []
    try store.eachDocument { row in
      documents.append(
        DocumentNode(
          id: row.id, title: row.title, source: row.source, published: row.published, language: row.language,
          url: row.url, path: row.path, sha256: row.sha256))
    }
    documents.sort { $0.id < $1.id }
    var citations: [CitationEdge] = []
    for directive in graph.directives {
      for citation in try store.citations(of: directive.id) {
        citations.append(
          CitationEdge(
            document: citation.document, directive: directive.id, claim: citation.claim, full: citation.full,
            short: citation.short))
      }
    }
    citations.sort { $0.claim < $1.claim }
    var quotes: [String: String] = [:]
    for occupancy in graph.occupancies {
      guard let first = occupancy.members.first, let claim = try store.claim(first) else { continue }
      quotes[occupancy.id] = claim.mentions.first?.quote
    }
    return GraphSnapshot(graph: graph, documents: documents, citations: citations, quotes: quotes)
  }
}
