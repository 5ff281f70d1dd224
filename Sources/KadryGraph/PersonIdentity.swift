import KadryReading

/// Decides which persons of different documents are one.
///
/// Persons of one document are never joined here: the reading has told them apart. Across documents, the
/// rules in their order; a stronger one acts first, and within a rule the claims in the order of their ids:
///
/// 0. **corrections**: what people joined is one, and what they parted is never joined, whatever follows;
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
    /// Those whom people keep apart from it.
    var apart: Set<Int>
    var rules: Set<Merge.Rule> = []
  }

  /// By claim, those whom people keep apart.
  private var apart: [Int: Set<Int>] = [:]
  private var merges: [Merge] = []
  /// The least claims of persons of whom it is unknown which of several namesakes is meant.
  private var ambiguous: Set<Int> = []

  /// The result: nodes, and the node of each person's claim.
  struct Joined {
    var nodes: [Person] = []
    var nodeOfClaim: [String: Int] = [:]
    var merges: [Merge] = []
  }

  static func join(
    facts: Facts, offices: OfficeIndex, context: GraphContext, places: PlaceIndex,
    judgements: Judgements = Judgements()
  ) -> Joined {
    var identity = PersonIdentity(
      facts: facts, context: context, evidence: PersonEvidence(facts: facts, offices: offices, places: places)
    )
    identity.apply(judgements)
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

  private mutating func apply(_ judgements: Judgements) {
    guard !judgements.same.isEmpty || !judgements.different.isEmpty else { return }
    let persons = Dictionary(
      facts.persons.enumerated().map { ($0.element.claim, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for pair in judgements.different {
      guard let a = persons[pair.a], let b = persons[pair.b] else { continue }
      apart[a, default: []].insert(b)
      apart[b, default: []].insert(a)
    }
    for pair in judgements.same {
      guard let a = persons[pair.a], let b = persons[pair.b] else { continue }
      unite(a, b, .correction, correction: pair.correction)
    }
  }

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
      join(block, by: evidence.posts, likeness, allowing: .same, .sameNameSamePost)
      join(block, by: evidence.bodies, likeness, allowing: .same, .sameNameSameBody)
      joinFullNames(block, by: evidence.regions, likeness)
      join(block, by: evidence.posts, likeness, allowing: .possible, .possibleNameSamePost)
      findAmbiguous(block, likeness)
    }
    joinBylines()
  }

  /// Joins the persons of a block who share a piece of evidence and whose names fit.
  private mutating func join(
    _ block: [Int], by evidence: Incidence,
    _ likeness: (Spelling, Spelling) -> NameVerdict.Likeness, allowing weakest: NameVerdict.Likeness,
    _ rule: Merge.Rule
  ) {
    for bucket in evidence.shared(among: block) {
      for spellings in Spelling.alike(bucket.map(spelling), likeness, allowing: weakest) {
        let members = spellings.map { bucket[$0] }
        for (one, next) in zip(members, members.dropFirst()) { unite(one, next, rule) }
        // A member that could not follow its neighbour, being of one document with it, may follow another.
        for one in members.dropFirst() where sets.root(one) != sets.root(members[0]) {
          unite(members[0], one, rule)
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
        for (one, next) in zip(members, members.dropFirst()) { unite(one, next, .fullNameSameRegion) }
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
      for (one, next) in zip(members, members.dropFirst()) { unite(one, next, .byline) }
    }
  }

  /// Marks persons without a post whose name fits two persons with posts or more.
  private mutating func findAmbiguous(
    _ block: [Int], _ likeness: (Spelling, Spelling) -> NameVerdict.Likeness
  ) {
    var located: Set<Int> = []
    var members: [Int: [Int]] = [:]
    for person in block {
      let root = sets.root(person)
      members[root, default: []].append(person)
      if !evidence.posts.properties(of: person).isEmpty || !evidence.located.properties(of: person).isEmpty {
        located.insert(root)
      }
    }
    guard located.count > 1, located.count < members.count else { return }
    let known = located.sorted().map { (root: $0, spelling: spelling($0)) }
    for (root, group) in members where !located.contains(root) {
      let own = spelling(group[0])
      var fitting = 0
      for person in known where fitting < 2 && likeness(own, person.spelling) == .same { fitting += 1 }
      if fitting == 2 { ambiguous.insert(root) }
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
        docs: [facts.persons[root].doc], spots: Set(evidence.located.properties(of: root).map(Int.init)),
        apart: apart[root] ?? [])
  }

  /// Joins two persons, unless a document names both or people keep them apart; a person's word joins also
  /// what one document names twice.
  private mutating func unite(_ one: Int, _ other: Int, _ rule: Merge.Rule, correction: String? = nil) {
    let a = sets.root(one)
    let b = sets.root(other)
    guard a != b else { return }
    var kept = cluster(a)
    var lost = cluster(b)
    guard rule == .correction || kept.docs.isDisjoint(with: lost.docs) else { return }
    guard kept.apart.isEmpty || !kept.apart.contains(where: { sets.root($0) == b }) else { return }
    guard let joined = sets.join(a, b) else { return }
    merges.append(
      Merge(facts.persons[one].claim, facts.persons[other].claim, rule, correction: correction))
    clusters[a] = nil
    clusters[b] = nil
    if kept.docs.count < lost.docs.count { swap(&kept, &lost) }
    kept.docs.formUnion(lost.docs)
    kept.spots.formUnion(lost.spots)
    kept.apart.formUnion(lost.apart)
    kept.rules.formUnion(lost.rules)
    kept.rules.insert(rule)
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
    joined.merges = merges.sorted { byteOrder($0.left + $0.right, $1.left + $1.right) }
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
    let rules = members.first.flatMap { clusters[$0]?.rules } ?? []
    let isAmbiguous = members.first.map { ambiguous.contains($0) } ?? false
    let isInferred = rules.contains(.fullNameSameRegion) || rules.contains(.possibleNameSamePost)
    return Person(
      id: ClaimIdentity.node(.person, members: claims) ?? "",
      name: vi ?? names.sorted.first?.name ?? "", vi: vi, names: names.sorted,
      role: PersonRole.allCases.first { roles.contains($0) } ?? .official,
      grade: isAmbiguous ? .ambiguous : isInferred ? .inferred : .stated,
      causes: Merge.Rule.allCases.filter { rules.contains($0) }.map(\.rawValue)
        + (isAmbiguous ? ["namesakes"] : []), firstSeen: bounds.first,
      lastSeen: bounds.last, documents: contents.count, members: claims)
  }
}
