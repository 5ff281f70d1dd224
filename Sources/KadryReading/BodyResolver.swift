import KadryLexicon
import KadryPatterns
import KadryText

/// Joins the names of bodies of one article, and finds the owner and place of those that name none.
struct BodyResolver {
  let lexicons: Lexicons

  /// A body of the article.
  struct Body {
    var name: String
    /// The canonical organization, by its number in the lexicons.
    var org: Int?
    var place: String?
    var level: Level?
    var mentions: [Int]
    var causes: CauseSet
  }

  /// A committee named after the organisation it leads is listed apart from the committee itself.
  private let partyOrganisation: ConceptSet
  private let places: BodyPlaces

  init(lexicons: Lexicons) {
    self.lexicons = lexicons
    places = BodyPlaces(lexicons: lexicons)
    partyOrganisation = lexicons.concepts.set(["party-org"])
  }

  func resolve(_ draft: inout Draft) -> [Body] {
    for post in draft.posts where post.isTaken {
      if let body = post.body { draft.bodies[body].isPostBody = true }
    }
    nest(&draft)
    levels(&draft)
    // What was inferred of each mention; nothing of most.
    var causes = [CauseSet](repeating: [], count: draft.bodies.count)
    places.find(&draft, &causes)
    var bodies: [Body] = []
    var keys = SpellingKeys()
    let order = draft.bodies.indices.sorted {
      (draft.bodies[$0].tokens.lowerBound, -draft.bodies[$0].tokens.upperBound)
        < (draft.bodies[$1].tokens.lowerBound, -draft.bodies[$1].tokens.upperBound)
    }
    for index in order {
      switch draft.zones[draft.bodies[index].tokens.lowerBound] {
      case .related, .furniture, .credit: continue
      default: break
      }
      guard !draft.bodies[index].name.isEmpty else { continue }
      let (number, isNew) = key(draft, index, &keys)
      if isNew {
        bodies.append(
          Body(
            name: draft.bodies[index].name, org: draft.bodies[index].org, place: draft.bodies[index].place,
            level: draft.bodies[index].level, mentions: [index], causes: []))
      } else {
        bodies[number].mentions.append(index)
      }
      draft.bodies[index].organization = number
    }
    // A body that occurs only inside longer names is theirs, not the article's.
    var kept = [Int](repeating: -1, count: bodies.count)
    var result: [Body] = []
    for (index, body) in bodies.enumerated() {
      guard body.mentions.contains(where: { !draft.bodies[$0].isNested || draft.bodies[$0].isPostBody })
      else { continue }
      kept[index] = result.count
      result.append(body)
    }
    for index in draft.bodies.indices where draft.bodies[index].organization >= 0 {
      draft.bodies[index].organization = kept[draft.bodies[index].organization]
    }
    bodies = result
    for index in bodies.indices {
      bodies[index].name = canonical(draft, bodies[index].mentions)
      // What every mention was lacking was inferred; what one of them says is stated.
      if bodies[index].mentions.allSatisfy({ !causes[$0].isEmpty }) {
        for mention in bodies[index].mentions { bodies[index].causes.formUnion(causes[mention]) }
      }
    }
    return bodies
  }

  /// The number of the body that a mention means: its canonical id and place, else its name and place.
  private func key(_ draft: borrowing Draft, _ index: Int, _ keys: inout SpellingKeys) -> (
    number: Int, isNew: Bool
  ) {
    let place = draft.bodies[index].place
    if let org = draft.bodies[index].org, lexicons.organizations[org].isSingleInUnit {
      let isOrganisation = draft.bodies[index].concepts.bits & partyOrganisation.bits != 0
      return keys.number(of: place, org: isOrganisation ? org : org + lexicons.organizations.count)
    }
    return keys.number(of: place, PlainSpelling.fold(draft.bodies[index].name))
  }

  /// Marks bodies that stand inside longer ones.
  private func nest(_ draft: inout Draft) {
    let order = draft.bodies.indices.sorted {
      draft.bodies[$0].tokens.lowerBound < draft.bodies[$1].tokens.lowerBound
    }
    let longest = draft.bodies.reduce(0) { max($0, $1.tokens.count) }
    var first = 0
    for (position, inner) in order.enumerated() {
      let a = draft.bodies[inner].tokens
      while draft.bodies[order[first]].tokens.lowerBound + longest < a.lowerBound { first += 1 }
      var other = first
      while other < order.count, draft.bodies[order[other]].tokens.lowerBound <= a.lowerBound {
        if other != position { nest(&draft, inner, a, in: order[other]) }
        other += 1
      }
    }
  }

  /// Of the bodies inside another one the longest, then the first, is its owner.
  private func nest(_ draft: inout Draft, _ inner: Int, _ a: Range<Int>, in outer: Int) {
    let b = draft.bodies[outer].tokens
    guard a.upperBound <= b.upperBound, a.count < b.count else { return }
    draft.bodies[inner].isNested = true
    if let current = draft.bodies[outer].owner {
      let length = draft.bodies[current].tokens.count
      guard length < a.count || length == a.count && inner < current else { return }
    }
    draft.bodies[outer].owner = inner
  }

  /// A body without a level is the nearest one of its kind that has one, those before it first.
  private func levels(_ draft: inout Draft) {
    for index in draft.bodies.indices where draft.bodies[index].level == nil && draft.bodies[index].org == nil
    {
      let concepts = draft.bodies[index].concepts
      let possible = levels(of: concepts, named: draft.bodies[index].name)
      guard !possible.isEmpty else { continue }
      // The nearest body with the same tags, else the nearest one at all.
      var same: BodyPlaces.Nearest?
      var any: BodyPlaces.Nearest?
      for other in draft.bodies.indices where other != index {
        guard let level = draft.bodies[other].level, draft.bodies[other].org != nil, possible.contains(level)
        else { continue }
        let found = BodyPlaces.Nearest(draft, other, to: index)
        if found.distance < any?.distance ?? Int.max { any = found }
        if draft.bodies[other].concepts == concepts, found.distance < same?.distance ?? Int.max {
          same = found
        }
      }
      guard let nearest = (same ?? any)?.index, let level = draft.bodies[nearest].level else { continue }
      draft.bodies[index].level = level
      draft.bodies[index].org = lexicons.directory.organizationNumber(concepts, level: level)
      if draft.bodies[index].place == nil, places.lends(draft.bodies[nearest].place, draft) {
        draft.bodies[index].place = draft.bodies[nearest].place
      }
    }
  }

  /// The levels that have such a body; where the Vietnamese names of some begin with the words of the mention
  /// and those of others do not, only the former, as communes and districts call their committees by other words.
  private func levels(of concepts: ConceptSet, named name: String) -> [Level] {
    let possible = lexicons.directory.levels(concepts)
    guard possible.count > 1 else { return possible }
    let words = PlainSpelling.fold(name)
    let named = possible.filter {
      lexicons.directory.hasOrganization(concepts, level: $0, beginningWith: words)
    }
    return named.isEmpty ? possible : named
  }

  /// The spelling that most mentions have, then the longest, then the first.
  private func canonical(_ draft: borrowing Draft, _ mentions: [Int]) -> String {
    guard mentions.count > 1 else { return draft.bodies[mentions[0]].name }
    var count = SpellingCount()
    for index in mentions { count.add(draft.bodies[index].name) }
    guard var best = count.spellings.first else { return "" }
    for other in count.spellings.dropFirst() {
      if other.count > best.count
        || other.count == best.count && other.text.letterCount > best.text.letterCount
      {
        best = other
      }
    }
    return best.text
  }
}
