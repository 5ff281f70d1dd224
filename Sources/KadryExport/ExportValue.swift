/// A value of a node, an edge or a table.
public enum ExportValue: Sendable, Equatable {
  case text(String)
  case integer(Int)
  case number(Double)
  case list([String])

  init?(_ text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self = .text(text)
  }

  init?(_ list: [String]) {
    guard !list.isEmpty else { return nil }
    self = .list(list)
  }

  /// The value as one string; lists are joined by `; `.
  var plain: String {
    switch self {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): Int(exactly: number).map { String($0) } ?? "\(number)"
    case .list(let list): list.joined(separator: "; ")
    }
  }
}

/// A named value; a list of these keeps its order.
public struct ExportField: Sendable, Equatable {
  public var key: String
  public var value: ExportValue
}

/// Collects the fields that have a value.
struct FieldList {
  private(set) var fields: [ExportField] = []

  mutating func add(_ key: String, _ value: ExportValue?) {
    if let value { fields.append(ExportField(key: key, value: value)) }
  }

  mutating func add(_ key: String, _ text: String?) { add(key, ExportValue(text)) }
  mutating func add(_ key: String, _ list: [String]) { add(key, ExportValue(list)) }
  mutating func add(_ key: String, _ number: Double?) { add(key, number.map { .number($0) }) }
  mutating func add(_ key: String, _ integer: Int) { add(key, .integer(integer)) }
}
