import KadryLexicon
import KadryText

/// Joins the names of bodies of one article, and finds the owner and place of those that name none.
struct BodyResolver {
  let lexicons: Lexicons

  /// A body of the article.
  struct Body {
    var name: String
    var org: String?
    var place: String?
    var level: Level?
    var mentions: [Int]
    var causes: Set<Cause>
  }

  /// A committee named after the organisation it leads is listed apart from the committee itself.
  private let partyOrganisation: ConceptSet

  init(lexicons: Lexicons) {
    self.lexicons = lexicons
    partyOrganisation = lexicons.concepts.set(["party-org"])
  }

  func resolve(_ draft: inout Draft) -> [Body] {
    for post in draft.posts where post.isTaken {
      if let body = post.body { draft.bodies[body].isPostBody = true }
    }
    nest(&draft)
    levels(&draft)
    var causes: [Int: Set<Cause>] = [:]
    places(&draft, &causes)
    var bodies: [Body] = []
    var known: [String: Int] = [:]
    let order = draft.bodies.indices.sorted {
      (draft.bodies[$0].tokens.lowerBound, -draft.bodies[$0].tokens.upperBound)
        < (draft.bodies[$1].tokens.lowerBound, -draft.bodies[$1].tokens.upperBound)
    }
    for index in order {
      let mention = draft.bodies[index]
      switch draft.zones[mention.tokens.lowerBound] {
      case .related, .furniture, .credit: continue
      default: break
      }
      guard !isUnknown(mention) else { continue }
      let key = key(mention)
      if let found = known[key] {
        bodies[found].mentions.append(index)
      } else {
        known[key] = bodies.count
        bodies.append(
          Body(
            name: mention.name, org: mention.org, place: mention.place, level: mention.level,
            mentions: [index], causes: []))
      }
      draft.bodies[index].organization = known[key] ?? 0
    }
    // A body that occurs only inside longer names is theirs, not the article's.
    var kept: [Int: Int] = [:]
    var result: [Body] = []
    for (index, body) in bodies.enumerated() {
      guard body.mentions.contains(where: { !draft.bodies[$0].isNested || draft.bodies[$0].isPostBody }) else { continue }
      kept[index] = result.count
      result.append(body)
    }
    for index in draft.bodies.indices where draft.bodies[index].organization >= 0 {
      draft.bodies[index].organization = kept[draft.bodies[index].organization] ?? -1
    }
    bodies = result
    for index in bodies.indices {
      bodies[index].name = canonical(draft, bodies[index].mentions)
      for mention in bodies[index].mentions { bodies[index].causes.formUnion(causes[mention] ?? []) }
      // What every mention was lacking was inferred; what one of them says is stated.
      if bodies[index].mentions.contains(where: { causes[$0] == nil }) { bodies[index].causes = [] }
    }
    return bodies
  }

  /// A generic word without a canonical body, a place or a capital names nothing.
  private func isUnknown(_ mention: BodyMention) -> Bool { mention.name.isEmpty }

  private func key(_ mention: BodyMention) -> String {
    if let org = mention.org, lexicons.directory.organization(id: org)?.isOneOfAKind ?? false {
      let kind = mention.concepts.bits & partyOrganisation.bits != 0 ? "organisation" : ""
      return "\(org)\u{1F}\(mention.place ?? "")\u{1F}\(kind)"
    }
    return PlainSpelling.fold(mention.name) + "\u{1F}" + (mention.place ?? "")
  }

  /// Marks bodies that stand inside longer ones.
  private func nest(_ draft: inout Draft) {
    for inner in draft.bodies.indices {
      for outer in draft.bodies.indices where outer != inner {
        let (a, b) = (draft.bodies[inner].tokens, draft.bodies[outer].tokens)
        guard b.lowerBound <= a.lowerBound, a.upperBound <= b.upperBound, a.count < b.count else { continue }
        draft.bodies[inner].isNested = true
        let current = draft.bodies[outer].owner
        if current == nil || draft.bodies[current ?? 0].tokens.count < a.count { draft.bodies[outer].owner = inner }
      }
    }
  }

