/// What holders of one post prove about each other.
enum Succession {
  /// Bounds each holding of a post of one holder by those before and after it, and tells how all stand.
  ///
  /// Only what is proven bounds others: who is seen in the post after another has followed. Acting holders
  /// neither bound nor are bounded, and holders whose proven days overlap leave each other alone.
  static func bounding(
    _ occupancies: [Occupancy], asOf: PartialDate?, isSingle: (String) -> Bool
  ) -> [Occupancy] {
    var bounded = occupancies
    var line: [String: [Int]] = [:]
    for (index, occupancy) in occupancies.enumerated()
    where !occupancy.acting && occupancy.provenDays != nil && isSingle(occupancy.post) {
      line[occupancy.post, default: []].append(index)
    }
    for holders in line.values {
      for index in holders {
        bounded[index] = bound(occupancies[index], among: holders.map { occupancies[$0] })
      }
    }
    for index in bounded.indices where bounded[index].status != .nominated {
      bounded[index].endWithItsPost(asOf: asOf)
      bounded[index].status = bounded[index].status(on: asOf)
    }
    return bounded
  }

  private static func bound(_ occupancy: Occupancy, among holders: [Occupancy]) -> Occupancy {
    guard let own = occupancy.provenDays else { return occupancy }
    var bounded = occupancy
    let others = holders.filter { $0.person != occupancy.person }
    let before = others.compactMap { other in
      other.provenDays.flatMap { $0.upperBound < own.lowerBound ? (other, $0.upperBound) : nil }
    }.max { $0.1 != $1.1 ? $0.1 < $1.1 : byteOrder($1.0.id, $0.0.id) }
    let after = others.compactMap { other in
      other.provenDays.flatMap { own.upperBound < $0.lowerBound ? (other, $0.lowerBound) : nil }
    }.min { $0.1 != $1.1 ? $0.1 < $1.1 : byteOrder($0.0.id, $1.0.id) }
    if let (predecessor, day) = before, bounded.earliest?.days.map({ $0.lowerBound < day }) ?? true {
      bounded.earliest = Bound(
        date: day.description, basis: .predecessor, claim: predecessor.members.first ?? "")
    }
    if let (successor, day) = after {
      let bound = Bound(date: day.description, basis: .successor, claim: successor.members.first ?? "")
      if bounded.latest?.days.map({ day < $0.upperBound }) ?? true { bounded.latest = bound }
      if bounded.end == nil || bounded.end?.basis == .term {
        bounded.end = bound
        bounded.end?.atLatest = true
      }
    }
    return bounded
  }
}

extension Occupancy {
  /// A holding of which no end is known ended with its body or place, once that is past.
  fileprivate mutating func endWithItsPost(asOf: PartialDate?) {
    guard end == nil || end?.basis == .term, let last = latest, last.basis == .dissolved,
      let day = last.days?.upperBound, let today = asOf?.first, day < today
    else { return }
    end = last
    end?.atLatest = true
  }

  /// A sighting this many days before a date still counts as current on it.
  static let currentDays = 365

  /// How the holding stands as of a date, by what is known today.
  ///
  /// On a day between two on which it is known it is current. An end after the date has not come.
  public func status(on date: PartialDate?) -> OccupancyStatus {
    if status == .nominated { return .nominated }
    let seen = [firstSeen, lastSeen].compactMap { $0.flatMap(PartialDate.init) }
    if let end, end.basis != .term {
      let ended = end.date.flatMap(PartialDate.init)
      let isToCome = date.map { day in ended.map { day.isCertainlyBefore($0) } ?? false } ?? false
      let isSeenLater = seen.contains { seen in ended?.isCertainlyBefore(seen) ?? false }
      if !isToCome && !isSeenLater { return ended?.days == nil || end.atLatest ? .endedUndated : .ended }
    }
    guard let day = date?.first, let last = date?.last else { return .unknown }
    if let proven = provenDays, proven.lowerBound <= last && day <= proven.upperBound { return .current }
    let begun = start.flatMap { $0.basis == .term ? nil : $0.days }
    let known = (seen.compactMap(\.days) + [begun].compactMap { $0 }).filter { $0.lowerBound <= last }
    guard let evidence = known.map({ min($0.upperBound, last) }).max() else { return .unknown }
    return day.number - evidence.number <= Occupancy.currentDays ? .current : .unknown
  }
}
