import KadryLexicon
import Testing

/// The spellings that a name may have.
@Suite struct NameFormsTests {
  private func forms(_ name: String) throws -> [NameForm] { try NameComparisonTests.names.get().forms(name) }

  private func texts(_ name: String, _ kind: NameForm.Kind) throws -> [String] {
    try forms(name).filter { $0.kind == kind }.map(\.text)
  }

  @Test func ofAVietnamesePerson() throws {
    let name = "Nguyễn Xuân Sơn"
    #expect(try forms(name).first?.text == "Нгуен Суан Шон")
    #expect(try texts(name, .canonical) == ["Нгуен Суан Шон"])
    #expect(try texts(name, .slip).contains("Нгуен Суан Сон"))
    #expect(try texts(name, .bare) == ["Nguyen Xuan Son"])
    #expect(try texts(name, .candidate).isEmpty && texts(name, .oneWord).isEmpty)
  }

  @Test func ofACyrillicPerson() throws {
    let name = "Нгуен Суан Шона"
    #expect(try texts(name, .nominative) == ["Нгуен Суан Шон"])
    #expect(try texts(name, .vietnamese) == ["Nguyễn Xuân Sơn"])
    #expect(try forms(name).filter { $0.kind == .candidate && $0.part == 2 }.map(\.text) == ["Sơn"])
    let open = try forms("Нгуен Ван Тхань")
    #expect(
      open.filter { $0.kind == .candidate && $0.part == 2 }.map(\.text).prefix(2) == ["Thanh", "Thành"])
    #expect(!open.contains { $0.kind == .vietnamese })
  }

  @Test func ofAPlace() throws {
    for name in ["Quỳnh Lưu", "Куиньлыу", "Куинь Лыу"] {
      #expect(try texts(name, .canonical) == ["Куинь Лыу"], "\(name)")
      #expect(try texts(name, .oneWord).contains("Куиньлыу"), "\(name)")
      #expect(try texts(name, .hyphenated).contains("Куинь-Лыу"), "\(name)")
      #expect(try texts(name, .slip).contains("Куинь Лу"), "\(name)")
    }
    #expect(try texts("Hải Phòng", .place).contains("Хайфон"))
    #expect(try texts("Hà Nội", .oneWord).first == "Ханой")
    #expect(try forms("Куиньлыу").filter { $0.part == 0 }.map(\.text).first == "Quỳnh")
  }

  @Test func withoutDiacritics() throws {
    let name = "nguyen xuan son"
    #expect(try forms(name).filter { $0.kind == .candidate }.map(\.text) == ["Nguyễn", "Xuân", "Sơn"])
    #expect(try texts(name, .canonical) == ["Нгуен Суан Шон"])
  }

  @Test(arguments: ["Владимир", "", "№ 5", "xyz", "секретарь"])
  func ofNoName(name: String) throws { #expect(try forms(name).isEmpty) }

  /// Each form of a name may be that name, and none is listed twice.
  @Test(arguments: ["Nguyễn Xuân Sơn", "Trần Văn Hùng", "Quỳnh Lưu", "Lê Thị Thanh Nhàn", "Phạm Duy Thưởng"])
  func formsCompare(name: String) throws {
    let names = try NameComparisonTests.names.get()
    let forms = try forms(name)
    #expect(Set(forms.map(\.text)).count == forms.count)
    #expect(forms.count < 200)
    for form in forms { #expect(names.compare(name, form.text).verdict != .different, "\(form.text)") }
  }

  @Test(
    arguments: [
      ("Нгуен Суан Сон", "Nguyễn Xuân Sơn"), ("Чан Ван Хунг", "Trần Văn Hùng"),
      ("Ле Минь Хынг", "Lê Minh Hưng"), ("Фам Минь Чинь", nil),
      ("То Лам", nil), ("Шон", nil), ("Н. Суан Шон", nil), ("Nguyễn Xuân Sơn", nil),
      ("Владимир Владимирович Путин", nil), ("", nil),
    ] as [(String, String?)])
  func certainVietnamese(name: String, expected: String?) throws {
    #expect(try NameComparisonTests.names.get().vietnamese(name) == expected)
  }
}
