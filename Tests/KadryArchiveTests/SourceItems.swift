import KadryText

@testable import KadryArchive

/// All items of some paths; `standardInput` stands behind `-`.
func items(_ paths: [String], options: ArchiveOptions = ArchiveOptions(), standardInput: String = "")
  -> [SourceItem]
{
  let source = archive(paths: paths, options: options) { MemoryStream(Array(standardInput.utf8)) }
  var items: [SourceItem] = []
  while let item = source.next() { items.append(item) }
  return items
}

extension [SourceItem] {
  var documents: [Document] { compactMap { if case .document(let document) = $0 { document } else { nil } } }
  var failures: [InputFailure] { compactMap { if case .failure(let failure) = $0 { failure } else { nil } } }
  var notices: [InputFailure] { compactMap { if case .notice(let notice) = $0 { notice } else { nil } } }
  var skipped: [String] { compactMap { if case .skipped(let path, _) = $0 { path } else { nil } } }
}
