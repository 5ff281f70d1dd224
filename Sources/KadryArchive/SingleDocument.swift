/// Checks that a source has at most one document, as `--date` needs it; holds its items.
///
/// Returns `nil` when there is a second document; it is not read further then.
public func singleDocument(of source: any DocumentSource) -> (any DocumentSource)? {
  var items: [SourceItem] = []
  var count = 0
  while let item = source.next() {
    if case .document = item { count += 1 }
    if count > 1 { return nil }
    items.append(item)
  }
  return ListSource(items)
}
