import KadryReading

/// Finds articles of one day in two languages that say the same: translations without a common address.
///
/// What is compared are facts that no translation changes: persons by the key of their names in both scripts, canonical
/// posts with their persons, numbers of documents, canonical bodies with their places. Two articles are linked when each
/// is the other's best match by far enough; of equally good matches none is taken.
struct ParallelFacts {
  private let facts: Facts
  /// The facts of each document, as hashes of their keys, sorted; the odd ones are telling.
  private var keys: [[UInt64]]

  /// At least so many facts in common, and such a share of the smaller set.
  private static let leastCommon = 4
  private static let leastShare = 0.7

  init(_ facts: Facts, context: GraphContext) {
    self.facts = facts
    keys = [[UInt64]](repeating: [], count: facts.documents.count)
    // Only days with documents in two languages matter.
    let days = Self.days(facts)
    let wanted = Set(days.flatMap { $0 })
    guard !wanted.isEmpty else { return }
    var names: [String: String] = [:]
    func key(_ name: String) -> String {
      if let known = names[name] { return known }
      let key = context.names.key(name)
      names[name] = key
      return key
    }
    func add(_ doc: Int, _ text: String, isTelling: Bool = false) {
      let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      keys[doc].append(isTelling ? hash | 1 : hash & ~1)
    }
    for fact in facts.persons where wanted.contains(fact.doc) && fact.body.role == .official {
      add(fact.doc, "p " + key(fact.body.vi ?? fact.body.name))
    }
    for fact in facts.holds where wanted.contains(fact.doc) {
      guard let post = fact.body.post else { continue }
      add(fact.doc, "h \(post) \(fact.body.place ?? "") \(key(fact.body.person))", isTelling: true)
    }
    for fact in facts.directives where wanted.contains(fact.doc) {
      if let number = fact.body.number { add(fact.doc, "d \(number)", isTelling: true) }
    }
    for fact in facts.organizations where wanted.contains(fact.doc) {
      if let body = fact.body.org { add(fact.doc, "o \(body) \(fact.body.place ?? "")") }
    }
    for doc in wanted { keys[doc] = Array(Set(keys[doc])).sorted() }
  }

  /// The pairs that are translations, by document.
  func pairs() -> [(Int, Int)] {
    Self.days(facts).flatMap { day in pairs(of: day) }
  }

  /// The documents of each exact day on which two languages are there, in the order of days.
  private static func days(_ facts: Facts) -> [[Int]] {
    var days: [String: [Int]] = [:]
    for (index, date) in facts.published.enumerated() {
      guard let date, let range = date.days, range.lowerBound == range.upperBound else { continue }
      days[date.text, default: []].append(index)
    }
    return days.keys.sortedByBytes().compactMap { days[$0] }.filter { day in
      Set(day.compactMap { facts.documents[$0].script }).count > 1
    }
  }

  private func pairs(of day: [Int]) -> [(Int, Int)] {
    var withKey: [UInt64: [Int]] = [:]
    for doc in day { for key in keys[doc] { withKey[key, default: []].append(doc) } }
    var common: [Int: [Int: Int]] = [:]
    for docs in withKey.values {
      for a in docs {
        for b in docs where facts.documents[a].script != facts.documents[b].script {
          common[a, default: [:]][b, default: 0] += 1
        }
      }
    }
    return day.compactMap { a in
      guard let b = best(common[a] ?? [:], of: a), a < b, best(common[b] ?? [:], of: b) == a else {
        return nil
      }
      return (a, b)
    }
  }

  /// The only document with the greatest likeness that is great enough.
  private func best(_ common: [Int: Int], of doc: Int) -> Int? {
    let good = common.filter { other, count in
      let smaller = min(keys[doc].count, keys[other].count)
      return count >= Self.leastCommon && Double(count) >= Self.leastShare * Double(smaller)
        && isTelling(Set(keys[doc]).intersection(keys[other]))
    }
    guard let most = good.values.max() else { return nil }
    let best = good.filter { $0.value == most }.map(\.key)
    return best.count == 1 ? best.first : nil
  }

  /// Bodies alone are no telling facts: one person in a post, or one document, must be common.
  private func isTelling(_ keys: Set<UInt64>) -> Bool { keys.contains { $0 & 1 == 1 } }
}
