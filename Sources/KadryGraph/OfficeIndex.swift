import KadryReading

/// Joins bodies and posts across documents.
///
/// A body is its canonical id and place; an unknown one its folded name and place. A post is its canonical id
/// and place; an unknown one its folded title and its body. A canonical post implies its body, so that the
/// body is a node even when no claim names it.
struct OfficeIndex {
  private struct BodyKey: Hashable {
    var canonical: String?
    var name: String
    var place: String?
  }

  private struct PostKey: Hashable {
    var canonical: String?
    var title: String
    var body: Int?
    var place: String?
  }

  private let facts: Facts
  private let context: GraphContext
  private var bodies: [BodyDraft] = []
  private var bodyIndex: [BodyKey: Int] = [:]
  private var bodyOfClaim: [String: Int] = [:]
  private(set) var posts: [PostDraft] = []
  private var postIndex: [PostKey: Int] = [:]
  /// For each of `facts.holds`, the index of its post.
  private(set) var postOfHolding: [Int] = []

  struct BodyDraft {
    var canonical: String?
    var entry: OrganizationEntry?
    var name: String
    var place: String?
    var level: String?
    var counts = SpellingCounts()
    var contents: Set<Int> = []
    /// Claims that name it, and holdings that imply it.
    var named: [String] = []
    var implied: [String] = []
    var id = ""
    var parent: String?
    var successor: String?
  }

  struct PostDraft {
    var canonical: String?
    var entry: PostEntry?
    var title: String
    var body: Int?
    var place: String?
    var counts = SpellingCounts()
    var contents: Set<Int> = []
    var members: [String] = []
    var id = ""
  }

  init(facts: Facts, context: GraphContext, places: inout PlaceIndex) {
    self.facts = facts
    self.context = context
    for fact in facts.organizations { addNamed(fact, &places) }
    for fact in facts.holds { postOfHolding.append(addPost(fact, &places)) }
    for index in bodies.indices {
      let members = bodies[index].named.isEmpty ? bodies[index].implied : bodies[index].named
      bodies[index].id = ClaimIdentity.node(.organization, members: members) ?? ""
    }
    for index in posts.indices {
      posts[index].id = ClaimIdentity.node(.post, members: posts[index].members) ?? ""
    }
  }

  // MARK: Bodies

  private mutating func addNamed(_ fact: OrganizationFact, _ places: inout PlaceIndex) {
    let entry = fact.body.org.flatMap { context.directory.organization($0) }
    let index = body(
      canonical: fact.body.org, entry: entry, name: fact.body.name, place: fact.body.place,
      level: entry?.level ?? fact.body.level, on: facts.published[fact.doc]?.first, &places)
    bodies[index].counts.add(fact.body.name, content: facts.contents[fact.doc])
    bodies[index].contents.insert(facts.contents[fact.doc])
    bodies[index].named.append(fact.claim)
    bodyOfClaim[fact.claim] = index
  }

  private mutating func body(
    canonical: String?, entry: OrganizationEntry?, name: String, place: String?, level: String?,
    on day: Day?, _ places: inout PlaceIndex
  ) -> Int {
    // A central body is one, wherever the text places it.
    let placeID = level == "central" ? nil : place.map { places.id($0, level: level, on: day) }
    let key = BodyKey(
      canonical: canonical, name: canonical == nil ? context.fold(name) : "", place: placeID)
    if let index = bodyIndex[key] { return index }
    bodyIndex[key] = bodies.count
    bodies.append(BodyDraft(canonical: canonical, entry: entry, name: name, place: placeID, level: level))
    return bodies.count - 1
  }

  // MARK: Posts

  private mutating func addPost(_ fact: HoldsFact, _ places: inout PlaceIndex) -> Int {
    let entry = fact.body.post.flatMap { context.directory.post($0) }
    let level = entry?.level
    let day = OfficeIndex.day(of: fact.body, published: facts.published[fact.doc])
    let placeID = level == "central" ? nil : fact.body.place.map { places.id($0, level: level, on: day) }
    var bodyIndex = fact.body.organizationRef.flatMap { bodyOfClaim[$0] }
    if let canonical = entry?.body {
      let implied = body(
        canonical: canonical, entry: context.directory.organization(canonical), name: canonical,
        place: fact.body.place, level: context.directory.organization(canonical)?.level ?? level,
        on: day, &places)
      bodies[implied].implied.append(fact.claim)
      bodies[implied].contents.insert(facts.contents[fact.doc])
      bodyIndex = implied
    }
    let key =
      if let canonical = fact.body.post {
        PostKey(canonical: canonical, title: "", body: nil, place: placeID)
      } else {
        PostKey(
          canonical: nil,
          title: context.fold(fact.body.title) + "\u{0}"
            + (bodyIndex == nil ? folded(fact.body.organization) : ""),
          body: bodyIndex, place: placeID)
      }
    let index = postIndex[key] ?? posts.count
    if index == posts.count {
      postIndex[key] = index
      posts.append(
        PostDraft(
          canonical: fact.body.post, entry: entry, title: fact.body.title, body: bodyIndex, place: placeID))
    }
    let rendering = fact.body.organization.map { "\(fact.body.title), \($0)" } ?? fact.body.title
    posts[index].counts.add(rendering, content: facts.contents[fact.doc])
    posts[index].contents.insert(facts.contents[fact.doc])
    posts[index].members.append(fact.claim)
    return index
  }

