/// Brings predicted intervals and single dates into the form that the gold has them in.
struct DateAlignment {
  let values: ValueMatching
  let gold: [GoldDate]

  /// One item for each value; required when one of the same value is.
  static func merged(_ dates: [GoldDate]) -> [GoldDate] {
    var merged: [GoldDate] = []
    for date in dates {
      if let index = merged.firstIndex(where: { $0.value == date.value }) {
        if !date.isOptional { merged[index].isOptional = false }
      } else {
        merged.append(date)
      }
    }
    return merged
  }

  /// The predictions, with an interval given as its two ends joined, and two dates given as an interval parted.
  func aligned(_ predicted: [String]) -> [String] {
    var dates: [String] = []
    for date in predicted where !date.isEmpty && !dates.contains(date) { dates.append(date) }
    for item in gold { joinEnds(of: item, in: &dates) }
    for date in dates where date.contains("/") && !gold.contains(where: { values.dateFits(date, $0) }) {
      let ends = Self.ends(of: date)
      guard ends.count == 2, ends.allSatisfy({ end in gold.contains { values.dateFits(end, $0) } }) else {
        continue
      }
      dates.removeAll { $0 == date }
      for end in ends where !dates.contains(end) { dates.append(end) }
    }
    return dates
  }

  private func joinEnds(of item: GoldDate, in dates: inout [String]) {
    for value in item.values where value.contains("/") && !dates.contains(value) {
      if dates.contains(where: { values.dateFits($0, item) }) { continue }
      let ends = Self.ends(of: value)
      guard ends.count == 2, ends.allSatisfy(dates.contains) else { continue }
      let others = gold.filter { $0 != item }
      if ends.contains(where: { end in others.contains { values.dateFits(end, $0) } }) { continue }
      dates.removeAll { ends.contains($0) }
      dates.append(value)
    }
  }

  private static func ends(of interval: String) -> [String] {
    interval.split(separator: "/", maxSplits: 1).map(String.init)
  }
}
