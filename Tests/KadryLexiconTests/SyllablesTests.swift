import Foundation
import KadryText
import Testing

@testable import KadryLexicon

/// The lattice of Vietnamese syllables and their Cyrillic spellings, both ways.
@Suite struct SyllablesTests {
  private func syllables() throws -> Syllables { try TestLexicons.base().syllables }

  private func readings(_ word: String) throws -> [String] {
    let syllables = try syllables()
    return syllables.readings(of: Syllables.hash(word)).map { syllables.vietnamese($0) }
  }

  /// Every onset with every rhyme, whether Vietnamese has the syllable or not.
  @Test func everyTranscriptionReadsBack() throws {
    let syllables = try syllables()
    #expect(syllables.onsets.count == 28 && syllables.rhymes.count > 150)
    for onset in syllables.onsets.indices {
      for rhyme in syllables.rhymes.indices {
        let syllable = Syllables.Syllable(onset << 8 | rhyme)
        let spelling = try #require(syllables.cyrillic(syllable))
        #expect(syllables.readings(of: Syllables.hash(spelling)).contains(syllable), "\(spelling)")
        #expect(spelling == spelling.lowercased() && !spelling.isEmpty)
      }
    }
  }

  /// A Vietnamese spelling leads to a syllable that is spelled so.
  @Test func everyVietnameseSpellingReadsBack() throws {
    let syllables = try syllables()
    for onset in syllables.onsets.indices {
      for rhyme in syllables.rhymes.indices {
        let spelling = syllables.vietnamese(Syllables.Syllable(onset << 8 | rhyme))
        let found = try #require(syllables.syllable(of: spelling), "\(spelling)")
        #expect(syllables.vietnamese(found) == spelling)
        #expect(syllables.syllable(vietnamese: Syllables.key(spelling)) == found)
        #expect(syllables.bare.contains(Folder().tokens(of: spelling)[0].stem), "\(spelling)")
      }
    }
  }

  @Test(arguments: [
    ("Nguyễn", "нгуен"), ("Xuân", "суан"), ("Sơn", "шон"), ("Quỳnh", "куинь"), ("Lưu", "лыу"),
    ("Trần", "чан"), ("Hùng", "хунг"),
    ("Hưng", "хынг"), ("Thanh", "тхань"), ("Tân", "тан"), ("Châu", "тяу"), ("Nghĩa", "нгиа"),
    ("Tiến", "тьен"), ("Yến", "йен"),
    ("Hiếu", "хьеу"), ("Dương", "зыонг"), ("Phước", "фыок"), ("Hoàng", "хоанг"), ("Oanh", "оань"),
    ("Bạch", "бать"),
    ("Giang", "зянг"), ("Giáp", "зяп"), ("Nhàn", "нян"), ("Nhật", "нят"), ("Nhựt", "ньыт"),
    ("Chương", "тьыонг"), ("Chung", "тюнг"),
    ("Chi", "ти"), ("Khánh", "кхань"), ("Quang", "куанг"), ("Quốc", "куок"), ("Quý", "куи"),
    ("Quyền", "куен"), ("Quế", "куэ"), ("Huy", "хюи"), ("Huyền", "хюен"), ("Duy", "зюи"), ("Thủy", "тхюи"),
    ("Tuyết", "тует"), ("Khuê", "кхюэ"),
    ("Anh", "ань"), ("Em", "эм"), ("Ân", "ан"), ("Ước", "ыок"), ("Đức", "дык"), ("Vũ", "ву"), ("Gì", "зи"),
    ("Giếng", "зьенг"),
    ("Giết", "зьет"), ("Gia", "зя"), ("Ghi", "ги"), ("Nghệ", "нге"), ("Cuông", "куонг"), ("Thuột", "тхуот"),
    ("Y", "и"),
  ])
  func canonical(vietnamese: String, cyrillic: String) throws {
    let syllables = try syllables()
    let syllable = try #require(syllables.syllable(of: vietnamese))
    #expect(syllables.cyrillic(syllable) == cyrillic)
    #expect(syllables.syllable(of: vietnamese.lowercased()) == syllable)
  }

