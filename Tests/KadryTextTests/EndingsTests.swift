import KadryText
import Testing

/// Stems and endings of Cyrillic words.
@Suite struct EndingsTests {
  let table = EndingTable(endings: ["а", "у", "ом", "ого", "ый", "ая", "ий", "ями", "е"])

  private func token(_ word: String) -> Token? {
    let tokens = Tokenizer(endings: table).tokens(of: Array(word.utf8))
    return tokens.count == 1 ? tokens[0] : nil
  }

  private func ending(_ word: String) -> String? { token(word).map { table.endings[Int($0.ending)] } }

  @Test(arguments: [
    ("секретаря", ""), ("комитета", "а"), ("комитету", "у"), ("комитетом", "ом"), ("нового", "ого"),
    ("НОВЫЙ", "ый"), ("Новая", "ая"), ("людями", "ями"), ("комитет", ""), ("море", "е"), ("моё", "е"),
    // The longest ending wins; two letters at least must stay.
    ("его", ""), ("ого", ""), ("за", ""), ("два", "а"), ("том", ""), ("атом", "ом"),
    // Only the last part of a hyphenated word, and no ending of Latin words or of words with digits.
    ("юго-восточный", "ый"), ("Ha", ""), ("СТ1а", "а"), ("вв1ом", "ом"), ("ту1", ""), ("нови\u{306}", ""),
    ("новыи\u{306}", "ый"),
  ])
  func endings(word: String, expected: String) { #expect(ending(word) == expected) }

  @Test(arguments: [
    ["комитет", "комитета", "КОМИТЕТУ", "комитетом", "комитете"], ["новый", "новая", "нового", "Новом"],
    ["Tрунг", "Трунга", "Tрунгом"],
  ])
  func wordsOfOneStem(forms: [String]) { #expect(Set(forms.map { token($0)?.stem }).count == 1) }

  @Test func stemsAreTheKeysOfWhatStays() {
    #expect(token("комитета")?.stem == key("комитет"))
    #expect(token("нового")?.stem == key("нов"))
    #expect(token("Хоанга")?.stem == key("Хоанг"))
    #expect(token("комитета")?.stem != token("комиссара")?.stem)
  }

  @Test func withoutATableTheStemIsTheWord() {
    let tokens = Folder().tokens(of: "комитета новый")
    #expect(tokens.map(\.ending) == [0, 0])
    #expect(tokens.map(\.stem) == tokens.map(\.key))
  }

  /// The stem of a Latin word is its spelling without any diacritics.
  @Test(arguments: [
    ("Quỳnh", "quynh"), ("Lưu", "luu"), ("Đức", "DUC"), ("Nguyễn", "Nguye\u{302}\u{303}n"), ("HĐND", "hdnd"),
    ("uỷ", "uy"),
    ("\u{D0}ắk", "dak"), ("QH14", "qh14"),
  ])
  func bareStems(marked: String, bare: String) {
    #expect(token(marked)?.stem == token(bare)?.stem)
    #expect(token(marked)?.stem != nil)
  }

  @Test func bareStemsKeepBaseLettersApart() {
    let words = ["dac", "dao", "bac", "da", "dacc", "Dak"]
    #expect(Set(words.map { token($0)?.stem }).count == words.count)
  }

  @Test func unusableEndingsAreLeftOut() {
    let table = EndingTable(endings: ["", "абвг", "om", "ё", "ах"])
    #expect(table.endings == ["", "ах"])
    let tokens = Tokenizer(endings: table).tokens(of: Array("домах".utf8))
    #expect(tokens.map { table.endings[Int($0.ending)] } == ["ах"])
  }

  /// Every ending of the repository's table, after a stem that ends in none of them.
  @Test func endingsOfTheLexicons() throws {
    let endings = Set(try SampleText.column("ending", of: "endings").filter { !$0.isEmpty })
    let table = EndingTable(endings: endings.sorted())
    #expect(table.endings.count == endings.count + 1)
    for ending in endings {
      let word = "бщб" + ending
      let tokens = Tokenizer(endings: table).tokens(of: Array(word.utf8))
      let found = tokens.map { table.endings[Int($0.ending)] }
      #expect(found == [ending], "\(word)")
      #expect(tokens.map(\.stem) == [key("бщб")], "\(word)")
    }
  }
}
