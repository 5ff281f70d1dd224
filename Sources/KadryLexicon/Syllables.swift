import KadryText

/// The Vietnamese syllables and their Cyrillic spellings: a lattice in which both scripts meet.
///
/// A syllable here is an onset and a rhyme; the tone does not survive transcription and is left out.
public struct Syllables: Sendable {
  /// An onset and a rhyme, packed: `onset << 8 | rhyme`.
  public typealias Syllable = UInt16

  struct Onset: Sendable {
    let vi: String
    let ru: [String]
    /// Nuclei before which the canonical spelling softens, or `y` for all, and those spelled as at a beginning.
    let softens: Set<String>
    let opens: Set<String>
  }
  struct Rhyme: Sendable {
    let vi: String
    let nucleus: String
    /// After a hard onset, after a soft one, at the beginning; then what else occurs.
    let ru: [String]
  }

  private(set) var onsets: [Onset] = []
  private(set) var rhymes: [Rhyme] = []
  /// Cyrillic spelling's hash to syllables, ascending by hash: the lattice.
  private var hashes: [UInt64] = []
  private var syllables: [Syllable] = []
  /// Canonical Cyrillic spelling of each syllable.
  private var canonical: [Syllable: String] = [:]
  /// Hashes of the canonical spellings, by syllable.
  private var canonicalHashes: [UInt64] = []
  /// Vietnamese spelling's hash (without tone) to syllable.
  private var vietnamese: [UInt64: Syllable] = [:]
  /// Hashes of Vietnamese spellings without any diacritics.
  public private(set) var bare: Set<UInt64> = []

  /// The endings that Russian puts on names.
  public internal(set) var endings: [NameEnding] = []

  init() {}

  /// - Parameter names: registers, whose own spellings join the lattice.
  init(onsets: Table, rhymes: Table, names: [Table] = []) throws(LexiconError) {
    var pairs: [(UInt64, Syllable)] = []
    var onsetParts: [[[UInt32]]] = []
    for row in onsets.rows {
      let vi = row["onset_vi"] == "(zero)" ? "" : row["onset_vi"]
      var ru = [row["ru"]]
      for variant in row.list("ru_variants") where !ru.contains(variant) { ru.append(variant) }
      self.onsets.append(
        Onset(vi: vi, ru: ru, softens: Set(row.list("softens")), opens: Set(row.list("opens"))))
      onsetParts.append(ru.map(Syllables.letters))
    }
    for row in rhymes.rows {
      let regular = [row["ru_after_hard"], row["ru_after_soft"], row["ru_initial"]]
      self.rhymes.append(
        Rhyme(vi: row["rhyme_vi"], nucleus: row["nucleus"], ru: regular + row.list("ru_variants")))
    }
    guard self.onsets.count < 256, self.rhymes.count < 256 else {
      throw LexiconError(file: onsets.name, message: "more than 255 onsets or rhymes")
    }
    let rhymeParts = self.rhymes.map { $0.ru.map(Syllables.letters) }
    canonicalHashes = [UInt64](repeating: 0, count: self.onsets.count << 8)
    var ranks: [UInt64: Int] = [:]
    for (o, onset) in self.onsets.enumerated() {
      for (r, rhyme) in self.rhymes.enumerated() {
        let syllable = Syllable(o << 8 | r)
        let spelling = Syllables.spelling(onset, rhyme)
        canonical[syllable] = spelling
        canonicalHashes[Int(syllable)] = Syllables.hash(spelling)
        let vi = vietnamese(syllable)
        let viKey = Syllables.key(vi)
        let rank = Syllables.rank(onset, rhyme)
        if rank > ranks[viKey, default: -1] {
          ranks[viKey] = rank
          vietnamese[viKey] = syllable
        }
        bare.insert(Syllables.bareKey(vi))
        for part in onsetParts[o] {
          var base = SpellingHash.seed
          for letter in part { base = SpellingHash.add(base, letter) }
          for (index, tail) in rhymeParts[r].enumerated() {
            // A vowel's initial spelling belongs to syllables without onset, and only there.
            if onset.vi.isEmpty ? index == 1 || tail == Syllables.semivowel : index == 2 { continue }
            var hash = base
            for letter in tail { hash = SpellingHash.add(hash, letter) }
            pairs.append((hash, syllable))
          }
        }
      }
    }
    for row in names.flatMap(\.rows) {
      guard let syllable = vietnamese[Syllables.key(row["name_vi"])] else { continue }
      for spelling in [row["ru"]] + row.list("ru_variants") {
        pairs.append((Syllables.hash(spelling), syllable))
      }
    }
    pairs.sort { ($0.0, $0.1) < ($1.0, $1.1) }
    for (i, pair) in pairs.enumerated() where i == 0 || pair != pairs[i - 1] {
      hashes.append(pair.0)
      syllables.append(pair.1)
    }
  }

