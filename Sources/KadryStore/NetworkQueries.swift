import KadryGraph
import KadryReading

extension Store {
  /// Places and all that lie in them, directly or through others; sorted.
  public func placesWithin(_ places: [String]) throws(StoreError) -> [String] {
    guard !places.isEmpty else { return [] }
    return try connection.rows(
      """
      WITH RECURSIVE inside (id) AS (
        SELECT id FROM place WHERE \(SQLFilter.oneOf("id", count: places.count))
        UNION SELECT p.id FROM place p JOIN inside i ON p.parent = i.id)
      SELECT id FROM inside ORDER BY id
      """, places.map(SQLValue.text)
    ) { row throws(StoreError) in row.text(0) ?? "" }
  }

  /// Every distinct name of nodes of a kind (`person`, `organization`, `post`, `place`); sorted.
  public func names(ofKind kind: String) throws(StoreError) -> [String] {
    try texts("SELECT DISTINCT name FROM name WHERE kind = ?1 ORDER BY name", kind)
  }

  /// Officials named in the same documents as a person, those of most documents first, then by id.
  public func companions(of person: String, limit: Int? = nil) throws(StoreError) -> [CompanionRow] {
    try connection.rows(
      """
      SELECT p.id, p.name, count(DISTINCT a.sha256) AS shared,
        min(coalesce(a.published_lo, '~') || '|' || coalesce(a.published, '')),
        max(coalesce(a.published_hi, '') || '|' || coalesce(a.published, ''))
      FROM evidence e JOIN claim c ON c.id = e.claim
      JOIN claim d ON d.document = c.document AND d.kind = 'person'
      JOIN evidence f ON f.claim = d.id AND f.node <> e.node
      JOIN person p ON p.id = f.node AND p.role = 'official'
      JOIN document a ON a.id = c.document
      WHERE e.node = ?1 GROUP BY p.id ORDER BY shared DESC, p.id\(SQLFilter.limit(limit))
      """, [.text(person)]
    ) { row throws(StoreError) in
      CompanionRow(
        person: row.text(0) ?? "", name: row.text(1) ?? "", documents: row.int(2),
        first: Store.afterBar(row.text(3)), last: Store.afterBar(row.text(4)))
    }
  }

  private static func afterBar(_ text: String?) -> String? {
    text?.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init)
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The relations between directives, by the names of both, each once.
  public func directiveRelations() throws(StoreError) -> [DirectiveRelationRow] {
    try connection.rows(
      """
      SELECT DISTINCT s.id, s.name, r.predicate, o.id, o.name FROM relation r
      JOIN directive s ON s.id = r.subject JOIN directive o ON o.id = r.object
      WHERE s.id <> o.id ORDER BY s.name, o.name, s.id, o.id, r.predicate
      """
    ) { row throws(StoreError) in
      DirectiveRelationRow(
        subject: row.text(0) ?? "", subjectName: row.text(1) ?? "",
        predicate: Predicate(rawValue: row.text(2) ?? "") ?? .implements, object: row.text(3) ?? "",
        objectName: row.text(4) ?? "")
    }
  }

  /// The node that a claim belongs to; `nil` when it belongs to none.
  public func node(ofClaim claim: String) throws(StoreError) -> String? {
    try connection.text("SELECT node FROM evidence WHERE claim = ?1", [.text(claim)])
  }
}
