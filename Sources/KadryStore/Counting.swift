extension Store {
  /// Counts over the whole store.
  public func statistics() throws(StoreError) -> StoreStatistics {
    var statistics = StoreStatistics()
    statistics.documents = try connection.int("SELECT count(*) FROM document")
    statistics.claims = try connection.int("SELECT count(*) FROM claim")
    statistics.undated = try connection.int("SELECT count(*) FROM document WHERE published_lo IS NULL")
    statistics.unsourced = try connection.int("SELECT count(*) FROM document WHERE source IS NULL")
    statistics.silent = try connection.int(
      "SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM claim c WHERE c.document = d.id)")
    statistics.witnesses = try connection.int(
      """
      SELECT (SELECT count(*) FROM document) - (SELECT count(*) FROM witness)
        + (SELECT count(DISTINCT witness) FROM witness)
      """)
    statistics.claimsByKind = try tallies("SELECT kind, count(*) FROM claim GROUP BY kind ORDER BY kind")
    statistics.documentsByLanguage = try tallies(
      "SELECT coalesce(language, ''), count(*) FROM document GROUP BY 1 ORDER BY 1")
    statistics.documentsByYear = try tallies(
      "SELECT coalesce(substr(published_lo, 1, 4), ''), count(*) FROM document GROUP BY 1 ORDER BY 1")
    statistics.unsourcedByYear = try tallies(
      """
      SELECT coalesce(substr(published_lo, 1, 4), ''), count(*) FROM document WHERE source IS NULL
      GROUP BY 1 ORDER BY 1
      """)
    statistics.silentByYear = try tallies(
      """
      SELECT coalesce(substr(published_lo, 1, 4), ''), count(*) FROM document d
      WHERE NOT EXISTS (SELECT 1 FROM claim c WHERE c.document = d.id) GROUP BY 1 ORDER BY 1
      """)
    statistics.documentsBySource = try tallies(
      "SELECT coalesce(source, ''), count(*) FROM document GROUP BY 1 ORDER BY 2 DESC, 1")
    for table in [
      "person", "post", "organization", "place", "occupancy", "directive", "figure", "relation",
      "contradiction",
      "correction",
    ] {
      statistics.nodes.append(Tally(name: table, count: try connection.int("SELECT count(*) FROM \(table)")))
    }
    return statistics
  }

  private func tallies(_ sql: String) throws(StoreError) -> [Tally] {
    try connection.rows(sql) { row throws(StoreError) in Tally(name: row.text(0) ?? "", count: row.int(1)) }
  }

  /// All corrections, by id.
  public func corrections() throws(StoreError) -> [CorrectionRow] {
    try connection.rows("SELECT id, title, action, body FROM correction ORDER BY id") {
      row throws(StoreError) in
      CorrectionRow(
        id: row.text(0) ?? "", title: row.text(1) ?? "", action: row.text(2) ?? "", body: row.text(3) ?? "")
    }
  }

  /// Replaces all corrections; where they differ, the graph is to be rebuilt.
  public func setCorrections(_ rows: [CorrectionRow]) throws(StoreError) {
    let rows = rows.sortedByBytes { $0.id }
    guard try corrections() != rows else { return }
    try inOneTransaction { () throws(StoreError) in
      try markStale()
      try connection.run("DELETE FROM correction")
      for row in rows {
        try connection.run(
          "INSERT INTO correction VALUES (?1, ?2, ?3, ?4)",
          [.text(row.id), .text(row.title), .text(row.action), .text(row.body)])
      }
    }
  }
}
