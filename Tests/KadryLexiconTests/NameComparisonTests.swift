import KadryLexicon
import Testing

/// Names in one script or two, each pair in both orders.
@Suite struct NameComparisonTests {
  static let names = Result { NameComparer(try TestLexicons.base()) }

  private func verdict(_ a: String, _ b: String) throws -> NameComparer.Verdict {
    let names = try Self.names.get()
    let (there, back) = (names.compare(a, b), names.compare(b, a))
    #expect(there.verdict == back.verdict, "\(a) – \(b): \(there.reasons), \(back.reasons)")
    #expect(there == names.compare(a, b))
    #expect(!there.reasons.isEmpty)
    if there.verdict != .different {
      #expect(names.key(a) == names.key(b), "keys of \(a), \(b)")
    }
    return there.verdict
  }

  /// Persons and places whose spellings were seen for one referent.
  static let seen: [(String, String, NameComparer.Verdict)] = [
    ("Нгуен Суан Сон", "Нгуен Суан Шон", .same), ("Нгуен Суан Сон", "Nguyễn Xuân Sơn", .same),
    ("Нгуен Суан Шон", "Nguyễn Xuân Sơn", .same), ("Куинь Лыу", "Quỳnh Lưu", .same),
    ("Куинь-Лыу", "Куинь Лу", .same),
    ("Куинь Лыу", "Куинь-Лыу", .same), ("Тран Ван Хунг", "Чан Ван Хунг", .same),
    ("Trần Văn Hùng", "Тран Ван Хунг", .same),
    ("Тай Тхань Куй", "Тхай Тхань Куи", .possible), ("Thái Thanh Quý", "Тай Тхань Куй", .possible),
    ("Nguyễn Quốc Huy", "Нгуен Куок Хуэй", .same), ("Hùng Châu", "Хунг Чау", .possible),
    ("Hùng Châu", "Хынгтяу", .possible),
    ("Хунг Чау", "Хунгчау", .same), ("Хунгтяу", "Хынгтяу", .possible), ("Хунгчау", "Хынгтяу", .possible),
    ("Тринь Суан Тхань", "Чинь Суан Тхань", .same), ("Trịnh Xuân Thanh", "Тринь Суан Тхань", .possible),
    ("Во Ван Тыонг", "Во Ван Тхыонг", .possible), ("Во Ван Тхыонг", "Во Ван Тхуонг", .same),
    ("Võ Văn Thưởng", "Во Ван Тыонг", .possible), ("Куат Бао Чунг", "Куату Бао Трунгу", .same),
    ("Нгеан", "Нге Ан", .same), ("Nghệ An", "«Нге Ан»", .same), ("Nghệ An", "Нгеан", .same),
    // The table of transliterations observed.
    ("Lai Châu", "Лайтяу", .same), ("Chơn Thành", "Тьонтхань", .possible), ("Diễn Châu", "Дьенчау", .same),
    ("Thanh Chương", "Тханьчыонг", .same), ("До Ван Чиен", "Đỗ Văn Chiến", .same),
    ("Bình Dương", "Зыонг", .possible),
    ("Gia Lai", "Зялай", .same), ("Lê Trường Giang", "Ле Чыонг Джанг", .possible),
    ("Khánh Hòa", "Кханьхоа", .same),
    ("Фунг Куок Хиен", "Пхунг Куок Хиен", .same), ("Bà Rịa", "Бариа", .same), ("Rạch Giá", "Ратьзя", .same),
    ("Kỳ Sơn", "Ки Сон", .same), ("Trần Sỹ Thanh", "Чан Си Тхань", .possible),
    ("Bình Thuận", "Бинь Туан", .same),
    ("Nghi Thiết", "Нгитьет", .possible), ("Bến Tre", "Бенче", .same), ("Trà Vinh", "Чавинь", .same),
    ("Тхань Ча", "Тхань Тра", .possible), ("Bình Phước", "Биньфыок", .same),
    ("Tương Dương", "Туонгзыонг", .possible),
    ("Дайкуонг", "Дай Кыонг", .possible), ("Hưng Yên", "Хынгйен", .same),
    ("Ле Минь Хунг", "Ле Минь Хынг", .possible),
    ("Điện Biên", "Дьенбьен", .same), ("Yên Bái", "Йенбай", .same), ("Tây Ninh", "Тай Нинь", .same),
    ("Huế", "Хюэ", .possible),
    ("Quế Phong", "Куе Фонг", .possible), ("Diễn Trung", "Дьенчынг", .possible), ("Нам Дан", "Намдан", .same),
    ("До Ба Ти", "Đỗ Bá Tỵ", .possible), ("Bắc Kạn", "Баккан", .same), ("Bắc An", "Бакан", .possible),
    // Persons of real pages.
    ("Буй Тхи Минь Хоай", "Bùi Thị Minh Hoài", .same), ("Нгуен Чонг Нгиа", "Nguyễn Trọng Nghĩa", .same),
    ("Нгуен Дак Винь", "Nguyễn Đắc Vinh", .possible), ("Данг Минь Кхой", "Данг Мин Кхой", .same),
    ("То Лам", "Tô Lâm", .possible),
    ("Буй Ван Нгием", "Bùi Văn Nghiêm", .same), ("Кью Нгок Хай", "Quế Ngọc Hải", .possible),
    ("Куэ Нгок Хай", "Кью Нгок Хай", .same), ("Phú Yên", "Фуйен", .possible),
    ("Хо Ши Мин", "Hồ Chí Minh", .same),
    ("Хайфон", "Hải Phòng", .same),
    ("Ле Минь Хынг", "Lê Minh Hưng", .same),
  ]

