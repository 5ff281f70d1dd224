import KadryGraph
import KadryReading

extension Store {
  /// Begins to load wire lines.
  ///
  /// - Parameter batch: how many documents to write per transaction.
  public func beginLoad(batch: Int = 1000) throws(StoreError) -> Loader {
    try Loader(store: self, batch: max(1, batch))
  }
}

/// What a load did.
public struct LoadReport: Sendable, Equatable {
  /// Documents that the store did not have, or had with less.
  public var added = 0
  /// Documents that changed nothing.
  public var unchanged = 0
  /// Complaints: about lines in their order, then about documents by id.
  public var refusals: [String] = []
  /// `error` records in the stream: inputs that `extract` could not read.
  public var errors: [ErrorRecord] = []
  /// Lines that are documents to be read, not records: `ingest` or `extract` is the command for them.
  public var inputDocuments = 0

  public init() {}
}

/// Takes wire lines in any order, with repeats, and adds the complete documents among them to the store.
///
/// The lines of a document count together, wherever they stand: it is complete when there is its record, its
/// `end` and as many claims as the `end` says. Complete documents that come in one piece are written as they
/// come; the rest waits in memory up to a bound, then in a temporary table.
public final class Loader {
  /// How many bytes of incomplete documents wait in memory.
  static let memoryBound = 16 << 20

  private let store: Store
  private let batch: Int
  private let memoryBound: Int
  private var waiting: [String: LoadGroup] = [:]
  private var waitingBytes = 0
  private var hasSpilled = false
  private var isOpen = false
  private var inBatch = 0
  private var report = LoadReport()
  private var knownErrors: Set<String> = []

  init(store: Store, batch: Int, memoryBound: Int = Loader.memoryBound) throws(StoreError) {
    self.store = store
    self.batch = batch
    self.memoryBound = memoryBound
    try store.connection.execute(
      """
      DROP TABLE IF EXISTS temp.load_line; DROP TABLE IF EXISTS temp.load_done;
      CREATE TEMP TABLE load_line (document TEXT, line TEXT);
      CREATE TEMP TABLE load_done (document TEXT PRIMARY KEY) WITHOUT ROWID;
      """)
  }

  deinit {
    if isOpen { try? store.connection.execute("ROLLBACK") }
    store.inTransaction = false
  }

  /// Takes one line without its newline; a blank one is ignored. A line that is no record is reported, not
  /// thrown.
  ///
  /// - Parameter number: the line's number, for complaints.
  public func add(line: [UInt8], number: Int) throws(StoreError) {
    guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { return }
    let record: WireRecord
    do throws(WireError) {
      record = try WireReader.record(line)
    } catch {
      if error.kind == .inputDocument { report.inputDocuments += 1 }
      report.refusals.append("line \(number): \(error)")
      return
    }
    if let complaint = LoadGroup.complaint(record) {
      report.refusals.append("line \(number): \(complaint)")
      return
    }
    switch record {
    case .error(let error):
      if knownErrors.insert(ClaimIdentity.error(error)).inserted { report.errors.append(error) }
    case .document(let document): try take(document.id, record, bytes: line.count)
    case .claim(let claim): try take(claim.doc, record, bytes: line.count)
    case .end(let end): try take(end.doc, record, bytes: line.count)
    }
  }

  private func take(_ document: String, _ record: WireRecord, bytes: Int) throws(StoreError) {
    waiting[document, default: LoadGroup()].add(record, bytes: bytes)
    waitingBytes += bytes
    if let group = waiting[document], group.isWhole {
      forget(document)
      try settle(document, group)
    } else if waitingBytes > memoryBound {
      try spill()
    }
  }

  private func forget(_ document: String) {
    guard let group = waiting.removeValue(forKey: document) else { return }
    waitingBytes -= group.bytes
  }

  /// Writes what waits into the temporary table.
  private func spill() throws(StoreError) {
    hasSpilled = true
    try begin()
    for (document, group) in waiting {
      for record in group.records(of: document) {
        try store.connection.run(
          "INSERT INTO temp.load_line VALUES (?1, ?2)", [.text(document), .text(WireWriter.line(record))])
      }
    }
    waiting = [:]
    waitingBytes = 0
  }

