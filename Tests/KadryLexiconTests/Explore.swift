import Testing
@testable import KadryLexicon
@Suite struct Explore {
  @Test func explore() throws {
    let n = NameComparer(try TestLexicons.base())
    let pairs = [
    ("Нгуен Суан Сон","Нгуен Суан Шон"),("Нгуен Суан Сон","Nguyễn Xuân Sơn"),("Нгуен Суан Шон","Nguyễn Xuân Sơn"),("nguyen xuan son","Нгуен Суан Шон"),("nguyen xuan son","Nguyễn Xuân Sơn"),
    ("Куинь Лыу","Quỳnh Lưu"),("Куинь-Лыу","Куинь Лу"),("Тран Ван Хунг","Чан Ван Хунг"),("Чан Ван Хунг","Trần Văn Hùng"),("Тран Ван Хунг","Trần Văn Hùng"),("Тай Тхань Куй","Тхай Тхань Куи"),("Тай Тхань Куй","Thái Thanh Quý"),("Нгуен Куок Хай","Нгуен Куок Хуэй"),("Нгуен Куок Хуэй","Nguyễn Quốc Huy"),("Хунг Чау","Хунгтяу"),("Хынгтяу","Хунгчау"),("Hùng Châu","Хунгтяу"),("Тринь Суан Тхань","Чинь Суан Тхань"),("Trịnh Xuân Thanh","Чинь Суан Тхань"),("Во Ван Тыонг","Во Ван Тхыонг"),("Во Ван Тхуонг","Võ Văn Thưởng"),("Куат Бао Чунг","Куату Бао Трунгу"),("Нгеан","Нге Ан"),("Нгеан","Nghệ An"),("Ле Минь Хунг","Ле Минь Хынг"),("Нгуен Ба Тан","Нгуен Ба Тхань"),("Nguyễn Văn Hùng","Nguyễn Văn Hưng"),("Нгуен Ван Хунг","Nguyễn Văn Hưng"),("Нгуен Ван Хынг","Nguyễn Văn Hùng"),("Донг Ван Тханя","Донг Ван Тхань"),("Фам Минь Чинем","Phạm Minh Chính"),("Нгуен","Нгуен"),("Нгуен Суан Шон","Нгуен Ван Нам"),("Нгуен","Нгуен Суан Шон"),("Шон","Нгуен Суан Шон"),("Н. С. Шон","Нгуен Суан Шон"),("Н. С. Шон","Nguyễn Xuân Sơn"),("N. X. Son","Нгуен Суан Шон"),("Путина","Владимир Путин"),("Путин В. В.","Владимир Путин"),("В. В. Путиным","Путин"),("Лавров","Лаврова"),("Хо Ши Мин","Hồ Chí Minh"),("Хошимин","Hồ Chí Minh"),("Хайфон","Hải Phòng"),("Hanoi","Ханой"),("То Лам","Tô Lâm"),("То Лама","То Лам"),("Куэ Нгок Хай","Кью Нгок Хай"),("Lý Thái Tổ","Lí Thái Tổ"),("Данг Минь Кхой","Данг Мин Кхой"),("Нгуен Тхи Ким Нган","Нгуен Ким Нган"),("Нгуен Хао","Nguyễn Hảo"),("Буй Ван Нгием","Bùi Văn Nghiêm"),("Ле Чыонг Джанг","Lê Trường Giang"),("Лонган","Long An"),("Бакан","Bắc An"),("Тьонтхань","Chơn Thành"),("Чинь","Chính"),("Ле Минь Хынг","Lê Minh Hưng"),("Hùng Châu","Хынгтяу"),
    ]
    for (a,b) in pairs {
      let o = n.compare(a,b), r = n.compare(b,a)
      print("##", a,"|",b,"=>",o.verdict,o.reasons, o.verdict == r.verdict ? "" : "ASYM \(r)", n.key(a)==n.key(b) ? n.key(a) : "KEYS \(n.key(a)) \(n.key(b))", n.fullKey(a)==n.fullKey(b) ? "": "FULL \(n.fullKey(a))/\(n.fullKey(b))")
    }
    for x in ["Nguyễn Xuân Sơn","Quỳnh Lưu","Нгуен Суан Шона","Куиньлыу","nguyen xuan son","Nghe An","Нгуен Ван Хунг","Владимир"] { print("## forms", x, n.vietnamese(x) ?? "-"); for f in n.forms(x).prefix(40) { print("##    ", f.kind, f.text, f.part ?? "") } }
    let c = ContinuousClock()
    for (a,b) in pairs.prefix(4) { let t = c.measure { for _ in 0..<200 { _ = n.compare(a,b) } }; print("## time", t/200) }
  }
}
