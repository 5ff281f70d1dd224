import KadryText

/// Reads a timestamp of a page's metadata as a day at +07:00.
enum PageDate {
  /// ISO 8601, `20161110`, and day before month as Vietnam writes; before AM or PM the month comes first.
  static func day(_ text: String) -> String? {
    if let date = normalizedDate(text) { return isPlausible(date) ? date : nil }
    let fields = text.split { !$0.isASCII || !($0.isNumber || $0.isLetter) }
    // A date of digits alone, or with dots and slashes.
    if let first = fields.first, first.count == 8, first.allSatisfy(\.isNumber) {
      return whole(first.prefix(4), first.dropFirst(4).prefix(2), first.dropFirst(6))
    }
    let numbers = fields.filter { $0.allSatisfy(\.isNumber) }
    for i in numbers.indices where i + 2 < numbers.count {
      let (a, b, c) = (numbers[i], numbers[i + 1], numbers[i + 2])
      if a.count == 4 { return whole(a, b, c) }
      guard c.count == 4, a.count <= 2, b.count <= 2 else { continue }
      let isAmerican = fields.contains { $0.uppercased() == "AM" || $0.uppercased() == "PM" }
      return isAmerican ? whole(c, a, b) ?? whole(c, b, a) : whole(c, b, a)
    }
    return nil
  }

  private static func whole(_ year: Substring, _ month: Substring, _ day: Substring) -> String? {
    guard let y = Int(year), let m = Int(month), let d = Int(day), month.count <= 2, day.count <= 2,
      DateMaker.isDay(y, m, d)
    else { return nil }
    let date = "\(y)-\(DateMaker.two(m))-\(DateMaker.two(d))"
    return isPlausible(date) ? date : nil
  }

  /// A full day of the years in which pages were made.
  private static func isPlausible(_ date: String) -> Bool {
    date.count == 10 && date >= "1995" && date < "2100"
  }
}
