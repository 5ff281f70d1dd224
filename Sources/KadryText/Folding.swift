/// Folds words one at a time, as the tokenizer does in passing: for building lexicons and comparing names.
public struct Folder: Sendable {
  let tokenizer: Tokenizer

  public init(endings: EndingTable = EndingTable()) { tokenizer = Tokenizer(endings: endings) }

  /// The keys of the tokens of a phrase, in order.
  public func keys(of phrase: String) -> [UInt64] {
    tokenizer.tokens(of: Array(phrase.utf8)).map(\.key)
  }

  /// The tokens of a phrase.
  public func tokens(of phrase: String) -> [Token] {
    tokenizer.tokens(of: Array(phrase.utf8))
  }
}

/// Spellings for people and full-text search: lower case, without diacritics, `đ` as `d`, `ё` as `е`.
public enum PlainSpelling {
  /// Returns `text` in lower case with all marks of Vietnamese letters removed.
  public static func fold(_ text: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var last: UInt32 = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      guard value < UInt32(Letters.count) else {
        folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        last = value
        continue
      }
      let letter = Letter(bits: Letters.table[Int(value)])
      var plain = value
      if letter.kind == Letter.Class.combining.rawValue {
        // й typed with a combining mark keeps its letter, as the tokenizer reads it.
        guard value == 0x306, last == Letters.cyrillicI else { continue }
        folded.removeLast(2)
        plain = Letters.cyrillicShortI
      } else if letter.kind == Letter.Class.letter.rawValue {
        plain = letter.isLatin && letter.quality != Quality.foreign ? letter.fold >> 3 : letter.fold
      }
      append(plain, &folded)
      last = plain
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Whether a string has a letter with a mark that folding takes away.
  public static func hasVietnameseMarks(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      guard scalar.value < UInt32(Letters.count) else { return false }
      let letter = Letter(bits: Letters.table[Int(scalar.value)])
      return letter.hasDiacritic || letter.kind == Letter.Class.combining.rawValue
    }
  }

  /// Whether a string has a Cyrillic letter.
  public static func hasCyrillic(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value >= 0x400 && $0.value <= 0x52F }
  }

  /// Appends a scalar below U+2400, or what stands for it.
  @inline(__always)
  private static func append(_ scalar: UInt32, _ bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    }
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }
}

/// Folded letters of Vietnamese words without their tones.
public enum ToneFolding {
  /// The folded letter ids of a word: base letter and quality, no tone; other scalars are left out.
  public static func letters(_ word: String) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in word.unicodeScalars where scalar.value < UInt32(Letters.count) {
      let letter = Letter(bits: Letters.table[Int(scalar.value)])
      switch letter.kind {
      case Letter.Class.letter.rawValue:
        result.append(letter.fold)
      case Letter.Class.combining.rawValue where letter.tone == 0 && letter.quality != Quality.foreign:
        if let last = result.last, last < 0x430 { result[result.count - 1] = last & ~7 | letter.quality }
      default:
        break
      }
    }
    return result
  }

  /// The tone of a word, 0 for the level one.
  public static func tone(of word: String) -> UInt32 {
    for scalar in word.unicodeScalars.reversed() where scalar.value < UInt32(Letters.count) {
      let tone = Letter(bits: Letters.table[Int(scalar.value)]).tone
      if tone != 0 { return tone }
    }
    return 0
  }
}
