/// The rolling hash of folded spellings, shared by tokenizer, lexicons and tests.
///
/// It is stable over runs and machines: lexicon images and comparisons rely on it.
public enum SpellingHash {
  public static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  @usableFromInline static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Adds one folded letter.
  @inlinable @inline(__always)
  public static func add(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    var h = (hash ^ UInt64(letter)) &* factor
    h ^= h &>> 29
    return h
  }

  /// The letter ids that stand for tones and joints, above all folded letters.
  static let toneBase: UInt32 = 0xFF00
  static let joint: UInt32 = 0xFFF0
  static let digitBase: UInt32 = 0xFE00

  /// Hash of a mark, so that marks can stand in lexicon entries.
  public static func mark(_ scalar: UInt32) -> UInt64 { add(add(seed, 0xFFF1), scalar) }
}
