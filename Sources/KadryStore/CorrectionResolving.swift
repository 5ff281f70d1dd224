import KadryGraph
import KadryReading

/// From corrections to the claims and documents that they speak of.
extension Store {
  /// The stored corrections with what their addresses lead to; a line that cannot be read is damage.
  func resolvedCorrections() throws(StoreError) -> [ResolvedCorrection] {
    var resolved: [ResolvedCorrection] = []
    for row in try corrections() {
      let correction: Correction
      do throws(Correction.LineError) {
        correction = try Correction(line: row.body)
      } catch {
        throw StoreError(.damaged, "the stored correction \(row.id) cannot be read: \(error)", path: path)
      }
      resolved.append(
        ResolvedCorrection(
          correction, a: try targets(of: correction.a),
          b: try correction.b.map { address throws(StoreError) in try targets(of: address) } ?? []))
    }
    return resolved
  }

  /// The claims with a mention of the very span and quote; where there is none, those with the same quote
  /// anywhere in the payload. Of several, those with the same label.
  func targets(of address: Correction.Address) throws(StoreError) -> [String] {
    let documents = try texts("SELECT id FROM document WHERE sha256 = ?1 ORDER BY id", address.sha256)
    if address.kind == Correction.document { return documents }
    var found: [String] = []
    for document in documents {
      let claims = try storedClaims(
        "SELECT body FROM claim WHERE document = ?1 AND kind = ?2 ORDER BY id",
        [.text(document), .text(address.kind)])
      let quoted = claims.filter { claim in
        claim.mentions.contains { $0.quote.utf8.elementsEqual(address.quote.utf8) }
      }
      let exact = quoted.filter { claim in
        claim.mentions.contains {
          $0.span == address.span && $0.quote.utf8.elementsEqual(address.quote.utf8)
        }
      }
      let near = exact.isEmpty ? quoted : exact
      let labelled = near.filter { $0.body.label.utf8.elementsEqual(address.label.utf8) }
      found += (labelled.isEmpty ? near : labelled).map(\.id)
    }
    return found.sorted()
  }

  /// What became of each correction when the graph was last built, by id.
  public func correctionOutcomes() throws(StoreError) -> [CorrectionOutcome] {
    try connection.rows("SELECT id, outcome, overruled_by FROM correction_outcome ORDER BY id") {
      row throws(StoreError) in
      CorrectionOutcome(
        id: row.text(0) ?? "", kind: CorrectionOutcome.Kind(rawValue: row.text(1) ?? "") ?? .notFound,
        by: row.text(2))
    }
  }

  /// The corrections that changed, joined or parted a claim, or the document; by id.
  public func corrections(of claim: String) throws(StoreError) -> [String] {
    try texts(
      "SELECT DISTINCT correction FROM correction_target WHERE target = ?1 ORDER BY correction", claim)
  }

  func write(_ outcomes: [CorrectionOutcome], _ resolved: [ResolvedCorrection]) throws(StoreError) {
    for outcome in outcomes {
      try connection.run(
        "INSERT INTO correction_outcome VALUES (?1, ?2, ?3)",
        [.text(outcome.id), .text(outcome.kind.rawValue), SQLValue(outcome.by)])
    }
    let applied = Set(outcomes.filter { $0.kind == .applied }.map(\.id))
    for item in resolved where applied.contains(item.correction.id) {
      for target in item.a + item.b {
        try connection.run(
          "INSERT OR IGNORE INTO correction_target VALUES (?1, ?2)",
          [.text(target), .text(item.correction.id)])
      }
    }
  }

  /// The titles of the posts that the documents of two persons' claims give to both; sorted.
  public func sharedPosts(_ left: String, _ right: String) throws(StoreError) -> [String] {
    let posts = """
      SELECT e.post FROM claim c JOIN evidence e ON e.claim = c.id
      WHERE c.kind = 'holds' AND c.document = (SELECT document FROM claim WHERE id = %)
        AND json_extract(c.body, '$.person_ref') = %
      """
    return try connection.rows(
      """
      SELECT DISTINCT title FROM post WHERE id IN (\(posts.replacing("%", with: "?1")))
        AND id IN (\(posts.replacing("%", with: "?2"))) ORDER BY title
      """, [.text(left), .text(right)]
    ) { row throws(StoreError) in row.text(0) ?? "" }
  }

  /// The merges between claims of a person, by their claims.
  public func merges(of person: String) throws(StoreError) -> [Merge] {
    try connection.rows(
      """
      SELECT m.left_claim, m.right_claim, m.rule, m.correction FROM evidence e JOIN merge m ON m.left_claim = e.claim
      WHERE e.node = ?1 ORDER BY m.left_claim, m.right_claim
      """, [.text(person)]
    ) { row throws(StoreError) in
      Merge(
        row.text(0) ?? "", row.text(1) ?? "", Merge.Rule(rawValue: row.text(2) ?? "") ?? .correction,
        correction: row.text(3))
    }
  }
}

/// A merge that rests on little.
public struct WeakMerge: Sendable, Equatable {
  public var merge: Merge
  /// The person's name and documents.
  public var name: String
  public var documents: Int
}

extension Store {
  /// The claims, or documents, that an address leads to; sorted.
  public func targets(ofAddress address: Correction.Address) throws(StoreError) -> [String] {
    try targets(of: address)
  }

  /// Ids of persons in groups of an equal comparison key, those of most documents first; groups by key.
  public func personsWithEqualKeys() throws(StoreError) -> [[String]] {
    let rows = try connection.rows(
      """
      SELECT DISTINCT n.key, n.node, p.documents FROM name n JOIN person p ON p.id = n.node
      WHERE n.key IN (
        SELECT key FROM name WHERE key IS NOT NULL GROUP BY key HAVING count(DISTINCT node) > 1)
      ORDER BY n.key, p.documents DESC, n.node
      """
    ) { row throws(StoreError) in (key: row.text(0) ?? "", node: row.text(1) ?? "") }
    var groups: [[String]] = []
    var last: String?
    for row in rows {
      if row.key == last { groups[groups.count - 1].append(row.node) } else { groups.append([row.node]) }
      last = row.key
    }
    return groups
  }

  /// Merges by a region or a possible name, those of persons of most documents first, then by claims.
  public func weakMerges(limit: Int) throws(StoreError) -> [WeakMerge] {
    try connection.rows(
      """
      SELECT m.left_claim, m.right_claim, m.rule, p.name, p.documents FROM merge m
      JOIN evidence e ON e.claim = m.left_claim JOIN person p ON p.id = e.node
      WHERE m.rule IN ('full-name-same-region', 'possible-name-same-post') AND p.role = 'official'
      ORDER BY m.rule DESC, p.documents DESC, m.left_claim, m.right_claim\(SQLFilter.limit(limit))
      """
    ) { row throws(StoreError) in
      WeakMerge(
        merge: Merge(
          row.text(0) ?? "", row.text(1) ?? "", Merge.Rule(rawValue: row.text(2) ?? "") ?? .fullNameSameRegion
        ),
        name: row.text(3) ?? "", documents: row.int(4))
    }
  }
}
