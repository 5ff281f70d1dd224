/// Looks for posts that one person cannot hold together.
///
/// - chief and deputy of one body, both proven on one day;
/// - posts of one holder and one level at two places, neither of which contains the other, proven on days in
///   common. A handover takes its time: thirty days in common are none.
struct CareerAudit {
  let graph: Graph
  static let handover = 30

  var contradictions: [Contradiction] {
    let posts = Dictionary(graph.posts.map { ($0.id, $0) }) { first, _ in first }
    var careers: [String: [Occupancy]] = [:]
    for occupancy in graph.occupancies where occupancy.provenDays != nil && !occupancy.acting {
      careers[occupancy.person, default: []].append(occupancy)
    }
    var found: [Contradiction] = []
    for career in careers.values where career.count > 1 {
      for (index, one) in career.enumerated() {
        for other in career[(index + 1)...] {
          guard let a = posts[one.post], let b = posts[other.post], let days = common(one, other) else {
            continue
          }
          let isRank = isChiefAndDeputy(a, b)
          guard isRank || areApart(a, b) && days.count > CareerAudit.handover else { continue }
          let when =
            days.lowerBound == days.upperBound
            ? "\(days.lowerBound)" : "\(days.lowerBound)/\(days.upperBound)"
          let titles = [one.title, other.title].sortedByBytes().joined(separator: "; ")
          found.append(
            Contradiction(
              .incompatiblePosts, "\(titles): both on \(when)", node: one.person,
              claims: one.members + other.members))
        }
      }
    }
    return found
  }

  private func common(_ one: Occupancy, _ other: Occupancy) -> ClosedRange<Day>? {
    guard let a = one.provenDays, let b = other.provenDays, a.overlaps(b) else { return nil }
    return a.clamped(to: b)
  }

  private func isChiefAndDeputy(_ a: Post, _ b: Post) -> Bool {
    a.function != nil && a.function == b.function && a.organization != nil && a.organization == b.organization
      && a.place == b.place && a.ranks.isEmpty != b.ranks.isEmpty
  }

  private func areApart(_ a: Post, _ b: Post) -> Bool {
    a.singleHolder && b.singleHolder && a.level != nil && a.level == b.level && a.place != nil
      && b.place != nil && a.place != b.place
  }
}