  /// The syllables that a Cyrillic spelling may stand for, by the hash of its folded letters.
  ///
  /// Logarithmic in the lattice's size; empty when it can be none.
  public func readings(of hash: UInt64) -> ArraySlice<Syllable> {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < hashes.count, hashes[end] == hash { end += 1 }
    return syllables[low..<end]
  }

  /// Every syllable: each onset with each rhyme.
  public var all: [Syllable] {
    onsets.indices.flatMap { onset in rhymes.indices.map { Syllable(onset << 8 | $0) } }
  }

  /// The syllables of each Cyrillic spelling that several share.
  var groups: [ArraySlice<Syllable>] {
    var groups: [ArraySlice<Syllable>] = []
    var start = 0
    for end in 1...max(hashes.count, 1) where end == hashes.count || hashes[end] != hashes[start] {
      if end - start > 1 { groups.append(syllables[start..<end]) }
      start = end
    }
    return groups
  }

  public func isSyllable(_ hash: UInt64) -> Bool { !readings(of: hash).isEmpty }

  /// The syllable that a Vietnamese spelling is, by its key without tone.
  public func syllable(vietnamese key: UInt64) -> Syllable? { vietnamese[key] }

  /// The syllable of a Vietnamese word.
  public func syllable(of word: String) -> Syllable? { vietnamese[Syllables.key(word)] }

  /// Hash of the canonical Cyrillic spelling of a syllable.
  func canonicalHash(_ syllable: Syllable) -> UInt64 { canonicalHashes[Int(syllable)] }

  /// The canonical Cyrillic spelling of a syllable, lower case.
  public func cyrillic(_ syllable: Syllable) -> String? { canonical[syllable] }

  /// The Vietnamese spelling of a syllable, without tone.
  public func vietnamese(_ syllable: Syllable) -> String {
    let (onset, rhyme) = (onsets[Int(syllable >> 8)].vi, rhymes[Int(syllable & 255)].vi)
    // `gi` before `i` is written once.
    return onset == "gi" && rhyme.hasPrefix("i") ? onset + rhyme.dropFirst() : onset + rhyme
  }

  /// Folded scalars of a Cyrillic spelling.
  static func letters(_ text: String) -> [UInt32] {
    PlainSpelling.fold(text).unicodeScalars.map(\.value)
  }

  /// Hash of a folded Cyrillic spelling.
  public static func hash(_ text: String) -> UInt64 {
    letters(text).reduce(SpellingHash.seed) { SpellingHash.add($0, $1) }
  }

  /// Hash of a Vietnamese word with its vowel qualities and without its tone.
  public static func key(_ word: String) -> UInt64 {
    ToneFolding.letters(word).reduce(SpellingHash.seed) { SpellingHash.add($0, $1) }
  }

  static func bareKey(_ word: String) -> UInt64 {
    ToneFolding.letters(word).reduce(SpellingHash.seed) { SpellingHash.add($0, $1 >> 3) }
  }

  /// й alone is the rest of a syllable, never a whole one.
  private static let semivowel: [UInt32] = [0x439]

  /// The canonical Cyrillic spelling of a syllable.
  private static func spelling(_ onset: Onset, _ rhyme: Rhyme) -> String {
    if onset.vi.isEmpty { return rhyme.ru[2] }
    if onset.opens.contains(rhyme.nucleus) { return onset.ru[0] + rhyme.ru[2] }
    let isSoft = onset.softens.contains("y") || onset.softens.contains(rhyme.nucleus)
    return onset.ru[0] + (isSoft ? rhyme.ru[1] : rhyme.ru[0])
  }

  /// Which syllable a spelling means that can be cut in several ways, as `gia` and `giê` can: the highest.
  private static func rank(_ onset: Onset, _ rhyme: Rhyme) -> Int {
    guard onset.vi == "gi" else { return 1 }
    if rhyme.nucleus == "i" || rhyme.vi.hasPrefix("i\u{EA}") { return 3 }
    return rhyme.vi.hasPrefix("i") ? 0 : 2
  }
}
