import KadryLexicon
import KadryText

/// Keys under which names that may be the same fall together, whatever the script and the slips.
///
/// A key is the sequence of the words' onsets, where onsets that any spelling confuses are one.
struct NameBlocks {
  /// The class of each onset: its least member.
  private var classes: [Int]

  init(_ anatomy: NameAnatomy, _ syllables: Syllables) {
    classes = Array(0..<256)
    var bare: [String: Syllables.Syllable] = [:]
    for syllable in anatomy.all {
      if let spelling = anatomy.cyrillic(syllable) {
        for reading in syllables.readings(of: Syllables.hash(spelling)) { unite(syllable, reading) }
      }
      let plain = PlainSpelling.fold(anatomy.vietnamese(syllable))
      if let other = bare[plain] { unite(syllable, other) } else { bare[plain] = syllable }
    }
  }

  func key(_ elements: [NameElement]) -> String {
    elements.map { element in
      let onsets = element.syllables.map { root(Int($0 >> 8)) }
      return onsets.min().map { String($0) } ?? "=" + element.folded
    }.joined(separator: " ")
  }

  private mutating func unite(_ a: Syllables.Syllable, _ b: Syllables.Syllable) {
    let (first, second) = (root(Int(a >> 8)), root(Int(b >> 8)))
    classes[max(first, second)] = min(first, second)
  }

  private func root(_ onset: Int) -> Int {
    var root = onset
    while classes[root] != root { root = classes[root] }
    return root
  }
}
