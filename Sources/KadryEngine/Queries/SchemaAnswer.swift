import KadryReading

/// One key of a format.
public struct SchemaAnswer: ResultRow, Equatable {
  /// The kind of record, or the list of a gold file.
  public let record: String
  public let key: String
  public let type: String
  public let isRequired: Bool
  public let isIdentity: Bool
  public let values: [String]
  public let meaning: String

  public static let columns = ["record", "key", "type", "required", "identity", "values", "meaning"]

  public var cells: [Cell] {
    [
      .text(record), .text(key), .text(type), isRequired ? .boolean(true) : .none,
      isIdentity ? .boolean(true) : .none,
      Cell(values), .text(meaning),
    ]
  }

  /// The keys of every kind of wire record, and of the mentions in them.
  public static var wire: [SchemaAnswer] {
    (WireSchema.kinds + [WireSchema.mention]).flatMap { kind in
      kind.keys.map { key in
        SchemaAnswer(
          record: kind.name, key: key.name, type: key.type, isRequired: key.isRequired,
          isIdentity: key.isIdentity,
          values: key.values, meaning: key.meaning)
      }
    }
  }
}
