/// A date as precise as a text gives it: an interval of days, not a fake day.
///
/// `2016`, `2016-11`, `2016-11-10`, a range of two of them `2016/2020`, or a day without a year `--11-10`
/// (also `--11`), which bounds nothing until a year is given.
///
/// ```swift
/// PartialDate("2016")?.days           // 2016-01-01 ... 2016-12-31
/// PartialDate("2016-11/2017")?.days   // 2016-11-01 ... 2017-12-31
/// PartialDate("--11-10")?.days        // nil
/// ```
public struct PartialDate: Sendable, Hashable, CustomStringConvertible {
  /// The date as it was given.
  public let text: String
  /// The first and last day that it may mean; `nil` without a year.
  public let days: ClosedRange<Day>?

  /// `nil` when the text is no date, no such day exists, or a range runs backwards.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let start = Point(parts[0]), let end = Point(parts[parts.count - 1])
    else {
      return nil
    }
    switch (start, end) {
    case (.dated(let first), .dated(let last)):
      guard first.upperBound <= last.upperBound else { return nil }
      days = first.lowerBound...last.upperBound
    case (.yearless, .yearless): days = nil
    default: return nil
    }
    self.text = text
  }

  /// A date of one day.
  public init(_ day: Day) {
    text = day.description
    days = day...day
  }

  public var description: String { text }

  /// The first day that it may mean.
  public var first: Day? { days?.lowerBound }
  /// The last day that it may mean.
  public var last: Day? { days?.upperBound }

  /// A year-less date in a given year; a date with a year is returned as it is.
  ///
  /// - Returns: `nil` when the year has no such day.
  public func resolved(in year: Int) -> PartialDate? {
    guard days == nil else { return self }
    let prefix = Day.padded(year, 4)
    let parts = text.split(separator: "/").map { prefix + $0.dropFirst(1) }
    return PartialDate(parts.joined(separator: "/"))
  }

  /// Whether every day in this date lies before every day in `other`.
  ///
  /// `2016` is not before `2016-11`: they overlap, so both directions are `false`. A year-less date is before
  /// and after nothing.
  public func isCertainlyBefore(_ other: PartialDate) -> Bool {
    guard let last, let first = other.first else { return false }
    return last < first
  }

  /// Whether the two may mean the same day. A year-less date may mean any.
  public func mayOverlap(_ other: PartialDate) -> Bool {
    !isCertainlyBefore(other) && !other.isCertainlyBefore(self)
  }

  /// Whether every day of `other` lies in this date.
  public func contains(_ other: PartialDate) -> Bool {
    guard let days, let inner = other.days else { return false }
    return days.lowerBound <= inner.lowerBound && inner.upperBound <= days.upperBound
  }

  /// Whether a sighting on one date is earlier than on another: by its last day, then by its first, then as
  /// text.
  ///
  /// A total order, for choosing the same one whatever the order of arrival; year-less dates come last.
  public static func precedes(_ left: PartialDate, _ right: PartialDate) -> Bool {
    switch (left.days, right.days) {
    case (let a?, let b?):
      if a.upperBound != b.upperBound { return a.upperBound < b.upperBound }
      if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
    case (_?, nil): return true
    case (nil, _?): return false
    case (nil, nil): break
    }
    return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// One end of a range.
  private enum Point {
    case dated(ClosedRange<Day>)
    case yearless

    init?(_ text: Substring) {
      if text.hasPrefix("--") {
        // Checked in a leap year, in which every day exists.
        guard text.utf8.count > 2, case .dated? = Point("2000" + text.dropFirst(1)) else { return nil }
        self = .yearless
        return
      }
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...3).contains(parts.count), let year = Point.number(parts[0], digits: 4) else { return nil }
      let months = parts.count > 1 ? Point.number(parts[1], digits: 2).map { $0...$0 } : 1...12
      guard let months, (1...12).contains(months.lowerBound), (1...12).contains(months.upperBound) else {
        return nil
      }
      let monthDays = 1...Day.days(inMonth: months.upperBound, of: year)
      let days = parts.count > 2 ? Point.number(parts[2], digits: 2).map { $0...$0 } : monthDays
      guard let days, let first = Day(year: year, month: months.lowerBound, day: days.lowerBound),
        let last = Day(year: year, month: months.upperBound, day: days.upperBound)
      else { return nil }
      self = .dated(first...last)
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
      guard text.utf8.count == digits, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      return Int(text)
    }
  }
}
