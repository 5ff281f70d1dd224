import Foundation
import Testing

@testable import KadryEngine

/// The words of the matching rules, from the lexicons of this checkout.
func matchingWords() throws -> MatchingWords {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try MatchingWords(lexicons: root.path + "/Lexicons")
}

/// The expected answers are those of the reference scorer that the golds came with.
@Suite struct EvaluationMatchingTests {
  @Test(arguments: [
    ("Нгуен Суан Сон", "Нгуен Суан Сон", true),
    ("Донг Ван Тханя", "Донг Ван Тхань", true),
    ("товарищ Ле Тхань Нян", "Ле Тхань Нян", true),
    ("Нгуен Суан Шон", "Нгуен Суан Сон", false),
    ("Нгуен Хоа Бинь", "Нгуен-Хоа Бинь", true),
    ("Нгуен Хоа Бинь", "НгуенХоаБинь", true),
    ("Thái Thanh Quý", "ông Thái Thanh Quý", true),
    ("Hoà Bình", "Hòa Bình", true),
    ("Đ. В. Путин", "Владимир Путин", false),
    ("В. Путин", "Путина", true),
    ("Ле Ван Бо", "Ле Ван Ба", false),
    ("Чан Тхи Х", "Чан Тхи Хуе", false),
    ("PGS.TS. Nguyễn Văn A", "Nguyễn Văn A", true),
    ("Ле Тхань Нян (слева)", "Ле Тхань Нян", true),
    ("", "x", false),
    ("Ёлкин Пётр", "Елкин Петр", true),
    ("Tрaн Ван", "Тран Ван", true),
  ])
  func names(a: String, b: String, same: Bool) throws {
    let matching = NameMatching(words: try matchingWords())
    #expect(matching.areEqual(a, b) == same)
    #expect(matching.areEqual(b, a) == same)
  }

  @Test(arguments: [
    ("провинциальный комитет партии", "провинциального комитета партии", 1.0),
    ("УБНД тỉnh", "x", 0.0),
    ("UBND tỉnh", "Ủy ban nhân dân tỉnh", 1.0),
    ("Национальная ассамблея", "Национальное собрание", 0.5),
    ("партком провинции", "провинциальный комитет партии", 0.4),
    ("районный комитет партии Куинь Лыу", "партийный комитет района Куинь Лыу", 1.0),
    ("Ban Tổ chức Tỉnh uỷ", "ban Tổ chức Tỉnh ủy", 1.0),
    ("", "x", 0.0),
    ("Политбюро", "Полит бюро", 1.0),
    ("Комитет по мобилизации масс", "Комитета по мобилизации масс", 1.0),
  ])
  func likenessOfBodies(a: String, b: String, likeness: Double) throws {
    let matching = TitleMatching(words: try matchingWords())
    #expect(abs(matching.likeness(a, b) - likeness) < 0.0001)
    #expect(abs(matching.likeness(b, a) - likeness) < 0.0001)
  }

  @Test(arguments: [
    ("секретарь", "райком партии", ["секретарь"], ["районный комитет партии"], true),
    ("секретарь", "", ["заместитель секретаря"], [], false),
    ("заместитель секретаря", "", ["постоянный заместитель секретаря"], [], true),
    ("Phó Bí thư", "Tỉnh ủy", ["Phó Bí thư Tỉnh ủy"], [], true),
    ("Bí thư", "Tỉnh ủy", ["Chủ tịch"], ["UBND tỉnh"], false),
    ("глава", "оргкомитет", ["начальник"], ["оргкомитет"], false),
    ("кандидат в члены", "ЦК", ["член"], ["ЦК"], false),
    ("председатель Народного комитета", "", ["председатель"], ["Народный комитет"], true),
    ("министр юстиции", "", ["министр"], ["Министерство юстиции"], true),
  ])
  func titles(title: String, body: String, golds: [String], bodies: [String], fits: Bool) throws {
    let matching = TitleMatching(words: try matchingWords())
    #expect(matching.titleFits(title, organization: body, golds: golds, organizations: bodies) == fits)
  }

