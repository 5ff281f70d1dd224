/// A small bit set over keys: what it does not let through is none of them.
struct KeyFilter: Sendable {
  private var words: [UInt64] = []
  private static let bits: UInt64 = 1024

  /// A filter that lets everything through.
  init() {}

  init(_ keys: [UInt64]) {
    words = [UInt64](repeating: 0, count: Int(KeyFilter.bits / 64))
    for key in keys { words[Int(key % KeyFilter.bits / 64)] |= 1 << (key % 64) }
  }

  /// Whether a key may have been inserted; without any key every one may.
  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool {
    words.isEmpty || words[Int(key % KeyFilter.bits / 64)] & (1 &<< (key % 64)) != 0
  }
}
