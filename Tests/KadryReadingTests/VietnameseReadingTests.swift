import KadryReading
import Testing

/// What pages in Vietnamese have that the rules alone do not tell.
@Suite struct VietnameseReadingTests {
  @Test(arguments: [
    ("Bà Nguyễn Thị Hà Giang, Chủ tịch Hội Nông dân huyện, phát biểu.", ["Nguyễn Thị Hà Giang"]),
    ("Còn ôngVõ Minh Tâm Anh, Phó Giám đốc Sở Tài chính, cho hay.", ["Võ Minh Tâm Anh"]),
    ("Già làng Xồng Nỏ Tu, nguyên Bí thư Huyện ủy Kỳ Sơn, kể.", ["Xồng Nỏ Tu"]),
    ("Ông Siu Blơng Kpă, Bí thư Huyện ủy Krông Pa, chủ trì.", ["Siu Blơng Kpă"]),
    ("Ông Bun Thông Chăn Thạ Vông đến dự. Ông Bun Thông ký biên bản.", ["Bun Thông Chăn Thạ Vông"]),
    (
      "Hội nghị xã\nĐồng chí Nguyễn Tất Ánh được chỉ định giữ chức Bí thư.\nĐỒNG CHÍ NGUYỄN TẤT ÁNH NHẬN QUYẾT ĐỊNH",
      ["Nguyễn Tất Ánh"]
    ),
  ])
  func readsWholeNames(text: String, names: [String]) throws {
    #expect(try TestReading.persons(text) == names)
  }

  @Test(arguments: [
    "Triển lãm mở tại nhà số 15A Lê Lợi và kiệt 4/2 Phan Đình Phùng trong thành phố.",
    "Xe rẽ vào đường Ông Ích Khiêm lúc trưa.",
    "Trường THPT Trần Phú thắng đậm. Sau trận, Trần Phú ăn mừng.",
    "Hội đền Lý Bát Đế đông vui. Từ khóa: quan họ, Lý Bát Đế",
    "Thông báo của tỉnh\nKỶ LUẬT NHIỀU CÁN BỘ SAU THANH TRA",
  ])
  func takesNoStreetSchoolOrHeadlineForAPerson(text: String) throws {
    #expect(try TestReading.persons(text).isEmpty)
  }

  @Test func aNamesakeOfAStreetMayBeAPerson() throws {
    let text = "Hội nghị họp tại đường Lê Văn Bình. Đồng chí Lê Văn Bình phát biểu."
    #expect(try TestReading.persons(text) == ["Lê Văn Bình"])
  }

  @Test func aCreditDoesNotRunIntoTheNextLine() throws {
    let text = """
      Hội nghị tỉnh
      Đồng chí Đào Thị Hòa Bình nhận hoa chúc mừng của các đại biểu. Ảnh: Quốc Hòa
      Phó Bí thư Tỉnh ủy Huỳnh Đa Túy nhắc các đồng chí.
      """
    #expect(try TestReading.persons(text) == ["Huỳnh Đa Túy", "Đào Thị Hòa Bình"])
  }

  @Test(arguments: [("2020-04-14", "Nghệ An"), ("1985-04-14", "Nghệ Tĩnh")])
  func aProvinceThatIsGoneLendsItselfToNobody(date: String, place: String) throws {
    let text =
      "Ông Nguyễn Văn Đức, nguyên Bí thư Tỉnh ủy Nghệ Tĩnh, đến dự. "
      + "Ông Lê Văn An, Phó Chủ tịch UBND tỉnh, phát biểu."
    let posts = try TestReading.read(text, source: "baonghean.vn", date: date).claims.compactMap { claim in
      if case .holds(let holds) = claim.body, holds.status == .holds { holds.place } else { nil }
    }
    #expect(posts == [place])
  }

  @Test func whoeverIsReplacedMayTakeAnotherPost() throws {
    let text =
      "HĐND tỉnh bầu ông Dương Văn Lạng giữ chức Chủ tịch UBND tỉnh, kế nhiệm ông Vũ Tất Bình "
      + "được điều động làm Giám đốc Sở Y tế."
    #expect(
      try TestReading.holds(text) == [
        "Dương Văn Lạng | Chủ tịch | UBND tỉnh | elected",
        "Vũ Tất Bình | Chủ tịch | UBND tỉnh | former",
        "Vũ Tất Bình | Giám đốc | Sở Y tế | appointed",
      ])
  }

  @Test(arguments: [
    ("Các huyện ủy gửi báo cáo; ở 23 đảng bộ xã còn chậm.", [String]()),
    ("Chủ tịch giao Thanh tra tỉnh thanh tra 4 dự án.", ["Thanh tra tỉnh"]),
    ("Bí thư Chi bộ ấp 10A phát biểu.", ["Chi bộ ấp 10A"]),
    ("Công ty Cổ phần Xây lắp Miền Tây bị phê bình.", ["Công ty Cổ phần Xây lắp Miền Tây"]),
  ])
  func readsBodies(text: String, names: [String]) throws {
    let found = try TestReading.read(text).claims.compactMap {
      if case .organization(let body) = $0.body { body.name } else { nil }
    }
    #expect(found == names)
  }

  @Test func namesAKindByItsNounWhereLettersAreShared() throws {
    let found = try TestReading.directives(
      "Căn cứ Quy định số57-QĐ/TW, Quyết định số 58-QĐ/TW và Công văn 212/UBND-\nĐTXD của tỉnh.")
    #expect(found.map(\.claim.type) == ["regulation", "decision", "official_letter"])
    #expect(found.map(\.claim.numberVi) == ["57-QĐ/TW", "58-QĐ/TW", "212/UBND-ĐTXD"])
  }

  @Test func putsMultiplesTogether() throws {
    let figures = try TestReading.figures(
      "Thất thoát 318 tỷ 500 triệu đồng; giải ngân 1.876/6.300 tỷ đồng. Đường dây nóng: 0238 3588 trực cả ngày."
    )
    #expect(figures.map(\.value) == [318_500_000_000, 1876])
    #expect(figures.map(\.of) == [nil, 6300])
  }

  @Test(arguments: [
    ("Các xã báo cáo trước ngày 20/9.", "2019-05-10", ["--09-20=2019-09-20"]),
    ("Các xã đã báo cáo ngày 20/9.", "2019-05-10", ["--09-20=2018-09-20"]),
    ("Hội nghị họp trong các ngày 5, 6 và 7/4.", "2022-04-08", ["--04-05", "--04-06", "--04-07"]),
    ("Nghị quyết ban hành ngày 1.1.2020 của tỉnh.", nil, ["2020-01-01"]),
    ("Làng mở hội mùng 8 tháng Giêng, từ 7 giờ 30.", "2019-02-20", []),
  ])
  func readsDates(text: String, published: String?, wanted: [String]) throws {
    let found = try TestReading.dates(text, date: published)
    #expect(found.count == wanted.count)
    #expect(zip(found, wanted).allSatisfy { $0.hasPrefix($1) }, "\(found)")
  }
}
