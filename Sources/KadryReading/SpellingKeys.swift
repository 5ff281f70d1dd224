import KadryText

/// Numbers for spellings in one document: equal spelling, equal number, in the order of their first use.
struct SpellingKeys {
  private var table = WordTable()
  private var key: [UInt8] = []

  /// The number of two parts taken together, and whether they are new.
  mutating func number(of place: String?, _ name: String) -> (number: Int, isNew: Bool) {
    begin(place)
    append(name)
    return number()
  }

  /// The number of a part and of another number taken together, and whether they are new.
  mutating func number(of place: String?, org: Int) -> (number: Int, isNew: Bool) {
    begin(place)
    // No name begins with a separator.
    key.append(SpellingKeys.end)
    for shift in stride(from: 0, to: 32, by: 8) { key.append(UInt8(truncatingIfNeeded: org >> shift)) }
    return number()
  }

  private mutating func begin(_ place: String?) {
    key.removeAll(keepingCapacity: true)
    if let place { append(place) }
    key.append(SpellingKeys.end)
  }

  private mutating func append(_ text: String) {
    let start = key.count
    key.append(contentsOf: text.utf8)
    // Combining marks begin with these bytes.
    guard key[start...].contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return }
    key.removeLast(key.count - start)
    key.append(contentsOf: Composition.composed(text).utf8)
  }

  private mutating func number() -> (number: Int, isNew: Bool) {
    var hash = SpellingHash.seed
    for byte in key { hash = SpellingHash.add(hash, UInt32(byte)) }
    return table.number(of: key, 0..<key.count, key: hash)
  }

  /// Stands behind the first part.
  private static let end: UInt8 = 0x1F
}

extension String {
  /// Whether two strings are spelled alike: the same bytes, or what marks typed apart make the same.
  ///
  /// Much faster than `==` where they differ, because only marks make it compare letter by letter.
  func isSpelled(like other: String) -> Bool {
    if utf8.count == other.utf8.count { return self == other }
    return (Composition.hasMarks(self) || Composition.hasMarks(other)) && self == other
  }

  /// How many letters, blanks and marks a name has, those that marks change counted once.
  var letterCount: Int {
    utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 || $1 == 0xCC || $1 == 0xCD ? 0 : 1) }
  }
}

/// Counts how often each of a few spellings occurs.
struct SpellingCount {
  struct Spelling {
    var text: String
    var count: Int
    /// How many of them are not inflected.
    var plain: Int
  }
  /// In the order of their first occurrence.
  private(set) var spellings: [Spelling] = []

  mutating func add(_ text: String, isPlain: Bool = true) {
    let index = spellings.firstIndex { $0.text.isSpelled(like: text) } ?? spellings.count
    if index == spellings.count { spellings.append(Spelling(text: text, count: 0, plain: 0)) }
    spellings[index].count += 1
    if isPlain { spellings[index].plain += 1 }
  }
}
