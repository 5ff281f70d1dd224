/// Hashes and flags of the word being read.
struct WordState {
  var flags: TokenFlags = []
  /// The script into which look-alike letters of the other one are folded.
  var forced: LookAlikes.Script?
  var hyphens = 0
  private var h = SpellingHash.seed
  private var h1 = SpellingHash.seed
  private var h2 = SpellingHash.seed
  private var h3 = SpellingHash.seed
  private var bare = SpellingHash.seed
  private var tail: UInt32 = 0
  private var tone: UInt32 = 0
  private var letterCount = 0
  private var upperCount = 0
  private var lowerRun = 0
  /// The last letter, held back because a combining mark may still change it.
  private var pending: UInt32 = 0

  /// Whether an upper-case Cyrillic letter here means that two words were glued together.
  @inline(__always)
  var splitsBeforeUpper: Bool { lowerRun >= 2 }

  /// Cyrillic words go on over a hyphen; in Latin letters a hyphen stands between words.
  @inline(__always)
  var joinsAtHyphen: Bool { flags.contains(.cyrillic) }

  /// Whether the word so far is a code in Latin capitals, which no Cyrillic word may follow without a blank.
  @inline(__always)
  var isLatinCode: Bool { upperCount >= 2 && upperCount == letterCount && !flags.contains(.cyrillic) }

  /// Whether the word so far is one Latin capital.
  var takesApostrophe: Bool { letterCount == 1 && upperCount == 1 && flags.contains(.latin) }

  @inline(__always)
  private mutating func flush() {
    guard pending != 0 else { return }
    h3 = h2
    h2 = h1
    h1 = h
    h = SpellingHash.add(h, pending)
    if pending >= 0x430 && pending <= 0x44F {
      tail = (tail << 5 | min(pending - 0x430, 31)) & 32767
    } else {
      tail = 0
      if pending < 0x430 { bare = SpellingHash.add(bare, pending >> 3) }
    }
    pending = 0
  }

  @inline(__always)
  mutating func add(_ l: Letter) {
    flush()
    pending = forced.map { LookAlikes.fold(l.fold, into: $0) } ?? l.fold
    if l.tone != 0 { tone = l.tone }
    if l.isUpper {
      if letterCount == 0 {
        flags.insert(.capital)
      } else if lowerRun > 0 {
        flags.insert(.innerCapital)
      }
      upperCount += 1
      lowerRun = 0
    } else {
      lowerRun += 1
    }
    letterCount += 1
    if l.isCyrillic {
      flags.insert(.cyrillic)
    } else {
      flags.insert(.latin)
      if l.hasDiacritic { flags.insert(.diacritic) }
    }
  }

  mutating func combine(_ mark: Letter) {
    if pending == Letters.cyrillicI, mark.tone == 0, mark.quality == Quality.breve { pending = Letters.cyrillicShortI }
    // On a Cyrillic letter another mark is a stress or a dieresis, which do not count.
    guard pending != 0, pending < 0x430 else { return }
    if mark.tone != 0 {
      tone = mark.tone
      flags.insert(.diacritic)
    } else if mark.quality != Quality.plain, mark.quality != Quality.foreign {
      pending = pending & ~7 | mark.quality
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

  private mutating func endTone() {
    guard tone != 0 else { return }
    h = SpellingHash.add(h, SpellingHash.toneBase + tone)
    tone = 0
  }

  mutating func token(
    start: Int, end: Int, tails: Span<UInt16>, lengths: Span<UInt8>
  ) -> Token {
    flush()
    var ending: UInt16 = 0
    var stem = bare
    if flags.contains(.cyrillic) {
      if flags.contains(.latin) { flags.insert(.mixedScript) }
      ending = tails.count > 1 ? tails[Int(tail)] : 0
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
      start: UInt32(start), end: UInt32(end), kind: .word, mark: .none, flags: flags,
      ending: ending, key: h, stem: stem)
  }
}
