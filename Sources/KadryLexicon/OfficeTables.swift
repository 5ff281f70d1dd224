import KadryText

/// Looks up canonical bodies and posts: the office grid of function, rank, body and level.
public final class OfficeTables: Sendable {
  let organizations: [Organization]
  let posts: [Post]
  let places: [Place]
  public let organizationIndex: [String: Int]
  public let postIndex: [String: Int]
  private let postsByBody: [String: [Int]]
  private let postsByOrganization: [[Int]]
  private let organizationsByTags: OrganizationIndex
  /// The Vietnamese names of each organization, folded.
  private let foldedNames: [[String]]
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
    postsByOrganization = organizations.map { byBody[$0.id] ?? [] }
    foldedNames = organizations.map { $0.vi.map(PlainSpelling.fold) }
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

  /// The number of the canonical body that a phrase with these tags names at this level, in
  /// ``Lexicons/organizations``.
  public func organizationNumber(_ concepts: ConceptSet, level: Level?) -> Int? {
    organizationsByTags.row(concepts, level: level)
  }

  /// The levels on which a phrase with these tags names a canonical body, from the top.
  public func levels(_ concepts: ConceptSet) -> [Level] {
    let levels = organizationsByTags.levels(concepts)
    return levels == 0 ? [] : Level.allCases.filter { levels & (1 << UInt8($0.order)) != 0 }
  }

  /// Whether a phrase with these tags names a canonical body on some level.
  public func isKnownKind(_ concepts: ConceptSet) -> Bool { organizationsByTags.levels(concepts) != 0 }

  /// Whether a Vietnamese name of the canonical body with these tags at this level begins with folded words.
  public func hasOrganization(_ concepts: ConceptSet, level: Level, beginningWith words: String) -> Bool {
    guard let row = organizationsByTags.row(concepts, level: level) else { return false }
    return foldedNames[row].contains { $0.hasPrefix(words) }
  }

  /// The canonical post for a function with ranks in a body.
  public func post(function: String, ranks: [String], body: String) -> Post? {
    postNumber(function: function, ranks: ranks, body: body).map { posts[$0] }
  }

  /// The number of the canonical post for a function with ranks in a body, in ``Lexicons/posts``.
  public func postNumber(function: String, ranks: [String], body: String) -> Int? {
    postsByBody[body].flatMap { postNumber(function: function, ranks: ranks, among: $0) }
  }

  /// The same for the body with a number in ``Lexicons/organizations``.
  public func postNumber(function: String, ranks: [String], organization: Int) -> Int? {
    postNumber(function: function, ranks: ranks, among: postsByOrganization[organization])
  }

  private func postNumber(function: String, ranks: [String], among all: [Int]) -> Int? {
    let wanted = ranks.count > 1 ? ranks.sorted() : ranks
    for number in all where posts[number].function == function && posts[number].ranks == wanted {
      return number
    }
    // Translations swap the words for the one at the top: глава, начальник, председатель, директор.
    guard OfficeTables.heads.contains(function) else { return nil }
    let own = all.first { posts[$0].isHeadLike }.map { posts[$0].function }
    for number in all where posts[number].ranks == wanted {
      if OfficeTables.heads.contains(posts[number].function) || posts[number].function == own {
        return number
      }
    }
    return nil
  }

  func row(_ number: Int) -> Organization { organizations[number] }

  public func organization(id: String) -> Organization? {
    organizationIndex[id].map { organizations[$0] }
  }

  public func post(id: String) -> Post? { postIndex[id].map { posts[$0] } }
}

extension Post {
  /// Whether the post is the one at the top of its body, under a name of its own.
  var isHeadLike: Bool { isSingleHolder && ranks.isEmpty && function != "secretary" }
}
