import KadryStore

/// «Did you mean»: the names in the database that are nearest to what was typed, whatever the marks.
public struct NameSuggestion: Sendable {
  private let fold: @Sendable (String) -> String

  public init(fold: @escaping @Sendable (String) -> String) {
    self.fold = fold
  }

  /// `; did you mean 'A' or 'B'?`, or nothing when no name is near.
  public func clause(for typed: String, among names: [String]) -> String {
    let near = nearest(to: typed, among: names)
    guard !near.isEmpty else { return "" }
    return "; did you mean " + near.map { "'\($0)'" }.joined(separator: " or ") + "?"
  }

  /// At most three names, the nearest first: those with the fewest edits, at most a third of their length.
  ///
  /// Linear in the number of names; those of too different a length cost nothing.
  public func nearest(to typed: String, among names: [String]) -> [String] {
    let wanted = Array(fold(typed).utf8)
    guard wanted.count > 1 else { return [] }
    var found: [(name: String, edits: Int)] = []
    for name in names {
      let letters = Array(fold(name).utf8)
      let limit = max(1, min(wanted.count, letters.count) / 3)
      guard abs(letters.count - wanted.count) <= limit,
        let edits = Self.edits(from: wanted, to: letters, limit: limit)
      else { continue }
      if !found.contains(where: { $0.name == name }) { found.append((name, edits)) }
    }
    return found.sorted { $0.edits != $1.edits ? $0.edits < $1.edits : $0.name < $1.name }.prefix(3)
      .map(\.name)
  }

  /// Insertions, deletions and replacements of bytes from one word to another; `nil` above the limit.
  private static func edits(from source: [UInt8], to target: [UInt8], limit: Int) -> Int? {
    var previous = Array(0...target.count)
    for (i, byte) in source.enumerated() {
      var row = [i + 1]
      for (j, wanted) in target.enumerated() {
        row.append(min(previous[j + 1] + 1, row[j] + 1, previous[j] + (byte == wanted ? 0 : 1)))
      }
      if row.min() ?? 0 > limit { return nil }
      previous = row
    }
    return previous[target.count] <= limit ? previous[target.count] : nil
  }
}
