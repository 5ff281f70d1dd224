import KadryLexicon
import KadryText

/// One word of a person's name, and what it may be in Vietnamese.
struct NameElement: Hashable {
  enum Script: Hashable {
    /// With or without marks, in a name that has marks: the letters are what they are.
    case vietnamese
    /// Latin letters of a name without any mark: each may stand for several.
    case bare
    case cyrillic
  }
  /// As it is written.
  var word: String
  /// Lower case, without tones' places and combining marks: two spellings of one syllable are equal.
  var folded: String
  var script: Script
  /// What the word may be, toneless; empty when it is no Vietnamese syllable.
  var syllables: Set<Syllables.Syllable>
}

/// Takes names apart: into words, their scripts, and the syllables that they may be.
struct NameAnatomy {
  private let syllables: Syllables
  /// By spelling without any marks.
  private let byBareSpelling: [String: Set<Syllables.Syllable>]
  /// All syllables, ascending.
  let all: [Syllables.Syllable]

  init(_ syllables: Syllables) {
    self.syllables = syllables
    var all: [Syllables.Syllable] = []
    var bare: [String: Set<Syllables.Syllable>] = [:]
    for syllable in 0...Syllables.Syllable.max where syllables.cyrillic(syllable) != nil {
      all.append(syllable)
      bare[PlainSpelling.fold(syllables.vietnamese(syllable)), default: []].insert(syllable)
    }
    self.all = all
    byBareSpelling = bare
  }

  /// The words of a name; hyphens join syllables as spaces do.
  func elements(of name: String) -> [NameElement] {
    let words = name.split { $0.isWhitespace || $0 == "-" || $0 == "\u{2010}" || $0 == "\u{2011}" }.map(
      String.init)
    let hasMarks = words.contains { $0.lowercased() != PlainSpelling.fold($0) && !Self.isCyrillic($0) }
    return words.map { word in
      if Self.isCyrillic(word) {
        return NameElement(
          word: word, folded: PlainSpelling.fold(word), script: .cyrillic,
          syllables: cyrillicReadings(of: word))
      }
      if hasMarks {
        return NameElement(
          word: word, folded: Self.tonedKey(word), script: .vietnamese,
          syllables: Set(syllables.syllable(of: word).map { [$0] } ?? []))
      }
      let folded = PlainSpelling.fold(word)
      return NameElement(word: word, folded: folded, script: .bare, syllables: byBareSpelling[folded] ?? [])
    }
  }

  /// What a Cyrillic word may be; where it is no syllable, a Russian ending is undone.
  private func cyrillicReadings(of word: String) -> Set<Syllables.Syllable> {
    let exact = Set(syllables.readings(of: Syllables.hash(word)))
    if !exact.isEmpty { return exact }
    let lower = word.lowercased()
    for ending in syllables.endings where !ending.isAdjective && lower.hasSuffix(ending.ending) {
      let base = String(word.dropLast(ending.ending.count)) + ending.restore
      let readings = Set(syllables.readings(of: Syllables.hash(base)))
      if !readings.isEmpty { return readings }
    }
    return []
  }

  /// The syllable without its tone, in Vietnamese letters.
  func vietnamese(_ syllable: Syllables.Syllable) -> String { syllables.vietnamese(syllable) }

  /// The spelling by the rules of transcription.
  func cyrillic(_ syllable: Syllables.Syllable) -> String? { syllables.cyrillic(syllable) }

  static func isCyrillic(_ word: String) -> Bool {
    word.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
  }

  /// The letters in lower case with the tone behind them, so that its place on the vowels does not count.
  private static func tonedKey(_ word: String) -> String {
    EvaluationFolding.vietnameseKey(word.lowercased())
  }
}
