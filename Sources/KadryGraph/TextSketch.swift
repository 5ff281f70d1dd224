import KadryText

/// Sixty-four bytes that tell how much of their wording two texts have in common.
///
/// Each byte is the end of the least of the hashes of all runs of four words under one of sixty-four hash functions:
/// the share of equal bytes estimates the share of common runs (MinHash). Only lines of a dozen words and more
/// count, so that menus and lists of a site make no two of its articles alike.
public struct TextSketch: Sendable, Equatable {
  /// Eight bands of eight bytes.
  var bands: SIMD8<UInt64>

  static let run = 4
  static let leastBlock = 12
  static let leastRuns = 24

  /// `nil` for a text that is too short to be told from others; linear in the text.
  public init?(text: [UInt8]) {
    let tokenizer = Tokenizer()
    var least = [UInt64](repeating: .max, count: 64)
    var runs = 0
    var words: [UInt64] = []
    for line in text.split(separator: 0x0A) {
      words.removeAll(keepingCapacity: true)
      for token in tokenizer.tokens(of: Array(line)) where token.isWord { words.append(token.key) }
      guard words.count >= Self.leastBlock else { continue }
      for start in 0...(words.count - Self.run) {
        var hash: UInt64 = 0
        for word in words[start..<(start + Self.run)] { hash = Self.mixed(hash ^ word) }
        runs += 1
        for index in 0..<64 {
          let value = (hash ^ Self.seeds[index]) &* Self.factors[index]
          if value < least[index] { least[index] = value }
        }
      }
    }
    guard runs >= Self.leastRuns else { return nil }
    bands = SIMD8()
    for index in 0..<64 {
      bands[index / 8] = bands[index / 8] << 8 | (Self.mixed(least[index]) >> 56)
    }
  }

  /// How many of the sixty-four bytes are equal.
  func likeness(to other: TextSketch) -> Int {
    var equal = 0
    for index in 0..<8 {
      var difference = bands[index] ^ other.bands[index]
      for _ in 0..<8 {
        if difference & 0xFF == 0 { equal += 1 }
        difference >>= 8
      }
    }
    return equal
  }

  private static let seeds = numbers(from: 0x9E37_79B9_7F4A_7C15)
  private static let factors = numbers(from: 0xD1B5_4A32_D192_ED03).map { $0 | 1 }

  private static func numbers(from seed: UInt64) -> [UInt64] {
    (1...64).map { mixed(seed &* $0) }
  }

  /// Spreads every bit over all (the finalizer of SplitMix64).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
