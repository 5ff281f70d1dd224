import KadryStore

/// What changed from one database to another: `kadry diff`.
public struct DifferenceAnswer: ResultRow, Equatable {
  public let difference: DifferenceRow

  /// The differences of a database from an older one.
  public static func all(in store: Store, since old: String) throws -> [DifferenceAnswer] {
    try store.differences(since: old).map(DifferenceAnswer.init)
  }

  public static let columns = ["change", "title", "old", "new", "id"]

  public var cells: [Cell] {
    [
      .text(difference.kind), .text(difference.title), Cell(difference.old), Cell(difference.new),
      Cell(difference.id),
    ]
  }
}