  /// Settles what is left and rebuilds graph and full text if anything changed.
  public func finish(context: GraphContext) throws(StoreError) -> LoadReport {
    try begin()
    if hasSpilled {
      try spill()
      try store.connection.execute("CREATE INDEX temp.load_line_document ON load_line (document)")
      let documents = try store.connection.rows(
        "SELECT DISTINCT document FROM temp.load_line ORDER BY document"
      ) { row throws(StoreError) in row.text(0) ?? "" }
      for document in documents { try settle(document, try spilled(document)) }
    } else {
      let documents = waiting.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for document in documents { if let group = waiting[document] { try settle(document, group) } }
      waiting = [:]
    }
    try begin()
    try commit()
    try store.connection.execute("DROP TABLE temp.load_line; DROP TABLE temp.load_done")
    if try store.isStale() { try store.rebuild(context: context) }
    return report
  }

  private func spilled(_ document: String) throws(StoreError) -> LoadGroup {
    var group = LoadGroup()
    let lines = try store.connection.rows(
      "SELECT line FROM temp.load_line WHERE document = ?1", [.text(document)]
    ) { row throws(StoreError) in row.bytes(0) }
    for line in lines {
      do throws(WireError) {
        group.add(try WireReader.record(line), bytes: 0)
      } catch {
        throw StoreError(.damaged, "a waiting line cannot be read back: \(error)", path: store.path)
      }
    }
    return group
  }

  // MARK: Settling

  /// Adds the document of a group, or says why not.
  private func settle(_ document: String, _ group: LoadGroup) throws(StoreError) {
    try begin()
    let isDone =
      try store.connection.int("SELECT count(*) FROM temp.load_done WHERE document = ?1", [.text(document)])
      > 0
    if let complaint = try refusal(document, group, isDone: isDone) {
      if !complaint.isEmpty { report.refusals.append("document \(document): \(complaint)") }
      return
    }
    var first = group.documents.first
    if first == nil { first = try store.document(document) }
    guard let first else { return }
    if try store.reading() == nil { try store.setMeta("reading", first.reading) }
    var changed = try store.merge(first, group.claims)
    for record in group.documents.dropFirst() {
      if try store.merge(record, []) { changed = true }
    }
    if changed { try store.markStale() }
    guard !isDone else { return }
    try store.connection.run("INSERT INTO temp.load_done VALUES (?1)", [.text(document)])
    if changed { report.added += 1 } else { report.unchanged += 1 }
    inBatch += 1
    if inBatch >= batch { try commit() }
  }

  /// Why a group cannot be taken; empty when it says nothing that the store has not got.
  private func refusal(_ document: String, _ group: LoadGroup, isDone: Bool) throws(StoreError) -> String? {
    let readings = Set(group.documents.map(\.reading)).sorted()
    if readings.count > 1 { return "is there in two readings, \(readings[0]) and \(readings[1])" }
    if let reading = readings.first, let own = try store.reading(), reading != own {
      return
        "is of the reading \(reading), this database is of \(own); extract it again, or load into a new database"
    }
    // Its other lines came before, complete.
    if isDone { return nil }
    if try isKnown(document, group) { return "" }
    if group.documents.isEmpty { return "has claims or an end, but no document record" }
    guard let expected = group.expectedClaims else { return "has no end record: it was cut short" }
    if group.claims.count < expected {
      return "has \(group.claims.count) of \(expected) claims: lines are missing"
    }
    return nil
  }

  /// Whether an incomplete group repeats lines of a stored document and nothing else.
  private func isKnown(_ document: String, _ group: LoadGroup) throws(StoreError) -> Bool {
    guard !group.isWhole, let stored = try store.document(document) else { return false }
    var bodies: [String: String] = [:]
    for (id, body) in try store.claimBodies(document) { bodies[id] = body }
    for end in group.ends where end > bodies.count { return false }
    for claim in group.claims where bodies[claim.id] != WireWriter.line(.claim(claim)) { return false }
    for record in group.documents {
      let paths = try store.connection.int(
        "SELECT count(*) FROM document_path WHERE document = ?1 AND path = ?2",
        [.text(document), SQLValue(record.metadata.path)])
      var copy = record
      copy.metadata.path = stored.metadata.path
      if copy != stored || (record.metadata.path != nil && paths == 0) { return false }
    }
    return true
  }

  private func begin() throws(StoreError) {
    guard !isOpen else { return }
    try store.connection.execute("BEGIN IMMEDIATE")
    isOpen = true
    store.inTransaction = true
  }

  private func commit() throws(StoreError) {
    try store.connection.execute("COMMIT")
    isOpen = false
    store.inTransaction = false
    inBatch = 0
  }
}
