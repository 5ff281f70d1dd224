import KadryReading

/// What the statements about one person in one post prove about time.
///
/// With more statements that agree, ``proven`` never shrinks, and ``earliest`` and ``latest`` never move apart.
struct OccupancyTime {
  struct Statement {
    var claim: String
    var body: HoldsClaim
    /// Of the document.
    var published: PartialDate?
  }

  private(set) var seen = DateBounds()
  private(set) var undated = 0
  private(set) var start: Bound?
  private(set) var end: Bound?
  private(set) var earliest: Bound?
  private(set) var latest: Bound?
  private(set) var proven: ClosedRange<Day>?
  private(set) var terms: [String] = []
  /// Whether the person is only proposed for the post.
  let isNominated: Bool

  /// - Parameters:
  ///   - founded: the first day on which the post exists.
  ///   - dissolved: the last day on which it exists.
  init(_ statements: [Statement], founded: Day? = nil, dissolved: Day? = nil) {
    isNominated = statements.allSatisfy { $0.body.status == .nominated }
    var starts: [Bound] = []
    var ends: [Bound] = []
    for statement in statements {
      let body = statement.body
      if let since = body.since { starts.append(Bound(date: since, basis: .stated, claim: statement.claim)) }
      if let until = body.until { ends.append(Bound(date: until, basis: .stated, claim: statement.claim)) }
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
    readTerms(statements, &starts, &ends)
    // Who is elected after having been seen in the post is elected again.
    let renewals = starts.filter { isRenewal($0) }
    start = OccupancyTime.chosen(starts.filter { !isRenewal($0) }) { OccupancyTime.isFirmer($0, $1, .start) }
    end = OccupancyTime.chosen(ends) { OccupancyTime.isFirmer($0, $1, .end) }
    proven = provenDays(starts, renewals, ends)
    boundOutside(ends, founded: founded, dissolved: dissolved, claim: statements.first?.claim ?? "")
  }

  // MARK: Statements

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

  /// Terms are the weakest basis: from the start of the first to the end of the last.
  private mutating func readTerms(
    _ statements: [Statement], _ starts: inout [Bound], _ ends: inout [Bound]
  ) {
    var claims: [String: String] = [:]
    for statement in statements {
      guard let term = statement.body.term, term.split(separator: "/").count == 2 else { continue }
      claims[term] = [claims[term], statement.claim].compactMap { $0 }.min(by: byteOrder)
    }
    terms = claims.keys.sortedByBytes()
    for term in terms {
      let years = term.split(separator: "/").map(String.init)
      starts.append(Bound(date: years[0], basis: .term, claim: claims[term] ?? ""))
      ends.append(Bound(date: years[1], basis: .term, claim: claims[term] ?? ""))
    }
  }

  private func isRenewal(_ bound: Bound) -> Bool {
    guard bound.basis == .elected || bound.basis == .appointed, let first = seen.first,
      let date = bound.days
    else { return false }
    return first.last.map { $0 < date.lowerBound } ?? false
  }

  // MARK: Choosing

  private enum Side { case start, end }

  /// The firmest of some bounds; where another says the same more precisely, that one.
  private static func chosen(_ bounds: [Bound], _ isFirmer: (Bound, Bound) -> Bool) -> Bound? {
    guard let firmest = bounds.min(by: isFirmer) else { return nil }
    guard let days = firmest.days, !firmest.atLatest, firmest.basis != .term else { return firmest }
    let within = bounds.filter { other in
      guard !other.atLatest, other.basis != .term, let inner = other.days else { return false }
      return inner != days && days.lowerBound <= inner.lowerBound && inner.upperBound <= days.upperBound
    }
    return within.min { a, b in
      let (x, y) = (a.days?.count ?? 0, b.days?.count ?? 0)
      return x != y ? x < y : isFirmer(a, b)
    } ?? firmest
  }

  /// Whether a bound is to be believed before another: by basis, then dated before undated, an exact date
  /// before a latest one; then the earliest start or the latest end, of which the more precise, then the
  /// claim.
  private static func isFirmer(_ a: Bound, _ b: Bound, _ side: Side) -> Bool {
    let ranks = (rank(a), rank(b))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    if let x = a.days, let y = b.days, x != y {
      // The first report of an end says the most.
      if side == .start || a.atLatest {
        return x.upperBound != y.upperBound ? x.upperBound < y.upperBound : x.lowerBound > y.lowerBound
      }
      return x.lowerBound != y.lowerBound ? x.lowerBound > y.lowerBound : x.upperBound < y.upperBound
    }
    return byteOrder(a.claim, b.claim)
  }

  private static func rank(_ bound: Bound) -> Int {
    let kind =
      switch bound.basis {
      case .stated: 0
      case .appointed, .elected, .dismissed, .retired: 1
      case .former: 2
      case .successor, .predecessor, .otherPost, .dissolved, .founded: 3
      case .term: 5
      }
    return (bound.date == nil ? 4 : kind) * 2 + (bound.atLatest ? 1 : 0)
  }

  // MARK: Bounds

  private func provenDays(_ starts: [Bound], _ renewals: [Bound], _ ends: [Bound]) -> ClosedRange<Day>? {
    var from: [Day] = []
    var to: [Day] = []
    if let day = seen.first?.last { from.append(day) }
    if let day = seen.last?.first { to.append(day) }
    // What contradicts the chosen start proves nothing.
    let agreeing = starts.filter { bound in
      guard bound.basis != .term, let days = bound.days else { return false }
      guard let start, let chosen = start.days, !start.atLatest, !renewals.contains(bound) else {
        return true
      }
      return bound.atLatest ? chosen.lowerBound <= days.upperBound : chosen.overlaps(days)
    }
    for day in agreeing.compactMap({ $0.days?.upperBound }) {
      from.append(Day(number: day.number + 1))
      to.append(Day(number: day.number + 1))
    }
    if let end, end.basis != .term, !end.atLatest, let day = end.days?.lowerBound, !from.isEmpty {
      to.append(Day(number: day.number - 1))
    }
    guard let first = from.min(), let last = to.max(), first <= last else { return nil }
    return first...last
  }

  /// The days outside which the holding cannot lie; what contradicts a proven day bounds nothing.
  private mutating func boundOutside(_ ends: [Bound], founded: Day?, dissolved: Day?, claim: String) {
    if let start, !start.atLatest, start.basis != .term, let days = start.days {
      earliest = Bound(date: days.lowerBound.description, basis: start.basis, claim: start.claim)
    } else if let founded {
      earliest = Bound(date: founded.description, basis: .founded, claim: claim)
    }
    if let bound = earliest, let day = bound.days?.lowerBound, let proven, proven.lowerBound < day {
      earliest = nil
    }
    var latests = ends.filter { $0.atLatest || $0 == end }
    if let dissolved { latests.append(Bound(date: dissolved.description, basis: .dissolved, claim: claim)) }
    let possible = latests.filter { bound in
      guard bound.basis != .term, let day = bound.days?.upperBound else { return false }
      return proven.map { $0.upperBound <= day } ?? true
    }
    latest = possible.min { a, b in
      let (x, y) = (a.days?.upperBound.number ?? 0, b.days?.upperBound.number ?? 0)
      return x != y ? x < y : byteOrder(a.claim, b.claim)
    }.map { Bound(date: $0.days?.upperBound.description, basis: $0.basis, claim: $0.claim) }
  }
}

extension Bound {
  /// The days within which the date lies; `nil` without a year.
  public var days: ClosedRange<Day>? { date.flatMap(PartialDate.init)?.days }
}

extension ClosedRange<Day> {
  /// How many days.
  var count: Int { upperBound.number - lowerBound.number + 1 }
}
