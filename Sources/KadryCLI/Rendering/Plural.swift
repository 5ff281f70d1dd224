/// Counts in messages.
enum Plural {
  /// `1 document`, `2 documents`.
  static func documents(_ count: Int) -> String { of(count, "document") }

  static func of(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
