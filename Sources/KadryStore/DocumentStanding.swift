import KadryReading
import KadryText

/// What the store has of a document.
public enum DocumentStanding: String, Sendable, Equatable {
  case new, changed, unchanged
}

extension Store {
  /// Whether the store has this very document, content, metadata and reading; another at its path; or nothing.
  public func standing(of document: Document, reading: String) throws(StoreError) -> DocumentStanding {
    if try hasUnchanged(document, reading: reading) != nil { return .unchanged }
    guard let path = document.metadata.path else { return .new }
    let known = try connection.int("SELECT count(*) FROM document_path WHERE path = ?1", [.text(path)])
    return known > 0 ? .changed : .new
  }

  /// The id of a document that the store has as it is: content, metadata and reading.
  func hasUnchanged(_ document: Document, reading: String) throws(StoreError) -> String? {
    var metadata = document.metadata
    if metadata.sha256.isEmpty { metadata.sha256 = SHA256.digest(of: document.text).hex }
    let id = ClaimIdentity.document(metadata)
    let given = DocumentTable.given(metadata, document.format)
    guard try connection.text("SELECT reading FROM document WHERE id = ?1", [.text(id)]) == reading
    else { return nil }
    if let path = metadata.path {
      let known = try connection.text(
        "SELECT given FROM document_path WHERE path = ?1 AND document = ?2", [.text(path), .text(id)])
      return known == given ? id : nil
    }
    guard let stored = try self.document(id) else { return nil }
    return DocumentTable.given(stored.metadata, stored.format) == given ? id : nil
  }
}
