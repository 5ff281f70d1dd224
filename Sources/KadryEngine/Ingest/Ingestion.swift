import KadryArchive
import KadryGraph
import KadryReading
import KadryStore
import KadryText

/// What became of an ingest.
public struct IngestReport: Sendable, Equatable {
  public var inputs: InputReport
  public var tally: IngestTally
  /// Stored documents that were read again because the lexicons had changed.
  public var reread: Int
}

/// How far an ingest has come.
public struct IngestProgress: Sendable, Equatable {
  /// What is done: documents are read, or graph and full text are made of all.
  public enum Stage: Sendable { case reading, completing }
  public var stage = Stage.reading
  /// Documents read and skipped.
  public var documents = 0
  public var failures = 0
}

/// Documents to a database: `kadry ingest`.
///
/// Several threads read, the calling one writes, in transactions of many documents: when the process dies, the next
/// run goes on where it was. What is in the database unchanged is skipped, what changed is replaced, and what
/// other lexicons read is read again from the stored text.
public struct Ingestion {
  private let store: Store
  private let knowledge: Knowledge
  private let threads: Int
  private let corrections: CorrectionFile?

  /// How many documents are written in one transaction; a kill loses the last ones at most.
  public static let usualBatch = 1000
  private let batch: Int

  /// - Parameter corrections: what people decided; applied with every run.
  public init(
    store: Store, knowledge: Knowledge, threads: Int, batch: Int = Ingestion.usualBatch,
    corrections: CorrectionFile? = nil
  ) {
    self.batch = batch
    self.corrections = corrections
    self.store = store
    self.knowledge = knowledge
    self.threads = threads
  }

  /// Brings all documents of a source in. `tell` hears of failures and repairs as they come, `progress` how far
  /// the work is.
  public func run(
    _ source: any DocumentSource, tell: (InputFailure) -> Void = { _ in },
    progress: @escaping (IngestProgress) -> Void = { _ in }
  ) throws -> IngestReport {
    var inputs = InputReport()
    if let corrections { try Correcting.take(corrections, into: store) }
    let session = try store.beginIngest(reading: knowledge.reading, batch: batch)
    var state = IngestProgress()
    let filtered = UnchangedFilter(source, session: session) { unchanged in
      state.documents = inputs.documents + unchanged
      progress(state)
    }
    let batches = ItemBatches(filtered)
    try pipeline().run(next: batches.next) { batch in
      for trouble in batch.troubles { tell(trouble) }
      for (record, claims) in batch.readings {
        try session.put(record, claims: claims)
        inputs.claims += claims.count
      }
      inputs.documents += batch.readings.count
      inputs.failures += batch.report.failures
      inputs.notices += batch.report.notices
      inputs.skipped.merge(batch.report.skipped, uniquingKeysWith: +)
      state.documents = inputs.documents + filtered.unchanged
      state.failures = inputs.failures.count
      progress(state)
    }
    if let error = filtered.error { throw error }
    let reread = try reread(session)
    state.stage = .completing
    progress(state)
    return IngestReport(inputs: inputs, tally: try session.finish(context: knowledge.graph), reread: reread)
  }

  /// Reads again what other lexicons have read: `kadry reread`.
  public func reread() throws -> IngestReport {
    if let corrections { try Correcting.take(corrections, into: store) }
    let session = try store.beginIngest(reading: knowledge.reading)
    let reread = try reread(session)
    return IngestReport(
      inputs: InputReport(), tally: try session.finish(context: knowledge.graph), reread: reread)
  }

  private func reread(_ session: IngestSession) throws -> Int {
    let outdated = OutdatedDocuments(session)
    var count = 0
    try pipeline().run(next: outdated.next) { batch in
      for (record, claims) in batch.readings { try session.put(record, claims: claims) }
      count += batch.readings.count
    }
    if let error = outdated.error { throw error }
    return count
  }

  private func pipeline() -> OrderedPipeline<[SourceItem], ReadBatch> {
    let knowledge = knowledge
    return OrderedPipeline(threads: threads) {
      let reader = knowledge.makeReader()
      return { ReadBatch($0, reader: reader) }
    }
  }
}

/// The readings of a batch.
private struct ReadBatch: Sendable {
  var readings: [(DocumentRecord, [Claim])] = []
  /// Failures and notices in their order.
  var troubles: [InputFailure] = []
  var report = InputReport()

  init(_ items: [SourceItem], reader: any DocumentReading) {
    for item in items {
      switch item {
      case .document(let document): readings.append(reader.read(document))
      case .failure(let failure):
        report.failures.append(failure)
        troubles.append(failure)
      case .notice(let notice):
        report.notices.append(notice)
        troubles.append(notice)
      case .skipped(let path, let kind): report.skip(path, kind: kind)
      }
    }
  }
}
