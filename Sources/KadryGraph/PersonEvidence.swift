/// What supports that persons of different documents are one: what they hold, where, and where they are
/// named.
struct PersonEvidence {
  /// A place at a level; what merged counts as what it became.
  struct Spot: Hashable {
    var level: String
    var place: String
  }

  /// Canonical posts of one definite body.
  let posts: Incidence
  /// Definite bodies.
  let bodies: Incidence
  /// Provinces of posts and papers, and the centre.
  let regions: Incidence
  /// Places of posts by level: numbers of `spots`.
  let located: Incidence
  let spots: [Spot]

  /// The region that posts without a place at the central level are in.
  private static let centre = ""

  init(facts: Facts, offices: OfficeIndex, places: PlaceIndex) {
    // A copy, for the places of papers are no nodes of the graph.
    var papers = places
    var regions = Numbering<String>()
    var spots = Numbering<Spot>()
    var pairs = (posts: [Pair](), bodies: [Pair](), regions: [Pair](), located: [Pair]())
    var personOfClaim: [String: Int] = [:]
    personOfClaim.reserveCapacity(facts.persons.count)
    for (person, fact) in facts.persons.enumerated() {
      personOfClaim[fact.claim] = person
      if let place = facts.documents[fact.doc].place {
        pairs.regions.append((person, regions.number(of: papers.region(papers.id(place, level: nil)))))
      }
    }
    for (index, fact) in facts.holds.enumerated() {
      guard let person = personOfClaim[fact.body.personRef], facts.persons[person].doc == fact.doc else {
        continue
      }
      let number = offices.postOfHolding[index]
      let post = offices.posts[number]
      if offices.isLocated(number) {
        if post.canonical != nil { pairs.posts.append((person, number)) }
        if let body = post.body { pairs.bodies.append((person, body)) }
      }
      if let place = post.place {
        pairs.regions.append((person, regions.number(of: places.region(place))))
        if let level = post.entry?.level {
          pairs.located.append(
            (person, spots.number(of: Spot(level: level, place: places.successor(of: place) ?? place))))
        }
      } else if post.entry?.level == "central" {
        pairs.regions.append((person, regions.number(of: PersonEvidence.centre)))
      }
    }
    let count = facts.persons.count
    posts = Incidence(count: count, pairs: pairs.posts)
    bodies = Incidence(count: count, pairs: pairs.bodies)
    self.regions = Incidence(count: count, pairs: pairs.regions)
    located = Incidence(count: count, pairs: pairs.located)
    self.spots = spots.values
  }

  private typealias Pair = (element: Int, property: Int)
}
