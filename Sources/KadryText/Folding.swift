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
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar.value < UInt32(Letters.count) else {
        result.append(scalar)
        continue
      }
      let letter = Letter(bits: Letters.table[Int(scalar.value)])
      if letter.kind == Letter.Class.combining.rawValue {
        // й and ё typed with a combining mark keep their letter, as the tokenizer reads them.
        if scalar.value == 0x306, result.last?.value == Letters.cyrillicI,
          let short = Unicode.Scalar(Letters.cyrillicShortI)
        {
          result.removeLast()
          result.append(short)
        }
        continue
      }
      guard letter.kind == Letter.Class.letter.rawValue else {
        result.append(scalar)
        continue
      }
      let folded = letter.isLatin && letter.quality != Quality.foreign ? letter.fold >> 3 : letter.fold
      result.append(Unicode.Scalar(folded) ?? scalar)
    }
    return String(result)
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
