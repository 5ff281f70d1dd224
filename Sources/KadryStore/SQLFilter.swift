/// Conditions joined by AND, with their values in the order of the question marks.
struct SQLFilter {
  private var conditions: [String] = []
  private(set) var values: [SQLValue] = []

  mutating func add(_ condition: String, _ values: [SQLValue] = []) {
    conditions.append(condition)
    self.values += values
  }

  /// `column IN (…)`; nothing when the list is empty.
  mutating func add(_ column: String, in list: [String]) {
    guard !list.isEmpty else { return }
    add(SQLFilter.oneOf(column, count: list.count), list.map(SQLValue.text))
  }

  /// `column = value`; nothing when the value is absent.
  mutating func add(_ column: String, equals value: String?) {
    guard let value else { return }
    add("\(column) = ?", [.text(value)])
  }

  /// ` WHERE …`, or nothing.
  var clause: String {
    conditions.isEmpty ? "" : " WHERE " + conditions.map { "(\($0))" }.joined(separator: " AND ")
  }

  static func oneOf(_ column: String, count: Int) -> String {
    "\(column) IN (\([String](repeating: "?", count: count).joined(separator: ", ")))"
  }

  static func limit(_ limit: Int?) -> String { limit.map { " LIMIT \(max(0, $0))" } ?? "" }
}
