/// The tokenizer's loop over one range of text.
struct WordScan {
  let end: Int
  var position: Int

  /// The scalar at `i` and its length; an invalid byte is U+FFFD of length 1.
  @inline(__always)
  func scalar(_ text: Span<UInt8>, at i: Int) -> (value: UInt32, length: Int) {
    let a = UInt32(text[i])
    if a < 0x80 { return (a, 1) }
    if a >= 0xC2, a < 0xE0, i &+ 1 < end {
      let b = UInt32(text[i &+ 1])
      guard b & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      return ((a & 0x1F) &<< 6 | (b & 0x3F), 2)
    }
    return longScalar(text, at: i)
  }

  /// A scalar of three or four bytes, or an invalid byte.
  @inline(__always)
  private func longScalar(_ text: Span<UInt8>, at i: Int) -> (value: UInt32, length: Int) {
    let a = UInt32(text[i])
    if a < 0xE0 { return (0xFFFD, 1) }
    if a < 0xF0 {
      guard i + 2 < end else { return (0xFFFD, 1) }
      let b = UInt32(text[i + 1])
      let c = UInt32(text[i + 2])
      let value = (a & 0x0F) << 12 | (b & 0x3F) << 6 | (c & 0x3F)
      guard b & 0xC0 == 0x80, c & 0xC0 == 0x80, value >= 0x800, value & 0xF800 != 0xD800 else {
        return (0xFFFD, 1)
      }
      return (value, 3)
    }
    guard a < 0xF5, i + 3 < end else { return (0xFFFD, 1) }
    let b = UInt32(text[i + 1])
    let c = UInt32(text[i + 2])
    let d = UInt32(text[i + 3])
    let value = (a & 0x07) << 18 | (b & 0x3F) << 12 | (c & 0x3F) << 6 | (d & 0x3F)
    guard b & 0xC0 == 0x80, c & 0xC0 == 0x80, d & 0xC0 == 0x80, value >= 0x10000,
      value <= 0x10FFFF
    else { return (0xFFFD, 1) }
    return (value, 4)
  }

  @inline(__always)
  func letter(_ value: UInt32, _ letters: Span<UInt32>) -> Letter {
    Letter(bits: value < UInt32(Letters.count) ? letters[Int(value)] : 0)
  }

  mutating func run(
    _ text: Span<UInt8>, letters: Span<UInt32>, tails: Span<UInt16>, lengths: Span<UInt8>, block: Bool,
    into tokens: inout [Token]
  ) {
    var gap: TokenFlags = block ? [.lineBefore, .blockBefore] : []
    var newlines = 0
    while position < end {
      if text[position] == 0x20 {
        gap.insert(.spaceBefore)
        position &+= 1
        continue
      }
      let (value, length) = scalar(text, at: position)
      let first = letter(value, letters)
      switch first.kind {
      case Letter.Class.letter.rawValue:
        word(text, letters, tails, lengths, gap, into: &tokens)
      case Letter.Class.digit.rawValue:
        number(text, gap, into: &tokens)
      case Letter.Class.mark.rawValue, Letter.Class.hyphen.rawValue:
        tokens.append(
          Token(
            start: UInt32(position), end: UInt32(position + length), kind: .mark,
            mark: Mark(rawValue: UInt8(first.fold)) ?? .other, flags: gap, ending: 0,
            key: SpellingHash.mark(first.kind == Letter.Class.hyphen.rawValue ? 0x2D : value),
            stem: 0))
        position += length
      default:
        position += length
        if first.kind == Letter.Class.newline.rawValue {
          if value != 0x0D { newlines += 1 }
          gap.insert([.lineBefore, .spaceBefore])
          if newlines > 1 { gap.insert(.blockBefore) }
        } else {
          gap.insert(.spaceBefore)
        }
        continue
      }
      gap = []
      newlines = 0
    }
  }

  private mutating func number(
    _ text: Span<UInt8>, _ gap: TokenFlags, into tokens: inout [Token]
  ) {
    let start = position
    var hash = SpellingHash.seed
    while position < end {
      let byte = text[position]
      if byte >= 0x30 && byte <= 0x39 {
        hash = SpellingHash.add(hash, SpellingHash.digitBase + UInt32(byte))
        position += 1
      } else if byte == 0x2E || byte == 0x2C, position + 1 < end, text[position + 1] >= 0x30,
        text[position + 1] <= 0x39
      {
        hash = SpellingHash.add(hash, UInt32(byte))
        position += 1
      } else {
        break
      }
    }
    tokens.append(
      Token(
        start: UInt32(start), end: UInt32(position), kind: .number, mark: .none,
        flags: gap.union(.digit), ending: 0, key: hash, stem: 0))
  }

