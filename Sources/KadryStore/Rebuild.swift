import KadryGraph
import KadryReading

extension Store {
  /// Rebuilds the graph tables from documents and claims, and completes the full text; one transaction each.
  ///
  /// Deterministic: equal documents and claims give equal tables. Memory grows with the number of persons,
  /// holdings, bodies and directives named, not with the texts.
  public func rebuild(context: GraphContext) throws(StoreError) {
    try inOneTransaction { () throws(StoreError) in
      let c = ContinuousClock(); var t = c.now
      func lap(_ n: String) { print(n, c.now - t); t = c.now }
      for table in Schema.derivedTables { try connection.run("DELETE FROM \(table)") }
      lap("delete")
      var builder = GraphBuilder(context: context, keepsFigures: false)
      var arithmetic: [Contradiction] = []
      try eachDocumentWithClaims { (facts, claims) throws(StoreError) in
        builder.add(facts, claims: claims)
        for claim in claims {
          guard let figure = Figure(claim) else { continue }
          try insert(figure)
          if let contradiction = Contradiction(arithmeticOf: figure) { arithmetic.append(contradiction) }
        }
      }
      lap("read")
      var graph = builder.build()
      lap("build")
      graph.contradictions += arithmetic
      try write(graph, context: context)
      lap("write")
      try setMeta("as_of", graph.asOf)
      try setMeta("stale", nil)
    }
    let c2 = ContinuousClock(); print("fts", try! c2.measure { try completeFullText() })
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

  private func eachDocumentWithClaims(
    _ body: (DocumentFacts, [Claim]) throws(StoreError) -> Void
  ) throws(StoreError) {
    // In the order of the file, which is that of the claims too: the graph needs none.
    let documents = try connection.checkOut("SELECT id, sha256, published, source, place FROM document")
    defer { connection.checkIn(documents) }
    while try documents.step() {
      let facts = DocumentFacts(
        id: documents.text(0) ?? "", sha256: documents.text(1) ?? "", published: documents.text(2),
        source: documents.text(3), place: documents.text(4))
      try body(facts, try storedClaims("SELECT body FROM claim WHERE document = ?1", [.text(facts.id)]))
    }
  }

  /// The claims whose bodies a query gives in its first column.
  func storedClaims(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> [Claim] {
    try connection.rows(sql, values) { row throws(StoreError) in
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
          SELECT d.rowid, d.title, d.text FROM fulltext_pending p CROSS JOIN document d ON d.id = p.document
          ORDER BY d.rowid
          """)
      }
      try connection.run("DELETE FROM fulltext_pending")
    }
  }
}
