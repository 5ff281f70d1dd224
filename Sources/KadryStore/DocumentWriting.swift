import KadryGraph
import KadryReading
import KadryText

/// Adding, merging, replacing and deleting documents; every function runs in the caller's transaction.
extension Store {
  /// Adds a document that the store has not, with its claims.
  func insert(_ record: DocumentRecord, _ claims: [Claim]) throws(StoreError) {
    try connection.run(DocumentTable.insert, DocumentTable.values(record))
    try connection.run("INSERT OR IGNORE INTO fulltext_pending VALUES (?1)", [.text(record.id)])
    try insert(claims)
    try addPath(record)
  }

  private func insert(_ claims: [Claim]) throws(StoreError) {
    let statement = try connection.checkOut(DocumentTable.insertClaim)
    defer { connection.checkIn(statement) }
    for claim in claims {
      try statement.bind(DocumentTable.values(claim, body: WireWriter.line(.claim(claim))))
      _ = try statement.step()
      statement.reset()
      if let figure = Figure(claim) { try insert(figure) }
    }
  }

  /// Puts a new version of a stored document, and all its claims, in place of the old one.
  func replace(_ record: DocumentRecord, _ claims: [Claim]) throws(StoreError) {
    let isSameText =
      try connection.int(
        "SELECT count(*) FROM document WHERE id = ?1 AND title IS ?2 AND text = ?3 AND readable IS ?4",
        [.text(record.id), SQLValue(record.title), .text(record.text), SQLValue(record.readable)]) == 1
    if !isSameText { try forgetFullText(record.id) }
    var record = record
    try addPath(record)
    record.metadata.path = try leastPath(record.id)
    try connection.run(DocumentTable.update, DocumentTable.values(record))
    if !isSameText {
      try connection.run("INSERT OR IGNORE INTO fulltext_pending VALUES (?1)", [.text(record.id)])
    }
    try connection.run("DELETE FROM claim WHERE document = ?1", [.text(record.id)])
    try insert(claims)
  }

  /// Unites a document with the stored one of its id: paths and claims are united, and where the two differ
  /// in anything the least, as written on the wire, stays. So the outcome depends on no order.
  ///
  /// - Returns: whether anything changed.
  @discardableResult
  func merge(_ record: DocumentRecord, _ claims: [Claim]) throws(StoreError) -> Bool {
    guard let stored = try document(record.id) else {
      try insert(record, claims)
      return true
    }
    var changed = try addPath(record)
    var least =
      [stored, record].min { Store.core($0).utf8.lexicographicallyPrecedes(Store.core($1).utf8) } ?? stored
    least.metadata.path = try leastPath(record.id)
    if least != stored {
      changed = true
      if least.title != stored.title || least.text != stored.text || least.format != stored.format {
        try forgetFullText(record.id)
        try connection.run("INSERT OR IGNORE INTO fulltext_pending VALUES (?1)", [.text(record.id)])
      }
      try connection.run(DocumentTable.update, DocumentTable.values(least))
    }
    var bodies: [String: String] = [:]
    for (id, body) in try claimBodies(record.id) { bodies[id] = body }
    for claim in claims {
      let line = WireWriter.line(.claim(claim))
      if let body = bodies[claim.id] {
        guard line.utf8.lexicographicallyPrecedes(body.utf8) else { continue }
        try connection.run("DELETE FROM claim WHERE id = ?1", [.text(claim.id)])
      }
      changed = true
      try insert([claim])
    }
    return changed
  }

  /// Deletes a document with its claims and paths.
  func delete(_ id: String) throws(StoreError) {
    try forgetFullText(id)
    try connection.run("DELETE FROM claim WHERE document = ?1", [.text(id)])
    try connection.run("DELETE FROM document_path WHERE document = ?1", [.text(id)])
    try connection.run("DELETE FROM document WHERE id = ?1", [.text(id)])
  }

  /// After paths were taken away: a document without any is deleted, another shows the least it has.
  ///
  /// - Returns: whether the document is gone.
  func settlePaths(_ id: String) throws(StoreError) -> Bool {
    guard let path = try leastPath(id) else {
      try delete(id)
      return true
    }
    try connection.run("UPDATE document SET path = ?2 WHERE id = ?1", [.text(id), .text(path)])
    return false
  }

  /// Notes where a document was read.
  ///
  /// - Returns: whether the path is new for it.
  @discardableResult
  private func addPath(_ record: DocumentRecord) throws(StoreError) -> Bool {
    guard let path = record.metadata.path else { return false }
    let given = DocumentTable.given(record.metadata, record.format)
    let known = try connection.text(
      "SELECT given FROM document_path WHERE path = ?1 AND document = ?2", [.text(path), .text(record.id)])
    guard known != given else { return false }
    try connection.run(
      "INSERT OR REPLACE INTO document_path VALUES (?1, ?2, ?3)",
      [.text(path), .text(record.id), .text(given)])
    return known == nil
  }

  private func leastPath(_ id: String) throws(StoreError) -> String? {
    try connection.text("SELECT min(path) FROM document_path WHERE document = ?1", [.text(id)])
  }

  /// Takes a document out of the full-text index before its text changes or goes.
  private func forgetFullText(_ id: String) throws(StoreError) {
    try connection.run("DELETE FROM fulltext_pending WHERE document = ?1", [.text(id)])
    guard connection.changes == 0 else { return }
    try connection.run(
      """
      INSERT INTO document_fts (document_fts, rowid, title, text)
      SELECT 'delete', rowid, title, coalesce(readable, text) FROM document WHERE id = ?1
      """, [.text(id)])
  }

  /// A document on the wire without its path, which two copies may differ in.
  private static func core(_ record: DocumentRecord) -> String {
    var record = record
    record.metadata.path = nil
    return WireWriter.line(.document(record))
  }

  func claimBodies(_ document: String) throws(StoreError) -> [(id: String, body: String)] {
    try connection.rows("SELECT id, body FROM claim WHERE document = ?1 ORDER BY id", [.text(document)]) {
      row throws(StoreError) in (row.text(0) ?? "", row.text(1) ?? "")
    }
  }
}
