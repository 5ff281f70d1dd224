import Testing

/// Who holds what, in the phrasings of both languages.
@Suite struct HoldsTests {
  @Test(arguments: [
    (
      "Товарищ Хоанг Ван Бинь, постоянный заместитель секретаря районного комитета партии Куинь Лыу, выступил на встрече.",
      ["Хоанг Ван Бинь | постоянный заместитель секретаря | районный комитет партии Куинь Лыу | holds"]
    ),
    (
      "На встрече выступил секретарь районного комитета партии Май Ван Линь.",
      ["Май Ван Линь | секретарь | районный комитет партии | holds"]
    ),
    (
      "Товарищ Ле Ван Ань - член Постоянного комитета провинциального комитета партии, председатель провинциального Народного совета.",
      [
        "Ле Ван Ань | председатель | провинциальный Народный совет | holds",
        "Ле Ван Ань | член | Постоянный комитет провинциального комитета партии | holds",
      ]
    ),
    (
      "Делегаты избрали товарища Чан Тхи Хиен председателем районного народного совета.",
      ["Чан Тхи Хиен | председатель | районный народный совет | elected"]
    ),
    (
      "Г-н Нгуен Ван Ань был освобождён от должности директора Департамента здравоохранения.",
      ["Нгуен Ван Ань | директор | Департамент здравоохранения | dismissed"]
    ),
    (
      "В зале был и бывший председатель Народного комитета провинции Во Ван Тань.",
      ["Во Ван Тань | председатель | Народный комитет провинции | former"]
    ),
    (
      "Đồng chí Lê Văn Bình, Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Dân vận Tỉnh ủy dự hội nghị.",
      [
        "Lê Văn Bình | Trưởng Ban | Ban Dân vận Tỉnh ủy | holds",
        "Lê Văn Bình | Ủy viên | Ban Thường vụ Tỉnh ủy | holds",
      ]
    ),
    (
      "HĐND huyện đã bầu ông Hoàng Văn Chiều giữ chức Chủ tịch UBND huyện Lộc Bình.",
      ["Hoàng Văn Chiều | Chủ tịch | UBND huyện Lộc Bình | elected"]
    ),
    (
      "Ông Lê Văn Bình thôi giữ chức Bí thư Huyện ủy Yên Thành.",
      ["Lê Văn Bình | Bí thư | Huyện ủy Yên Thành | dismissed"]
    ),
  ])
  func readsEveryPhrasing(text: String, wanted: [String]) throws {
    #expect(try TestReading.holds(text) == wanted)
  }

  @Test(arguments: [
    "Жители деревни № 20 коммуны Куинь Ван строят дороги.",
    "Представитель руководства коммуны Куинь Лам предложил пересмотреть критерии.",
    "Партийные комитеты и секретари партийных ячеек получили указания.",
    "Đại biểu các xã Quỳnh Văn, Quỳnh Thạch và Nghi Văn đã có mặt.",
    "Đường Võ Nguyên Giáp và Trường THPT Đặng Thai Mai được sửa chữa.",
  ])
  func findsNoOfficialWhereThereIsNone(text: String) throws {
    #expect(try TestReading.holds(text).isEmpty)
    #expect(try TestReading.persons(text).isEmpty)
  }

  @Test func givesThePostItsCanonicalIdAndPlace() throws {
    let reading = try TestReading.read(
      "Заместитель секретаря провинциального комитета партии Нгуен Суан Хай провёл совещание.",
      source: "baonghean.vn")
    let holds = reading.claims.compactMap { claim -> (String?, String?, [String])? in
      if case .holds(let holds) = claim.body {
        (holds.post, holds.place, claim.causes.map(\.rawValue))
      } else {
        nil
      }
    }
    #expect(holds.count == 1)
    #expect(holds.first?.0 == "provincial-party-deputy-secretary")
    #expect(holds.first?.1 == "Nghệ An")
    #expect(holds.first?.2 == ["place-from-source"])
  }

  @Test func takesTheLevelWhoseBodiesAreCalledSo() throws {
    // A district's committee stands nearer, but is called by another word than a commune's.
    let reading = try TestReading.read(
      """
      Đảng bộ xã Bạch Hà có 46 chi bộ, Đảng ủy xã họp hằng tháng.
      Đồng chí Lê Văn Hòa (nguyên Phó Bí thư Huyện ủy Đô Lương) được chỉ định giữ chức Bí thư Đảng ủy.
      """)
    let posts = reading.claims.compactMap { claim -> String? in
      if case .holds(let holds) = claim.body { holds.post } else { nil }
    }
    #expect(posts.contains("commune-party-secretary"))
    #expect(!posts.contains("district-party-secretary"))
  }

  @Test func tiesABareTitleBackToItsHolder() throws {
    let reading = try TestReading.read(
      """
      Товарищ Нгуен Суан Хай, заместитель секретаря провинциального комитета партии, открыл встречу.
      Затем заместитель секретаря поручил району разработать план.
      """)
    let claims = reading.claims.filter { if case .holds = $0.body { true } else { false } }
    #expect(claims.count == 1)
    #expect(claims.first?.mentions.map(\.rule).contains("holds.bare-title") == true)
  }
}
