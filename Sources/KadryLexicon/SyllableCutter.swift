import KadryText

/// Cuts a word into the fewest syllables, as place names are written in one: `нгеан` is `нге ан`.
///
/// Quadratic in a syllable's length, linear in the word's.
struct SyllableCutter {
  let letters: [Unicode.Scalar]
  /// Whether a hash is that of a syllable.
  let isSyllable: (UInt64) -> Bool
  /// The longest syllable, in letters.
  private static let longest = 8
  private static let limit = 8

  /// All ways with the fewest pieces, at most eight.
  ///
  /// - Parameter isLatin: whether hashes are of Vietnamese without diacritics.
  func cuts(isLatin: Bool) -> [[String]] {
    // Ends of the syllables that begin at each letter, and the fewest syllables from there to the end.
    var ends = [[Int]](repeating: [], count: letters.count)
    var fewest = [Int](repeating: Int.max, count: letters.count + 1)
    fewest[letters.count] = 0
    guard !letters.isEmpty, letters.count <= 40 else { return [] }
    for start in letters.indices.reversed() {
      var hash = SpellingHash.seed
      for end in start..<min(start + SyllableCutter.longest, letters.count) {
        hash = SpellingHash.add(hash, letters[end].value)
        guard fewest[end + 1] < Int.max, isSyllable(hash) else { continue }
        ends[start].append(end + 1)
        fewest[start] = min(fewest[start], fewest[end + 1] + 1)
      }
    }
    guard fewest[0] < Int.max else { return [] }
    var found: [[String]] = []
    collect(0, [], ends, fewest, &found)
    return found
  }

  private func collect(
    _ start: Int, _ pieces: [String], _ ends: [[Int]], _ fewest: [Int], _ found: inout [[String]]
  ) {
    guard found.count < SyllableCutter.limit else { return }
    guard start < letters.count else {
      found.append(pieces)
      return
    }
    for end in ends[start] where fewest[end] + 1 == fewest[start] {
      let piece = String(String.UnicodeScalarView(letters[start..<end]))
      collect(end, pieces + [piece], ends, fewest, &found)
    }
  }
}
