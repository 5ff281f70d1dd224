import KadryGraph
import KadryReading

extension Store {
  /// Persons by filter, those of most documents first, then by id.
  public func persons(_ filter: NodeFilter = .init()) throws(StoreError) -> [Person] {
    var conditions = try conditions(filter, kind: "person")
    conditions.add("role", equals: filter.role?.rawValue)
    return try connection.rows(
      Store.selectPerson + conditions.clause + " ORDER BY documents DESC, id" + SQLFilter.limit(filter.limit),
      conditions.values, make: person)
  }

  /// Bodies by filter, those of most documents first, then by id.
  public func organizations(_ filter: NodeFilter = .init()) throws(StoreError) -> [Organization] {
    var conditions = try conditions(filter, kind: "organization")
    Store.addOffice(filter, to: &conditions)
    return try connection.rows(
      Store.selectOrganization + conditions.clause + " ORDER BY documents DESC, id"
        + SQLFilter.limit(filter.limit),
      conditions.values, make: organization)
  }

  /// Posts by filter, those of most documents first, then by id.
  public func posts(_ filter: NodeFilter = .init()) throws(StoreError) -> [Post] {
    var conditions = try conditions(filter, kind: "post")
    Store.addOffice(filter, to: &conditions)
    conditions.add("organization", equals: filter.organization)
    return try connection.rows(
      Store.selectPost + conditions.clause + " ORDER BY documents DESC, id" + SQLFilter.limit(filter.limit),
      conditions.values, make: post)
  }

  /// Places by filter, by name, then by id.
  public func places(_ filter: NodeFilter = .init()) throws(StoreError) -> [Place] {
    var conditions = try conditions(filter, kind: "place")
    conditions.add("canonical", equals: filter.canonical)
    conditions.add("level", equals: filter.level)
    conditions.add("id", in: filter.places)
    return try connection.rows(
      Store.selectPlace + conditions.clause + " ORDER BY name, id" + SQLFilter.limit(filter.limit),
      conditions.values, make: place)
  }

  private static func addOffice(_ filter: NodeFilter, to conditions: inout SQLFilter) {
    conditions.add("canonical", equals: filter.canonical)
    conditions.add("level", equals: filter.level)
    conditions.add("place", in: filter.places)
  }

  /// The conditions on names that all kinds have in common.
  private func conditions(_ filter: NodeFilter, kind: String) throws(StoreError) -> SQLFilter {
    var conditions = SQLFilter()
    var ways: [String] = []
    var values: [SQLValue] = []
    if !filter.keys.isEmpty {
      ways.append(SQLFilter.oneOf("n.key", count: filter.keys.count))
      values += filter.keys.map(SQLValue.text)
    }
    if let folded = filter.folded, let match = FullTextQuery.prefixes(folded) {
      ways.append("n.id IN (SELECT rowid FROM name_fts WHERE name_fts MATCH ?)")
      values.append(.text(match))
    }
    if !ways.isEmpty {
      conditions.add(
        "id IN (SELECT n.node FROM name n WHERE n.kind = ? AND (\(ways.joined(separator: " OR "))))",
        [.text(kind)] + values)
    } else if filter.folded != nil {
      // A name without a letter or digit names nothing.
      conditions.add("0")
    }
    return conditions
  }

  /// Holders by filter: by post title and id; within a post the last seen first, the undated last, then by
  /// id.
  public func holders(_ filter: HolderFilter) throws(StoreError) -> [HolderRow] {
    var conditions = SQLFilter()
    let covered = """
      o.id IN (SELECT x.occupancy FROM occupancy_title x JOIN post y ON y.id = x.post WHERE
      """
    if !filter.canonical.isEmpty {
      conditions.add(
        "\(covered) \(SQLFilter.oneOf("y.canonical", count: filter.canonical.count)))",
        filter.canonical.map(SQLValue.text))
    }
    if !filter.posts.isEmpty {
      conditions.add(
        "\(covered) \(SQLFilter.oneOf("y.id", count: filter.posts.count)))", filter.posts.map(SQLValue.text))
    }
    if let folded = filter.titleFolded {
      guard let match = FullTextQuery.prefixes(folded) else { return [] }
      conditions.add(
        """
        \(covered) y.id IN (SELECT n.node FROM name_fts f JOIN name n ON n.id = f.rowid
        WHERE n.kind = 'post' AND name_fts MATCH ?))
        """, [.text(match)])
    }
    conditions.add("t.place", in: filter.places)
    if filter.from != nil || filter.to != nil {
      let ways = ["o.start", "o.end", "o.first_seen"].map { "(\($0)_hi >= ? AND \($0)_lo <= ?)" }
      let days = [SQLValue.text(filter.from ?? ""), .text(filter.to ?? "~")]
      conditions.add(ways.joined(separator: " OR "), days + days + days)
    }
    conditions.add("o.person", equals: filter.person)
    conditions.add("t.organization", equals: filter.organization)
    return try connection.rows(
      """
      SELECT \(Store.occupancyColumns), p.name, p.name_vi, t.title, t.canonical, g.id, g.name, l.id, l.name
      FROM occupancy o JOIN person p ON p.id = o.person JOIN post t ON t.id = o.post
      LEFT JOIN organization g ON g.id = t.organization
      LEFT JOIN place l ON l.id = t.place\(conditions.clause)
      ORDER BY t.title, t.id, o.last_seen_lo IS NULL, o.last_seen_lo DESC, o.id
      \(SQLFilter.limit(filter.limit))
      """, conditions.values
    ) { row throws(StoreError) in
      let next = Store.occupancyColumnCount
      let occupancy = try self.occupancy(row)
      return HolderRow(
        occupancy: occupancy, personName: row.text(next) ?? "", personVi: row.text(next + 1),
        postTitle: row.text(next + 2) ?? "", postCanonical: row.text(next + 3),
        organization: row.text(next + 4),
        organizationName: row.text(next + 5), place: row.text(next + 6), placeName: row.text(next + 7),
        claim: occupancy.members.first)
    }
  }

