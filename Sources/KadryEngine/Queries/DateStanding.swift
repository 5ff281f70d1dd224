import KadryGraph

/// How a holding stands to a day that is asked for.
public enum DateStanding: Sendable, Equatable {
  /// A document says it of that very day, or a statement spans it.
  case proven
  /// The day lies between two dates on which it is known.
  case withinBounds
  /// Known on another day only, with the distance in days: negative before the day asked for.
  case nearest(days: Int)
  /// No date is known.
  case undated
  /// It had ended before that day.
  case ended
  /// It began after that day.
  case later

  /// The standing of a holding; `nil` asks for no day and makes dated holdings proven.
  public init(_ occupancy: Occupancy, on day: PartialDate?) {
    let seen = [occupancy.firstSeen, occupancy.lastSeen].compactMap { $0.flatMap { PartialDate($0) } }
      .filter { $0.days != nil }
    let start = occupancy.start?.date.flatMap { PartialDate($0) }.flatMap { $0.days == nil ? nil : $0 }
    let end = occupancy.end?.date.flatMap { PartialDate($0) }.flatMap { $0.days == nil ? nil : $0 }
    guard let day, let asked = day.days else {
      self = seen.isEmpty && start == nil && end == nil ? .undated : .proven
      return
    }
    if seen.contains(where: { $0.mayOverlap(day) }) {
      self = .proven
    } else if let end, end.isCertainlyBefore(day) {
      self = .ended
    } else if let start, occupancy.start?.atLatest == false, day.isCertainlyBefore(start) {
      self = .later
    } else if let start, let end, !day.isCertainlyBefore(start), !end.isCertainlyBefore(day) {
      self = .proven
    } else if occupancy.end != nil && end == nil, !seen.contains(where: { day.isCertainlyBefore($0) }) {
      self = .ended
    } else {
      self = Self.distance(to: seen + [start, end].compactMap { $0 }, from: asked)
    }
  }

  private static func distance(to dates: [PartialDate], from asked: ClosedRange<Day>) -> DateStanding {
    let days = dates.compactMap(\.days)
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else {
      return .undated
    }
    if first <= asked.upperBound && asked.lowerBound <= last { return .withinBounds }
    return last < asked.lowerBound
      ? .nearest(days: last.number - asked.lowerBound.number)
      : .nearest(days: first.number - asked.upperBound.number)
  }

  /// The word for it in answers.
  public var word: String {
    switch self {
    case .proven: "proven"
    case .withinBounds: "within bounds"
    case .nearest: "nearest sighting"
    case .undated: "undated"
    case .ended: "ended"
    case .later: "later"
    }
  }

  /// Days from the day asked for, where it is not covered.
  public var days: Int? {
    if case .nearest(let days) = self { return days }
    return nil
  }

  /// The place in an answer: the surest first, what has no date last.
  var rank: Int {
    switch self {
    case .proven: 0
    case .withinBounds: 1
    case .nearest: 2
    case .undated: 3
    case .later: 4
    case .ended: 5
    }
  }
}
