import KadryReading
import Testing

/// Names: cases undone, spellings joined, places told apart.
@Suite struct NameReadingTests {
  @Test(arguments: [
    ("Делегацию возглавил товарищ Донг Ван Тхань. Товарища Донг Ван Тханя встретили.", "Донг Ван Тхань"),
    ("Слово предоставили г-ну Чан Си Тханю, а затем товарищу Чан Си Тханю.", "Чан Си Тхань"),
    ("г-жа Чан Тхи Хиен и г-жи Чан Тхи Хиен", "Чан Тхи Хиен"),
    ("Đồng chí NGUYỄN VĂN AN phát biểu.", "Nguyễn Văn An"),
    ("Bà Lê Thị\nHồng Vang phát biểu tại hội nghị.", "Lê Thị"),
  ])
  func putsNamesIntoTheNominative(text: String, name: String) throws {
    #expect(try TestReading.persons(text) == [name])
  }

  @Test func joinsTwoSpellingsOfOnePerson() throws {
    let reading = try TestReading.read(
      "Товарищ Нгуен Суан Сон выступил. Товарищ Нгуен Суан Сон ответил. Товарищ Нгуен Суан Шон подвёл итоги.")
    let people = reading.claims.compactMap { if case .person(let person) = $0.body { person } else { nil } }
    #expect(people.map(\.name) == ["Нгуен Суан Сон"])
    #expect(people.first?.spellings == ["Нгуен Суан Шон"])
    #expect(reading.claims.first?.causes == [.spellingJoined])
  }

  @Test func keepsNamesOfDifferentPeopleApart() throws {
    let text = "Товарищ Нгуен Ван Хай и товарищ Нгуен Ван Тай выступили."
    #expect(try TestReading.persons(text) == ["Нгуен Ван Тай", "Нгуен Ван Хай"])
  }

  @Test func tiesAGivenNameToTheFullOne() throws {
    let reading = try TestReading.read(
      "Г-н Нгуен Ван Нам доложил о работе. По словам г-на Нама, всё идёт хорошо.")
    let person = reading.claims.first { if case .person = $0.body { true } else { false } }
    #expect(person?.mentions.count == 2)
    #expect(person?.causes.contains(.shortName) == true)
  }

  @Test func readsVietnameseWithoutDiacritics() throws {
    let text = "Dong chi Nguyen Thi Xuan Thao, Giam doc So Noi vu, da phat bieu tai hoi nghi cua tinh."
    #expect(try TestReading.holds(text) == ["Nguyen Thi Xuan Thao | Giam doc | So Noi vu | holds"])
  }

  @Test func givesVietnameseSpellingOnlyWhenItIsThere() throws {
    let vi = try TestReading.read("Đồng chí Lê Văn Bình phát biểu.")
    let ru = try TestReading.read("Товарищ Ле Ван Бинь выступил.")
    func spelling(_ reading: Reading) -> String? {
      reading.claims.compactMap { if case .person(let person) = $0.body { person.vi } else { nil } }.first
    }
    #expect(spelling(vi) == "Lê Văn Bình")
    #expect(spelling(ru) == nil)
  }
}
