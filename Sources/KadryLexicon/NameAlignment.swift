/// Lays the parts of two names beside each other and judges the whole.
struct NameAlignment {
  private let a: [NamePart]
  private let b: [NamePart]
  private let comparison: PartComparison
  /// Whether one name may be the other with parts left out.
  private let mayBeShort: Bool

  init(_ a: [NamePart], _ b: [NamePart], _ comparison: PartComparison, mayBeShort: Bool) {
    self.a = a
    self.b = b
    self.comparison = comparison
    self.mayBeShort = mayBeShort
  }

  func outcome(isSurname: (NamePart) -> Bool) -> NameComparer.Outcome {
    if a.count == b.count {
      let outcome = whole(isSurname)
      // Two initials may stand for one part and the other way round.
      return outcome.verdict == .different && hasInitials && mayBeShort ? short() ?? outcome : outcome
    }
    guard mayBeShort else { return .init(.different, "the names have \(a.count) and \(b.count) parts") }
    return short() ?? .init(.different, sharesFirst ? "only the surname is the same" : "the parts differ")
  }

  private var hasInitials: Bool { a.contains(where: \.isInitial) || b.contains(where: \.isInitial) }

  /// Compares two parts, in the place where they stand in the longer name.
  private func match(_ i: Int, _ j: Int) -> (match: PartMatch, reason: String?) {
    let (index, count) = a.count >= b.count ? (i, a.count) : (j, b.count)
    return comparison.compare(a[i], b[j], at: NameComparer.position(index, of: count))
  }

  private var sharesFirst: Bool {
    a.count > 0 && b.count > 0 && comparison.compare(a[0], b[0], at: .surname).match >= .bare
  }

  // MARK: Names of as many parts

  private func whole(_ isSurname: (NamePart) -> Bool) -> NameComparer.Outcome {
    let matches = a.indices.map { match($0, $0) }
    let reasons = matches.compactMap(\.reason)
    let worst = matches.map(\.match).min() ?? .different
    if worst == .different {
      let differences = matches.filter { $0.match == .different }.compactMap(\.reason)
      let isSurnameOnly =
        a.count > 1 && matches[0].match >= .bare
        && matches.dropFirst().allSatisfy { $0.match == .different }
      return .init(
        verdict: .different, reasons: (isSurnameOnly ? ["only the surname is the same"] : []) + differences)
    }
    if worst < .slip { return .init(verdict: .possible, reasons: reasons) }
    if worst == .equal {
      if a.count == 1, isSurname(a[0]) {
        return .init(verdict: .possible, reasons: reasons + ["a surname alone may be anyone's"])
      }
      return .init(verdict: .same, reasons: reasons)
    }
    if a.count < 3 {
      return .init(
        verdict: .possible, reasons: reasons + ["fewer than three parts are too little to be sure"])
    }
    if matches.count(where: { $0.match == .slip }) > 1 {
      return .init(verdict: .possible, reasons: reasons + ["more than one part is spelled in two ways"])
    }
    return .init(
      verdict: .same,
      reasons: reasons + (worst == .transcription ? ["every part is the transcription of the other"] : []))
  }

  // MARK: Short forms

  /// Whether one name is the other with parts left out, the last one kept.
  private func short() -> NameComparer.Outcome? {
    guard let x = a.last, let y = b.last, !x.isInitial, !y.isInitial else { return nil }
    let last = match(a.count - 1, b.count - 1)
    guard last.match > .initial else { return nil }
    var reasons = [last.reason].compactMap { $0 }
    // Every part of the shorter one before the last must stand in the longer one, in order.
    let isFirstShorter = a.count <= b.count
    var next = 0
    for index in 0..<(isFirstShorter ? a.count : b.count) - 1 {
      var found: (match: PartMatch, reason: String?)?
      while found == nil, next < (isFirstShorter ? b.count : a.count) - 1 {
        let candidate = isFirstShorter ? match(index, next) : match(next, index)
        if candidate.match != .different { found = candidate }
        next += 1
      }
      guard let found else { return nil }
      reasons += [found.reason].compactMap { $0 }
    }
    let count = min(a.count, b.count)
    let what = count == 1 ? "one part alone is" : "\(count) parts are"
    return .init(
      verdict: .possible,
      reasons: reasons + ["\(what) too little to be sure: the other name has \(max(a.count, b.count))"])
  }
}
