import KadryGraph
import KadryReading

extension Store {
  /// The copies and translations that are one witness with a document, itself among them, by id; empty when it is alone.
  public func witnesses(with document: String) throws(StoreError) -> [Witness] {
    try connection.rows(
      """
      SELECT w.document, w.witness, w.basis FROM witness v JOIN witness w ON w.witness = v.witness
      WHERE v.document = ?1 ORDER BY w.document
      """, [.text(document)]
    ) { row throws(StoreError) in
      Witness(
        document: row.text(0) ?? "", witness: row.text(1) ?? "",
        basis: WitnessBasis(rawValue: row.text(2) ?? "") ?? .bytes)
    }
  }
}
