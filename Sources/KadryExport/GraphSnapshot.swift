import KadryGraph

/// What an export writes: the graph, the documents, and who cites what, as one value.
public struct GraphSnapshot: Sendable, Equatable {
  public var graph: Graph
  public var documents: [DocumentNode]
  public var citations: [CitationEdge]
  /// For an occupancy's id, the words that prove it.
  public var quotes: [String: String]

  public init(
    graph: Graph, documents: [DocumentNode] = [], citations: [CitationEdge] = [],
    quotes: [String: String] = [:]
  ) {
    self.graph = graph
    self.documents = documents
    self.citations = citations
    self.quotes = quotes
  }
}

/// An article, as exports show it.
public struct DocumentNode: Sendable, Equatable {
  public var id: String
  public var title: String?
  public var source: String?
  /// A partial ISO date.
  public var published: String?
  public var language: String?
  public var url: String?
  public var path: String?
  public var sha256: String

  public init(
    id: String, title: String? = nil, source: String? = nil, published: String? = nil,
    language: String? = nil,
    url: String? = nil, path: String? = nil, sha256: String = ""
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.published = published
    self.language = language
    self.url = url
    self.path = path
    self.sha256 = sha256
  }
}

/// An article cites a directive.
public struct CitationEdge: Sendable, Equatable {
  public var document: String
  public var directive: String
  /// The claim that says so.
  public var claim: String
  /// How often in full, and how often in short.
  public var full: Int
  public var short: Int

  public init(document: String, directive: String, claim: String, full: Int, short: Int) {
    self.document = document
    self.directive = directive
    self.claim = claim
    self.full = full
    self.short = short
  }
}
