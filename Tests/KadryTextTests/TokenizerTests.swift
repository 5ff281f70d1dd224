import KadryText
import Testing

/// Tokens and the gaps between them spell the source, whatever the bytes are.
@Suite struct TokenizerTests {
  static let awkward = [
    "", " ", "\n", "\r\n\r\n", "а", "№ 10-CT/TW…", "Quỳnh\u{A0}Lưu", "5/5\r\nдеревень",
    "партииАнзянгнепосредственно", "H'Linh", "премьер- министра", "«Ке\u{AD}кс»", "\u{FEFF}Đ",
    "![](http://a.b/c_d.jpg) |", "e\u{301}", "\u{301}", "1.", "1..2", "-", "--а-", "а-", "а-б-", "А.Б.В.",
    "日本 и Việt", "👍🏽👨‍👩‍👧", "ΑΒΓ", "a\u{0}b", "\u{2028}a\u{2029}", "ẞ ÿ ß ĸ", "10ha", "Ту134", "B52",
  ]

  @Test(arguments: awkward)
  func spellsAwkwardText(text: String) { check(Array(text.utf8)) }

  @Test func spellsTheLexicons() throws {
    for name in try SampleText.tables() { check(Array(try SampleText.table(name).utf8)) }
  }

  @Test func spellsEverySingleAndDoubleByte() {
    for a in UInt8.min...UInt8.max {
      check([a])
      for b in UInt8.min...UInt8.max { check([a, b, 0x61]) }
    }
  }

  @Test func spellsRandomBytes() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...60, using: &random)
      check((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }
  }

  /// Lead and trail bytes much more often than by chance, so that valid and broken sequences mix.
  @Test func spellsBrokenSequences() {
    var random = SeededGenerator(seed: 2)
    let pieces: [[UInt8]] = [
      [0xD0], [0xD1, 0x8B], [0xD0, 0x90], [0xE1, 0xBB], [0xE1, 0xBB, 0x87], [0xC4, 0x90], [0x80],
      [0xC0, 0x80],
      [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xF0, 0x9F, 0x98, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88],
      [0xFF],
      [0xCC, 0x81], [0x2D], [0x27], [0x41], [0x7A], [0x35], [0x2E], [0x20], [0x0A], [0xE0, 0x80, 0x80],
    ]
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...24, using: &random) {
        bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      check(bytes)
    }
  }

  @Test func spellsEveryTruncation() {
    let text = Array("ТТЎй, Nguyễn 1.433 «Đ» е\u{308} 😀…".utf8)
    for end in 0...text.count {
      for start in 0...end { check(Array(text[start..<end])) }
    }
  }

  @Test(arguments: ["а", "аБ", "ааБ", "ABа", "a", "1", "1.", "а-", "\u{301}", "A'", "(", "\u{AD}", "\n"])
  func spellsVeryLongRuns(piece: String) {
    let bytes = [UInt8](String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
    check(bytes)
  }

  /// A range of a text has the tokens that it would have alone, at its own offsets.
  @Test func rangesKeepTheirOffsets() {
    let text = Array("До. Нгуен Суан Сон, 11.11 – Bí thư\n\nКонец".utf8)
    let tokenizer = Tokenizer()
    for start in 0..<text.count {
      for end in start...text.count {
        var tokens: [Token] = []
        tokenizer.tokenize(text.span, in: start..<end, into: &tokens)
        let alone = tokenizer.tokens(of: Array(text[start..<end]))
        #expect(tokens.map(\.key) == alone.map(\.key) && tokens.map(\.flags) == alone.map(\.flags))
        #expect(
          tokens.map(\.range) == alone.map { $0.range.lowerBound + start..<$0.range.upperBound + start })
      }
    }
  }

  @Test func appendsToWhatIsThere() {
    var tokens: [Token] = []
    let text = Array("один два".utf8)
    Tokenizer().tokenize(text.span, in: 0..<text.count, into: &tokens)
    Tokenizer().tokenize(text.span, in: 0..<text.count, block: false, into: &tokens)
    #expect(tokens.count == 4)
    #expect(tokens[0].has(.blockBefore) && !tokens[2].has(.blockBefore) && !tokens[2].has(.lineBefore))
  }

  /// Checks what holds for every text: order, whole scalars inside tokens, nothing of worth in the gaps.
  private func check(_ text: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    var end = 0
    var isSound = true
    for token in Tokenizer().tokens(of: text) {
      let range = token.range
      isSound = isSound && range.lowerBound >= end && !range.isEmpty && range.upperBound <= text.count
      guard isSound else { break }
      isSound = isGap(text[end..<range.lowerBound]) && String(validating: text[range], as: UTF8.self) != nil
      isSound = isSound && (token.kind == .mark) == (token.mark != .none)
      end = range.upperBound
    }
    #expect(isSound && isGap(text[end...]), "\(text.prefix(80))", sourceLocation: sourceLocation)
  }

  /// Whether bytes hold no letter, digit or mark that a token must have.
  private func isGap(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x21...0x7E, 0xC0...0x24F, 0x400...0x481, 0x48A...0x52F, 0x1EA0...0x1EF9, 0x2116: false
      default: true
      }
    }
  }
}
