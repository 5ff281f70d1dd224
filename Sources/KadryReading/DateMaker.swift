import KadryLexicon
import KadryPatterns
import KadryText

/// Makes dates of matches: ISO values with only as much in them as the text says.
struct DateMaker {
  let tables: ReadingTables
  let types: Types
  private let deadline: Int

  init(_ tables: ReadingTables) {
    self.tables = tables
    types = tables.types
    deadline = tables.registry.bit("deadline") ?? -1
  }

  /// What a date's match captured, by argument name.
  struct Fields {
    var day: Int?
    var month: Int?
    var year: Int?

    var value: String? {
      switch (year, month, day) {
      case (let year?, let month?, let day?):
        return DateMaker.isDay(year, month, day)
          ? "\(year)-\(DateMaker.two(month))-\(DateMaker.two(day))" : nil
      case (let year?, let month?, nil):
        return (1...12).contains(month) ? "\(year)-\(DateMaker.two(month))" : nil
      case (let year?, nil, nil): return "\(year)"
      case (nil, let month?, let day?):
        return DateMaker.isDay(2024, month, day) ? "--\(DateMaker.two(month))-\(DateMaker.two(day))" : nil
      case (nil, let month?, nil): return (1...12).contains(month) ? "--\(DateMaker.two(month))" : nil
      default: return nil
      }
    }
  }

  /// Takes a match; returns whether it is a date after all.
  func make(_ draft: inout Draft, _ match: RuleMatch) -> Bool {
    if match.plan.dateKind == "list" { return list(&draft, match) }
    var from = Fields(
      day: number(draft, match.first(.day)),
      month: month(draft, match.first(.month) ?? match.first(.monthname)),
      year: number(draft, match.first(.year)))
    var to = Fields(
      day: number(draft, match.first(.endday)),
      month: month(draft, match.first(.endmonth) ?? match.first(.endmonthname)),
      year: number(draft, match.first(.endyear)))
    let isShort = match.plan.dateKind == "short"
    if let dotted = match.first(.dotted) {
      guard self.dotted(draft, dotted, isShort, &from) else { return false }
    }
    if let dotted = match.first(.enddotted) {
      guard self.dotted(draft, dotted, isShort, &to) else { return false }
    }
    var value: String?
    if to.day != nil || to.month != nil || to.year != nil {
      // What is said once counts for both ends.
      if to.year == nil { to.year = from.year }
      if from.year == nil, from.month != nil || from.day != nil { from.year = to.year }
      if from.month == nil, from.day != nil { from.month = to.month }
      if to.month == nil, to.day != nil { to.month = from.month }
      guard let low = from.value, let high = to.value, low <= high || low.hasPrefix("--") else {
        return false
      }
      if match.plan.dateKind == "two" {
        add(&draft, match.tokens, low, match.plan.name)
        value = high
      } else {
        value = "\(low)/\(high)"
      }
    } else if let kind = match.plan.dateKind, DateMaker.parts[kind] != nil || DateMaker.counted.contains(kind)
    {
      // A half of a year without the year is the publication's; unknown, it is no date but no figure either.
      if from.year == nil { from.year = DateResolver.year(draft.published) }
      guard let part = part(kind, from) else {
        for token in match.tokens { draft.claimed[token] = true }
        return true
      }
      value = part
    } else {
      value = from.value
    }
    guard let value else { return false }
    add(&draft, match.tokens, value, match.plan.name, isTerm: match.plan.dateKind == "term")
    return true
  }

  private func add(
    _ draft: inout Draft, _ tokens: Range<Int>, _ value: String, _ rule: String, isTerm: Bool = false
  ) {
    var date = DateMention(tokens: tokens, value: value, rule: rule, isTerm: isTerm)
    date.isDeadline =
      deadline >= 0
      && (draft.has(deadline, at: tokens.lowerBound)
        || draft.annotation(deadline, endingAt: tokens.lowerBound, reach: 3) != nil)
    draft.dates.append(date)
    for token in tokens { draft.claimed[token] = true }
    draft.chart.add(
      Annotation(
        start: tokens.lowerBound, end: tokens.upperBound, type: types.date, grammemes: .invariable,
        value: draft.dates.count - 1))
  }

  /// Several days of one month, or several years: a date of each.
  private func list(_ draft: inout Draft, _ match: RuleMatch) -> Bool {
    let month = month(draft, match.first(.month) ?? match.first(.monthname))
    let days = match.all(.day).compactMap { number(draft, $0) }
    let years = match.all(.year).compactMap { number(draft, $0) }
    var values: [String] = []
    if days.isEmpty {
      values = years.map { "\($0)" }
    } else {
      values = days.compactMap { Fields(day: $0, month: month, year: years.first).value }
      guard values.count == days.count else { return false }
    }
    for value in values { add(&draft, match.tokens, value, match.plan.name) }
    return !values.isEmpty
  }

  /// Halves, quarters and first or last months of a year, as intervals of months.
  private func part(_ kind: String, _ fields: Fields) -> String? {
    guard let year = fields.year else { return nil }
    let months: ClosedRange<Int>?
    if let known = DateMaker.parts[kind] {
      months = known
    } else if let count = fields.month {
      switch kind {
      case "firstmonths": months = (1...12).contains(count) ? 1...count : nil
      case "lastmonths": months = (1...12).contains(count) ? 13 - count...12 : nil
      default: months = (1...4).contains(count) ? count * 3 - 2...count * 3 : nil
      }
    } else {
      months = nil
    }
    guard let months else { return nil }
    return "\(year)-\(DateMaker.two(months.lowerBound))/\(year)-\(DateMaker.two(months.upperBound))"
  }

  /// Parts of a year that a rule names, by months.
  private static let parts: [String: ClosedRange<Int>] = [
    "firsthalf": 1...6, "secondhalf": 7...12,
    "quarter1": 1...3, "quarter2": 4...6, "quarter3": 7...9, "quarter4": 10...12,
  ]
  /// Parts of a year whose months the text counts.
  private static let counted: Set<String> = ["firstmonths", "lastmonths", "quarter"]

  private func number(_ draft: borrowing Draft, _ capture: Match.Capture?) -> Int? {
    guard let capture else { return nil }
    let bytes = draft.text[draft.chart.tokens[capture.tokens.lowerBound].range]
    return Numbers.integer(bytes) ?? Numbers.roman(bytes)
  }

  private func month(_ draft: borrowing Draft, _ capture: Match.Capture?) -> Int? {
    guard let capture else { return nil }
    if let (_, hit) = draft.chart.first(at: capture.tokens.lowerBound, type: types.month),
      hit.tokens == capture.tokens
    {
      return tables.lexicons.months[tables.lexicons.entries[Int(hit.value)].index].number
    }
    return number(draft, capture)
  }

  /// `11.11`, `30.6.2021`: day, month and year in one token.
  private func dotted(
    _ draft: borrowing Draft, _ capture: Match.Capture, _ isShort: Bool, _ fields: inout Fields
  )
    -> Bool
  {
    let text = draft.quote(capture.tokens)
    let parts = text.split(separator: ".").compactMap { Int($0) }
    guard !text.contains(","), parts.count == (isShort ? 2 : 3),
      text.split(separator: ".").allSatisfy({ $0.count <= 4 })
    else { return false }
    guard (1...31).contains(parts[0]), (1...12).contains(parts[1]) else { return false }
    fields.day = parts[0]
    fields.month = parts[1]
    if !isShort {
      guard (1900...2099).contains(parts[2]) else { return false }
      fields.year = parts[2]
    }
    return true
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}
