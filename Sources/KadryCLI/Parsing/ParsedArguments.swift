/// What was typed, taken apart and checked against the definitions; not yet what it means.
struct ParsedArguments: Sendable, Equatable {
  var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Whether a switch was given.
  func has(_ flag: Flag) -> Bool { values[flag.long] != nil }

  /// The value of a flag; of one given twice, the last.
  func value(_ flag: Flag) -> String? { values[flag.long]?.last }

  /// All values of a repeatable flag.
  func all(_ flag: Flag) -> [String] { values[flag.long] ?? [] }

  /// The value of a flag that takes a number.
  func number(_ flag: Flag) -> Int? { value(flag).flatMap { Int($0) } }

  mutating func add(_ value: String, to flag: Flag) {
    values[flag.long, default: []].append(value)
  }
}