  @Test(arguments: [
    ("Сон", "sơn"), ("Шон", "sơn"), ("Тран", "trân"), ("Чан", "trân"), ("Трунг", "trung"), ("Чау", "châu"),
    ("Тяу", "châu"),
    ("Тай", "thai"), ("Тхай", "thai"), ("Дуонг", "dương"), ("Зуонг", "dương"), ("Луу", "lưu"), ("Лу", "lưu"),
    ("Нхан", "nhan"),
    ("Нхи", "nhi"), ("Нху", "như"), ("Хань", "khanh"), ("Джанг", "giang"), ("Гианг", "giang"),
    ("Жанг", "giang"), ("Тиен", "tiên"),
    ("Хиеу", "hiêu"), ("Бик", "bich"), ("Бич", "bich"), ("Йен", "yên"), ("Иен", "yên"), ("Хуи", "huy"),
    ("Хюи", "huy"),
    ("Тхуи", "thuy"), ("Тхюи", "thuy"), ("Туонг", "thương"), ("Тхыонг", "thương"), ("Кванг", "quang"),
    ("Фуок", "phươc"),
    ("ШОН", "sơn"), ("Тэй", "tây"), ("Нгхе", "nghê"), ("Бинь", "binh"), ("Бин", "binh"), ("Зюи", "duy"),
    ("Зуй", "duy"),
  ])
  func slipsAreRead(cyrillic: String, vietnamese: String) throws {
    #expect(try readings(cyrillic).contains(vietnamese))
  }

  @Test(arguments: [
    "секретарь", "Путин", "район", "Москва", "й", "комитет", "провинция", "а-б", "Sơn", "", "нгуенн",
    "Ванович",
  ])
  func otherWordsAreNoSyllables(word: String) throws { #expect(try readings(word).isEmpty) }

  @Test func readingsAreSortedAndUnique() throws {
    let syllables = try syllables()
    for word in ["Тан", "Ха", "Тинь", "Чан", "Куинь", "Зи"] {
      let found = Array(syllables.readings(of: Syllables.hash(word)))
      #expect(found == Array(Set(found)).sorted() && !found.isEmpty, "\(word)")
    }
  }

  /// Names of minorities, which Russian spells in a way of their own.
  private static let ownSpelling: Set = ["Moong", "Siu"]

  /// The registers of names spell what the lattice spells, and every spelling in them is read.
  @Test(arguments: ["surnames", "given-names", "middle-names"])
  func registersAgree(name: String) throws {
    let syllables = try syllables()
    let table = try Table(
      name: name, text: String(contentsOfFile: TestLexicons.folder + "/\(name).tsv", encoding: .utf8),
      file: name)
    for row in table.rows {
      guard let syllable = syllables.syllable(of: row["name_vi"]) else { continue }
      let canonical = try #require(syllables.cyrillic(syllable))
      let spellings = [row["ru"]] + row.list("ru_variants")
      if !Self.ownSpelling.contains(row["name_vi"]) {
        #expect(spellings.map { $0.lowercased() }.contains(canonical), "\(row["name_vi"]): \(canonical)")
      }
      for spelling in spellings {
        let readings = syllables.readings(of: Syllables.hash(spelling))
        #expect(readings.contains(syllable), "\(row["name_vi"]): \(spelling)")
      }
    }
  }

  /// Declined forms of a name: hard consonant, soft sign, й; vowels stay.
  @Test(arguments: [
    ("Шон", ["Шона", "Шону", "Шоном", "Шоне"]), ("Тхань", ["Тханя", "Тханю", "Тханем", "Тхане"]),
    ("Май", ["Мая", "Маю", "Маем", "Мае"]),
    ("Ханой", ["Ханоя", "Ханою", "Ханоем", "Ханое"]), ("Ха", []), ("Ле", []), ("Ву", []),
  ])
  func declension(name: String, forms: [String]) throws {
    let declined = LexiconLoader.decline(name, try syllables().endings).map(\.0)
    #expect(Set(forms).isSubset(of: declined))
    if forms.isEmpty { #expect(declined.isEmpty, "\(declined)") }
  }
}
