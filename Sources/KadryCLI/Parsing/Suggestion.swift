/// «Did you mean»: the known word that is nearest to what was typed.
enum Suggestion {
  /// `; did you mean 'who'?`, or nothing when no known word is near.
  static func clause(for typed: String, among known: [String]) -> String {
    nearest(to: typed, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// The known word with the fewest edits, at most a third of its length; the first of equals.
  static func nearest(to typed: String, among known: [String]) -> String? {
    var best: (word: String, distance: Int)?
    for word in known {
      let distance = edits(from: Array(typed), to: Array(word))
      guard distance <= max(1, min(typed.count, word.count) / 3) else { continue }
      if distance < (best?.distance ?? .max) { best = (word, distance) }
    }
    if best == nil, typed.count > 2 { return known.first { $0.hasPrefix(typed) } }
    return best?.word
  }

  /// Insertions, deletions, replacements and swaps of neighbours that lead from one word to another.
  private static func edits(from source: [Character], to target: [Character]) -> Int {
    var before: [Int] = []
    var previous = Array(0...target.count)
    for (i, letter) in source.enumerated() {
      var row = [i + 1]
      for (j, wanted) in target.enumerated() {
        var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (letter == wanted ? 0 : 1))
        if i > 0, j > 0, letter == target[j - 1], source[i - 1] == wanted {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      before = previous
      previous = row
    }
    return previous[target.count]
  }
}
