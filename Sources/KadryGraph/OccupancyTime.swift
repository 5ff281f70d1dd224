import KadryReading

/// What the statements about one person in one post prove about time.
struct OccupancyTime {
  struct Statement {
    var claim: String
    var body: HoldsClaim
    /// Of the document.
    var published: PartialDate?
  }

  /// A sighting this many days before the newest publication still counts as current.
  static let currentDays = 365

  private(set) var seen = DateBounds()
  private(set) var undated = 0
  private(set) var start: Bound?
  private(set) var end: Bound?
  private(set) var term: String?
  private(set) var status = OccupancyStatus.unknown

  /// - Parameter asOf: the newest publication date of the archive.
  init(_ statements: [Statement], asOf: PartialDate?) {
    var starts: [Bound] = []
    var ends: [Bound] = []
    var terms: [String] = []
    for statement in statements {
      let body = statement.body
      if let since = body.since { starts.append(Bound(date: since, basis: .stated, claim: statement.claim)) }
      if let until = body.until { ends.append(Bound(date: until, basis: .stated, claim: statement.claim)) }
      if let term = body.term { terms.append(term) }
      switch body.status {
      case .holds, .acting: see(statement)
      case .appointed where body.since == nil: starts.append(OccupancyTime.event(statement, .appointed))
      case .elected where body.since == nil: starts.append(OccupancyTime.event(statement, .elected))
      case .dismissed where body.until == nil: ends.append(OccupancyTime.event(statement, .dismissed))
      case .retired where body.until == nil: ends.append(OccupancyTime.event(statement, .retired))
      case .former where body.until == nil:
        // Former on a day: the end lies before it.
        var bound = OccupancyTime.event(statement, .former)
        bound.atLatest = bound.date != nil
        ends.append(bound)
      case .appointed, .elected, .dismissed, .retired, .former, .nominated: break
      }
    }
    term = terms.sortedByBytes().last
    if let term, let claim = statements.first(where: { $0.body.term == term })?.claim {
      let years = term.split(separator: "/").map(String.init)
      if years.count == 2 {
        starts.append(Bound(date: years[0], basis: .term, claim: claim))
        ends.append(Bound(date: years[1], basis: .term, claim: claim))
      }
    }
    start = starts.min { OccupancyTime.isFirmer($0, $1, latest: false) }
    end = ends.min { OccupancyTime.isFirmer($0, $1, latest: true) }
    status =
      statements.allSatisfy { $0.body.status == .nominated } ? .nominated : standing(asOf: asOf)
  }

  /// A sighting: on the day that the text speaks of, else on the day of publication. A day without a year
  /// bounds nothing, even beside a publication date: the reading knew that date and did not give the year.
  private mutating func see(_ statement: Statement) {
    let date = statement.body.observed.map { PartialDate($0) } ?? statement.published
    if let date, date.days != nil { seen.add(date) } else { undated += 1 }
  }

  /// An appointment or a departure: on the day that the text speaks of, else at the latest on that of
  /// publication.
  private static func event(_ statement: Statement, _ basis: Bound.Basis) -> Bound {
    if let observed = statement.body.observed.flatMap(PartialDate.init), observed.days != nil {
      return Bound(date: observed.text, basis: basis, claim: statement.claim)
    }
    let published = statement.published.flatMap { $0.days == nil ? nil : $0.text }
    return Bound(date: published, atLatest: published != nil, basis: basis, claim: statement.claim)
  }

  /// Whether a bound is to be believed before another: by basis, then dated before undated, an exact date
  /// before a latest one; then the earliest start or the latest end, then the claim.
  private static func isFirmer(_ a: Bound, _ b: Bound, latest: Bool) -> Bool {
    let ranks = (rank(a), rank(b))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    if let left = a.date.flatMap(PartialDate.init), let right = b.date.flatMap(PartialDate.init),
      left != right
    {
      return latest ? PartialDate.precedes(right, left) : PartialDate.precedes(left, right)
    }
    return byteOrder(a.claim, b.claim)
  }

  private static func rank(_ bound: Bound) -> Int {
    let kind =
      switch bound.basis {
      case .stated: 0
      case .appointed, .elected, .dismissed, .retired: 1
      case .former: 2
      case .term: 4
      }
    return (bound.date == nil ? 3 : kind) * 2 + (bound.atLatest ? 1 : 0)
  }

  private func standing(asOf: PartialDate?) -> OccupancyStatus {
    let latest = seen.last
    if let end, end.basis != .term {
      let date = end.date.flatMap(PartialDate.init)
      let isLater = asOf.map { day in date.map { day.isCertainlyBefore($0) } ?? false } ?? false
      let isSeenAfter = date.flatMap { date in latest.map { date.isCertainlyBefore($0) } } ?? false
      if !isLater && !isSeenAfter { return date == nil || end.atLatest ? .endedUndated : .ended }
    }
    guard let today = asOf?.first else { return .unknown }
    let begun = start.flatMap { $0.basis == .term ? nil : $0.date }.flatMap(PartialDate.init)
    guard let evidence = [latest?.last, begun?.last].compactMap({ $0 }).max() else { return .unknown }
    return today.number - evidence.number <= OccupancyTime.currentDays ? .current : .unknown
  }
}

extension Occupancy {
  /// The days on which the holding is proven: between sightings, from the day after an appointment, to the
  /// day before a dated end. Assumes that nobody leaves a post and comes back in between.
  ///
  /// `nil` when no day is.
  public var provenDays: ClosedRange<Day>? {
    let first = firstSeen.flatMap(PartialDate.init)
    let last = lastSeen.flatMap(PartialDate.init)
    var starts: [Day] = []
    var ends: [Day] = []
    if let day = first?.last { starts.append(day) }
    if let day = last?.first { ends.append(day) }
    if let start, start.basis != .term, let day = start.date.flatMap(PartialDate.init)?.last {
      starts.append(Day(number: day.number + 1))
      ends.append(Day(number: day.number + 1))
    }
    if let end, end.basis != .term, !end.atLatest, let day = end.date.flatMap(PartialDate.init)?.first,
      !starts.isEmpty
    {
      ends.append(Day(number: day.number - 1))
    }
    guard let from = starts.min(), let to = ends.max(), from <= to else { return nil }
    return from...to
  }
}
