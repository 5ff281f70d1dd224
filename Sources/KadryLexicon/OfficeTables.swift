/// Looks up canonical bodies and posts: the office grid of function, rank, body and level.
public struct OfficeTables: Sendable {
  let organizations: [Organization]
  let posts: [Post]
  let places: [Place]
  public let organizationIndex: [String: Int]
  public let postIndex: [String: Int]
  private let postsByBody: [String: [Int]]
  /// Tags that a phrase may have beside those of the body that it names.
  private let ignorable: ConceptSet
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
    ignorable = concepts.set([
      "committee", "council", "commission", "department", "office", "obkom", "executive", "union",
      "association", "vietnam", "central",
    ])
  }

  /// The canonical body that a phrase with these tags names at this level.
  ///
  /// The row whose largest set of tags is contained in the phrase's wins; left-over tags must be
  /// ignorable ones; then the level decides, then the order of ids. Without a level, a kind of body that
  /// exists on several levels stays open: `nil`.
  public func organization(_ concepts: ConceptSet, level: Level?) -> Organization? {
    var best: (score: Int, row: Organization)?
    var isAmbiguous = false
    for row in organizations {
      let fits: Int
      if row.level == level {
        fits = 2
      } else if row.level == nil || level == nil {
        fits = 1
      } else {
        continue
      }
      for wanted in row.concepts where concepts.contains(wanted) {
        let rest = concepts.subtracting(wanted)
        guard rest.subtracting(ignorable).isEmpty, !wanted.isEmpty else { continue }
        let score = wanted.count * 100 + fits * 10 - rest.count
        if score > (best?.score ?? Int.min) {
          best = (score, row)
          isAmbiguous = false
        } else if score == best?.score, level == nil, row.level != best?.row.level {
          isAmbiguous = true
        }
      }
    }
    return isAmbiguous ? nil : best?.row
  }

  /// The canonical post for a function with ranks in a body.
  public func post(function: String, ranks: [String], body: String) -> Post? {
    let wanted = ranks.sorted()
    let candidates = (postsByBody[body] ?? []).map { posts[$0] }.filter { $0.ranks == wanted }
    if let exact = candidates.first(where: { $0.function == function }) { return exact }
    // Translations swap the words for the one at the top: глава, начальник, председатель, директор.
    guard OfficeTables.heads.contains(function) else { return nil }
    let own = (postsByBody[body] ?? []).map { posts[$0] }.first { $0.isHeadLike }?.function
    return candidates.first { OfficeTables.heads.contains($0.function) || $0.function == own }
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
