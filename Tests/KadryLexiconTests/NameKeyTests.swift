import Foundation
import KadryLexicon
import KadryText
import Testing

/// Blocking keys and what holds between all names of the registers.
@Suite struct NameKeyTests {
  private func names() throws -> NameComparer { try NameComparisonTests.names.get() }

  private struct Row {
    var vi: String
    var canonical: String
    var spellings: [String]
  }

  private func register(_ name: String) throws -> [Row] {
    let table = try Table(
      name: name, text: String(contentsOfFile: TestLexicons.folder + "/\(name).tsv", encoding: .utf8),
      file: name)
    let syllables = try TestLexicons.base().syllables
    return table.rows.compactMap { row in
      guard let syllable = syllables.syllable(of: row["name_vi"]),
        let canonical = syllables.cyrillic(syllable)
      else {
        return nil
      }
      return Row(vi: row["name_vi"], canonical: canonical, spellings: [row["ru"]] + row.list("ru_variants"))
    }
  }

  @Test(arguments: [
    [
      "Нгуен Суан Шон", "Нгуен Суан Сон", "Nguyễn Xuân Sơn", "nguyen xuan son", "Нгуен Суан Шона", "Шон",
      "Н. С. Шон", "НГУЕН СУАН ШОН",
    ],
    ["Куинь Лыу", "Куинь-Лыу", "Куиньлыу", "Куинь Лу", "Quỳnh Lưu", "Quynh Luu", "Куинь Луу"],
    ["Нгеан", "Нге Ан", "Нге-Ан", "Нгеана", "Nghệ An", "Nghe An", "Нгеане"],
    ["Чан Ван Хунг", "Тран Ван Хынг", "Trần Văn Hùng", "Trần Văn Hưng", "Tran Van Hung", "Хунга"],
    ["Ханой", "Ханоя", "Hà Nội", "Hanoi", "Ha Noi", "Ха Ной"],
    ["Во Ван Тыонг", "Во Ван Тхыонг", "Во Ван Тхуонг", "Võ Văn Thưởng"],
    ["Владимир Путин", "Путина", "В. В. Путиным", "Путин В. В."],
  ])
  func oneKey(spellings: [String]) throws {
    let names = try names()
    #expect(Set(spellings.map { names.key($0) }).count == 1, "\(spellings.map { names.key($0) })")
  }

  @Test func fullKeys() throws {
    let names = try names()
    let same = ["Нгуен Суан Шон", "Нгуен Суан Сон", "Nguyễn Xuân Sơn", "nguyen xuan son", "Нгуена Суан Шона"]
    #expect(Set(same.map { names.fullKey($0) }).count == 1)
    #expect(names.fullKey("Нгуен Ван Шон") != names.fullKey("Нгуен Суан Шон"))
    #expect(names.fullKey("Шон") == names.key("Шон"))
    #expect(names.fullKey("Куиньлыу") == names.fullKey("Quỳnh Lưu"))
  }

