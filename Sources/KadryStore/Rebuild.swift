import KadryGraph
import KadryReading

extension Store {
  /// Rebuilds the graph tables from documents and claims, and completes the full text; one transaction each.
  ///
  /// Deterministic: equal documents and claims give equal tables. Memory grows with the number of persons,
  /// holdings, bodies and directives named, not with the texts.
  public func rebuild(context: GraphContext) throws(StoreError) {
    // References hold by construction here, and checking each costs more than writing it. SQLite ignores the
    // switch within a transaction.
    try connection.execute("PRAGMA foreign_keys = OFF")
    defer { try? connection.execute("PRAGMA foreign_keys = ON") }
    try inOneTransaction { () throws(StoreError) in
      let indices = try connection.rows(
        """
        SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
        AND tbl_name IN (\(Schema.graphTables.map { "'\($0)'" }.joined(separator: ", "))) ORDER BY name
        """
      ) { row throws(StoreError) in row.text(0) ?? "" }
      for index in indices { try connection.execute("DROP INDEX \(index)") }
      for table in Schema.graphTables { try connection.run("DELETE FROM \(table)") }
      if try meta("stale") == Staleness.figures { try rebuildFigures() }
      let corrections = try resolvedCorrections()
      let plan = CorrectionPlan(corrections)
      var builder = GraphBuilder(context: context, keepsFigures: false, judgements: plan.judgements)
      try eachDocumentWithClaims { (facts, claims) throws(StoreError) in builder.add(facts, claims: claims) }
      var graph = builder.build()
      graph.contradictions += try (failingFigures() + disagreeingFigures()).filter { contradiction in
        !contradiction.claims.contains { plan.judgements.rejected[$0] != nil }
      }
      try write(plan.outcomes, corrections)
      try write(graph, context: context)
      try connection.execute(Schema.indices)
      try setMeta("as_of", graph.asOf)
      try setMeta("stale", nil)
    }
    try completeFullText()
  }

  /// As ``transaction(_:)``, for bodies that fail with store errors only.
  func inOneTransaction(_ body: () throws(StoreError) -> Void) throws(StoreError) {
    guard !inTransaction else { return try body() }
    try connection.execute("BEGIN IMMEDIATE")
    inTransaction = true
    defer { inTransaction = false }
    do throws(StoreError) {
      try body()
      try connection.execute("COMMIT")
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
  }

  /// Hands over every document with those of its claims that the graph is made of.
  private func eachDocumentWithClaims(
    _ body: (DocumentFacts, [Claim]) throws(StoreError) -> Void
  ) throws(StoreError) {
    // In the order of the file, which is that of the claims too: the graph needs none.
    let documents = try connection.checkOut(
      """
      SELECT id, sha256, published, source, place, language, translation, url, canonical, translations,
        coalesce(readable, text) FROM document
      """)
    defer { connection.checkIn(documents) }
    while try documents.step() {
      let facts = DocumentFacts(
        id: documents.text(0) ?? "", sha256: documents.text(1) ?? "", published: documents.text(2),
        source: documents.text(3), place: documents.text(4), language: documents.text(5),
        translation: documents.text(6),
        addresses: [documents.text(7), documents.text(8)].compactMap { $0 },
        links: PageRecord.addresses(
          ofTranslations: documents.text(9)?.split(separator: "\n").map(String.init) ?? []),
        sketch: TextSketch(text: documents.bytes(10)))
      try body(
        facts,
        try storedClaims(
          "SELECT body FROM claim WHERE document = ?1 AND kind NOT IN ('figure', 'date')", [.text(facts.id)]))
    }
  }

  /// The claims whose bodies a query gives in its first column.
  func storedClaims(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> [Claim] {
    try connection.rows(sql, values) { row throws(StoreError) in try storedClaim(row) }
  }

  private func storedClaim(_ row: Statement) throws(StoreError) -> Claim {
    let record: WireRecord
    do throws(WireError) {
      record = try WireReader.record(row.bytes(0))
    } catch {
      throw StoreError(.damaged, "a stored claim cannot be read: \(error)", path: path)
    }
    guard case .claim(let claim) = record else {
      throw StoreError(.damaged, "a row of claim holds another record", path: path)
    }
    return claim
  }

  // MARK: Figures

  /// Fills the table of figures from their claims, after a migration.
  private func rebuildFigures() throws(StoreError) {
    try connection.run("DELETE FROM figure")
    let claims = try connection.checkOut("SELECT body FROM claim WHERE kind = 'figure'")
    defer { connection.checkIn(claims) }
    while try claims.step() { if let figure = Figure(try storedClaim(claims)) { try insert(figure) } }
  }

  func insert(_ figure: Figure) throws(StoreError) {
    let body = figure.body
    try connection.run(
      "INSERT INTO figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
      [
        .text(figure.id), .text(figure.quote), .text(figure.claim), .text(figure.document),
        SQLValue(body.value),
        SQLValue(body.unit), SQLValue(body.what), SQLValue(body.of), SQLValue(body.percent),
        SQLValue(body.place),
        SQLValue(body.period), .text(body.measure.rawValue), SQLValue(body.check),
        .int(figure.span.lowerBound),
        .int(figure.span.upperBound),
      ])
  }

  private func failingFigures() throws(StoreError) -> [Contradiction] {
    try connection.rows(
      Store.selectFigure + " WHERE finding IS NOT NULL AND finding <> 'ok' ORDER BY id"
    ) { row throws(StoreError) in Contradiction(arithmeticOf: Store.figure(row)) }.compactMap { $0 }
  }

  /// Figures of different documents that count or measure one thing at one place and time, and differ.
  private func disagreeingFigures() throws(StoreError) -> [Contradiction] {
    let subject = "measure, coalesce(unit, ''), lower(what), place, period"
    let figures = try connection.rows(
      Store.selectFigure + """
         WHERE value IS NOT NULL AND what IS NOT NULL AND place IS NOT NULL AND period IS NOT NULL
        AND (\(subject)) IN (
          SELECT \(subject) FROM figure
          WHERE value IS NOT NULL AND what IS NOT NULL AND place IS NOT NULL AND period IS NOT NULL
          GROUP BY \(subject) HAVING count(DISTINCT value) > 1 AND count(DISTINCT document) > 1)
        ORDER BY \(subject), id
        """
    ) { row throws(StoreError) in Store.figure(row) }
    let groups = Dictionary(grouping: figures) { figure in
      let body = figure.body
      return [body.measure.rawValue, body.unit, body.what?.lowercased(), body.place, body.period]
    }
    return groups.values.compactMap { Contradiction(between: $0) }
  }

  // MARK: Full text

  /// Indexes the documents that came since the last time: all anew when they are more than a tenth.
  func completeFullText() throws(StoreError) {
    try inOneTransaction { () throws(StoreError) in
      let pending = try connection.int("SELECT count(*) FROM fulltext_pending")
      guard pending > 0 else { return }
      if pending * 10 > (try connection.int("SELECT count(*) FROM document")) {
        try connection.run("INSERT INTO document_fts (document_fts) VALUES ('rebuild')")
      } else {
        try connection.run(
          """
          INSERT INTO document_fts (rowid, title, text)
          SELECT d.rowid, d.title, coalesce(d.readable, d.text) FROM fulltext_pending p CROSS JOIN document d ON d.id = p.document
          ORDER BY d.rowid
          """)
      }
      try connection.run("DELETE FROM fulltext_pending")
    }
  }
}
