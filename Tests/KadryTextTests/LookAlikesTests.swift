import KadryText
import Testing

/// Words in which Latin and Cyrillic letters stand for each other.
@Suite struct LookAlikesTests {
  @Test(arguments: [
    // One Latin letter in a Cyrillic name.
    ("Tрунг", "Трунг"), ("Xоанг", "Хоанг"), ("Нгуeн", "Нгуен"), ("TРУНГ", "трунг"), ("Кao", "Као"),
    // A letter without a twin decides for its script.
    ("ТW", "TW"), ("СТ1W", "CT1W"), ("QĐ", "QĐ"), ("НQ", "HQ"), ("UВND", "UBND"), ("Шon", "Шоn"),
  ])
  func equalKeys(mixed: String, pure: String) { #expect(key(mixed) != nil && key(mixed) == key(pure)) }

  @Test(arguments: [("СТ", "CT"), ("ТВ", "TB"), ("Тран", "Tran"), ("ТW", "TB"), ("Tрунг", "Трунь")])
  func differentKeys(a: String, b: String) { #expect(key(a) != nil && key(a) != key(b)) }

  /// A whole word of look-alikes keeps its script: only a mixed one is folded.
  @Test func onlyMixedWordsAreFolded() {
    let tokens = Folder().tokens(of: "ТУ TU ТU")
    #expect(tokens.map { $0.has(.mixedScript) } == [false, false, true])
    #expect(tokens[0].key != tokens[1].key)
    #expect(tokens[2].key == tokens[1].key)
  }

  @Test func mixedWordsAreFoldedBeforeAGluedOne() {
    let tokens = Folder().tokens(of: "TрунгАнзянг")
    #expect(tokens.map(\.key) == Folder().keys(of: "Трунг Анзянг"))
  }

  @Test func capitals() {
    let pairs = Array(zip("АВСЕНКМОРТХУ".unicodeScalars, "ABCEHKMOPTXY".unicodeScalars))
    for (cyrillic, latin) in pairs {
      #expect(LookAlikes.latinCapital(of: cyrillic) == latin)
      #expect(
        LookAlikes.latinCapital(of: cyrillic.properties.lowercaseMapping.unicodeScalars.first ?? " ") == latin
      )
    }
    for scalar in "ЛДФИГБПЦШЩЪЫЬЭЮЯЙЖЗЧQWT1".unicodeScalars {
      #expect(LookAlikes.latinCapital(of: scalar) == nil, "\(scalar)")
    }
  }
}