  @Test(arguments: [
    ("№ 01-DA/TU", "01-ĐA/TU", true),
    ("1-DA/TU", "01-DA/TU", true),
    ("48-КЛ/ТВ", "48-KL/TW", true),
    ("57-НК/ТВ", "57-NQ/TW", true),
    ("10-CT/T.W.", "10-CT/TW", true),
    ("131/QD-TTg", "131/QĐ-TTg", true),
    ("131/QD-TTR", "131/QĐ-TTg", true),
    ("35", "35-CT/TW", true),
    ("35", "36-CT/TW", false),
    ("10-CT/TW", "10-CT/TU", false),
    ("15-ND-CP", "15/ND/CP", true),
    ("10-СТ/ТW", "10-CT/TW", true),
    ("Số 22/NQ-CP", "22/NQ-CP", true),
    ("No. 5-KL/TW", "05-KL/TW", true),
  ])
  func documentNumbers(a: String, b: String, same: Bool) throws {
    let matching = ValueMatching(words: try matchingWords())
    #expect(matching.numbersEqual(a, b) == same)
    #expect(matching.numbersEqual(b, a) == same)
  }

  @Test(arguments: [
    ("2016-11-10", GoldDate(value: "--11-10", resolved: nil), true, false),
    ("--11-10", GoldDate(value: "--11-10", resolved: nil), true, true),
    ("2016-11-10", GoldDate(value: "--11-10", resolved: "2017-11-10"), false, false),
    ("2017-11-10", GoldDate(value: "--11-10", resolved: "2017-11-10"), true, false),
    ("2016", GoldDate(value: "2016/2020", resolved: nil), false, true),
    ("2016/2020", GoldDate(value: "2016/2020", resolved: nil), true, false),
    ("--11-10", GoldDate(value: "2016-11-10", resolved: nil), false, true),
    ("2016-02-05/2016-02-06", GoldDate(value: "--02-05/--02-06", resolved: nil), true, false),
  ])
  func dates(predicted: String, gold: GoldDate, fits: Bool, isWeak: Bool) throws {
    let matching = ValueMatching(words: try matchingWords())
    #expect(matching.dateFits(predicted, gold) == fits)
    #expect(matching.dateIsWeak(predicted, gold) == isWeak)
  }

  @Test(
    arguments: [
      ("97", .value(97.0)),
      ("0,71", .value(0.71)),
      ("7 214", .value(7214.0)),
      ("7.214", .value(7214.0)),
      ("1.234,5", .value(1234.5)),
      ("5/5", .ratio(5.0, of: 5.0)),
      ("10 из 141", .ratio(10.0, of: 141.0)),
      ("56,5%", .value(56.5)),
      ("1.5", .value(1.5)),
      ("x", nil),
      ("12 345 / 20 000", .ratio(12345.0, of: 20000.0)),
    ] as [(String, Quantity?)])
  func quantities(text: String, quantity: Quantity?) throws {
    #expect(try ValueMatching(words: matchingWords()).quantity(text) == quantity)
  }

  @Test func brokenRowSaysWhere() {
    let wrong = [
      ("kind;value\n", "m.tsv:1: the header is not 'kind', tab, 'value'"),
      ("kind\tvalue\nhead\n", "m.tsv:2: a row is a kind, a tab and a value"),
      ("kind\tvalue\nheads\tx=y\n", "m.tsv:2: 'heads' is no kind with such a value"),
      ("kind\tvalue\nlook-alike\tab=c\n", "m.tsv:2: 'look-alike' is no kind with such a value"),
    ]
    for (table, message) in wrong {
      let error = #expect(throws: EvaluationError.self) { try MatchingWords(table: table, path: "m.tsv") }
      #expect(error?.description == message)
    }
    let missing = #expect(throws: EvaluationError.self) { try MatchingWords(lexicons: "/nowhere") }
    #expect(
      missing?.description
        == "/nowhere/evaluation/matching.tsv: the words of the matching rules are missing; install it again")
  }
}
