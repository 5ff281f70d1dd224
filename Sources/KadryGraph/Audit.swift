import KadryReading

/// Looks for what cannot all be so.
///
/// - *arithmetic*: a figure whose `check` says that its numbers disagree;
/// - *two holders*: the proven days of two persons in one single-holder post overlap, acting holders apart;
/// - *seen after the end*: a sighting certainly after a dated end;
/// - *start after the end*: a stated start certainly after a stated end;
/// - *seen before the start*: a sighting certainly before a stated start;
/// - *office gone*: a sighting or start certainly after the last day of the post;
/// - *incompatible posts*: see ``CareerAudit``;
/// - *directive dates*: claims of one directive with dates that cannot be one.
struct Audit {
  let graph: Graph
  /// The last day of posts, by id, that ended with their body or place.
  let lastDays: [String: Day]
  /// The dates that claims give directives.
  let directiveDates: [String: String]
  private let personNames: [String: String]

  init(graph: Graph, lastDays: [String: Day] = [:], directiveDates: [String: String] = [:]) {
    self.graph = graph
    self.lastDays = lastDays
    self.directiveDates = directiveDates
    personNames = Dictionary(graph.persons.map { ($0.id, $0.name) }) { first, _ in first }
  }

  var contradictions: [Contradiction] {
    var found = graph.figures.compactMap { Contradiction(arithmeticOf: $0) }
    for occupancy in graph.occupancies {
      found += withinOne(occupancy)
      found += [beforeStart(occupancy), afterOffice(occupancy)].compactMap { $0 }
    }
    found += holders()
    found += CareerAudit(graph: graph).contradictions
    found += graph.directives.compactMap(twoDates)
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

  private func beforeStart(_ occupancy: Occupancy) -> Contradiction? {
    guard let start = occupancy.start, start.basis == .stated,
      let began = start.date.flatMap(PartialDate.init),
      let seen = occupancy.firstSeen.flatMap(PartialDate.init), seen.isCertainlyBefore(began)
    else { return nil }
    return Contradiction(
      .seenBeforeStart, "\(name(occupancy)): seen \(seen), started \(began) (\(start.basis.rawValue))",
      node: occupancy.id, claims: occupancy.members)
  }

  private func afterOffice(_ occupancy: Occupancy) -> Contradiction? {
    guard let last = lastDays[occupancy.post] else { return nil }
    let days = [occupancy.lastSeen, occupancy.start?.basis == .term ? nil : occupancy.start?.date]
    guard
      let late = days.compactMap({ $0.flatMap(PartialDate.init) }).first(where: { date in
        date.first.map { last < $0 } ?? false
      })
    else { return nil }
    return Contradiction(
      .officeGone, "\(occupancy.title): \(late), and the office ended on \(last)", node: occupancy.id,
      claims: occupancy.members)
  }

  private func twoDates(_ directive: Directive) -> Contradiction? {
    let dated = directive.members.compactMap { claim in
      directiveDates[claim].flatMap(PartialDate.init).map { (claim: claim, date: $0) }
    }
    for (index, one) in dated.enumerated() {
      guard let other = dated[(index + 1)...].first(where: { !one.date.mayOverlap($0.date) }) else {
        continue
      }
      let dates = [one.date.text, other.date.text].sortedByBytes().joined(separator: " and ")
      return Contradiction(
        .directiveDates, "\(directive.name): of \(dates)", node: directive.id,
        claims: [one.claim, other.claim])
    }
    return nil
  }

  /// Each holder whose proven days overlap an earlier one's, against the earlier one seen longest: linear in the
  /// holders of a post, and everybody who overlaps somebody is told of.
  private func holders() -> [Contradiction] {
    let posts = Dictionary(graph.posts.map { ($0.id, $0) }) { first, _ in first }
    var byPost: [String: [(days: ClosedRange<Day>, held: Occupancy)]] = [:]
    for occupancy in graph.occupancies where !occupancy.acting {
      // A post without a place is many posts, but at the centre.
      guard let post = posts[occupancy.post], post.singleHolder, post.place != nil || post.level == "central",
        let days = occupancy.provenDays
      else { continue }
      byPost[occupancy.post, default: []].append((days, occupancy))
    }
    var found: [Contradiction] = []
    for post in byPost.keys.sortedByBytes() {
      let line = (byPost[post] ?? []).sorted { a, b in
        a.days.lowerBound != b.days.lowerBound
          ? a.days.lowerBound < b.days.lowerBound : byteOrder(a.held.id, b.held.id)
      }
      // The one seen longest so far, and the one of somebody else.
      var longest: (days: ClosedRange<Day>, held: Occupancy)?
      var other: (days: ClosedRange<Day>, held: Occupancy)?
      for late in line {
        let early = longest?.held.person == late.held.person ? other : longest
        if let early, late.days.lowerBound <= early.days.upperBound {
          found.append(twoHolders(early, late, of: posts[post]?.title ?? post, node: post))
        }
        guard let first = longest else {
          longest = late
          continue
        }
        if late.days.upperBound > first.days.upperBound {
          if first.held.person != late.held.person { other = first }
          longest = late
        } else if first.held.person != late.held.person,
          other.map({ $0.days.upperBound < late.days.upperBound }) ?? true
        {
          other = late
        }
      }
    }
    return found
  }

  private func twoHolders(
    _ early: (days: ClosedRange<Day>, held: Occupancy), _ late: (days: ClosedRange<Day>, held: Occupancy),
    of title: String, node: String
  ) -> Contradiction {
    let until = min(early.days.upperBound, late.days.upperBound)
    let when = late.days.lowerBound == until ? "\(until)" : "\(late.days.lowerBound)/\(until)"
    return Contradiction(
      .twoHolders, "\(name(early.held)) and \(name(late.held)) both hold \(title) on \(when)", node: node,
      claims: early.held.members + late.held.members)
  }

  private func name(_ occupancy: Occupancy) -> String { personNames[occupancy.person] ?? occupancy.person }
}

extension Contradiction {
  /// The contradiction within one figure; `nil` when its numbers add up or nothing was to check.
  public init?(arithmeticOf figure: Figure) {
    guard let check = figure.body.check, check != "ok" else { return nil }
    self.init(.arithmetic, "\(figure.quote): \(check)", node: figure.id, claims: [figure.claim])
  }

  /// The contradiction between figures of different documents on one thing; `nil` when all say the same.
  public init?(between figures: [Figure]) {
    let figures = figures.sortedByBytes { $0.id }
    guard let first = figures.first else { return nil }
    let values = Set(figures.compactMap(\.body.value))
    guard values.count > 1, Set(figures.map(\.document)).count > 1 else { return nil }
    let body = first.body
    let subject = [body.what, body.unit, body.place, body.period].compactMap { $0 }.joined(separator: ", ")
    let shown = values.sorted().map { Int(exactly: $0).map { String($0) } ?? "\($0)" }
    self.init(
      .figures, "\(subject): \(shown.joined(separator: " and "))", node: first.id,
      claims: figures.map(\.claim))
  }

  init(_ kind: Kind, _ title: String, node: String, claims: [String]) {
    let claims = claims.distinctByBytes()
    self.init(
      id: ClaimIdentity.contradiction(kind: kind.rawValue, claims: claims), kind: kind, title: title,
      node: node,
      claims: claims)
  }
}
