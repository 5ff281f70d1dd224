import KadryText

/// Vietnamese names with how often each occurs as a surname, in the middle and as a given name.
///
/// Tells which of the names that one Cyrillic spelling may stand for is meant, where one outweighs all others.
public struct NameRegister: Sendable {
  /// Where a part stands in a name: surname first, given name last.
  public enum Position: Int, Sendable, CaseIterable { case surname, middle, given }

  /// A name of one syllable.
  public struct Entry: Sendable {
    /// With its diacritics, as the register spells it.
    public let name: String
    /// Key of the folded spelling, tone included.
    public let key: UInt64
    public let syllable: Syllables.Syllable
    public internal(set) var count: Int
    /// The key with i and y as one where they sound alike, as in Lý and Lí.
    let soundKey: UInt64
  }

  /// By position, most frequent first.
  private var entries: [[Entry]] = [[], [], []]
  /// Indices into `entries` by syllable.
  private var bySyllable: [[Syllables.Syllable: [Int]]] = [[:], [:], [:]]
  /// Syllables that are a name in some position.
  public private(set) var syllables: Set<Syllables.Syllable> = []
  /// How often a syllable occurs in any position.
  private var frequency: [Syllables.Syllable: Int] = [:]

  init() {}

  init(surnames: Table, given: Table, middle: Table, syllables: Syllables) {
    let folder = Folder()
    for (position, table) in [surnames, middle, given].enumerated() {
      var rows: [Entry] = []
      for row in table.rows {
        let name = row["name_vi"]
        guard let syllable = syllables.syllable(of: name), let key = folder.keys(of: name).first else {
          continue
        }
        let count = 1 + (Int(row["sample_count"]) ?? 0)
        // Two places of the tone mark are one name.
        if let i = rows.firstIndex(where: { $0.key == key }) {
          rows[i].count += count
        } else {
          let sound = NameRegister.soundKey(of: name)
          rows.append(Entry(name: name, key: key, syllable: syllable, count: count, soundKey: sound))
        }
      }
      rows.sort { ($1.count, $0.name) < ($0.count, $1.name) }
      for (index, entry) in rows.enumerated() {
        bySyllable[position][entry.syllable, default: []].append(index)
        self.syllables.insert(entry.syllable)
        frequency[entry.syllable, default: 0] += entry.count
      }
      entries[position] = rows
    }
  }

  /// How often a syllable occurs as a name, whatever the tone and the position.
  public func frequency(of syllable: Syllables.Syllable) -> Int { frequency[syllable] ?? 0 }

  /// The names of a syllable in a position, most frequent first.
  public func names(of syllable: Syllables.Syllable, at position: Position) -> [Entry] {
    (bySyllable[position.rawValue][syllable] ?? []).map { entries[position.rawValue][$0] }
  }

  /// The names that a syllable may be, with weights: a middle name may also be a given one and the other way round.
  func candidates(of syllable: Syllables.Syllable, at position: Position) -> [(entry: Entry, weight: Double)]
  {
    var found = names(of: syllable, at: position).map { ($0, Double($0.count)) }
    guard position != .surname else { return found }
    for entry in names(of: syllable, at: position == .given ? .middle : .given) {
      let weight = Double(entry.count) * NameRegister.otherPosition
      if let i = found.firstIndex(where: { $0.0.key == entry.key }) {
        found[i].1 += weight
      } else {
        found.append((entry, weight))
      }
    }
    return found
  }

  /// What a name's count in the other position weighs.
  private static let otherPosition = 0.2

  /// Hash of a Vietnamese word with its tone, in which a last y behind a consonant counts as i.
  static func soundKey(of word: String) -> UInt64 {
    var letters = ToneFolding.letters(word)
    let bare = letters.map { $0 >> 3 }
    if bare.count > 1, letters.last == 0x79 << 3 {
      let isOpen = !vowels.contains(bare[bare.count - 2]) || bare.count == 3 && bare[0] == 0x71
      if isOpen { letters[letters.count - 1] = 0x69 << 3 }
    }
    return (letters + [0xFF00 + ToneFolding.tone(of: word)]).reduce(SpellingHash.seed) {
      SpellingHash.add($0, $1)
    }
  }

  /// a e i o u y.
  private static let vowels: Set<UInt32> = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79]
}
