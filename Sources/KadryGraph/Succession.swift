/// What holdings prove about each other.
///
/// Only what is proven bounds others: who is seen in the post after another has followed. Holdings whose proven
/// days overlap leave each other alone.
struct Succession {
  /// Posts, by id, that one person at a time holds.
  let isSingle: (String) -> Bool
  /// What nobody holds beside another post, by the id of the post: posts with equal values exclude each other.
  let exclusion: (String) -> String?

  /// Bounds each holding by those before and after it, and tells how all stand.
  func bounding(_ occupancies: [Occupancy], asOf: PartialDate?) -> [Occupancy] {
    var holders: [String: [Int]] = [:]
    var careers: [Career: [Int]] = [:]
    for (index, occupancy) in occupancies.enumerated() where occupancy.provenDays != nil {
      if isSingle(occupancy.post) { holders[occupancy.post, default: []].append(index) }
      if let group = exclusion(occupancy.post) {
        careers[Career(person: occupancy.person, exclusion: group), default: []].append(index)
      }
    }
    var bounded = occupancies
    // The groups of each kind are disjoint: their order does not matter.
    for line in holders.values where line.count > 1 {
      let others = line.map { occupancies[$0] }
      for index in line {
        bounded[index].bound(.successor, .predecessor, by: others) { other in
          // Acting holders bound nobody, and are followed also by themselves.
          !other.acting && (other.person != occupancies[index].person || occupancies[index].acting)
        }
      }
    }
    for career in careers.values where career.count > 1 {
      let others = career.map { occupancies[$0] }
      for index in career {
        bounded[index].bound(.otherPost, .otherPost, by: others) { other in
          !other.acting && other.post != occupancies[index].post
        }
      }
    }
    for index in bounded.indices where bounded[index].status != .nominated {
      bounded[index].endWithItsPost(asOf: asOf)
      bounded[index].status = bounded[index].status(on: asOf)
    }
    return bounded
  }

  private struct Career: Hashable {
    var person: String
    var exclusion: String
  }
}

extension Occupancy {
  /// Bounds the holding by the nearest of some others that lie wholly before and wholly after it.
  fileprivate mutating func bound(
    _ after: Bound.Basis, _ before: Bound.Basis, by others: [Occupancy], where counts: (Occupancy) -> Bool
  ) {
    guard let own = provenDays else { return }
    var previous: (occupancy: Occupancy, day: Day)?
    var next: (occupancy: Occupancy, day: Day)?
    for other in others where other.id != id && counts(other) {
      guard let proven = other.provenDays else { continue }
      if proven.upperBound < own.lowerBound {
        let day = proven.upperBound
        let isNearer =
          previous.map { $0.day != day ? $0.day < day : byteOrder(other.id, $0.occupancy.id) } ?? true
        if isNearer { previous = (other, day) }
      }
      if own.upperBound < proven.lowerBound {
        // The day of an appointment, else the first proven one.
        let begun = other.start.flatMap { $0.atLatest || $0.basis == .term ? nil : $0.days?.upperBound }
        let day = max(own.upperBound, min(begun ?? proven.lowerBound, proven.lowerBound))
        let isNearer =
          next.map { $0.day != day ? day < $0.day : byteOrder(other.id, $0.occupancy.id) } ?? true
        if isNearer { next = (other, day) }
      }
    }
    if let previous, earliest?.days.map({ $0.lowerBound < previous.day }) ?? true {
      earliest = Bound(
        date: previous.day.description, basis: before, claim: previous.occupancy.members.first ?? "")
    }
    guard let next else { return }
    let bound = Bound(date: next.day.description, basis: after, claim: next.occupancy.members.first ?? "")
    if latest?.days.map({ next.day < $0.upperBound }) ?? true { latest = bound }
    if end == nil || end?.basis == .term
      || end?.days.map({ next.day < $0.upperBound }) ?? false && end?.basis.isDerived == true
    {
      end = bound
      end?.atLatest = true
    }
  }
}

extension Bound.Basis {
  /// Whether other holdings prove it, and no statement.
  public var isDerived: Bool {
    switch self {
    case .successor, .predecessor, .otherPost, .dissolved, .founded: true
    case .stated, .appointed, .elected, .dismissed, .retired, .former, .term: false
    }
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
