/// Finds canonical bodies by the tags of a phrase: every row of `organizations.tsv` is listed under one tag.
struct OrganizationIndex: Sendable {
  /// One set of tags that identifies a row.
  private struct Alternative {
    var wanted: ConceptSet
    var count: Int
    var row: Int
    var level: Level?
  }

  /// The alternatives by that of their tags that the fewest alternatives have, tag after tag.
  private var alternatives: [Alternative] = []
  /// Where the alternatives of each tag begin, and where the last ones end.
  private var starts: [Int] = [0]
  /// Tags that a phrase may have beside those of the body that it names.
  private let ignorable: ConceptSet

  init(_ organizations: [Organization], ignorable: ConceptSet) {
    self.ignorable = ignorable
    var byTag = [[Alternative]](repeating: [], count: Concepts.limit)
    var frequency = [Int](repeating: 0, count: Concepts.limit)
    for row in organizations {
      for wanted in row.concepts { for tag in wanted.tags { frequency[tag] += 1 } }
    }
    for (number, row) in organizations.enumerated() {
      for wanted in row.concepts {
        guard let rarest = wanted.tags.min(by: { frequency[$0] < frequency[$1] }) else { continue }
        byTag[rarest].append(Alternative(wanted: wanted, count: wanted.count, row: number, level: row.level))
      }
    }
    for some in byTag {
      alternatives.append(contentsOf: some)
      starts.append(alternatives.count)
    }
  }

  /// The number of the row whose largest set of tags is contained in the phrase's.
  ///
  /// Left-over tags must be ignorable ones; then the level decides, then the order of rows. Without a level,
  /// a kind of body that exists on several levels stays open: `nil`.
  func row(_ concepts: ConceptSet, level: Level?) -> Int? {
    var best: Alternative?
    var bestScore = Int.min
    var isAmbiguous = false
    for tag in concepts.tags {
      for index in starts[tag]..<starts[tag + 1] where concepts.contains(alternatives[index].wanted) {
        let alternative = alternatives[index]
        let isSameLevel = alternative.level == level
        guard isSameLevel || alternative.level == nil || level == nil else { continue }
        let rest = concepts.subtracting(alternative.wanted)
        guard rest.subtracting(ignorable).isEmpty else { continue }
        let score = alternative.count * 100 + (isSameLevel ? 20 : 10) - rest.count
        if score > bestScore {
          bestScore = score
          best = alternative
          isAmbiguous = false
        } else if score == bestScore, let other = best {
          if level == nil, alternative.level != other.level { isAmbiguous = true }
          if alternative.row < other.row { best = alternative }
        }
      }
    }
    return isAmbiguous ? nil : best?.row
  }
}

extension OrganizationIndex {
  /// The levels on which a phrase with these tags names a canonical body, as bits by their order.
  func levels(_ concepts: ConceptSet) -> UInt8 {
    var levels: UInt8 = 0
    for tag in concepts.tags {
      for index in starts[tag]..<starts[tag + 1] where concepts.contains(alternatives[index].wanted) {
        guard concepts.subtracting(alternatives[index].wanted).subtracting(ignorable).isEmpty else {
          continue
        }
        guard let level = alternatives[index].level else { return OrganizationIndex.allLevels }
        levels |= 1 << UInt8(level.order)
      }
    }
    return levels
  }

  private static let allLevels: UInt8 = Level.allCases.reduce(0) { $0 | 1 << UInt8($1.order) }
}

extension ConceptSet {
  /// The numbers of the tags, ascending.
  var tags: Tags { Tags(rest: bits) }

  struct Tags: Sequence, IteratorProtocol {
    var rest: UInt128

    mutating func next() -> Int? {
      guard rest != 0 else { return nil }
      let tag = rest.trailingZeroBitCount
      rest &= rest &- 1
      return tag
    }
  }
}
