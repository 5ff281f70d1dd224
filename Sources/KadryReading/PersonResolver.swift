import KadryLexicon
import KadryText

/// Joins the names of one article to persons.
struct PersonResolver {
  /// A person of the article.
  struct Person {
    var name: String
    var parts: [NamePart]
    var mentions: [Int]
    var role: PersonRole
    /// Other spellings of the full name.
    var spellings: [String] = []
    var causes: CauseSet
    /// Whether no part of the name can be Vietnamese.
    var isForeign: Bool { parts.allSatisfy { $0.syllables.isEmpty } }
  }

  /// Groups mentions; those that are no persons after all are left out.
  func resolve(_ draft: inout Draft) -> [Person] {
    var people: [Person] = []
    let order = draft.people.indices.sorted {
      draft.people[$0].tokens.lowerBound < draft.people[$1].tokens.lowerBound
    }
    let aliases = aliases(draft, order)
    var strongKeys: Set<UInt64> = []
    for index in order where !draft.people[index].isWeak || draft.people[index].isSupported {
      strongKeys.insert(draft.people[index].key)
    }
    for index in order {
      guard !draft.people[index].isShort, aliases[index] == nil,
        isAccepted(draft, draft.people[index], strongKeys)
      else { continue }
      let role = role(draft, draft.people[index])
      let parts = draft.people[index].parts
      if let known = people.indices.first(where: {
        people[$0].role == role && isSame(people[$0].parts, parts)
      }) {
        people[known].mentions.append(index)
        if people[known].parts.count < parts.count { people[known].parts = parts }
        if people[known].parts.key != parts.key { people[known].causes.insert(.spellingJoined) }
      } else {
        people.append(
          Person(name: draft.people[index].name, parts: parts, mentions: [index], role: role, causes: []))
      }
    }
    for index in order {
      guard let full = aliases[index], let known = people.firstIndex(where: { $0.mentions.contains(full) })
      else { continue }
      people[known].mentions.append(index)
    }
    for index in order where draft.people[index].isShort && aliases[index] == nil {
      let mention = draft.people[index]
      guard mention.isSupported, draft.zones[mention.tokens.lowerBound] != .related else { continue }
      if let (known, isOnly) = antecedent(draft, mention, people) {
        people[known].mentions.append(index)
        people[known].causes.insert(.shortName)
        if !isOnly {
          people[known].causes.insert(.ambiguousName)
          draft.people[index].isAmbiguous = true
        }
      } else if mention.rule != "person.short" {
        people.append(
          Person(name: mention.name, parts: mention.parts, mentions: [index], role: .official, causes: []))
      }
    }
    for index in people.indices {
      people[index].mentions.sort()
      let full = people[index].mentions.filter { !draft.people[$0].isShort && aliases[$0] == nil }
      people[index].name = canonical(draft, full.isEmpty ? people[index].mentions : full)
      people[index].spellings = spellings(draft, people[index], full)
      for mention in people[index].mentions { draft.people[mention].person = index }
    }
    return people
  }

  /// The mentions that give another name of the person named before them, with the mention of that person.
  private func aliases(_ draft: borrowing Draft, _ order: [Int]) -> [Int: Int] {
    var found: [Int: Int] = [:]
    guard draft.aliasType >= 0 else { return found }
    var before: Int?
    for index in order {
      let start = draft.people[index].tokens.lowerBound
      if let before, start - draft.people[before].tokens.upperBound <= 5,
        draft.annotation(draft.aliasType, endingAt: start, reach: 4) != nil
      {
        found[index] = before
        continue
      }
      before = index
    }
    return found
  }

  /// The other spellings of a person's full name.
  private func spellings(_ draft: borrowing Draft, _ person: Person, _ full: [Int]) -> [String] {
    var others: [String] = []
    for mention in full where draft.people[mention].parts.count == person.parts.count {
      let name = draft.people[mention].name
      if !name.isSpelled(like: person.name), !others.contains(where: { $0.isSpelled(like: name) }) {
        others.append(name)
      }
    }
    return others.count > 1 ? others.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } : others
  }

  private func isAccepted(_ draft: borrowing Draft, _ mention: PersonMention, _ strong: Set<UInt64>) -> Bool {
    switch draft.zones[mention.tokens.lowerBound] {
    case .related, .furniture: return false
    case .credit, .byline: return mention.parts.count >= 2
    default: return !mention.isWeak || mention.isSupported || strong.contains(mention.key)
    }
  }

  private func role(_ draft: borrowing Draft, _ mention: PersonMention) -> PersonRole {
    switch draft.zones[mention.tokens.lowerBound] {
    case .credit: .credit
    case .byline: .byline
    default: .official
    }
  }

  /// Whether two full names of one article are one person's: the same parts, of which one may be spelled
  /// in another way that the lattice allows.
  func isSame(_ a: [NamePart], _ b: [NamePart]) -> Bool {
    guard a.count == b.count else {
      // A name without its surname is the end of the full one.
      let (long, short) = a.count > b.count ? (a, b) : (b, a)
      return short.count >= 2 && long.count - short.count == 1 && long.count >= 3
        && zip(long.suffix(short.count), short).allSatisfy { $0.key == $1.key }
    }
    var differences = 0
    for (x, y) in zip(a, b) where x.key != y.key {
      guard x.sharesSyllable(with: y) else { return false }
      differences += 1
    }
    return differences <= (a.count > 2 ? 2 : 1)
  }

  /// The last person before a part of a name whose given name it is, and whether no other one has it too.
  private func antecedent(_ draft: borrowing Draft, _ mention: PersonMention, _ people: [Person]) -> (
    person: Int, isOnly: Bool
  )? {
    var best: (at: Int, person: Int)?
    var same = 0
    for (index, person) in people.enumerated() where person.role == .official {
      guard let last = person.parts.last, let first = person.parts.first else { continue }
      let part = mention.parts[0]
      let isGiven = last.key == part.key || last.sharesSyllable(with: part)
      guard isGiven || (first.key == part.key && first.syllables.isEmpty) else { continue }
      var isBefore = false
      for number in person.mentions {
        let position = draft.people[number].tokens.lowerBound
        guard position < mention.tokens.lowerBound else { continue }
        isBefore = true
        if position > (best?.at ?? -1) { best = (position, index) }
      }
      if isBefore, last.key == part.key, person.parts.count > 1 { same += 1 }
    }
    return best.map { ($0.person, same < 2) }
  }

  /// The spelling that most mentions have; of equally frequent ones the uninflected, then the first.
  private func canonical(_ draft: borrowing Draft, _ mentions: [Int]) -> String {
    guard mentions.count > 1 else { return draft.people[mentions[0]].name }
    var count = SpellingCount()
    for index in mentions {
      count.add(draft.people[index].name, isPlain: !draft.people[index].parts.contains { $0.isInflected })
    }
    guard var best = count.spellings.first else { return "" }
    for other in count.spellings.dropFirst() where (other.count, other.plain) > (best.count, best.plain) {
      best = other
    }
    return best.text
  }
}

extension [NamePart] {
  /// One number for the spelling of all parts.
  var key: UInt64 { reduce(1) { ($0 &* 31) ^ $1.key } }
}

extension NamePart {
  /// Whether some syllable may be what both spellings stand for.
  func sharesSyllable(with other: NamePart) -> Bool {
    syllables.contains { other.syllables.contains($0) }
  }
}
