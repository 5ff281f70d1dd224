import KadryReading
import Testing

/// Retirements, nominations, successions, and what a sentence leaves to those before it.
@Suite struct ChangesOfPostTests {
  @Test(arguments: [
    (
      "Товарищ Ле Ван Бинь вышел на пенсию с поста директора Департамента финансов.",
      ["Ле Ван Бинь | директор | Департамент финансов | retired"]
    ),
    (
      "Đồng chí Lê Văn An được giới thiệu ứng cử chức danh Chủ tịch HĐND tỉnh.",
      ["Lê Văn An | Chủ tịch | HĐND tỉnh | nominated"]
    ),
    (
      "Экс-секретарь районного комитета партии Ле Ван Бинь прибыл.",
      ["Ле Ван Бинь | секретарь | районный комитет партии | former"]
    ),
    (
      "Ông Lê Văn An kế nhiệm ông Trần Văn Bình làm Bí thư Huyện ủy.",
      ["Lê Văn An | Bí thư | Huyện ủy | appointed", "Trần Văn Bình | Bí thư | Huyện ủy | former"]
    ),
    (
      "Г-н Ле Ван Бинь освобождён от должности директора Департамента юстиции. На его место назначен г-н Чан Ван Кыонг.",
      [
        "Ле Ван Бинь | директор | Департамент юстиции | dismissed",
        "Чан Ван Кыонг | директор | Департамент юстиции | appointed",
      ]
    ),
    (
      "Ông Lê Văn An sinh năm 1970. Năm 2015, ông được bổ nhiệm giữ chức Giám đốc Sở Y tế.",
      ["Lê Văn An | Giám đốc | Sở Y tế | appointed"]
    ),
    // Two persons before: nobody knows who is meant.
    ("Ông Lê Văn An gặp ông Trần Văn Bình. Năm 2015, ông được bổ nhiệm giữ chức Giám đốc Sở Y tế.", []),
  ])
  func tellsHowItChanged(text: String, wanted: [String]) throws {
    #expect(try TestReading.holds(text) == wanted)
  }

  @Test func whatIsTakenFromBeforeIsInferred() throws {
    let reading = try TestReading.read(
      "Ле Ван Ан родился в 1930 году. С 1964 по 1968 год – секретарь районного комитета партии.")
    let claim = try #require(reading.claims.first { $0.body.kind == "holds" })
    #expect(claim.grade == .inferred)
    #expect(claim.causes.contains(.personFromContext))
    guard case .holds(let holds) = claim.body else { return }
    #expect([holds.since, holds.until] == ["1964", "1968"])
  }

  @Test(arguments: [
    ("Bà Cao Thị Hiền, đại biểu Quốc hội khóa XIV, được bầu làm Phó Chủ tịch Quốc hội khóa XV.", "2021/2026"),
    ("Г-н Ле Ван Ан избран председателем Народного совета провинции XVIII созыва.", "2021/2026"),
    ("Г-н Ле Ван Ан избран председателем Народного совета провинции XXVIII созыва.", nil),
  ])
  func theNumberOfAnAssemblyIsItsYears(text: String, term: String?) throws {
    let elected = try TestReading.read(text, source: "baonghean.vn").claims.compactMap { claim in
      if case .holds(let holds) = claim.body, holds.status == .elected { holds } else { nil }
    }
    #expect(elected.map(\.term) == [term])
  }

  @Test func officesOfOtherCountriesAreNoneOfTheGrid() throws {
    let posts = try TestReading.read("Премьер-министр Сингапура Ли Сянь Лун и президент Путин прибыли.")
      .claims
      .compactMap { claim in
        if case .holds(let holds) = claim.body { holds } else { nil }
      }
    #expect(posts.count == 2)
    #expect(posts.allSatisfy { $0.post == nil })
  }

  @Test func initialsBelongToTheName() throws {
    #expect(
      try TestReading.persons("Встретились А. В. Петренко и Нгуен Т. М. Хоа.") == [
        "А. В. Петренко", "Нгуен Т. М. Хоа",
      ])
    #expect(try TestReading.persons("Статья в разделе А. Нормы изменены.") == [])
  }
}
