import KadryArchive
import KadryStore

/// What an ingest would do, without reading a text or writing anything: `kadry ingest --dry-run`.
public struct DryRun {
  private let store: Store?
  private let reading: String

  /// Without a store every document is new.
  public init(store: Store?, knowledge: Knowledge) {
    self.store = store
    reading = knowledge.reading
  }

  public struct Report: Sendable, Equatable {
    public var new = 0
    public var changed = 0
    public var unchanged = 0
    /// Failures, notices and files of other kinds.
    public var inputs = InputReport()
  }

  /// Looks at all documents of a source; `tell` hears of failures and repairs, `each` of every document.
  public func run(
    _ source: any DocumentSource, tell: (InputFailure) -> Void,
    each: (_ standing: DocumentStanding, _ path: String?) throws -> Void
  ) throws -> Report {
    var report = Report()
    while let item = source.next() {
      switch item {
      case .document(let document):
        let standing = try store?.standing(of: document, reading: reading) ?? .new
        switch standing {
        case .new: report.new += 1
        case .changed: report.changed += 1
        case .unchanged: report.unchanged += 1
        }
        try each(standing, document.metadata.path ?? document.metadata.ref)
      case .failure(let failure):
        report.inputs.failures.append(failure)
        tell(failure)
      case .notice(let notice):
        report.inputs.notices.append(notice)
        tell(notice)
      case .skipped(let path, let kind): report.inputs.skip(path, kind: kind)
      }
    }
    return report
  }
}
