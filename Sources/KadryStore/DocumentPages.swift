import KadryReading
import KadryText

extension Store {
  /// Documents with their texts by id, at most `limit` of those after `after`: a page of a walk over all of them.
  public func documents(after: String? = nil, limit: Int) throws(StoreError) -> [DocumentRecord] {
    try connection.rows(
      DocumentTable.select + " WHERE id > ?1 ORDER BY id LIMIT ?2", [.text(after ?? ""), .int(limit)]
    ) { row throws(StoreError) in DocumentTable.record(row) }
  }
}
