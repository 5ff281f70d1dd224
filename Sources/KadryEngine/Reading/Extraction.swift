import KadryArchive
import KadryReading

/// Documents to wire lines, in the order of the documents: `kadry extract`.
///
/// The bytes depend on the documents and the lexicons only, not on the number of threads.
public struct Extraction: Sendable {
  private let knowledge: Knowledge
  private let threads: Int

  public init(knowledge: Knowledge, threads: Int) {
    self.knowledge = knowledge
    self.threads = threads
  }

  /// Reads all documents of a source and writes a document line, its claims and an `end` line for each, and an
  /// `error` line for each input that could not be read. `tell` hears of failures and repairs as they come.
  public func run(
    _ source: any DocumentSource, write: ([UInt8]) throws -> Void, tell: (InputFailure) -> Void = { _ in }
  ) throws -> InputReport {
    let batches = ItemBatches(source)
    let knowledge = knowledge
    let pipeline = OrderedPipeline<[SourceItem], ExtractedBatch>(threads: threads) {
      let reader = knowledge.makeReader()
      return { ExtractedBatch($0, reader: reader) }
    }
    var report = InputReport()
    try pipeline.run(next: batches.next) { batch in
      for trouble in batch.troubles { tell(trouble) }
      try write(batch.lines)
      report.documents += batch.report.documents
      report.claims += batch.report.claims
      report.failures += batch.report.failures
      report.notices += batch.report.notices
      report.skipped.merge(batch.report.skipped, uniquingKeysWith: +)
    }
    return report
  }
}

/// The wire lines of a batch.
private struct ExtractedBatch: Sendable {
  var lines: [UInt8] = []
  /// Failures and notices in their order.
  var troubles: [InputFailure] = []
  var report = InputReport()

  init(_ items: [SourceItem], reader: any DocumentReading) {
    for item in items {
      switch item {
      case .document(let document):
        let (record, claims) = reader.read(document)
        WireWriter.append(record, to: &lines)
        for claim in claims { WireWriter.append(claim, to: &lines) }
        WireWriter.append(EndRecord(doc: record.id, claims: claims.count), to: &lines)
        report.documents += 1
        report.claims += claims.count
      case .failure(let failure):
        WireWriter.append(ErrorRecord(failure), to: &lines)
        report.failures.append(failure)
        troubles.append(failure)
      case .notice(let notice):
        report.notices.append(notice)
        troubles.append(notice)
      case .skipped(let path, let kind):
        report.skip(path, kind: kind)
      }
    }
  }
}
