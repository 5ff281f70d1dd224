import KadryReading

/// Gathers the holdings of one person in one post, a title and its refinement together, into occupancies.
struct OccupancyBuilder {
  let facts: Facts
  let offices: OfficeIndex
  let persons: PersonIdentity.Joined
  let context: GraphContext

  let places: PlaceIndex

  private struct Key: Hashable {
    var person: Int
    var post: Int
    var acting: Bool
  }

  func build() -> [Occupancy] {
    var groups: [Key: [Int]] = [:]
    var postsOfPerson: [Holder: Set<Int>] = [:]
    for (holder, holdings) in holdingsOfPersons() {
      for index in holdings {
        let post = offices.postOfHolding[index]
        groups[Key(person: holder.person, post: post, acting: holder.acting), default: []].append(index)
        postsOfPerson[holder, default: []].insert(post)
      }
    }
    var occupancies: [Occupancy] = []
    for (holder, posts) in postsOfPerson {
      for (post, covered) in refined(posts) {
        let holdings = covered.flatMap {
          groups[Key(person: holder.person, post: $0, acting: holder.acting)] ?? []
        }.sorted()
        occupancies.append(occupancy(holder, post: post, covered: covered, holdings))
      }
    }
    let posts = Dictionary(offices.posts.map { ($0.id, $0) }) { first, _ in first }
    // A post without a place is many posts: its holders say nothing of each other.
    let located = Set(offices.posts.indices.filter { offices.isLocated($0) }.map { offices.posts[$0].id })
    return Succession(
      isSingle: { located.contains($0) && posts[$0]?.entry?.singleHolder ?? false },
      exclusion: { posts[$0].flatMap(OccupancyBuilder.exclusion) }
    ).bounding(occupancies.sortedByBytes { $0.id }, asOf: facts.asOf)
  }

  /// Chief and deputies of one body: nobody is both.
  private static func exclusion(_ post: OfficeIndex.PostDraft) -> String? {
    guard let entry = post.entry, let body = post.body else { return nil }
    return "\(entry.function) \(body) \(post.place ?? "")"
  }

  private struct Holder: Hashable {
    var person: Int
    var acting: Bool
  }

  /// The holdings of each person, those of an acting holder apart.
  ///
  /// What a document says after «acting» of the same person and post means the acting holder too, and an end
  /// belongs to the acting holding when there is no other.
  private func holdingsOfPersons() -> [Holder: [Int]] {
    struct Office: Hashable {
      var person: Int
      var post: Int
    }
    var actingIn: [Office: Set<Int>] = [:]
    var standing: Set<Office> = []
    var all: [(index: Int, office: Office)] = []
    for (index, fact) in facts.holds.enumerated() {
      guard let person = persons.nodeOfClaim[fact.body.personRef] else { continue }
      let office = Office(person: person, post: offices.postOfHolding[index])
      all.append((index, office))
      if fact.body.status == .acting { actingIn[office, default: []].insert(fact.doc) }
    }
    func isActing(_ index: Int, _ office: Office) -> Bool {
      let fact = facts.holds[index]
      return fact.body.status == .acting
        || fact.body.status == .holds && (actingIn[office]?.contains(fact.doc) ?? false)
    }
    for (index, office) in all where !isActing(index, office) {
      switch facts.holds[index].body.status {
      case .former, .dismissed, .retired: break
      default: standing.insert(office)
      }
    }
    var holdings: [Holder: [Int]] = [:]
    for (index, office) in all {
      let acting = isActing(index, office) || actingIn[office] != nil && !standing.contains(office)
      holdings[Holder(person: office.person, acting: acting), default: []].append(index)
    }
    return holdings
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

  private func occupancy(_ holder: Holder, post: Int, covered: [Int], _ holdings: [Int]) -> Occupancy {
    let claims = holdings.map { facts.holds[$0].claim }
    let node = persons.nodes[holder.person]
    let time = OccupancyTime(
      holdings.map { index in
        let fact = facts.holds[index]
        return OccupancyTime.Statement(
          claim: fact.claim, body: fact.body, published: facts.published[fact.doc])
      }, founded: offices.firstDay(ofPost: post, places: places),
      dissolved: offices.lastDay(ofPost: post, places: places))
    let grades = Set(holdings.map { facts.holds[$0].grade })
    return Occupancy(
      id: ClaimIdentity.node(.occupancy, members: claims) ?? "", person: node.id,
      post: offices.posts[post].id,
      posts: covered.map { offices.posts[$0].id }.sortedByBytes(),
      status: time.isNominated ? .nominated : .unknown, acting: holder.acting,
      firstSeen: time.seen.texts.first, lastSeen: time.seen.texts.last, start: time.start, end: time.end,
      earliest: time.earliest, latest: time.latest, provenDays: time.proven, terms: time.terms,
      grade: Grade.allCases.first { grades.contains($0) } ?? .stated, undated: time.undated,
      documents: Set(holdings.map { facts.contents[facts.holds[$0].doc] }).count, members: claims)
  }
}
