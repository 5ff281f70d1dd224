import KadryReading
import Testing

/// Numbers of documents, in full and in short.
@Suite struct DirectiveReadingTests {
  @Test(arguments: [
    ("реализацией проекта 01-DA/TU провинциального комитета партии", "01-DA/TU", "project"),
    ("Директивы № 10-CT/TW", "10-CT/TW", "directive"),
    ("Директивы № 10-СТ/ТW", "10-CT/TW", "directive"),
    ("Заключение Политбюро № 48-КЛ/ТВ от 30 января 2023 г.", "48-KL/TW", "conclusion"),
    ("Постановление № 35/2023/UBTVQH15", "35/2023/UBTVQH15", "resolution"),
    ("Решение № 2260-QDNS/TW", "2260-QDNS/TW", "decision"),
    ("официальный депеш премьер-министра № 101/CD-TTg от 29 июня 2025 года", "101/CD-TTg", "telegram"),
    ("Официальный документ № 31/UBND-VP2", "31/UBND-VP2", "official_letter"),
    ("проекта 01 DA/TU", "01-DA/TU", "project"),
    ("Quyết định số 2089/QĐ-TU, ngày 22/6/2018", "2089/QD-TU", "decision"),
    ("Nghị định số 178/2024/NĐ-CP của Chính phủ", "178/2024/ND-CP", "decree"),
  ])
  func readsANumber(text: String, number: String, type: String) throws {
    let found = try TestReading.directives(text)
    #expect(found.map(\.claim.number) == [number])
    #expect(found.first?.claim.type == type)
    #expect(found.first?.mentions.map(\.cites) == [.full])
  }

  @Test(arguments: [
    "в 42/52 религиозных деревнях", "на период 2016–2020 гг.", "деревня № 20 коммуны", "10/11/2016",
    "школа № 3", "национальное шоссе 1А", "дом 12 А/Б",
  ])
  func findsNoNumberWhereThereIsNone(text: String) throws {
    #expect(try TestReading.directives(text).isEmpty)
  }

  @Test func tiesAShortCitationToTheFullOne() throws {
    let found = try TestReading.directives(
      "Получив текст Проекта 03-DA/TU, район составил план. Реализация Проекта 03 идёт в срок.")
    #expect(found.map(\.claim.number) == ["03-DA/TU"])
    #expect(found.first?.mentions.map(\.cites) == [.full, .short])
  }

  @Test func readsDateIssuerAndTitleAroundANumber() throws {
    let found = try TestReading.directives(
      "Резолюция № 12-NQ/TU от 5 мая 2021 года провинциального комитета партии «О развитии деревень» принята."
    )
    #expect(found.first?.claim.date == "2021-05-05")
    #expect(found.first?.claim.title == "О развитии деревень")
    #expect(found.first?.claim.issuer == "provincial-party-committee")
  }
}