  /// Directives by filter, the most cited first, then by id.
  public func directives(_ filter: DirectiveFilter = .init()) throws(StoreError) -> [Directive] {
    var conditions = SQLFilter()
    if let number = filter.number {
      // The number itself, or what it begins with up to a sign.
      let escaped = number.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing(
        "_", with: "\\_")
      conditions.add(
        """
        number = ? OR number LIKE ? ESCAPE '\\' OR number LIKE ? ESCAPE '\\' OR number_vi = ?
        """, [.text(number), .text(escaped + "-%"), .text(escaped + "/%"), .text(number)])
    }
    conditions.add("type", equals: filter.type)
    conditions.add("issuer", equals: filter.issuer)
    conditions.add("place", in: filter.places)
    Store.addCiting(filter, to: &conditions)
    return try connection.rows(
      Store.selectDirective + conditions.clause + " ORDER BY cited_full + cited_short DESC, id"
        + SQLFilter.limit(filter.limit), conditions.values, make: directive)
  }

  /// Adds what a citing document must be: one document must fit everything.
  private static func addCiting(_ filter: DirectiveFilter, to conditions: inout SQLFilter) {
    var citing = SQLFilter()
    citing.add("a.source", equals: filter.citedBySource)
    if let from = filter.citedFrom { citing.add("a.published_hi >= ?", [.text(from)]) }
    if let to = filter.citedTo { citing.add("a.published_lo <= ?", [.text(to)]) }
    if !filter.citedWithPersons.isEmpty {
      citing.add(
        """
        a.id IN (SELECT c.document FROM evidence e JOIN claim c ON c.id = e.claim WHERE
        \(SQLFilter.oneOf("e.node", count: filter.citedWithPersons.count)))
        """, filter.citedWithPersons.map(SQLValue.text))
    }
    if !filter.citedAtPlaces.isEmpty {
      let places = filter.citedAtPlaces.map(SQLValue.text)
      let isThere = SQLFilter.oneOf("n.place", count: places.count)
      citing.add(
        """
        a.id IN (
          SELECT c.document FROM organization n JOIN evidence e ON e.node = n.id JOIN claim c ON c.id = e.claim
          WHERE \(isThere)
          UNION SELECT c.document FROM post n JOIN evidence e ON e.post = n.id JOIN claim c ON c.id = e.claim
          WHERE \(isThere))
        """, places + places)
    }
    guard !citing.values.isEmpty else { return }
    conditions.add(
      """
      id IN (SELECT e.node FROM document a JOIN claim c ON c.document = a.id AND c.kind = 'directive'
      JOIN evidence e ON e.claim = c.id\(citing.clause))
      """, citing.values)
  }

  /// The documents that cite a directive, by date (undated last), then by id.
  public func citations(of directive: String) throws(StoreError) -> [DirectiveCitation] {
    try connection.rows(
      """
      SELECT v.directive_id, v.document_id, v.document, v.source, v.published, v.claim,
        v.cited_full, v.cited_short
      FROM directive_citation v JOIN document a ON a.id = v.document_id
      WHERE v.directive_id = ?1 ORDER BY a.published_lo IS NULL, a.published_lo, v.document_id
      """, [.text(directive)]
    ) { row throws(StoreError) in
      DirectiveCitation(
        directive: row.text(0) ?? "", document: row.text(1) ?? "", documentTitle: row.text(2),
        source: row.text(3),
        published: row.text(4), claim: row.text(5) ?? "", full: row.int(6), short: row.int(7))
    }
  }

  /// Contradictions, of one kind or all, by kind and id.
  public func contradictions(_ kind: Contradiction.Kind? = nil) throws(StoreError) -> [Contradiction] {
    var conditions = SQLFilter()
    conditions.add("kind", equals: kind?.rawValue)
    return try connection.rows(
      "SELECT id, kind, title, node FROM contradiction\(conditions.clause) ORDER BY kind, id",
      conditions.values,
      make: contradiction)
  }

  public func contradiction(_ id: String) throws(StoreError) -> Contradiction? {
    try connection.first(
      "SELECT id, kind, title, node FROM contradiction WHERE id = ?1", [.text(id)], make: contradiction)
  }

  private func contradiction(_ row: Statement) throws(StoreError) -> Contradiction {
    let id = row.text(0) ?? ""
    return Contradiction(
      id: id, kind: Contradiction.Kind(rawValue: row.text(1) ?? "") ?? .arithmetic, title: row.text(2) ?? "",
      node: row.text(3) ?? "",
      claims: try texts("SELECT claim FROM contradiction_claim WHERE contradiction = ?1 ORDER BY claim", id))
  }
}
