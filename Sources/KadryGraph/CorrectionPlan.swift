/// A correction with the claims, or documents, that its addresses lead to.
public struct ResolvedCorrection: Sendable, Equatable {
  public var correction: Correction
  /// Sorted; empty when nothing is there any more.
  public var a: [String]
  public var b: [String]

  public init(_ correction: Correction, a: [String], b: [String] = []) {
    self.correction = correction
    self.a = a
    self.b = b
  }
}

/// What became of a correction.
public struct CorrectionOutcome: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case applied
    /// What it speaks of is not in the database as it was.
    case notFound = "not-found"
    /// A newer decision says otherwise.
    case overruled
  }
  public var id: String
  public var kind: Kind
  /// The newer decision.
  public var by: String?

  public init(id: String, kind: Kind, by: String? = nil) {
    self.id = id
    self.kind = kind
    self.by = by
  }
}

/// Decides which corrections hold: the newest first, each unless those before it say otherwise.
///
/// «Same» is transitive: of A = B, B = C and A ≠ C the oldest gives way. The order in which the corrections
/// come means nothing.
public struct CorrectionPlan: Sendable {
  public private(set) var judgements = Judgements()
  /// By id.
  public private(set) var outcomes: [CorrectionOutcome] = []
  private var groups = PersonGroups()

  public init(_ corrections: [ResolvedCorrection]) {
    let newestFirst = corrections.sorted { x, y in
      let (a, b) = (x.correction, y.correction)
      return a.date != b.date ? byteOrder(b.date, a.date) : byteOrder(a.id, b.id)
    }
    for resolved in newestFirst {
      let outcome = decide(resolved)
      if !outcomes.contains(where: { $0.id == outcome.id }) { outcomes.append(outcome) }
    }
    outcomes.sort { byteOrder($0.id, $1.id) }
  }

  private mutating func decide(_ resolved: ResolvedCorrection) -> CorrectionOutcome {
    let id = resolved.correction.id
    let isPair = resolved.correction.b != nil
    guard let first = resolved.a.first, !isPair || !resolved.b.isEmpty else {
      return CorrectionOutcome(id: id, kind: .notFound)
    }
    let blocking: String?
    switch resolved.correction.action {
    case .same: blocking = groups.join(resolved.a + resolved.b, by: id)
    case .different: blocking = groups.part(first, resolved.b[0], by: id)
    case .correct: blocking = judgements.set(resolved, id)
    case .reject: blocking = judgements.reject(resolved.a, id)
    }
    judgements.same = groups.same
    judgements.different = groups.different
    return blocking.map { CorrectionOutcome(id: id, kind: .overruled, by: $0) }
      ?? CorrectionOutcome(id: id, kind: .applied)
  }
}

/// Persons whom people have joined and parted, by their claims.
private struct PersonGroups: Sendable {
  private(set) var same: [Judgements.Pair] = []
  private(set) var different: [Judgements.Pair] = []

  /// Joins claims, or returns the decision against it.
  mutating func join(_ claims: [String], by id: String) -> String? {
    for pair in different {
      let isApart = claims.contains { connects($0, pair.a) } && claims.contains { connects($0, pair.b) }
      if isApart { return pair.correction }
    }
    for (a, b) in zip(claims, claims.dropFirst()) { same.append(.init(a: a, b: b, correction: id)) }
    return nil
  }

  /// Parts two claims, or returns the decision against it.
  mutating func part(_ a: String, _ b: String, by id: String) -> String? {
    if let path = path(from: a, to: b) { return path.first ?? id }
    different.append(.init(a: a, b: b, correction: id))
    return nil
  }

  private func connects(_ a: String, _ b: String) -> Bool { path(from: a, to: b) != nil }

  /// The decisions that lead from one claim to another; empty for the same claim.
  private func path(from a: String, to b: String) -> [String]? {
    var seen: Set<String> = [a]
    var open: [(claim: String, path: [String])] = [(a, [])]
    while !open.isEmpty {
      let (claim, path) = open.removeFirst()
      if claim == b { return path }
      for pair in same where pair.a == claim || pair.b == claim {
        let other = pair.a == claim ? pair.b : pair.a
        if seen.insert(other).inserted { open.append((other, path + [pair.correction])) }
      }
    }
    return nil
  }
}
