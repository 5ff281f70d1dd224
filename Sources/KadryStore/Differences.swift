/// What two databases differ in.
extension Store {
  /// From an older database to this one: documents, holders, ends, persons merged and split, citations, and how
  /// many mentions each rule found. In a fixed order: by kind as listed, then by title and id.
  public func differences(since old: String) throws -> [DifferenceRow] {
    // Checks that it is a database of a schema that is known.
    _ = try Store(path: old, mode: .readOnly)
    try connection.run("ATTACH DATABASE ?1 AS old", [.text(old)])
    defer {
      connection.forgetStatements()
      try? connection.execute("DETACH DATABASE old")
    }
    return try Difference.all.flatMap { kind, sql in
      try connection.rows(sql) { row throws(StoreError) in
        DifferenceRow(
          kind: kind, title: row.text(0) ?? "", old: row.text(1), new: row.text(2), id: row.text(3))
      }
    }
  }
}

/// The questions to two databases; each gives title, old, new, id.
private enum Difference {
  static let all: [(kind: String, sql: String)] = [
    ("document-added", only("document", in: "main", name: "coalesce(title, path, url, id)", old: false)),
    ("document-removed", only("document", in: "old", name: "coalesce(title, path, url, id)", old: true)),
    ("holder-added", withoutEvidence(of: "main", in: "old", isNew: true)),
    ("holder-removed", withoutEvidence(of: "old", in: "main", isNew: false)),
    ("holder-ended", ended),
    ("persons-merged", mapped(from: "main", to: "old", isMerge: true)),
    ("person-split", mapped(from: "old", to: "main", isMerge: false)),
    ("citation-added", citations),
    ("rule", rules),
  ]

  private static func only(_ table: String, in schema: String, name: String, old: Bool) -> String {
    let other = schema == "main" ? "old" : "main"
    let (left, right) = old ? ("published", "NULL") : ("NULL", "published")
    return """
      SELECT \(name), \(left), \(right), id FROM \(schema).\(table) d
      WHERE NOT EXISTS (SELECT 1 FROM \(other).\(table) o WHERE o.id = d.id) ORDER BY 1, id
      """
  }

  private static func withoutEvidence(of schema: String, in other: String, isNew: Bool) -> String {
    let time = "coalesce(o.start, o.first_seen)"
    return """
      SELECT o.title, \(isNew ? "NULL" : time), \(isNew ? time : "NULL"), o.id FROM \(schema).occupancy o
      WHERE NOT EXISTS (
        SELECT 1 FROM \(schema).evidence e JOIN \(other).evidence f ON f.claim = e.claim AND f.node >= 'occ-'
          AND f.node < 'occ-~' WHERE e.node = o.id)
      ORDER BY o.title, o.id
      """
  }

  private static let ended = """
    SELECT o.title, min(p.status), coalesce(o."end" || ' ' || o.end_basis, o.status), o.id
    FROM main.occupancy o JOIN main.evidence e ON e.node = o.id JOIN old.evidence f ON f.claim = e.claim
    JOIN old.occupancy p ON p.id = f.node
    WHERE o.status IN ('ended', 'ended-date-unknown')
    GROUP BY o.id HAVING sum(p.status IN ('ended', 'ended-date-unknown')) = 0
    ORDER BY o.title, o.id
    """

  /// Persons of one database that are several in the other.
  private static func mapped(from schema: String, to other: String, isMerge: Bool) -> String {
    let names = "group_concat(DISTINCT q.id || ' ' || q.name)"
    return """
      SELECT p.name, \(isMerge ? names : "p.id"), \(isMerge ? "p.id" : names), p.id FROM \(schema).person p
      JOIN \(schema).evidence e ON e.node = p.id JOIN \(other).evidence f ON f.claim = e.claim
      JOIN (SELECT id, name FROM \(other).person ORDER BY id) q ON q.id = f.node
      GROUP BY p.id HAVING count(DISTINCT f.node) > 1 ORDER BY p.name, p.id
      """
  }

  private static let citations = """
    SELECT v.directive || ': ' || coalesce(v.document, v.document_id), NULL, v.published, v.claim
    FROM main.directive_citation v WHERE NOT EXISTS (SELECT 1 FROM old.claim c WHERE c.id = v.claim)
    ORDER BY 1, v.claim
    """

  private static let rules = """
    WITH new AS (SELECT rule, count(*) AS n FROM main.mention GROUP BY rule),
      before AS (SELECT rule, count(*) AS n FROM old.mention GROUP BY rule)
    SELECT rule, n_old, n_new, NULL FROM (
      SELECT new.rule, coalesce(before.n, 0) AS n_old, new.n AS n_new FROM new LEFT JOIN before USING (rule)
      UNION SELECT before.rule, before.n, 0 FROM before WHERE rule NOT IN (SELECT rule FROM new))
    WHERE n_old <> n_new ORDER BY rule
    """
}
