import KadryText

/// Numbers for spellings in one document: equal spelling, equal number, in the order of their first use.
struct SpellingKeys {
  private var table = WordTable()
  private var key: [UInt8] = []

  /// The number of the parts taken together, and whether they are new.
  mutating func number(of parts: String?...) -> (number: Int, isNew: Bool) {
    key.removeAll(keepingCapacity: true)
    var hash = SpellingHash.seed
    for part in parts {
      if let part {
        for byte in (Composition.hasMarks(part) ? Composition.composed(part) : part).utf8 {
          key.append(byte)
          hash = SpellingHash.add(hash, UInt32(byte))
        }
      }
      key.append(0x1F)
      hash = SpellingHash.add(hash, 0x1F)
    }
    return table.number(of: key, 0..<key.count, key: hash)
  }
}

extension String {
  /// Whether two strings are spelled alike: the same bytes, or what marks typed apart make the same.
  ///
  /// Much faster than `==` where they differ, because only marks make it compare letter by letter.
  func isSpelled(like other: String) -> Bool {
    let (a, b) = (utf8.span, other.utf8.span)
    var hasMarks = false
    var isEqual = a.count == b.count
    for i in 0..<a.count {
      if a[i] == 0xCC || a[i] == 0xCD { hasMarks = true }
      if isEqual, a[i] != b[i] { isEqual = false }
    }
    if isEqual { return true }
    return (hasMarks || Composition.hasMarks(other)) && self == other
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
