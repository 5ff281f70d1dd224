import KadryReading

/// Decides which persons of different documents are one.
///
/// Persons of one document are never joined here: the reading has told them apart. Across documents, the
/// rules in their order; a stronger one acts first, and within a rule the claims in the order of their ids:
///
/// 1. **same name, same post**: the names compare as `same`, and both hold one canonical post at one place;
/// 2. **same name, same body**: likewise, and both hold posts of one body at one place;
/// 3. **same full name, same region**: the names compare as `same` and have three parts or more, and a post
///    or the paper places both in one province (or both at the centre). Not applied to a name in a
///    region where two such persons hold posts of one level at different places: they may be namesakes, and
///    which of them a bare mention means is unknown;
/// 4. **possible name, same post**: the names may be one, and both hold one canonical post at one place;
/// 5. **bylines**: journalists and photographers of one newspaper with the same name.
///
/// Two Vietnamese spellings that are both certain decide about the names; otherwise the better of comparing
/// the names as spelled and with the Vietnamese spelling of one. A surname or a given name alone has no third
/// part and merges only by rules 1, 2 and 4.
struct PersonIdentity {
  private let facts: Facts
  private let context: GraphContext
  private var sets: UnionFind
  /// By root; only those of several persons.
  private var clusters: [Int: Cluster] = [:]
  private let evidence: PersonEvidence

  private struct Cluster {
    var docs: Set<Int>
    /// Numbers of the spots of the posts.
    var spots: Set<Int>
  }

  /// The result: nodes, and the node of each person's claim.
  struct Joined {
    var nodes: [Person] = []
    var nodeOfClaim: [String: Int] = [:]
  }

  static func join(
    facts: Facts, offices: OfficeIndex, context: GraphContext, places: PlaceIndex
  ) -> Joined {
    var identity = PersonIdentity(
      facts: facts, context: context, evidence: PersonEvidence(facts: facts, offices: offices, places: places)
    )
    identity.applyRules()
    return identity.result()
  }

  private init(facts: Facts, context: GraphContext, evidence: PersonEvidence) {
    self.facts = facts
    self.context = context
    self.evidence = evidence
    sets = UnionFind(count: facts.persons.count)
  }

  // MARK: Rules

  private mutating func applyRules() {
    var blocks: [String: [Int]] = [:]
    for (index, fact) in facts.persons.enumerated() where fact.body.role == .official {
      blocks[context.names.key(fact.body.vi ?? fact.body.name), default: []].append(index)
    }
    let keys = blocks.keys.sortedByBytes()
    for key in keys {
      guard let block = blocks[key], block.count > 1 else { continue }
      var table = LikenessTable(names: context.names)
      let likeness = { (a: Spelling, b: Spelling) in table(a, b) }
      join(block, by: evidence.posts, likeness, allowing: .same)
      join(block, by: evidence.bodies, likeness, allowing: .same)
      joinFullNames(block, by: evidence.regions, likeness)
      join(block, by: evidence.posts, likeness, allowing: .possible)
    }
    joinBylines()
  }

  /// Joins the persons of a block who share a piece of evidence and whose names fit.
  private mutating func join(
    _ block: [Int], by evidence: Incidence,
    _ likeness: (Spelling, Spelling) -> NameVerdict.Likeness, allowing weakest: NameVerdict.Likeness
  ) {
    for bucket in evidence.shared(among: block) {
      for spellings in Spelling.alike(bucket.map(spelling), likeness, allowing: weakest) {
        let members = spellings.map { bucket[$0] }
        for (one, next) in zip(members, members.dropFirst()) { unite(one, next) }
        // A member that could not follow its neighbour, being of one document with it, may follow another.
        for one in members.dropFirst() where sets.root(one) != sets.root(members[0]) {
          unite(members[0], one)
        }
      }
    }
  }

