import KadryReading

/// Everything that the claims of an archive say, joined: a pure function of the claims and the lexicons.
///
/// Every list is sorted by id, whatever the order in which the documents came.
public struct Graph: Sendable, Equatable {
  /// The newest publication date in the archive: «current» means as of this day.
  public var asOf: String?
  public var persons: [Person] = []
  public var organizations: [Organization] = []
  public var places: [Place] = []
  public var posts: [Post] = []
  public var occupancies: [Occupancy] = []
  public var directives: [Directive] = []
  public var figures: [Figure] = []
  public var relations: [Relation] = []
  public var contradictions: [Contradiction] = []
  /// Which claims were taken for one person, and why; by the claims.
  public var merges: [Merge] = []

  public init() {}
}

/// What the graph needs to know of a document.
public struct DocumentFacts: Sendable, Equatable {
  public var id: String
  /// Documents of equal content are one witness.
  public var sha256: String
  /// A partial ISO date.
  public var published: String?
  public var source: String?
  /// The Vietnamese name of the place of the paper or the article.
  public var place: String?

  public init(
    id: String, sha256: String, published: String? = nil, source: String? = nil, place: String? = nil
  ) {
    self.id = id
    self.sha256 = sha256
    self.published = published
    self.source = source
    self.place = place
  }

  public init(_ record: DocumentRecord) {
    self.init(
      id: record.id, sha256: record.metadata.sha256, published: record.published,
      source: record.metadata.source, place: record.place)
  }
}