  @Test(arguments: seen.indices)
  func seenForOne(number: Int) throws {
    let (a, b, expected) = Self.seen[number]
    let found = try verdict(a, b)
    #expect(found == expected, "\(a) – \(b)")
  }

  /// Case endings, mixed letters, capitals and composition do not matter.
  @Test(arguments: [
    ("Донг Ван Тханя", "Донг Ван Тхань"), ("Нгуеном Дык Чунгом", "Нгуен Дык Чунг"),
    ("Нгуена Хонг Тая", "Нгуен Хонг Тай"),
    ("Фам Дай Зыонга", "Фам Дай Зыонг"), ("Хо Куок Зунга", "Хо Куок Зунг"),
    ("Фам Минь Чинем", "Фам Минь Чинь"),
    ("Ха Нгок Чиена", "Ха Нгок Чиен"), ("Хау А Леня", "Хау А Лень"), ("НГУЕН СУАН ШОН", "Нгуен Суан Шон"),
    ("Xоанг Ван Бо", "Хоанг Ван Бо"), ("Nguyễn Xuân Thuỷ", "Nguyễn Xuân Thủy"), ("\u{D0}ỗ Bá Tỵ", "Đỗ Bá Tỵ"),
    ("Nguyễn Quốc Hoà", "Nguye\u{302}\u{303}n Quo\u{302}\u{301}c Hòa"), ("nguyen van nam", "NGUYEN VAN NAM"),
    ("Путин", "ПУТИН"), ("Куинь-Лыу", "Куиньлыу"), ("Hanoi", "Ha Noi"), ("Quynh Luu", "Куинь Лыу"),
  ])
  func same(a: String, b: String) throws { #expect(try verdict(a, b) == .same) }

  @Test(arguments: [
    // Diacritics that one of the two lacks.
    ("nguyen xuan son", "Nguyễn Xuân Sơn"), ("nguyen xuan son", "Нгуен Суан Шон"), ("Chu Thanh", "Тю Тхань"),
    // Names that a careless fold joins.
    ("Нгуен Ван Хунг", "Nguyễn Văn Hưng"), ("Нгуен Ван Хынг", "Nguyễn Văn Hùng"),
    ("Нгуен Ба Тан", "Нгуен Ба Тхань"),
    ("Чан Ван Хунг", "Чан Ван Хынг"), ("Нгуен Ван Ха", "Nguyễn Văn Hạ"), ("Lý Thái Tổ", "Lí Thái Tổ"),
    ("Thái Thanh Quý", "Thái Thanh Quí"),
    // Initials, short forms, a surname alone, two parts only.
    ("Н. С. Шон", "Нгуен Суан Шон"), ("Шон Н.С.", "Нгуен Суан Шон"), ("N. X. Son", "Нгуен Суан Шон"),
    ("Đ. V. Nam", "Đỗ Văn Nam"),
    ("Суан Шон", "Нгуен Суан Шон"), ("Нгуен Шон", "Нгуен Суан Шон"), ("Шон", "Nguyễn Xuân Sơn"),
    ("Нгуен", "Нгуен"),
    ("Nguyen", "nguyen"), ("Нгуен Тхи Ким Нган", "Нгуен Ким Нган"), ("Чан Хунг", "Тран Хунг"),
    ("Путин", "Владимир Путин"), ("В. В. Путиным", "Владимир Путин"), ("Путин В. В.", "Владимир Путин"),
    ("Лаврова", "Лавров"),
  ])
  func possible(a: String, b: String) throws { #expect(try verdict(a, b) == .possible) }

  @Test(arguments: [
    ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"), ("Nguyễn Bá Tân", "Nguyễn Bá Thanh"),
    ("Nguyễn Văn Hà", "Nguyễn Văn Hạ"),
    ("Nguyễn Văn Dan", "Nguyễn Văn Đan"), ("Нгуен Суан Шон", "Нгуен Ван Нам"),
    ("Nguyễn Xuân Sơn", "Nguyễn Văn Nam"),
    ("Нгуен Суан Шон", "Nguyễn Văn Nam"), ("Нгуен", "Нгуен Суан Шон"), ("Nguyễn", "Nguyễn Xuân Sơn"),
    ("Нгуен Суан Шон", "Чан Суан Шон"), ("Ле Хоанг", "Хоанг Ле"), ("Путин", "Медведев"),
    ("Владимир Путин", "Дмитрий Медведев"),
    ("Ким Чен Ын", "Ким"), ("", "Нгуен Суан Шон"), ("Н. С. Шон", "Фам Суан Шон"),
    ("Trần Thị Mai", "Trần Thị May"), ("Trần Thị Thúy", "Trần Thị Thúi"), ("Нгеан", "Тханьхоа"), ("Во", "Ву"),
    ("Нгуен Ван Нам", "Нгуен Ван Нян"), ("Nguyễn Xuân Sơn", "Phạm Thị Xuân Sơn"),
  ])
  func different(a: String, b: String) throws { #expect(try verdict(a, b) == .different) }
}
