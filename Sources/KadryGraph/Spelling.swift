/// What a person is known by in a document.
struct Spelling: Hashable {
  var name: String
  var vi: String?

  /// Groups positions whose spellings fit, directly or through others; spellings are compared once each.
  ///
  /// A group in which two spellings are certainly different falls apart: those whose Vietnamese spelling is
  /// certain go with their like, the others, which fit both, with nothing but themselves.
  static func alike(
    _ spellings: [Spelling], _ likeness: (Spelling, Spelling) -> NameVerdict.Likeness,
    allowing weakest: NameVerdict.Likeness
  ) -> [[Int]] {
    var positions: [Spelling: [Int]] = [:]
    var distinct: [Spelling] = []
    for (position, spelling) in spellings.enumerated() {
      if positions[spelling] == nil { distinct.append(spelling) }
      positions[spelling, default: []].append(position)
    }
    func joined(_ members: [Int], where fits: (Int, Int) -> Bool) -> [[Int]] {
      var sets = UnionFind(count: members.count)
      for later in members.indices {
        for earlier in 0..<later where fits(members[earlier], members[later]) { sets.join(earlier, later) }
      }
      return sets.groups().map { $0.map { members[$0] } }
    }
    func fits(_ a: Int, _ b: Int) -> Bool {
      let found = likeness(distinct[a], distinct[b])
      return found == .same || found == weakest
    }
    let groups = joined(Array(distinct.indices), where: fits).flatMap { group in
      let isTorn = group.contains { a in group.contains { likeness(distinct[a], distinct[$0]) == .different }
      }
      return isTorn
        ? joined(group) { distinct[$0].vi != nil && distinct[$1].vi != nil && fits($0, $1) } : [group]
    }
    return groups.map { $0.flatMap { positions[distinct[$0]] ?? [] }.sorted() }.filter { $0.count > 1 }
  }
}

/// Compares spellings, each pair once.
struct LikenessTable {
  private let names: (String, String) -> NameVerdict
  private var numbers: [Spelling: UInt64] = [:]
  /// By the numbers of a pair, the lower one first.
  private var known: [UInt64: NameVerdict.Likeness] = [:]

  init(names: any NameComparison) { self.names = names.comparison() }

  mutating func callAsFunction(_ a: Spelling, _ b: Spelling) -> NameVerdict.Likeness {
    let (x, y) = (number(a), number(b))
    if x == y { return .same }
    let pair = min(x, y) << 32 | max(x, y)
    if let likeness = known[pair] { return likeness }
    let likeness = compare(a, b)
    known[pair] = likeness
    return likeness
  }

  private mutating func number(_ spelling: Spelling) -> UInt64 {
    if let number = numbers[spelling] { return number }
    let number = UInt64(numbers.count)
    numbers[spelling] = number
    return number
  }

  private func compare(_ a: Spelling, _ b: Spelling) -> NameVerdict.Likeness {
    if let a = a.vi, let b = b.vi { return names(a, b).likeness }
    let spelled = names(a.name, b.name).likeness
    if spelled == .same || a.vi == nil && b.vi == nil { return spelled }
    let certain = names(a.vi ?? a.name, b.vi ?? b.name).likeness
    return certain == .same || spelled == .different ? certain : spelled
  }
}
