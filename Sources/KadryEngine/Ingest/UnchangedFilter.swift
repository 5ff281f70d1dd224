import KadryArchive
import KadryReading
import KadryStore
import KadryText

/// Leaves out the documents that the database has unchanged.
final class UnchangedFilter: DocumentSource {
  private let source: any DocumentSource
  private let session: IngestSession
  /// How many documents were left out so far.
  private(set) var unchanged = 0
  /// What the database answered instead of yes or no; the source ends with it.
  private(set) var error: StoreError?

  private let tell: (Int) -> Void

  /// `tell` hears now and then how many were left out.
  init(_ source: any DocumentSource, session: IngestSession, tell: @escaping (Int) -> Void) {
    self.tell = tell
    self.source = source
    self.session = session
  }

  func next() -> SourceItem? {
    while error == nil, let item = source.next() {
      guard case .document(let document) = item else { return item }
      do throws(StoreError) {
        guard try session.skip(document) else { return item }
        unchanged += 1
        if unchanged % 64 == 0 { tell(unchanged) }
      } catch {
        self.error = error
      }
    }
    return nil
  }
}

/// The stored documents of another reading, batch by batch.
final class OutdatedDocuments {
  private let session: IngestSession
  private var last: String?
  private(set) var error: StoreError?

  init(_ session: IngestSession) {
    self.session = session
  }

  func next() -> [SourceItem]? {
    guard error == nil else { return nil }
    do throws(StoreError) {
      let documents = try session.outdated(after: last, limit: 64)
      last = documents.last.map { ClaimIdentity.document($0.metadata) } ?? last
      return documents.isEmpty ? nil : documents.map { .document($0) }
    } catch {
      self.error = error
      return nil
    }
  }
}
