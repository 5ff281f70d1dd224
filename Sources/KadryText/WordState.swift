/// Hashes and flags of the word being read.
struct WordState {
  /// What stands before the word, and what its letters alone do not tell.
  var flags: TokenFlags = []
  private(set) var hyphens = 0
  /// The bits of all letters read, taken together.
  private var seen = Letter(bits: 0)
  private var h = SpellingHash.seed
  /// The hash before the last letter, before the last two and the last three.
  private var h1 = SpellingHash.seed
  private var h2 = SpellingHash.seed
  private var h3 = SpellingHash.seed
  private var bare = SpellingHash.seed
  /// The last letters from а to я, five bits each; those of the last three count.
  private var tail: UInt32 = 0
  private var tone: UInt32 = 0
  private var letterCount = 0
  private var upperCount = 0
  private var lowerRun = 0
  /// Whether a letter had a tone or a quality of Vietnamese.
  private var isMarked = false
  /// The last letter, held back because a combining mark may still change it.
  private var pending: UInt32 = 0

  @inline(__always)
  init(flags: TokenFlags = []) { self.flags = flags }

  /// Whether an upper-case Cyrillic letter here means that two words were glued together.
  @inline(__always)
  var splitsBeforeUpper: Bool { lowerRun >= 2 }

  /// Whether the word so far ends in small letters and has a mark that only Vietnamese has among Latin scripts:
  /// no name of a firm or code, in which capitals and digits may stand, looks so.
  @inline(__always)
  var isMarkedWord: Bool { lowerRun >= 2 && isMarked && seen.isLatin && !seen.isCyrillic }

  /// Cyrillic words go on over a hyphen; in Latin letters a hyphen stands between words.
  @inline(__always)
  var joinsAtHyphen: Bool { seen.isCyrillic }

  /// Whether the word so far is a code in Latin capitals, which no Cyrillic word may follow without a blank.
  @inline(__always)
  var isLatinCode: Bool { upperCount >= 2 && upperCount == letterCount && !seen.isCyrillic }

  /// Whether the word so far is one capital letter.
  var takesApostrophe: Bool { letterCount == 1 && upperCount == 1 }

  /// Hashes the letter held back.
  @inline(__always)
  private mutating func flush() {
    guard pending != 0 else { return }
    h3 = h2
    h2 = h1
    h1 = h
    h = SpellingHash.add(h, pending)
    if pending >= 0x430 && pending <= 0x44F {
      tail = tail &<< 5 | (pending &- 0x430)
    } else {
      tail = 0
      if pending < 0x430 { bare = SpellingHash.add(bare, pending &>> 3) }
    }
    pending = 0
  }

  @inline(__always)
  mutating func add(_ l: Letter) { add(l, as: l.fold) }

  /// Adds a letter that counts as another one, as look-alikes do.
  @inline(__always)
  mutating func add(_ l: Letter, as fold: UInt32) {
    flush()
    pending = fold
    seen.bits |= l.bits
    if l.tone != 0 { tone = l.tone }
    if l.tone != 0 || l.quality &- 1 < Quality.stroke { isMarked = true }
    if l.isUpper {
      if letterCount == 0 {
        flags.insert(.capital)
      } else if lowerRun > 0 {
        flags.insert(.innerCapital)
      }
      upperCount &+= 1
      lowerRun = 0
    } else {
      lowerRun &+= 1
    }
    letterCount &+= 1
  }

  /// Adds the small letters а–я that follow in a word that has a Cyrillic letter already; returns where they end.
  ///
  /// What ``add(_:)`` does for each, without asking what a letter of this kind cannot be.
  @inline(__always)
  mutating func addSmallCyrillic(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    var letter = WordState.smallCyrillic(text, position, end)
    guard letter != 0 else { return position }
    flush()
    repeat {
      pending = letter
      position &+= 2
      letter = WordState.smallCyrillic(text, position, end)
      guard letter != 0 else { break }
      h3 = h2
      h2 = h1
      h1 = h
      h = SpellingHash.add(h, pending)
      tail = tail &<< 5 | (pending &- 0x430)
    } while true
    let letters = (position &- start) &>> 1
    letterCount &+= letters
    lowerRun &+= letters
    return position
  }