  /// A key that joined everything would be of no use.
  @Test func keysTellMostNamesApart() throws {
    let names = try names()
    let keys = try register("given-names").map { names.key($0.vi) }
    #expect(Set(keys).count > 150)
    #expect(
      ["Шон", "Хунг", "Нам", "Минь", "Лыу", "Куанг"].map { names.key($0) }.reduce(into: Set()) {
        $0.insert($1)
      }.count == 6)
  }

  @Test(arguments: ["", "  ", "№ 1", "日本", "x", "-", "а", "🙂"])
  func oddNames(name: String) throws {
    let names = try names()
    #expect(names.compare(name, name).verdict != .different)
    #expect(names.key(name) == names.key(name))
    _ = names.forms(name)
  }

  /// Every spelling of every name in the registers may be that name, and has its key.
  @Test func recall() throws {
    let names = try names()
    for row in try register("given-names") {
      let full = "Nguyễn Văn \(row.vi)"
      for spelling in Set(row.spellings + [row.canonical]) {
        let name = "Нгуен Ван \(spelling.prefix(1).uppercased() + spelling.dropFirst())"
        #expect(names.compare(full, name).verdict != .different, "\(row.vi) – \(spelling)")
        #expect(names.fullKey(full) == names.fullKey(name), "\(row.vi) – \(spelling)")
      }
    }
  }

  /// Every spelling of every third place of the tables may be that place, and has its key.
  @Test func recallOfPlaces() throws {
    let names = try names()
    let path = TestLexicons.folder + "/places.tsv"
    let table = try Table(name: "places", text: String(contentsOfFile: path, encoding: .utf8), file: path)
    for (number, row) in table.rows.enumerated() where number % 3 == 0 && !row["vi"].isEmpty {
      let key = names.key(row["vi"])
      for spelling in Set([row["ru"]] + row.list("ru_variants") + row.list("vi_variants"))
      where !spelling.isEmpty {
        #expect(names.compare(row["vi"], spelling).verdict != .different, "\(row["vi"]) – \(spelling)")
        #expect(names.key(spelling) == key, "\(row["vi"]) – \(spelling)")
      }
    }
  }

  /// Different Vietnamese names stay apart, but for i and y.
  @Test func namesOfOneKeyAreDifferent() throws {
    let names = try names()
    let all = Dictionary(grouping: try register("given-names")) { names.key($0.vi) }
    for (_, rows) in all {
      for (index, a) in rows.enumerated() {
        for b in rows[..<index] where Folder().keys(of: a.vi) != Folder().keys(of: b.vi) {
          let found = names.compare("Trần Văn \(a.vi)", "Trần Văn \(b.vi)").verdict
          #expect(
            found == .different || found == .possible && a.vi.dropLast() == b.vi.dropLast(),
            "\(a.vi) – \(b.vi)")
          // Right transcriptions of different names are never one for sure.
          guard a.canonical != b.canonical else { continue }
          #expect(
            names.compare("Чан Ван \(a.canonical)", "Чан Ван \(b.canonical)").verdict != .same,
            "\(a.vi) – \(b.vi)")
        }
      }
    }
  }

  /// Where two names of the register have one right transcription, at most one of them is meant for sure.
  @Test func oneTranscriptionIsOneNameAtMost() throws {
    let names = try names()
    for (canonical, rows) in Dictionary(grouping: try register("given-names"), by: \.canonical) {
      let sure = rows.filter {
        names.compare("Нгуен Ван \(canonical)", "Nguyễn Văn \($0.vi)").verdict == .same
      }
      // Sĩ and Sỹ are one name in two spellings.
      for other in sure.dropFirst() {
        #expect(names.compare("Lê \(sure[0].vi)", "Lê \(other.vi)").verdict == .possible, "\(sure.map(\.vi))")
      }
    }
  }

  /// Random pairs of spellings: symmetric, and alike only with equal keys.
  @Test func symmetryAndKeys() throws {
    let names = try names()
    var random = SeededGenerator(seed: 11)
    let surnames = try register("surnames")
    let given = try register("given-names")
    func spelling(_ row: Row?) -> String {
      guard let row else { return "" }
      switch Int.random(in: 0...3, using: &random) {
      case 0: return row.vi
      case 1:
        return row.vi.applyingTransform(.stripDiacritics, reverse: false)?.replacing("đ", with: "d") ?? row.vi
      case 2: return row.canonical
      default: return row.spellings.randomElement(using: &random) ?? row.vi
      }
    }
    for _ in 0..<1500 {
      let (one, other) = (
        surnames.prefix(12).randomElement(using: &random), given.prefix(20).randomElement(using: &random)
      )
      let third = given.prefix(20).randomElement(using: &random)
      let a = "\(spelling(one)) \(spelling(third)) \(spelling(other))"
      let b =
        "\(spelling(one)) \(spelling(third)) \(spelling(given.prefix(20).randomElement(using: &random)))"
      let (there, back) = (names.compare(a, b), names.compare(b, a))
      #expect(there.verdict == back.verdict, "\(a) – \(b)")
      if there.verdict != .different { #expect(names.key(a) == names.key(b), "\(a) – \(b)") }
    }
  }
}
