import KadryGraph
import KadryReading
import KadryText

extension Store {
  /// Begins to bring documents in.
  ///
  /// - Parameters:
  ///   - reading: the reading that the documents are of; it becomes the store's.
  ///   - batch: how many documents to write per transaction. A kill loses the open batch at most.
  public func beginIngest(reading: String, batch: Int = 1000) throws(StoreError) -> IngestSession {
    try IngestSession(store: self, reading: reading, batch: max(1, batch))
  }
}

/// What an ingest did, in documents.
public struct IngestTally: Sendable, Equatable {
  /// Put: new, or in place of another version.
  public var added = 0
  /// There already.
  public var skipped = 0
  /// Gone because their path or URL has another content now.
  public var removed = 0

  public init(added: Int = 0, skipped: Int = 0, removed: Int = 0) {
    self.added = added
    self.skipped = skipped
    self.removed = removed
  }
}

/// Brings documents in, in batches; see ``Store/beginIngest(reading:batch:)``.
///
/// A document replaces those of its path, and those of its URL and given language, that came in earlier
/// sessions. What this session has put or skipped stays, so that the order of documents means nothing. Until
/// ``finish(context:)`` both are there, and the graph is stale; a session cut short is completed by the next
/// one.
public final class IngestSession {
  private let store: Store
  private let reading: String
  private let batch: Int
  private var isOpen = false
  private var inBatch = 0
  private var hasBegun = false
  private var tally = IngestTally()

  init(store: Store, reading: String, batch: Int) throws(StoreError) {
    self.store = store
    self.reading = reading
    self.batch = batch
    try store.connection.execute(
      """
      DROP TABLE IF EXISTS temp.touched_path; DROP TABLE IF EXISTS temp.touched_url;
      CREATE TEMP TABLE touched_path (path TEXT, document TEXT, PRIMARY KEY (path, document)) WITHOUT ROWID;
      CREATE TEMP TABLE touched_url (
        url TEXT, lang TEXT, document TEXT, PRIMARY KEY (url, lang, document)) WITHOUT ROWID;
      """)
  }

  deinit {
    // A session that was dropped unfinished leaves its last batch unwritten.
    if isOpen { try? store.connection.execute("ROLLBACK") }
    store.inTransaction = false
  }

  /// Whether the store has this very document: content, metadata and reading. If so it is noted as still
  /// there.
  public func skip(_ document: Document) throws(StoreError) -> Bool {
    guard let id = try store.hasUnchanged(document, reading: reading) else { return false }
    try begin()
    try touch(id, document.metadata)
    try count()
    tally.skipped += 1
    return true
  }

  /// Adds a document with its claims, or puts it in place of the stored version.
  public func put(_ record: DocumentRecord, claims: [Claim]) throws(StoreError) {
    try begin()
    try markStale()
    switch try store.document(record.id) {
    case nil: try store.insert(record, claims)
    case let stored? where try isWitnessed(stored, besides: record): try store.merge(record, claims)
    default: try store.replace(record, claims)
    }
    try touch(record.id, record.metadata)
    tally.added += 1
    try count()
  }

  /// Stored documents of another reading than this session's, to be read again and put; at most `limit`, by
  /// id, those after `after`.
  public func outdated(after: String? = nil, limit: Int = 100) throws(StoreError) -> [Document] {
    try store.connection.rows(
      DocumentTable.select + " WHERE reading <> ?1 AND id > ?2 ORDER BY id LIMIT ?3",
      [.text(reading), .text(after ?? ""), .int(limit)]
    ) { row throws(StoreError) in
      let record = DocumentTable.record(row)
      return Document(text: Array(record.text.utf8), format: record.format, metadata: record.metadata)
    }
  }

  /// Writes the open batch, drops what was replaced, and rebuilds graph and full text if anything changed.
  public func finish(context: GraphContext) throws(StoreError) -> IngestTally {
    try begin()
    try dropReplaced()
    try commit()
    try store.connection.execute("DROP TABLE temp.touched_path; DROP TABLE temp.touched_url")
    if try store.isStale() { try store.rebuild(context: context) }
    return tally
  }

  /// Whether the stored version of a document is still that of another path, in this reading.
  private func isWitnessed(_ stored: DocumentRecord, besides record: DocumentRecord) throws(StoreError)
    -> Bool
  {
    guard stored.reading == record.reading else { return false }
    return try store.connection.int(
      "SELECT count(*) FROM document_path WHERE document = ?1 AND path IS NOT ?2 AND given = ?3",
      [
        .text(record.id), SQLValue(record.metadata.path),
        .text(DocumentTable.given(stored.metadata, stored.format)),
      ]) > 0
  }

  // MARK: Batches

  private func begin() throws(StoreError) {
    guard !isOpen else { return }
    try store.connection.execute("BEGIN IMMEDIATE")
    isOpen = true
    store.inTransaction = true
  }

  private func count() throws(StoreError) {
    inBatch += 1
    if inBatch >= batch { try commit() }
  }

  private func commit() throws(StoreError) {
    try store.connection.execute("COMMIT")
    isOpen = false
    store.inTransaction = false
    inBatch = 0
  }

  private func markStale() throws(StoreError) {
    guard !hasBegun else { return }
    hasBegun = true
    try store.markStale()
    try store.setMeta("reading", reading)
  }

  // MARK: Replacing

  private func touch(_ id: String, _ metadata: DocumentMetadata) throws(StoreError) {
    if let path = metadata.path {
      try store.connection.run(
        "INSERT OR IGNORE INTO temp.touched_path VALUES (?1, ?2)", [.text(path), .text(id)])
    }
    if let url = metadata.url {
      try store.connection.run(
        "INSERT OR IGNORE INTO temp.touched_url VALUES (?1, ?2, ?3)",
        [.text(url), .text(metadata.lang ?? ""), .text(id)])
    }
  }

  private func dropReplaced() throws(StoreError) {
    let pathless = try store.connection.rows(
      """
      SELECT p.path, p.document FROM document_path p
      WHERE p.path IN (SELECT path FROM temp.touched_path)
        AND NOT EXISTS (SELECT 1 FROM temp.touched_path t WHERE t.path = p.path AND t.document = p.document)
      ORDER BY p.path, p.document
      """
    ) { row throws(StoreError) in (path: row.text(0) ?? "", document: row.text(1) ?? "") }
    let sameURL = try store.connection.rows(
      """
      SELECT DISTINCT d.id FROM temp.touched_url t
      JOIN document d ON d.url = t.url AND coalesce(d.lang, '') = t.lang
      WHERE NOT EXISTS (
        SELECT 1 FROM temp.touched_url u WHERE u.url = t.url AND u.lang = t.lang AND u.document = d.id)
      ORDER BY d.id
      """
    ) { row throws(StoreError) in row.text(0) ?? "" }
    guard !pathless.isEmpty || !sameURL.isEmpty else { return }
    try markStale()
    for (path, document) in pathless {
      try store.connection.run(
        "DELETE FROM document_path WHERE path = ?1 AND document = ?2", [.text(path), .text(document)])
    }
    var gone: Set<String> = []
    for (_, document) in pathless where !gone.contains(document) {
      if try store.settlePaths(document) { gone.insert(document) }
    }
    for document in sameURL where !gone.contains(document) {
      try store.delete(document)
      gone.insert(document)
    }
    tally.removed = gone.count
  }
}
