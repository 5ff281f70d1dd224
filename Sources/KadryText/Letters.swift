/// What the tokenizer knows of one Unicode scalar, packed into 32 bits.
///
/// Bits 0–3 class, 4 upper case, 5–6 script, 7–9 tone, 10 diacritic, 11–14 bare Latin letter's quality,
/// 16–31 folded letter id or mark.
struct Letter {
  var bits: UInt32

  enum Class: UInt32 { case other, space, newline, digit, letter, combining, hyphen, mark }

  @inline(__always) var kind: UInt32 { bits & 15 }
  @inline(__always) var isUpper: Bool { bits & 16 != 0 }
  @inline(__always) var isCyrillic: Bool { bits & 64 != 0 }
  @inline(__always) var isLatin: Bool { bits & 32 != 0 }
  @inline(__always) var tone: UInt32 { (bits >> 7) & 7 }
  @inline(__always) var hasDiacritic: Bool { bits & 1024 != 0 }
  @inline(__always) var quality: UInt32 { (bits >> 11) & 15 }
  @inline(__always) var fold: UInt32 { bits >> 16 }
}

/// Tone marks of Vietnamese as they are counted here; 0 is the level tone.
enum Tone {
  static let grave: UInt32 = 1
  static let acute: UInt32 = 2
  static let hook: UInt32 = 3
  static let tilde: UInt32 = 4
  static let dot: UInt32 = 5
}

/// The quality of a Latin base letter.
enum Quality {
  static let plain: UInt32 = 0
  static let circumflex: UInt32 = 1
  static let breve: UInt32 = 2
  static let horn: UInt32 = 3
  static let stroke: UInt32 = 4
  /// Any other mark, which Vietnamese does not use.
  static let foreign: UInt32 = 5
}

/// The table of scalars below U+2400, built once; scalars above are `other`.
enum Letters {
  static let count = 0x2400
  static let table: [UInt32] = build()

  /// Folded id of a Latin letter: base letter and quality, so that `â` and `a` differ.
  @inline(__always)
  static func latin(_ base: UInt32, _ quality: UInt32) -> UInt32 { base * 8 + quality }

  /// The folded id of й, and of и and е, which combining marks change.
  static let cyrillicI: UInt32 = 0x438
  static let cyrillicShortI: UInt32 = 0x439

  private static func build() -> [UInt32] {
    var t = [UInt32](repeating: 0, count: count)
    func set(
      _ cp: Int, _ kind: Letter.Class, upper: Bool = false, script: UInt32 = 0, tone: UInt32 = 0,
      diacritic: Bool = false, quality: UInt32 = 0, fold: UInt32 = 0
    ) {
      t[cp] =
        kind.rawValue | (upper ? 16 : 0) | (script << 5) | (tone << 7) | (diacritic ? 1024 : 0)
        | (quality << 11) | (fold << 16)
    }
    func latinLetter(_ cp: Int, _ base: Character, upper: Bool, quality: UInt32, tone: UInt32) {
      let b = UInt32(base.asciiValue ?? 0x61)
      set(
        cp, .letter, upper: upper, script: 1, tone: tone, diacritic: quality != 0 || tone != 0,
        quality: quality, fold: latin(b, quality))
    }
    for cp in 0..<0x20 { set(cp, .space) }
    for cp in [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029] { set(cp, .newline) }
    for cp in [0x20, 0xA0, 0xAD, 0x1680, 0x202F, 0x205F, 0x2060] + Array(0x2000...0x200F) {
      set(cp, .space)
    }
    for cp in 0x30...0x39 { set(cp, .digit) }
    for i in 0..<26 {
      let base = Character(UnicodeScalar(UInt8(0x61 + i)))
      latinLetter(0x61 + i, base, upper: false, quality: 0, tone: 0)
      latinLetter(0x41 + i, base, upper: true, quality: 0, tone: 0)
    }
    // Latin-1 and the extended letters that Vietnamese does not use keep an identity of their own.
    for cp in 0xC0...0x24F where cp != 0xD7 && cp != 0xF7 {
      set(
        cp, .letter, upper: cp < 0xE0 ? cp < 0xDF : cp & 1 == 0, script: 1, quality: 5,
        fold: UInt32(cp < 0xDF ? cp + 0x20 : (cp > 0xFF ? cp | 1 : cp)))
    }
    for (cp, base, quality, tone) in vietnameseLower {
      latinLetter(cp, base, upper: false, quality: quality, tone: tone)
      let upper = cp < 0x100 ? cp - 0x20 : cp - 1
      latinLetter(upper, base, upper: true, quality: quality, tone: tone)
    }
    // U+00D0 and U+00F0 stand for Đ and đ in dirty texts.
    latinLetter(0xD0, "d", upper: true, quality: Quality.stroke, tone: 0)
    latinLetter(0xF0, "d", upper: false, quality: Quality.stroke, tone: 0)
    for cp in 0x300...0x36F { set(cp, .combining, quality: Quality.foreign) }
    for (cp, tone) in [
      (0x300, Tone.grave), (0x301, Tone.acute), (0x309, Tone.hook), (0x303, Tone.tilde),
      (0x323, Tone.dot),
    ] {
      set(cp, .combining, tone: tone)
    }
    for (cp, quality) in [
      (0x302, Quality.circumflex), (0x306, Quality.breve), (0x31B, Quality.horn),
      (0x308, Quality.plain),
    ] {
      set(cp, .combining, quality: quality)
    }
    for cp in 0x410...0x42F { set(cp, .letter, upper: true, script: 2, fold: UInt32(cp + 0x20)) }
    for cp in 0x430...0x44F { set(cp, .letter, script: 2, fold: UInt32(cp)) }
    for cp in 0x400...0x40F { set(cp, .letter, upper: true, script: 2, fold: UInt32(cp + 0x50)) }
    for cp in 0x450...0x45F { set(cp, .letter, script: 2, fold: UInt32(cp)) }
    for cp in 0x460...0x52F {
      set(cp, .letter, upper: cp & 1 == 0, script: 2, fold: UInt32(cp | 1))
    }
    set(0x401, .letter, upper: true, script: 2, fold: 0x435)
    set(0x451, .letter, script: 2, fold: 0x435)
    marks(set: { cp, mark in set(cp, .mark, fold: UInt32(mark.rawValue)) })
    set(0x2D, .hyphen, fold: UInt32(Mark.dash.rawValue))
    set(0x2010, .hyphen, fold: UInt32(Mark.dash.rawValue))
    set(0x2011, .hyphen, fold: UInt32(Mark.dash.rawValue))
    return t
  }