  /// A body without a level is the nearest one of its kind that has one, those before it first.
  private func levels(_ draft: inout Draft) {
    for index in draft.bodies.indices where draft.bodies[index].level == nil && draft.bodies[index].org == nil {
      let concepts = draft.bodies[index].concepts
      let possible = Level.allCases.filter { lexicons.directory.hasOrganization(concepts, level: $0) }
      guard !possible.isEmpty else { continue }
      // The nearest body with the same tags, else the nearest one at all.
      var same: Nearest?
      var any: Nearest?
      for other in draft.bodies.indices where other != index {
        guard let level = draft.bodies[other].level, draft.bodies[other].org != nil, possible.contains(level)
        else { continue }
        let found = Nearest(index: other, distance: distance(draft, other, index))
        if found.distance < any?.distance ?? Int.max { any = found }
        if draft.bodies[other].concepts == concepts, found.distance < same?.distance ?? Int.max { same = found }
      }
      guard let nearest = (same ?? any)?.index, let level = draft.bodies[nearest].level else { continue }
      draft.bodies[index].level = level
      draft.bodies[index].org = lexicons.directory.organization(concepts, level: level)?.id
      if draft.bodies[index].place == nil { draft.bodies[index].place = draft.bodies[nearest].place }
    }
  }

  private struct Nearest {
    var index: Int
    var distance: Int
  }

  private func distance(_ draft: Draft, _ a: Int, _ b: Int) -> Int {
    let (x, y) = (draft.bodies[a].tokens.lowerBound, draft.bodies[b].tokens.lowerBound)
    return x <= y ? (y - x) * 2 : (x - y) * 3 + 1
  }

  /// A body without a place has that of its own kind elsewhere, else the one the article is about.
  private func places(_ draft: inout Draft, _ causes: inout [Int: Set<Cause>]) {
    for index in draft.bodies.indices where draft.bodies[index].place == nil {
      let mention = draft.bodies[index]
      guard let level = mention.level, level != .central else { continue }
      let peers = draft.bodies.indices.filter {
        draft.bodies[$0].place != nil && draft.bodies[$0].level == level && causes[$0] == nil
      }
      let same = peers.filter { draft.bodies[$0].org == mention.org }
      let pool = same.isEmpty ? peers : same
      if let nearest = pool.min(by: { distance(draft, $0, index) < distance(draft, $1, index) }) {
        draft.bodies[index].place = draft.bodies[nearest].place
        causes[index] = [.placeFromContext]
      } else if level == .province, let place = draft.sourcePlace {
        draft.bodies[index].place = place
        causes[index] = [.placeFromSource]
      } else if let place = placeInText(draft, level, before: mention.tokens.lowerBound) {
        draft.bodies[index].place = place
        causes[index] = [.placeFromContext]
      }
    }
  }

  /// The last place of a level that the text names before a token, or the first one after it.
  private func placeInText(_ draft: Draft, _ level: Level, before token: Int) -> String? {
    var after: String?
    var found: String?
    for (index, mask) in draft.chart.masks.enumerated() where mask & (1 << UInt128(draft.placeType)) != 0 {
      guard draft.chart.tokens[index].isCapitalized,
        let (_, hit) = draft.chart.first(at: index, type: draft.placeType), !isName(draft, index)
      else { continue }
      let place = lexicons.places[lexicons.entries[Int(hit.value)].index]
      guard place.level == level.rawValue else { continue }
      if index < token { found = place.vi } else if after == nil { after = place.vi }
    }
    return found ?? after
  }

  private func isName(_ draft: Draft, _ token: Int) -> Bool {
    draft.people.contains { $0.tokens.contains(token) && (!$0.isWeak || $0.isSupported) }
  }

  /// The spelling that most mentions have, then the longest, then the first.
  private func canonical(_ draft: Draft, _ mentions: [Int]) -> String {
    var counts: [String: (count: Int, first: Int)] = [:]
    for (order, index) in mentions.enumerated() {
      let name = draft.bodies[index].name
      counts[name] = ((counts[name]?.count ?? 0) + 1, counts[name]?.first ?? order)
    }
    return counts.max { a, b in
      (a.value.count, a.key.count, -a.value.first) < (b.value.count, b.key.count, -b.value.first)
    }?.key ?? ""
  }
}

extension Organization {
  /// Whether one place has one such body, so that id and place identify it.
  var isOneOfAKind: Bool { isSingleInUnit }
}
