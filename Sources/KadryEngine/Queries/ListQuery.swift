import KadryGraph
import KadryStore

/// Lists of posts, bodies and places: `kadry posts`, `orgs`, `places`.
public struct ListQuery {
  private let store: Store
  private let fold: @Sendable (String) -> String
  private let places: PlaceLookup

  public init(store: Store, fold: @escaping @Sendable (String) -> String, places: PlaceLookup? = nil) {
    self.store = store
    self.fold = fold
    self.places = places ?? PlaceLookup(store: store, fold: fold)
  }

  /// Which nodes to list; what is set must fit.
  public struct Filter: Sendable {
    /// Words of a name, in any script, with or without diacritics.
    public var words: String?
    public var place: String?
    public var level: String?
    public var limit: Int?
    public init() {}
  }

  public func posts(_ filter: Filter) throws -> [PostAnswer] {
    try store.posts(nodeFilter(filter)).map { post in
      PostAnswer(
        post: post, organization: try post.organization.flatMap { try store.organization($0)?.name },
        place: try placeName(post.place))
    }
  }

  public func organizations(_ filter: Filter) throws -> [OrganizationAnswer] {
    try store.organizations(nodeFilter(filter)).map { body in
      OrganizationAnswer(
        organization: body, place: try placeName(body.place),
        parent: try body.parent.flatMap { try store.organization($0)?.name })
    }
  }

  public func places(_ filter: Filter) throws -> [PlaceAnswer] {
    try store.places(nodeFilter(filter)).map { PlaceAnswer(place: $0, parent: try placeName($0.parent)) }
  }

  private func placeName(_ id: String?) throws -> String? {
    try id.flatMap { try store.place($0)?.name }
  }

  private func nodeFilter(_ filter: Filter) throws -> NodeFilter {
    var nodes = NodeFilter()
    nodes.folded = filter.words.map(fold)
    nodes.level = filter.level
    nodes.limit = filter.limit
    if let place = filter.place { nodes.places = try places.ids(named: place) }
    return nodes
  }
}
