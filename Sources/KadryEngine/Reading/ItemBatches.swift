import KadryArchive

/// Cuts a source into batches that are worth handing to a thread.
struct ItemBatches {
  private let source: any DocumentSource
  /// A batch ends at this many items, or at about this many bytes of text.
  private let items = 64
  private let bytes = 1 << 18

  init(_ source: any DocumentSource) {
    self.source = source
  }

  /// The next batch, `nil` at the end of the source.
  func next() -> [SourceItem]? {
    var batch: [SourceItem] = []
    var size = 0
    while batch.count < items, size < bytes, let item = source.next() {
      if case .document(let document) = item { size += document.text.count }
      batch.append(item)
    }
    return batch.isEmpty ? nil : batch
  }
}
