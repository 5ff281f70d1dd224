import KadryGraph
import KadryReading

extension Store {
  /// One document with its text.
  public func document(_ id: String) throws(StoreError) -> DocumentRecord? {
    try connection.first(DocumentTable.select + " WHERE id = ?1", [.text(id)]) { row throws(StoreError) in
      DocumentTable.record(row)
    }
  }

  /// Documents by publication date (undated last), then by id; streamed.
  public func eachDocument(_ filter: DocumentFilter = .init(), _ body: (DocumentRow) throws -> Void) throws {
    var conditions = SQLFilter()
    conditions.add("d.source", equals: filter.source)
    conditions.add("d.language", equals: filter.language)
    if let from = filter.from { conditions.add("d.published_hi >= ?", [.text(from)]) }
    if let to = filter.to { conditions.add("d.published_lo <= ?", [.text(to)]) }
    conditions.add("d.url", equals: filter.url)
    if let path = filter.path {
      conditions.add("d.id IN (SELECT document FROM document_path WHERE path = ?)", [.text(path)])
    }
    try connection.query(
      """
      SELECT d.id, d.title, d.source, d.published, d.published_basis, d.language, d.place, coalesce(d.url, d.canonical),
        d.path,
        d.sha256, d.translation, d.bytes, (SELECT count(*) FROM claim c WHERE c.document = d.id),
        w.witness, w.basis
      FROM document d LEFT JOIN witness w ON w.document = d.id\(conditions.clause)
      ORDER BY d.published_lo IS NULL, d.published_lo, d.id\(SQLFilter.limit(filter.limit))
      """, conditions.values
    ) { row in
      try body(
        DocumentRow(
          id: row.text(0) ?? "", title: row.text(1), source: row.text(2), published: row.text(3),
          publishedBasis: row.text(4), language: row.text(5), place: row.text(6), url: row.text(7),
          path: row.text(8), sha256: row.text(9) ?? "", translation: row.text(10), bytes: row.int(11),
          claims: row.int(12), witness: row.text(13), witnessBasis: row.text(14)))
    }
  }

  /// Figures by document, then by span; streamed.
  public func eachFigure(_ filter: FigureFilter = .init(), _ body: (Figure) throws -> Void) throws {
    var conditions = SQLFilter()
    conditions.add("document", equals: filter.document)
    conditions.add("unit", equals: filter.unit)
    conditions.add("measure", equals: filter.measure?.rawValue)
    if let what = filter.what {
      conditions.add("instr(what, ?) > 0 OR instr(title, ?) > 0", [.text(what), .text(what)])
    }
    if filter.failing { conditions.add("finding IS NOT NULL AND finding <> 'ok'") }
    try connection.query(
      Store.selectFigure + conditions.clause + " ORDER BY document, span_start, span_end, id"
        + SQLFilter.limit(filter.limit), conditions.values
    ) { row in try body(Store.figure(row)) }
  }

  public func claim(_ id: String) throws(StoreError) -> Claim? {
    try storedClaims("SELECT body FROM claim WHERE id = ?1", [.text(id)]).first
  }

  /// The claims of a document in the order of the wire.
  public func claims(ofDocument id: String) throws(StoreError) -> [Claim] {
    try storedClaims("SELECT body FROM claim WHERE document = ?1", [.text(id)]).sorted(by: Claim.precedes)
  }

  /// The claims that a node rests on, by id: its members; for a post those of its holdings, for a body that
  /// no claim names those of the holdings that imply it, for a contradiction those of both sides. None for a
  /// place.
  public func claims(ofNode id: String) throws(StoreError) -> [Claim] {
    let ids =
      switch id.prefix(4) {
      case "org-": try organization(id)?.members ?? []
      case "pos-": try texts("SELECT claim FROM evidence WHERE post = ?1 ORDER BY claim", id)
      case "fig-": try texts("SELECT claim FROM figure WHERE id = ?1", id)
      case "con-":
        try texts("SELECT claim FROM contradiction_claim WHERE contradiction = ?1 ORDER BY claim", id)
      default: try members(id)
      }
    var claims: [Claim] = []
    for id in ids { if let claim = try claim(id) { claims.append(claim) } }
    return claims
  }

  /// The whole store on the wire: documents by id, each with its claims in the order of the wire and its
  /// `end`.
  public func eachRecord(_ body: (WireRecord) throws -> Void) throws {
    try connection.query(DocumentTable.select + " ORDER BY id") { row in
      let record = DocumentTable.record(row)
      try body(.document(record))
      let claims = try claims(ofDocument: record.id)
      for claim in claims { try body(.claim(claim)) }
      try body(.end(EndRecord(doc: record.id, claims: claims.count)))
    }
  }

  /// The graph as it stands in the tables.
  ///
  /// - Parameter figures: whether to fetch the figures too, which are many.
  public func graph(figures: Bool = false) throws(StoreError) -> Graph {
    var graph = Graph()
    graph.asOf = try asOf()
    graph.persons = try connection.rows(Store.selectPerson + " ORDER BY id", make: person)
    graph.organizations = try connection.rows(Store.selectOrganization + " ORDER BY id", make: organization)
    graph.places = try connection.rows(Store.selectPlace + " ORDER BY id", make: place)
    graph.posts = try connection.rows(Store.selectPost + " ORDER BY id", make: post)
    graph.occupancies = try connection.rows(
      "SELECT \(Store.occupancyColumns) FROM occupancy o ORDER BY o.id"
    ) { row throws(StoreError) in try occupancy(row) }
    graph.directives = try connection.rows(Store.selectDirective + " ORDER BY id", make: directive)
    if figures {
      graph.figures = try connection.rows(Store.selectFigure + " ORDER BY claim") {
        row throws(StoreError) in Store.figure(row)
      }
    }
    graph.relations = try connection.rows(
      "SELECT id, document, subject, predicate, object FROM relation ORDER BY id"
    ) { row throws(StoreError) in
      Relation(
        claim: row.text(0) ?? "", document: row.text(1) ?? "", subject: row.text(2) ?? "",
        predicate: Predicate(rawValue: row.text(3) ?? "") ?? .partOf, object: row.text(4) ?? "")
    }
    graph.contradictions = try contradictions().sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return graph
  }
}