  /// The letter from а to я that begins at a byte, or 0.
  @inline(__always)
  private static func smallCyrillic(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> UInt32 {
    guard position &+ 1 < end else { return 0 }
    // D0 B0…BF are а–п, D1 80…8F are р–я.
    let pair = UInt32(text[position]) &<< 8 | UInt32(text[position &+ 1])
    if pair &- 0xD0B0 <= 0x0F { return pair &- 0xD0B0 &+ 0x430 }
    return pair &- 0xD180 <= 0x0F ? pair &- 0xD180 &+ 0x440 : 0
  }

  /// Adds the letters a–z that follow in a word that has a Latin letter already; returns where they end.
  @inline(__always)
  mutating func addSmallLatin(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      let byte = text[position]
      guard byte &- 0x61 < 26 else { break }
      flush()
      pending = Letters.latin(UInt32(byte), Quality.plain)
      position &+= 1
    }
    letterCount &+= position &- start
    lowerRun &+= position &- start
    return position
  }

  mutating func combine(_ mark: Letter) {
    if pending == Letters.cyrillicI, mark.tone == 0, mark.quality == Quality.breve {
      pending = Letters.cyrillicShortI
    }
    // On a Cyrillic letter another mark is a stress or a dieresis, which do not count.
    guard pending != 0, pending < 0x430 else { return }
    if mark.tone != 0 {
      tone = mark.tone
      isMarked = true
      flags.insert(.diacritic)
    } else if mark.quality != Quality.plain, mark.quality != Quality.foreign {
      pending = pending & ~7 | mark.quality
      isMarked = true
      flags.insert(.diacritic)
    }
  }

  mutating func addDigit(_ value: UInt32) {
    flush()
    endTone()
    h3 = h
    h2 = h
    h1 = h
    h = SpellingHash.add(h, SpellingHash.digitBase + value)
    bare = SpellingHash.add(bare, SpellingHash.digitBase + value)
    tail = 0
    flags.insert(.digit)
  }

  mutating func addHyphen() {
    flush()
    endTone()
    h = SpellingHash.add(h, SpellingHash.joint)
    bare = SpellingHash.add(bare, SpellingHash.joint)
    tail = 0
    hyphens += 1
    lowerRun = 0
    flags.insert(.hyphen)
  }

  @inline(__always)
  private mutating func endTone() {
    guard tone != 0 else { return }
    h = SpellingHash.add(h, SpellingHash.toneBase + tone)
    tone = 0
  }

  @inline(__always)
  mutating func token(start: Int, end: Int, tails: Span<UInt16>, lengths: Span<UInt8>) -> Token {
    flush()
    var ending: UInt16 = 0
    var stem = bare
    if seen.isLatin {
      flags.insert(.latin)
      if seen.hasDiacritic { flags.insert(.diacritic) }
    }
    if seen.isCyrillic {
      flags.insert(.cyrillic)
      if seen.isLatin { flags.insert(.mixedScript) }
      ending = tails.count > 1 ? tails[Int(tail & 32767)] : 0
      let cut = Int(lengths[Int(ending)])
      if letterCount < cut + 2 { ending = 0 }
      switch letterCount < cut + 2 ? 0 : cut {
      case 1: stem = h1
      case 2: stem = h2
      case 3: stem = h3
      default: stem = h
      }
    }
    endTone()
    if upperCount >= 2 && upperCount == letterCount { flags.insert(.allCaps) }
    return Token(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), kind: .word,
      mark: .none,
      flags: flags, ending: ending, key: h, stem: stem)
  }
}