  /// The day on which the post that a holding speaks of existed; `nil` when nothing tells.
  ///
  /// A former holder without dates held what was before: the day of publication says nothing of it.
  private static func day(of holding: HoldsClaim, published: PartialDate?) -> Day? {
    let stated = [holding.since, holding.until, holding.observed].compactMap { $0 }
      .compactMap { PartialDate($0)?.first }
    if let day = stated.first { return day }
    if let term = holding.term, let day = PartialDate(term)?.first { return day }
    return holding.status == .former ? nil : published?.first
  }

  private func folded(_ name: String?) -> String { name.map(context.fold) ?? "" }

  // MARK: What others ask

  /// The body's node id and place, for an organization's claim.
  func body(ofClaim claim: String) -> (id: String, place: String?)? {
    bodyOfClaim[claim].map { (bodies[$0].id, bodies[$0].place) }
  }

  /// The node of a canonical body at a place, if there is one.
  func body(canonical: String, place: String?) -> String? {
    bodyIndex[BodyKey(canonical: canonical, name: "", place: place)].map { bodies[$0].id }
  }

  /// Whether a body is one definite body: it has a place, or is a central one.
  func isLocated(_ post: Int) -> Bool {
    guard let body = posts[post].body else { return posts[post].place != nil }
    return bodies[body].place != nil || bodies[body].level == "central"
  }

  /// The last day on which a post can be held: its body or its place ends then. `nil` when they go on.
  func lastDay(ofPost post: Int, places: PlaceIndex) -> Day? {
    let body = posts[post].body.map { bodies[$0] }
    let place = (posts[post].place ?? body?.place).flatMap { places[$0] }
    return [body?.entry?.until, place?.until].compactMap { $0.flatMap(PartialDate.init)?.last }.min()
  }

  /// The first day on which a post can be held, where its place has one.
  func firstDay(ofPost post: Int, places: PlaceIndex) -> Day? {
    let place = (posts[post].place ?? posts[post].body.flatMap { bodies[$0].place }).flatMap { places[$0] }
    return place?.since.flatMap(PartialDate.init)?.first
  }

  // MARK: Nodes

  private var placeNames: [String: String] = [:]

  /// Links bodies to those above them and to those that took over, and learns the names of places for titles.
  mutating func link(places: PlaceIndex) {
    for place in places.nodes { placeNames[place.id] = place.name }
    for index in bodies.indices {
      if let next = successor(of: index, places: places) { bodies[index].successor = bodies[next].id }
      guard let parent = bodies[index].entry?.parent, let entry = context.directory.organization(parent)
      else {
        continue
      }
      let place: String? =
        if entry.level == "central" {
          nil
        } else if entry.level == bodies[index].level {
          bodies[index].place
        } else {
          bodies[index].place.flatMap { places[$0]?.parent }
        }
      guard let above = bodyIndex[BodyKey(canonical: parent, name: "", place: place)], above != index else {
        continue
      }
      bodies[index].parent = bodies[above].id
    }
  }

  /// The body that took over from a dissolved one: of the kind that the lexicon names, at the place that its
  /// own went into.
  private func successor(of index: Int, places: PlaceIndex) -> Int? {
    guard let canonical = bodies[index].canonical else { return nil }
    let place = bodies[index].place
    let nextPlace = place.flatMap { places.successor(of: $0) } ?? place
    let key = BodyKey(
      canonical: bodies[index].entry?.successor ?? canonical, name: "", place: nextPlace)
    return bodyIndex[key].flatMap { $0 == index ? nil : $0 }
  }

  var organizationNodes: [Organization] {
    bodies.map { draft in
      let names = draft.counts.sorted
      let shown = draft.entry?.vi ?? names.first?.name ?? draft.name
      return Organization(
        id: draft.id, name: draft.entry == nil ? shown : withPlace(shown, draft.place), names: names,
        canonical: draft.canonical, level: draft.level, place: draft.place, parent: draft.parent,
        successor: draft.successor, documents: draft.contents.count,
        members: (draft.named.isEmpty ? draft.implied : draft.named).distinctByBytes())
    }.sortedByBytes { $0.id }
  }

  var postNodes: [Post] {
    posts.map { draft in
      let titles = draft.counts.sorted
      let title = draft.entry.map { withPlace($0.vi, draft.place) } ?? titles.first?.name ?? draft.title
      return Post(
        id: draft.id, title: title, titles: titles, canonical: draft.canonical,
        function: draft.entry?.function,
        ranks: draft.entry?.ranks.sortedByBytes() ?? [], level: draft.entry?.level,
        singleHolder: draft.entry?.singleHolder ?? false, organization: draft.body.map { bodies[$0].id },
        place: draft.place, documents: draft.contents.count, members: draft.members)
    }.sortedByBytes { $0.id }
  }

  /// A name from the lexicon with the place behind it, as Vietnamese does.
  private func withPlace(_ name: String, _ place: String?) -> String {
    place.flatMap { placeNames[$0] }.map { "\(name) \($0)" } ?? name
  }
}
