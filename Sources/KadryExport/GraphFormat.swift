/// Takes the text of an export, piece by piece.
public typealias ExportWriter = (String) throws -> Void

/// A format that writes the whole graph as one file.
public enum GraphFormat: String, Sendable, CaseIterable {
  case jsonl, dot, graphml

  /// Writes the snapshot; the same snapshot gives the same bytes.
  public func write(_ snapshot: GraphSnapshot, to write: ExportWriter) throws {
    switch self {
    case .jsonl: try JSONLinesExport.write(snapshot, to: write)
    case .dot: try DOTExport.write(snapshot, to: write)
    case .graphml: try GraphMLExport.write(snapshot, to: write)
    }
  }
}
