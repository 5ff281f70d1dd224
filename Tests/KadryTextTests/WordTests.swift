import KadryText
import Testing

/// Where words begin and end, and what is seen of them.
@Suite struct WordTests {
  @Test(arguments: [
    ("Нгуен Суан Шон", ["Нгуен", "Суан", "Шон"]),
    // A hyphen joins Cyrillic words and splits Latin ones.
    ("юго-восточный Нам-Дан", ["юго-восточный", "Нам-Дан"]),
    ("премьер- министра", ["премьер", "-", "министра"]),
    ("премьер -министра", ["премьер", "-", "министра"]),
    ("экс-President", ["экс", "-", "President"]),
    ("Kinh-Thượng", ["Kinh", "-", "Thượng"]),
    ("Ту-134", ["Ту", "-", "134"]),
    ("кто\u{2010}то что\u{2011}то", ["кто\u{2010}то", "что\u{2011}то"]),
    ("Ханой–Хюэ", ["Ханой", "–", "Хюэ"]),
    // An apostrophe belongs to the clan mark of minority names.
    ("H'Linh Y\u{2019}Thanh", ["H'Linh", "Y\u{2019}Thanh"]),
    ("'H' it's", ["'", "H", "'", "it", "'", "s"]),
    // Words that lost a tag between them.
    ("партииАнзянгнепосредственно", ["партии", "Анзянгнепосредственно"]),
    ("былоорганизованоВесенняяЯрмарка", ["былоорганизовано", "Весенняя", "Ярмарка"]),
    ("QH14регламент", ["QH14", "регламент"]),
    ("КиАн ТТр", ["КиАн", "ТТр"]),
    // Document numbers.
    ("№ 10-CT/TW", ["№", "10", "-", "CT", "/", "TW"]),
    ("10-СТ/ТW", ["10", "-", "СТ", "/", "ТW"]),
    ("01DA/TU", ["01", "DA", "/", "TU"]),
    ("35/2023/UBTVQH15", ["35", "/", "2023", "/", "UBTVQH15"]),
    // A soft hyphen is not seen.
    ("комис\u{AD}сия", ["комис\u{AD}сия"]),
    ("а\u{A0}б\u{202F}в", ["а", "б", "в"]),
  ])
  func boundaries(text: String, expected: [String]) { #expect(words(text) == expected) }

  @Test(arguments: [
    ("1.433", ["1.433"]), ("0,71 %", ["0,71", "%"]), ("11.11", ["11.11"]),
    ("11.11.2016.", ["11.11.2016", "."]),
    ("1. Второе", ["1", ".", "Второе"]), ("5,", ["5", ","]), ("1..2", ["1", ".", ".", "2"]),
    ("1,.2", ["1", ",", ".", "2"]), ("10ha", ["10", "ha"]), ("2016-2020", ["2016", "-", "2020"]),
    ("5/5", ["5", "/", "5"]), ("56,5%", ["56,5", "%"]), ("1 433", ["1", "433"]), (".5", [".", "5"]),
  ])
  func numbers(text: String, expected: [String]) {
    #expect(words(text) == expected)
    let kinds = Tokenizer().tokens(of: Array(text.utf8)).map(\.kind)
    #expect(zip(kinds, expected).allSatisfy { ($0 == .number) == ($1.first?.isNumber ?? false) })
  }

  @Test func numbersDifferByEveryDigitAndSeparator() {
    let spellings = ["1433", "1.433", "1,433", "1.434", "01433", "14.33", "1", "01", "10"]
    #expect(Set(spellings.compactMap { key($0) }).count == spellings.count)
  }

  @Test(
    arguments: [
      ("Лыу", [.capital, .cyrillic]), ("лыу", [.cyrillic]), ("ЛЫУ", [.capital, .allCaps, .cyrillic]),
      ("Л", [.capital, .cyrillic]), ("лЫу", [.cyrillic, .innerCapital]), ("ТТр", [.capital, .cyrillic]),
      ("Lưu", [.capital, .latin, .diacritic]), ("Luu", [.capital, .latin]),
      ("UBND", [.capital, .allCaps, .latin]),
      ("HĐND", [.capital, .allCaps, .latin, .diacritic]), ("QH14", [.capital, .allCaps, .latin, .digit]),
      ("TTg", [.capital, .latin]), ("Нам-Дан", [.capital, .cyrillic, .hyphen]),
      ("Tрунг", [.capital, .latin, .cyrillic, .mixedScript]), ("a\u{302}", [.latin, .diacritic]),
      ("café", [.latin, .diacritic]), ("11", [.digit]),
      // A stress mark over a Russian vowel is no Vietnamese letter.
      ("замо\u{301}к", [.cyrillic]),
    ] as [(String, TokenFlags)])
  func flags(word: String, expected: TokenFlags) {
    let tokens = Tokenizer().tokens(of: Array(word.utf8))
    #expect(tokens.map { $0.flags.subtracting([.lineBefore, .blockBefore]) } == [expected])
  }

  @Test func flagsOfWhatStandsBefore() {
    let tokens = Tokenizer().tokens(of: Array("а б\nв\n\nг, д\r\nеЖизнь\r\n\r\nз".utf8))
    let layout: TokenFlags = [.spaceBefore, .lineBefore, .blockBefore, .glued]
    let expected: [TokenFlags] = [
      [.lineBefore, .blockBefore], [.spaceBefore], [.spaceBefore, .lineBefore],
      [.spaceBefore, .lineBefore, .blockBefore], [], [.spaceBefore], [.spaceBefore, .lineBefore],
      [.spaceBefore, .lineBefore, .blockBefore],
    ]
    #expect(tokens.map { $0.flags.intersection(layout) } == expected)
    let glued = Tokenizer().tokens(of: Array("партииАнзянг".utf8))
    #expect(glued.map { $0.has(.glued) } == [false, true])
    #expect(glued.map(\.key) == Folder().keys(of: "партии Анзянг"))
  }

  @Test(
    arguments: [
      (",", .comma), (";", .semicolon), (":", .colon), (".", .period), ("…", .ellipsis), ("!", .exclamation),
      ("?", .question), ("-", .dash), ("–", .dash), ("—", .dash), ("−", .dash), ("(", .openBracket),
      ("]", .closeBracket),
      ("«", .openQuote), ("“", .openQuote), ("»", .closeQuote), ("”", .closeQuote), ("\"", .quote),
      ("/", .slash),
      ("%", .percent), ("|", .bar), ("№", .numero), ("+", .plus), ("*", .asterisk), ("•", .asterisk),
      ("#", .hash),
      ("'", .apostrophe), ("’", .apostrophe), ("$", .currency), ("₫", .currency), ("€", .currency),
      ("@", .other),
      ("°", .other), ("_", .other), ("×", .other),
    ] as [(String, Mark)])
  func marks(text: String, mark: Mark) {
    let tokens = Tokenizer().tokens(of: Array(text.utf8))
    #expect(tokens.map(\.mark) == [mark])
    #expect(tokens.map(\.kind) == [.mark])
  }

  /// Marks of one class may still differ as lexicon entries; spellings of the hyphen may not.
  @Test func keysOfMarks() {
    #expect(key("-") == key("\u{2011}"))
    #expect(key("-") != key("–"))
    #expect(key("«") != key("»"))
  }
}
