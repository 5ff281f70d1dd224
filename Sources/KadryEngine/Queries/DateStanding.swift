import KadryGraph

/// How a holding stands to a day that is asked for.
public enum DateStanding: Sendable, Equatable {
  /// A document says it of that very day, or a statement spans it.
  case proven
  /// The day lies between two dates on which it is known.
  case withinBounds
  /// The day lies within a stated term of office, and no document says it nearer to that day.
  case withinTerm
  /// Known on another day only, with the distance in days: negative before the day asked for.
  case nearest(days: Int, Evidence)
  /// No date is known.
  case undated
  /// It had ended before that day.
  case ended
  /// It began after that day.
  case later

  /// What is known on the nearest day.
  public enum Evidence: Sendable, Equatable {
    /// A document shows the person in the post.
    case sighting
    /// A statement says that the holding began, or ended, then.
    case start, end
  }

  /// The standing of a holding; `nil` asks for no day and makes dated holdings proven.
  public init(_ occupancy: Occupancy, on day: PartialDate?) {
    let known = KnownDay.all(of: occupancy)
    guard let day, let asked = day.days else {
      self = known.isEmpty ? .undated : .proven
      return
    }
    let sightings = known.filter { $0.evidence == .sighting }
    if sightings.contains(where: { $0.days.overlaps(asked) }) {
      self = .proven
    } else if Self.isOver(occupancy, before: asked, sightings: sightings) {
      self = .ended
    } else if let first = occupancy.earliest?.days?.lowerBound, asked.upperBound < first {
      self = .later
    } else if Self.isSpanned(occupancy, asked) {
      self = .proven
    } else if let first = known.map(\.days.lowerBound).min(), let last = known.map(\.days.upperBound).max(),
      first <= asked.upperBound, asked.lowerBound <= last
    {
      self = .withinBounds
    } else if Self.isInTerm(occupancy, asked) {
      self = .withinTerm
    } else {
      self = Self.nearest(of: known, to: asked)
    }
  }

  private static func isOver(_ occupancy: Occupancy, before asked: ClosedRange<Day>, sightings: [KnownDay])
    -> Bool
  {
    let isSeenLater = sightings.contains { asked.upperBound < $0.days.lowerBound }
    if let end = occupancy.end, end.basis != .term {
      guard let days = end.days else { return !isSeenLater }
      if days.upperBound < asked.lowerBound { return !isSeenLater }
    }
    guard let last = occupancy.latest?.days?.upperBound else { return false }
    return last < asked.lowerBound && !isSeenLater
  }

  /// Whether a stated start and a stated end span the day.
  private static func isSpanned(_ occupancy: Occupancy, _ asked: ClosedRange<Day>) -> Bool {
    guard let start = occupancy.start, let end = occupancy.end, start.basis != .term, end.basis != .term,
      !end.atLatest, let from = start.days, let to = end.days
    else { return false }
    return from.lowerBound <= asked.upperBound && asked.lowerBound <= to.upperBound
  }

  private static func isInTerm(_ occupancy: Occupancy, _ asked: ClosedRange<Day>) -> Bool {
    occupancy.terms.compactMap { PartialDate($0)?.days }.contains { $0.overlaps(asked) }
  }

  private static func nearest(of known: [KnownDay], to asked: ClosedRange<Day>) -> DateStanding {
    let distances = known.map { known in
      (
        days: known.days.upperBound < asked.lowerBound
          ? known.days.upperBound.number - asked.lowerBound.number
          : known.days.lowerBound.number - asked.upperBound.number, evidence: known.evidence
      )
    }
    // A sighting says more than a statement of the same distance, and comes first in the list.
    var nearest: (days: Int, evidence: Evidence)?
    for distance in distances where nearest.map({ abs(distance.days) < abs($0.days) }) ?? true {
      nearest = distance
    }
    return nearest.map { .nearest(days: $0.days, $0.evidence) } ?? .undated
  }

  /// The word for it in answers.
  public var word: String {
    switch self {
    case .proven: "proven"
    case .withinBounds: "within bounds"
    case .withinTerm: "within term"
    case .nearest(_, .sighting): "nearest sighting"
    case .nearest(_, .start): "nearest start"
    case .nearest(_, .end): "nearest end"
    case .undated: "undated"
    case .ended: "ended"
    case .later: "later"
    }
  }

  /// Days from the day asked for, where it is not covered.
  public var days: Int? {
    if case .nearest(let days, _) = self { return days }
    return nil
  }

  /// The place in an answer: the surest first, what has no date last.
  var rank: Int {
    switch self {
    case .proven: 0
    case .withinBounds: 1
    case .withinTerm: 2
    case .nearest: 3
    case .undated: 4
    case .later: 5
    case .ended: 6
    }
  }
}

/// A day on which a holding is known, and by what: sightings first.
struct KnownDay {
  var days: ClosedRange<Day>
  var evidence: DateStanding.Evidence

  static func all(of occupancy: Occupancy) -> [KnownDay] {
    var known = [occupancy.firstSeen, occupancy.lastSeen].compactMap {
      $0.flatMap { PartialDate($0)?.days }.map { KnownDay(days: $0, evidence: .sighting) }
    }
    if let start = occupancy.start, let days = start.days {
      known.append(KnownDay(days: days, evidence: .start))
    }
    // Where only the latest possible end is known, the holding may have ended long before it.
    if let end = occupancy.end, !end.atLatest, let days = end.days {
      known.append(KnownDay(days: days, evidence: .end))
    }
    return known
  }
}