  private mutating func joinFullNames(
    _ block: [Int], by regions: Incidence, _ likeness: (Spelling, Spelling) -> NameVerdict.Likeness
  ) {
    let full = block.filter { spelling($0).name.split(separator: " ").count >= 3 }
    for bucket in regions.shared(among: full) {
      for spellings in Spelling.alike(bucket.map(spelling), likeness, allowing: .same) {
        let members = spellings.map { bucket[$0] }
        guard !mayBeNamesakes(members) else { continue }
        for (one, next) in zip(members, members.dropFirst()) { unite(one, next) }
      }
    }
  }

  private mutating func joinBylines() {
    var byName: [[String]: [Int]] = [:]
    for (index, fact) in facts.persons.enumerated() where fact.body.role != .official {
      guard let source = facts.documents[fact.doc].source else { continue }
      byName[[fact.body.role.rawValue, source, context.fold(fact.body.name)], default: []].append(index)
    }
    // The groups are disjoint: their order does not matter.
    for members in byName.values {
      for (one, next) in zip(members, members.dropFirst()) { unite(one, next) }
    }
  }

  /// Whether two of the clusters hold posts of one level at places that differ altogether.
  private mutating func mayBeNamesakes(_ members: [Int]) -> Bool {
    var seen: [String: Set<Set<String>>] = [:]
    for root in Set(members.map { sets.root($0) }) {
      var places: [String: Set<String>] = [:]
      for number in cluster(root).spots {
        let spot = evidence.spots[number]
        places[spot.level, default: []].insert(spot.place)
      }
      for (level, places) in places {
        guard !(seen[level]?.contains(places) ?? false) else { continue }
        if seen[level]?.contains(where: { $0.isDisjoint(with: places) }) ?? false { return true }
        seen[level, default: []].insert(places)
      }
    }
    return false
  }

  private func cluster(_ root: Int) -> Cluster {
    clusters[root]
      ?? Cluster(
        docs: [facts.persons[root].doc], spots: Set(evidence.located.properties(of: root).map(Int.init)))
  }

  /// Joins two persons, unless a document names both.
  private mutating func unite(_ a: Int, _ b: Int) {
    let a = sets.root(a)
    let b = sets.root(b)
    guard a != b else { return }
    var kept = cluster(a)
    var lost = cluster(b)
    guard kept.docs.isDisjoint(with: lost.docs), let joined = sets.join(a, b) else { return }
    clusters[a] = nil
    clusters[b] = nil
    if kept.docs.count < lost.docs.count { swap(&kept, &lost) }
    kept.docs.formUnion(lost.docs)
    kept.spots.formUnion(lost.spots)
    clusters[joined.kept] = kept
  }

  private func spelling(_ person: Int) -> Spelling {
    Spelling(name: facts.persons[person].body.name, vi: facts.persons[person].body.vi)
  }

  // MARK: Nodes

  private mutating func result() -> Joined {
    var joined = Joined()
    let nodes = sets.groups().map { (node($0), $0) }.sortedByBytes { $0.0.id }
    for (index, (node, members)) in nodes.enumerated() {
      joined.nodes.append(node)
      for member in members { joined.nodeOfClaim[facts.persons[member].claim] = index }
    }
    return joined
  }

  private func node(_ members: [Int]) -> Person {
    var names = SpellingCounts()
    var certain = SpellingCounts()
    var contents: Set<Int> = []
    for member in members {
      let fact = facts.persons[member]
      let content = facts.contents[fact.doc]
      contents.insert(content)
      names.add(fact.body.name, content: content)
      for spelling in fact.body.spellings { names.add(spelling, content: content) }
      if let vi = fact.body.vi { certain.add(vi, content: content) }
    }
    let vi = certain.sorted.first?.name
    let claims = members.map { facts.persons[$0].claim }
    let bounds = facts.publicationBounds(members.map { facts.persons[$0].doc })
    let roles = Set(members.map { facts.persons[$0].body.role })
    return Person(
      id: ClaimIdentity.node(.person, members: claims) ?? "",
      name: vi ?? names.sorted.first?.name ?? "", vi: vi, names: names.sorted,
      role: PersonRole.allCases.first { roles.contains($0) } ?? .official, firstSeen: bounds.first,
      lastSeen: bounds.last, documents: contents.count, members: claims)
  }
}
