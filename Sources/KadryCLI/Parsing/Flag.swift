/// One flag: what is typed, what it means, which values it takes. Parser, help and tests read the same value.
struct Flag: Sendable {
  /// Without the dashes.
  let long: String
  /// The one-letter form, for the very common.
  let short: Character?
  /// What the value is called in the help; `nil` for a switch.
  let valueName: String?
  /// Whether it may be given more than once, every value counting.
  let isRepeatable: Bool
  /// One sentence for the help.
  let summary: String
  /// Returns what a value ought to be, when it is not; `nil` when the value is fine.
  let complaint: @Sendable (String) -> String?

  init(
    _ long: String, short: Character? = nil, value: String? = nil, repeatable: Bool = false,
    _ summary: String,
    complaint: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.long = long
    self.short = short
    valueName = value
    isRepeatable = repeatable
    self.summary = summary
    self.complaint = complaint
  }

  /// As it is typed: `--place P`.
  var usage: String {
    let name = (short.map { "-\($0), " } ?? "") + "--" + long
    return valueName.map { "\(name) \($0)" } ?? name
  }

  /// A flag that takes one of some words.
  static func choice(
    _ long: String, value: String, of words: [String], repeatable: Bool = false, _ summary: String
  ) -> Flag {
    Flag(
      long, value: value, repeatable: repeatable, summary + " One of " + words.joined(separator: ", ") + "."
    ) {
      words.contains($0) ? nil : "one of \(words.joined(separator: ", "))"
    }
  }

  /// A flag that takes a whole number within limits.
  static func number(
    _ long: String, short: Character? = nil, value: String, in range: ClosedRange<Int>, _ summary: String
  ) -> Flag {
    Flag(long, short: short, value: value, summary) { typed in
      if let number = Int(typed), range.contains(number) { return nil }
      return range.upperBound == .max
        ? "a whole number from \(range.lowerBound)"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}
