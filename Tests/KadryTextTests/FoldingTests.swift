import Foundation
import KadryText
import Testing

/// Plain spellings for people and full-text search, and letters without tones.
@Suite struct FoldingTests {
  @Test(arguments: [
    ("Nguyễn Xuân Sơn", "nguyen xuan son"), ("HĐND", "hdnd"), ("\u{D0}ắk Lắk", "dak lak"),
    ("Ủy ban", "uy ban"),
    ("Nguye\u{302}\u{303}n", "nguyen"), ("Лыу, ЁЛКА; Съёмка", "лыу, елка; съемка"),
    ("Йен и\u{306} е\u{308}", "йен й е"),
    ("№ 10-CT/TW «Да»\n", "№ 10-ct/tw «да»\n"), ("日本 😀", "日本 😀"), ("", ""), ("quý QUÝ", "quy quy"),
    ("замо\u{301}к", "замок"), ("ƯƠ ưở", "uo uo"),
  ])
  func plainSpelling(text: String, expected: String) {
    #expect(PlainSpelling.fold(text) == expected)
    #expect(PlainSpelling.fold(expected) == expected)
    #expect(PlainSpelling.fold(text.decomposedStringWithCanonicalMapping) == expected)
  }

  /// Against Foundation: small letters, no marks, đ as d; й keeps its breve.
  @Test func plainSpellingOfTheLexicons() throws {
    for (table, column) in [
      ("places", "vi"), ("places", "ru"), ("surnames", "name_vi"), ("bodies", "vi"), ("posts", "ru"),
    ] {
      for text in try SampleText.column(column, of: table) {
        var plain = ""
        for character in text.lowercased().precomposedStringWithCanonicalMapping {
          switch character {
          case "й": plain.append("й")
          case "đ": plain.append("d")
          default: plain += String(character).folding(options: .diacriticInsensitive, locale: nil)
          }
        }
        #expect(PlainSpelling.fold(text) == plain)
      }
    }
  }

  /// Texts of one key have one plain spelling, so that search finds what the reading joins.
  @Test(arguments: [("uỷ", "ủy"), ("Đức", "\u{D0}U\u{31B}\u{301}C"), ("ёлка", "ЕЛКА"), ("й", "и\u{306}")])
  func equalKeysHaveEqualPlainSpellings(a: String, b: String) {
    #expect(Folder().keys(of: a) == Folder().keys(of: b))
    #expect(PlainSpelling.fold(a) == PlainSpelling.fold(b))
  }

  @Test(arguments: [
    ("Hùng", "Húng"), ("hoà", "HÓA"), ("Nguyễn", "nguye\u{302}n"), ("quý", "Quỷ"), ("Đức", "đưc"),
  ])
  func lettersWithoutTones(a: String, b: String) {
    #expect(ToneFolding.letters(a) == ToneFolding.letters(b))
    #expect(!ToneFolding.letters(a).isEmpty)
  }

  @Test(arguments: [
    ("Hùng", "Hưng"), ("tan", "tân"), ("tăn", "tân"), ("đa", "da"), ("o", "ô"), ("шон", "сон"),
  ])
  func lettersKeepTheirQuality(a: String, b: String) {
    #expect(ToneFolding.letters(a) != ToneFolding.letters(b))
  }

  @Test func tones() {
    let tones = ["ma", "mà", "má", "mả", "mã", "mạ"].map { ToneFolding.tone(of: $0) }
    #expect(tones == [0, 1, 2, 3, 4, 5])
    #expect(["mậ", "ma\u{323}\u{302}", "MẬ"].map { ToneFolding.tone(of: $0) } == [5, 5, 5])
    #expect(ToneFolding.tone(of: "") == 0)
    #expect(ToneFolding.tone(of: "đăâêôơư") == 0)
  }

  /// The folder keeps the tokenizer's cuts.
  @Test func keysOfPhrases() {
    #expect(Folder().keys(of: "секретарь партии") == Folder().keys(of: "Секретарь\nПАРТИИ"))
    #expect(Folder().keys(of: "").isEmpty)
    #expect(Folder().keys(of: "10-CT/TW").count == 5)
    #expect(
      Folder(endings: EndingTable(endings: ["а"])).tokens(of: "Шона").map(\.stem) == Folder().keys(of: "шон"))
  }

  @Test func hashesOfMarks() {
    #expect(Folder().keys(of: "№") == [SpellingHash.mark(0x2116)])
    #expect(Folder().keys(of: "\u{2010}") == [SpellingHash.mark(0x2D)])
  }
}