  private static func marks(set: (Int, Mark) -> Void) {
    for cp in 0x21...0x2F { set(cp, .other) }
    for cp in Array(0x3A...0x40) + Array(0x5B...0x60) + Array(0x7B...0x7E) { set(cp, .other) }
    for cp in Array(0xA1...0xBF) + [0xD7, 0xF7] where cp != 0xAD { set(cp, .other) }
    for cp in Array(0x2012...0x2027) + Array(0x2030...0x205E) + Array(0x20A0...0x21FF) {
      set(cp, .other)
    }
    let classes: [(Mark, [Int])] = [
      (.comma, [0x2C]), (.semicolon, [0x3B]), (.colon, [0x3A]), (.period, [0x2E]),
      (.ellipsis, [0x2026]), (.exclamation, [0x21]), (.question, [0x3F]),
      (.dash, [0x2012, 0x2013, 0x2014, 0x2015, 0x2212]), (.openBracket, [0x28, 0x5B, 0x7B]),
      (.closeBracket, [0x29, 0x5D, 0x7D]), (.openQuote, [0xAB, 0x201C, 0x201E, 0x2018]),
      (.closeQuote, [0xBB, 0x201D]), (.quote, [0x22]), (.slash, [0x2F]), (.percent, [0x25]),
      (.bar, [0x7C]), (.numero, [0x2116]), (.plus, [0x2B]), (.asterisk, [0x2A, 0x2022, 0xB7]),
      (.hash, [0x23]), (.apostrophe, [0x27, 0x2019]), (.currency, [0x24, 0x20AB, 0x20AC]),
    ]
    for (mark, scalars) in classes {
      for cp in scalars { set(cp, mark) }
    }
  }

  /// The lower-case letters of Vietnamese beside a–z: scalar, base, quality, tone.
  private static let vietnameseLower: [(Int, Character, UInt32, UInt32)] = {
    var all: [(Int, Character, UInt32, UInt32)] = [
      (0xE0, "a", 0, Tone.grave), (0xE1, "a", 0, Tone.acute), (0xE2, "a", 1, 0),
      (0xE3, "a", 0, Tone.tilde), (0xE8, "e", 0, Tone.grave), (0xE9, "e", 0, Tone.acute),
      (0xEA, "e", 1, 0), (0xEC, "i", 0, Tone.grave), (0xED, "i", 0, Tone.acute),
      (0xF2, "o", 0, Tone.grave), (0xF3, "o", 0, Tone.acute), (0xF4, "o", 1, 0),
      (0xF5, "o", 0, Tone.tilde), (0xF9, "u", 0, Tone.grave), (0xFA, "u", 0, Tone.acute),
      (0xFD, "y", 0, Tone.acute), (0x103, "a", 2, 0), (0x111, "d", 4, 0),
      (0x129, "i", 0, Tone.tilde), (0x169, "u", 0, Tone.tilde), (0x1A1, "o", 3, 0),
    ]
    let rows: [(Character, UInt32, [UInt32])] = [
      ("a", 0, [5, 3]), ("a", 1, [2, 1, 3, 4, 5]), ("a", 2, [2, 1, 3, 4, 5]), ("e", 0, [5, 3, 4]),
      ("e", 1, [2, 1, 3, 4, 5]), ("i", 0, [3, 5]), ("o", 0, [5, 3]), ("o", 1, [2, 1, 3, 4, 5]),
      ("o", 3, [2, 1, 3, 4, 5]), ("u", 0, [5, 3]), ("u", 3, [2, 1, 3, 4, 5]), ("y", 0, [1, 5, 3, 4]),
    ]
    var cp = 0x1EA1
    for (base, quality, tones) in rows {
      for tone in tones {
        all.append((cp, base, quality, tone))
        cp += 2
      }
    }
    all.append((0x1B0, "u", 3, 0))
    return all
  }()
}
