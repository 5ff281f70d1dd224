import KadryReading

/// Looks for what cannot all be so.
///
/// - *arithmetic*: a figure whose `check` says that its numbers disagree;
/// - *two holders*: the proven days of two persons in one single-holder post overlap, acting holders apart;
/// - *seen after the end*: a sighting certainly after a dated end;
/// - *start after the end*: a stated start certainly after a stated end.
struct Audit {
  let graph: Graph
  private let personNames: [String: String]

  init(graph: Graph) {
    self.graph = graph
    personNames = Dictionary(graph.persons.map { ($0.id, $0.name) }) { first, _ in first }
  }

  var contradictions: [Contradiction] {
    var found = graph.figures.compactMap { Contradiction(arithmeticOf: $0) }
    for occupancy in graph.occupancies { found += withinOne(occupancy) }
    found += holders()
    return found.sorted { byteOrder($0.id, $1.id) }
  }

  private func withinOne(_ occupancy: Occupancy) -> [Contradiction] {
    guard let end = occupancy.end, end.basis != .term, !end.basis.isDerived,
      let ended = end.date.flatMap(PartialDate.init)
    else {
      return []
    }
    var found: [Contradiction] = []
    let name = name(occupancy)
    if let seen = occupancy.lastSeen.flatMap(PartialDate.init), ended.isCertainlyBefore(seen) {
      found.append(
        Contradiction(
          .seenAfterEnd, "\(name): ended \(ended) (\(end.basis.rawValue)), seen \(seen)", node: occupancy.id,
          claims: occupancy.members))
    }
    if let start = occupancy.start, start.basis != .term, !start.atLatest,
      let started = start.date.flatMap(PartialDate.init), ended.isCertainlyBefore(started)
    {
      found.append(
        Contradiction(
          .startAfterEnd,
          "\(name): started \(started) (\(start.basis.rawValue)), ended \(ended) (\(end.basis.rawValue))",
          node: occupancy.id, claims: [start.claim, end.claim]))
    }
    return found
  }

  private func holders() -> [Contradiction] {
    let posts = Dictionary(graph.posts.map { ($0.id, $0) }) { first, _ in first }
    var byPost: [String: [Occupancy]] = [:]
    for occupancy in graph.occupancies where !occupancy.acting {
      guard posts[occupancy.post]?.singleHolder == true, occupancy.provenDays != nil else { continue }
      byPost[occupancy.post, default: []].append(occupancy)
    }
    var found: [Contradiction] = []
    for post in byPost.keys.sortedByBytes() {
      let line = (byPost[post] ?? []).sorted { first, second in
        let (a, b) = (first.provenDays?.lowerBound.number ?? 0, second.provenDays?.lowerBound.number ?? 0)
        return a != b ? a < b : byteOrder(first.id, second.id)
      }
      for (index, early) in line.enumerated() {
        for late in line[(index + 1)...] {
          guard let a = early.provenDays, let b = late.provenDays, b.lowerBound <= a.upperBound else { break }
          guard early.person != late.person else { continue }
          let until = min(a.upperBound, b.upperBound)
          let when = b.lowerBound == until ? "\(until)" : "\(b.lowerBound)/\(until)"
          found.append(
            Contradiction(
              .twoHolders,
              "\(name(early)) and \(name(late)) both hold \(posts[post]?.title ?? post) on \(when)",
              node: post, claims: early.members + late.members))
        }
      }
    }
    return found
  }

  private func name(_ occupancy: Occupancy) -> String { personNames[occupancy.person] ?? occupancy.person }
}

extension Contradiction {
  /// The contradiction within one figure; `nil` when its numbers add up or nothing was to check.
  public init?(arithmeticOf figure: Figure) {
    guard let check = figure.body.check, check != "ok" else { return nil }
    self.init(.arithmetic, "\(figure.quote): \(check)", node: figure.id, claims: [figure.claim])
  }

  init(_ kind: Kind, _ title: String, node: String, claims: [String]) {
    let claims = claims.distinctByBytes()
    self.init(
      id: ClaimIdentity.contradiction(kind: kind.rawValue, claims: claims), kind: kind, title: title,
      node: node,
      claims: claims)
  }
}
