import KadryText

/// Numbers for words: the same bytes have the same number, from one document to the next.
///
/// Open addressing by the word's folded key; what is stored is compared byte by byte.
struct WordTable {
  private struct Entry {
    var key: UInt64
    var start: Int
    var end: Int
  }
  private var entries: [Entry] = []
  /// All words, end to end.
  private var bytes: [UInt8] = []
  /// An entry's number plus one, or 0 where the slot is free.
  private var slots: [Int32]

  init() { slots = [Int32](repeating: 0, count: 1024) }

  var count: Int { entries.count }

  /// The number of `text[range]`, and whether it is a new one.
  ///
  /// - Parameter key: a hash that equal bytes have in common.
  mutating func number(of text: [UInt8], _ range: Range<Int>, key: UInt64) -> (number: Int, isNew: Bool) {
    var slot = WordTable.slot(key, slots.count)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if entries[number].key == key, isEqual(entries[number], text, range) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = entries.count
    let start = bytes.count
    bytes.append(contentsOf: text[range])
    entries.append(Entry(key: key, start: start, end: bytes.count))
    slots[slot] = Int32(number + 1)
    if entries.count * 2 > slots.count { grow() }
    return (number, true)
  }

  private func isEqual(_ entry: Entry, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard entry.end - entry.start == range.count else { return false }
    for offset in 0..<range.count where bytes[entry.start + offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: key ^ key >> 32) & (size - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      var slot = WordTable.slot(entry.key, slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }
}
