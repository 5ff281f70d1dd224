import KadryReading

/// Gathers the holdings of one person in one post, a title and its refinement together, into occupancies.
struct OccupancyBuilder {
  let facts: Facts
  let offices: OfficeIndex
  let persons: PersonIdentity.Joined
  let context: GraphContext

  private struct Key: Hashable {
    var person: Int
    var post: Int
  }

  func build() -> [Occupancy] {
    var groups: [Key: [Int]] = [:]
    var postsOfPerson: [Int: Set<Int>] = [:]
    for (index, fact) in facts.holds.enumerated() {
      guard let person = persons.nodeOfClaim[fact.body.personRef] else { continue }
      let key = Key(person: person, post: offices.postOfHolding[index])
      groups[key, default: []].append(index)
      postsOfPerson[person, default: []].insert(key.post)
    }
    var occupancies: [Occupancy] = []
    for (person, posts) in postsOfPerson {
      for (post, covered) in refined(posts) {
        let holdings = covered.flatMap { groups[Key(person: person, post: $0)] ?? [] }.sorted()
        occupancies.append(occupancy(person: person, post: post, covered: covered, holdings))
      }
    }
    return occupancies.sortedByBytes { $0.id }
  }

  /// The posts that are occupancies of their own, each with the less precise ones that it covers.
  ///
  /// A less precise post that two more precise ones refine differently stays on its own: which of the two is
  /// meant is unknown.
  private func refined(_ posts: Set<Int>) -> [(post: Int, covered: [Int])] {
    var coveredBy: [Int: [Int]] = [:]
    var tops: [Int] = []
    for post in posts.sorted() {
      let finer = posts.filter { refines($0, post) }
      let finest = finer.filter { candidate in !finer.contains { refines($0, candidate) } }
      if finest.count == 1, let top = finest.first {
        coveredBy[top, default: []].append(post)
      } else {
        tops.append(post)
      }
    }
    return tops.map { ($0, (coveredBy[$0] ?? []) + [$0]) }
  }

  private func refines(_ a: Int, _ b: Int) -> Bool {
    guard let fine = offices.posts[a].entry, let coarse = offices.posts[b].entry else { return false }
    return offices.posts[a].place == offices.posts[b].place && fine.refines(coarse)
  }

  private func occupancy(person: Int, post: Int, covered: [Int], _ holdings: [Int]) -> Occupancy {
    let claims = holdings.map { facts.holds[$0].claim }
    let node = persons.nodes[person]
    let time = OccupancyTime(
      holdings.map { index in
        let fact = facts.holds[index]
        return OccupancyTime.Statement(
          claim: fact.claim, body: fact.body, published: facts.published[fact.doc])
      }, asOf: facts.asOf)
    let grades = Set(holdings.map { facts.holds[$0].grade })
    return Occupancy(
      id: ClaimIdentity.node(.occupancy, members: claims) ?? "", person: node.id,
      post: offices.posts[post].id,
      posts: covered.map { offices.posts[$0].id }.sortedByBytes(), status: time.status,
      acting: holdings.allSatisfy { facts.holds[$0].body.status == .acting },
      firstSeen: time.seen.texts.first,
      lastSeen: time.seen.texts.last, start: time.start, end: time.end, term: time.term,
      grade: Grade.allCases.first { grades.contains($0) } ?? .stated, undated: time.undated,
      documents: Set(holdings.map { facts.contents[facts.holds[$0].doc] }).count, members: claims)
  }
}
