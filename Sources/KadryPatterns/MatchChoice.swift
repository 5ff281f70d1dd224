/// Chooses between matches that want the same tokens: longest, then most specific, then by name.
struct MatchChoice: Sendable {
  /// Who took each token of the sentence.
  private var owners: [Int32] = []
  private static let anyone: Int32 = -1
  private static let nobody: Int32 = -2

  init() {}

  /// The candidates that win, ordered by start, end and rule.
  ///
  /// - Parameter sharesText: whether only matches of one rule compete with each other.
  mutating func winners(
    of candidates: [Matcher.Candidate], headers: [RuleSet.Header], sharesText: Bool
  ) -> [Matcher.Candidate] {
    let low = candidates.reduce(Int32.max) { min($0, $1.start) }
    let high = candidates.reduce(0) { max($0, $1.end) }
    owners.removeAll(keepingCapacity: true)
    owners.append(contentsOf: repeatElement(MatchChoice.nobody, count: Int(high - low)))
    let ranked = candidates.sorted { a, b in
      // Rules that do not compete are taken one after another.
      if sharesText, a.rule != b.rule { return a.rule < b.rule }
      if a.end - a.start != b.end - b.start { return a.end - a.start > b.end - b.start }
      if a.rule != b.rule { return headers[Int(a.rule)].rank < headers[Int(b.rule)].rank }
      return a.start < b.start
    }
    var taken: [Matcher.Candidate] = []
    for match in ranked {
      let owner = sharesText ? match.rule : MatchChoice.anyone
      // All matches taken so far are at least as long, so that one of them that overlaps has one of the ends.
      guard owners[Int(match.start - low)] != owner, owners[Int(match.end - 1 - low)] != owner else {
        continue
      }
      for token in match.start..<match.end { owners[Int(token - low)] = owner }
      taken.append(match)
    }
    return taken.sorted { ($0.start, $0.end, $0.rule) < ($1.start, $1.end, $1.rule) }
  }
}
