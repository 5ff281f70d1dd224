/// Looks up canonical bodies and posts: the office grid of function, rank, body and level.
public struct OfficeTables: Sendable {
  let organizations: [Organization]
  let posts: [Post]
  let places: [Place]
  public let organizationIndex: [String: Int]
  public let postIndex: [String: Int]
  private let postsByBody: [String: [Int]]
  private let organizationsByTags: OrganizationIndex
  /// Functions that mean the one at the top, whatever the body calls them.
  private static let heads: Set<String> = ["head", "chair", "director", "general-director"]

  init(organizations: [Organization], posts: [Post], places: [Place], concepts: Concepts) {
    self.organizations = organizations
    self.posts = posts
    self.places = places
    var index: [String: Int] = [:]
    for (i, row) in organizations.enumerated() { index[row.id] = i }
    organizationIndex = index
    var postIndex: [String: Int] = [:]
    var byBody: [String: [Int]] = [:]
    for (i, post) in posts.enumerated() {
      postIndex[post.id] = i
      byBody[post.body, default: []].append(i)
    }
    self.postIndex = postIndex
    postsByBody = byBody
    organizationsByTags = OrganizationIndex(
      organizations,
      ignorable: concepts.set([
        "committee", "council", "commission", "department", "office", "obkom", "executive", "union",
        "association", "vietnam", "central",
      ]))
  }

  /// The canonical body that a phrase with these tags names at this level.
  ///
  /// The row whose largest set of tags is contained in the phrase's wins; left-over tags must be
  /// ignorable ones; then the level decides, then the order of ids. Without a level, a kind of body that
  /// exists on several levels stays open: `nil`.
  public func organization(_ concepts: ConceptSet, level: Level?) -> Organization? {
    organizationsByTags.row(concepts, level: level).map { organizations[$0] }
  }

  /// Whether a phrase with these tags names a canonical body at this level.
  public func hasOrganization(_ concepts: ConceptSet, level: Level?) -> Bool {
    organizationsByTags.row(concepts, level: level) != nil
  }

  /// The canonical post for a function with ranks in a body.
  public func post(function: String, ranks: [String], body: String) -> Post? {
    let wanted = ranks.count > 1 ? ranks.sorted() : ranks
    let all = postsByBody[body] ?? []
    func first(where accepts: (Post) -> Bool) -> Int? { all.first { accepts(posts[$0]) } }
    if let exact = first(where: { $0.function == function && $0.ranks == wanted }) { return posts[exact] }
    // Translations swap the words for the one at the top: глава, начальник, председатель, директор.
    guard OfficeTables.heads.contains(function) else { return nil }
    let own = first { $0.isHeadLike }.map { posts[$0].function }
    return first {
      $0.ranks == wanted && (OfficeTables.heads.contains($0.function) || $0.function == own)
    }.map { posts[$0] }
  }

  /// Whether a place has only one body with this canonical id, so that both together identify it.
  public func isOneOfAKind(_ id: String) -> Bool {
    organizationIndex[id].map { organizations[$0].isSingleInUnit } ?? false
  }

  public func organization(id: String) -> Organization? {
    organizationIndex[id].map { organizations[$0] }
  }

  public func post(id: String) -> Post? { postIndex[id].map { posts[$0] } }
}

extension Post {
  /// Whether the post is the one at the top of its body, under a name of its own.
  var isHeadLike: Bool { isSingleHolder && ranks.isEmpty && function != "secretary" }
}
