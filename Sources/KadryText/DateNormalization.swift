/// A date as metadata carries it: an ISO 8601 date, possibly partial; `nil` when the value is no date.
///
/// Timestamps become the date at +07:00, where the papers are printed: `2016-11-09T18:30:00Z` is
/// `2016-11-10`. A timestamp without zone is taken as local.
public func normalizedDate(_ value: String) -> String? {
  let bytes = Array(value.utf8)
  let dateEnd = bytes.firstIndex { $0 == 0x54 || $0 == 0x74 || $0 == 0x20 } ?? bytes.count
  let fields = bytes[..<dateEnd].split(separator: 0x2D, omittingEmptySubsequences: false)
  guard (1...3).contains(fields.count), let year = number(fields[0], digits: 4), year > 0 else { return nil }
  guard fields.count > 1 else { return dateEnd == bytes.count ? value : nil }
  guard let month = number(fields[1], digits: 2), (1...12).contains(month) else { return nil }
  guard fields.count > 2 else { return dateEnd == bytes.count ? value : nil }
  guard let day = number(fields[2], digits: 2), (1...daysIn(month: month, of: year)).contains(day) else {
    return nil
  }
  let date = CivilDate(year: year, month: month, day: day)
  guard dateEnd < bytes.count else { return date.description }
  guard let shift = dayShift(timeOfDay: bytes[(dateEnd + 1)...]) else { return nil }
  return date.moved(byDays: shift).description
}

/// Days from the date as written to the date at +07:00, `nil` when the bytes are no time of day.
private func dayShift(timeOfDay bytes: ArraySlice<UInt8>) -> Int? {
  let zoneStart = bytes.firstIndex { $0 == 0x5A || $0 == 0x7A || $0 == 0x2B || $0 == 0x2D } ?? bytes.endIndex
  let clock = bytes[..<zoneStart].split(separator: 0x3A, omittingEmptySubsequences: false)
  guard (2...3).contains(clock.count), let hour = number(clock[0], digits: 2), hour < 25,
    let minute = number(clock[1], digits: 2), minute < 60
  else { return nil }
  if clock.count == 3 {
    let seconds = clock[2].prefix { $0 != 0x2E && $0 != 0x2C && $0 != 0x20 }
    guard let second = number(seconds, digits: 2), second < 61 else { return nil }
  }
  guard zoneStart < bytes.endIndex else { return 0 }
  guard let offset = zoneMinutes(bytes[zoneStart...]) else { return nil }
  let minutes = hour * 60 + minute - offset + 7 * 60
  return minutes < 0 ? -1 : minutes / 1440
}

/// Minutes east of Greenwich for `Z`, `+07:00`, `-0300` or `+07`.
private func zoneMinutes(_ zone: ArraySlice<UInt8>) -> Int? {
  guard let sign = zone.first else { return nil }
  if sign == 0x5A || sign == 0x7A { return zone.count == 1 ? 0 : nil }
  let digits = zone.dropFirst().filter { $0 != 0x3A }
  guard digits.count == 2 || digits.count == 4, let hours = number(digits[..<2], digits: 2), hours < 15,
    let minutes = digits.count == 4 ? number(digits[2...], digits: 2) : 0, minutes < 60
  else { return nil }
  return (sign == 0x2D ? -1 : 1) * (hours * 60 + minutes)
}

private func number(_ bytes: ArraySlice<UInt8>, digits: Int) -> Int? {
  guard bytes.count == digits, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
}

private func daysIn(month: Int, of year: Int) -> Int {
  switch month {
  case 4, 6, 9, 11: 30
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  default: 31
  }
}

/// A full date of the proleptic Gregorian calendar.
private struct CivilDate: CustomStringConvertible {
  var year: Int
  var month: Int
  var day: Int

  /// The date some few days away.
  func moved(byDays count: Int) -> CivilDate {
    var moved = self
    moved.day += count
    if moved.day < 1 {
      moved.month -= 1
      if moved.month < 1 { (moved.year, moved.month) = (moved.year - 1, 12) }
      moved.day += daysIn(month: moved.month, of: moved.year)
    } else if moved.day > daysIn(month: moved.month, of: moved.year) {
      moved.day -= daysIn(month: moved.month, of: moved.year)
      moved.month += 1
      if moved.month > 12 { (moved.year, moved.month) = (moved.year + 1, 1) }
    }
    return moved
  }

  var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