  private mutating func word(
    _ text: Span<UInt8>, _ letters: Span<UInt32>, _ tails: Span<UInt16>, _ lengths: Span<UInt8>,
    _ gap: TokenFlags,
    into tokens: inout [Token]
  ) {
    var start = position
    var state = WordState(flags: gap)
    scan: while position < end {
      let (value, length) = scalar(text, at: position)
      let l = letter(value, letters)
      switch l.kind {
      case Letter.Class.letter.rawValue:
        if l.isCyrillic
          ? (l.isUpper ? state.splitsBeforeUpper : state.isLatinCode)
          : l.isUpper && state.isMarkedWord
        {
          // Letters of a word run into a capital: a tag or a space was lost here.
          finish(&state, start, text, letters, tails, lengths, into: &tokens)
          start = position
          state = WordState(flags: .glued)
        }
        state.add(l)
        // Most letters are small ones of the same script.
        position &+= length
        position =
          l.isCyrillic
          ? state.addSmallCyrillic(text, from: position, to: end)
          : state.addSmallLatin(text, from: position, to: end)
        continue
      case Letter.Class.combining.rawValue:
        state.combine(l)
      case Letter.Class.digit.rawValue:
        // «số57»: a number run into the word before it.
        if state.isMarkedWord {
          finish(&state, start, text, letters, tails, lengths, into: &tokens)
          number(text, .glued, into: &tokens)
          return
        }
        state.addDigit(value)
      case Letter.Class.hyphen.rawValue:
        let next = position + length
        guard next < end, state.hyphens < 7, state.joinsAtHyphen else { break scan }
        let (v, _) = scalar(text, at: next)
        let after = letter(v, letters)
        guard after.kind == Letter.Class.letter.rawValue, after.isCyrillic else { break scan }
        state.addHyphen()
      default:
        // An apostrophe after one capital belongs to a name, as in H'Linh; a soft hyphen to any word.
        guard value != 0xAD else { break }
        guard value == 0x27 || value == 0x2019, state.takesApostrophe, position + length < end,
          letter(scalar(text, at: position + length).value, letters).kind == Letter.Class.letter.rawValue
        else { break scan }
      }
      position += length
    }
    finish(&state, start, text, letters, tails, lengths, into: &tokens)
  }

  /// Appends the word read so far.
  @inline(__always)
  private func finish(
    _ state: inout WordState, _ start: Int, _ text: Span<UInt8>, _ letters: Span<UInt32>,
    _ tails: Span<UInt16>,
    _ lengths: Span<UInt8>, into tokens: inout [Token]
  ) {
    var token = state.token(start: start, end: position, tails: tails, lengths: lengths)
    if token.flags.contains(.mixedScript) { refold(&token, text, letters, tails, lengths) }
    tokens.append(token)
  }

  /// Hashes a word of two scripts again with its look-alike letters folded into one.
  private func refold(
    _ token: inout Token, _ text: Span<UInt8>, _ letters: Span<UInt32>, _ tails: Span<UInt16>,
    _ lengths: Span<UInt8>
  ) {
    var script = LookAlikes.Script.cyrillic
    for pass in 0..<2 {
      var state = WordState()
      var i = Int(token.start)
      while i < Int(token.end) {
        let (value, length) = scalar(text, at: i)
        let l = letter(value, letters)
        switch l.kind {
        case Letter.Class.letter.rawValue:
          if pass == 0 && l.isLatin && !LookAlikes.hasTwin(l.fold) { script = .latin }
          state.add(l, as: pass == 0 ? l.fold : LookAlikes.fold(l.fold, into: script))
        case Letter.Class.combining.rawValue: state.combine(l)
        case Letter.Class.digit.rawValue: state.addDigit(value)
        case Letter.Class.hyphen.rawValue: state.addHyphen()
        default: break
        }
        i += length
      }
      guard pass == 1 else { continue }
      let folded = state.token(
        start: Int(token.start), end: Int(token.end), tails: tails, lengths: lengths)
      token.key = folded.key
      token.stem = folded.stem
      token.ending = folded.ending
    }
  }
}
