import Foundation
import KadryText
import Testing

/// One spelling has one key, however it is composed; different spellings have different keys.
@Suite struct CompositionTests {
  static let bases = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
  static let tones = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]

  /// The 134 letters with a mark: every vowel with every tone, both cases, and đ.
  static let letters: [String] = {
    var letters: [String] = ["đ", "Đ"]
    for base in bases {
      for tone in tones {
        letters.append((base + tone).precomposedStringWithCanonicalMapping)
        letters.append((base + tone).uppercased().precomposedStringWithCanonicalMapping)
      }
    }
    return letters
  }()

  @Test func everyLetterInBothCompositions() {
    #expect(Self.letters.count == 146)
    for letter in Self.letters {
      let composed = "h\(letter)n"
      let decomposed = composed.decomposedStringWithCanonicalMapping
      #expect(key(composed) == key(decomposed), "\(composed)")
      #expect(
        key(composed) == key(composed.uppercased()) && key(composed) == key(composed.lowercased()),
        "\(composed)")
      #expect(
        Folder().tokens(of: composed).map(\.stem) == Folder().tokens(of: decomposed).map(\.stem),
        "\(composed)")
    }
    #expect(Set(Self.letters.map { key("h\($0)n") }).count == Self.letters.count / 2)
  }

  @Test(arguments: [
    ("й", "и\u{306}"), ("Йен", "И\u{306}ен"), ("ёлка", "е\u{308}лка"), ("съёмка", "съемка"), ("ЁЛКА", "елка"),
    ("\u{D0}ức", "Đức"), ("\u{F0}ức", "đức"), ("замо\u{301}к", "замок"), ("Нгуе\u{300}н", "Нгуен"),
    ("uỷ", "ủy"), ("hoà", "hòa"), ("khoẻ", "khỏe"), ("Thuỷ", "Thủy"), ("HOÁ", "Hóa"), ("tuý", "túy"),
    ("Ủy", "u\u{309}y"), ("Việt", "Vie\u{323}\u{302}t"), ("Việt", "Vi\u{1EB9}\u{302}t"),
    ("Việt", "Vi\u{EA}\u{323}t"),
    ("комис\u{AD}сия", "комиссия"), ("H'Linh", "H\u{2019}Linh"), ("кто-то", "кто\u{2011}то"),
  ])
  func equalKeys(a: String, b: String) { #expect(key(a) != nil && key(a) == key(b)) }

  @Test(arguments: [
    ("Hùng", "Hưng"), ("hoa", "hoà"), ("hoà", "hoá"), ("dan", "đan"), ("ma", "mă"), ("mă", "mâ"),
    ("to", "tơ"),
    ("и", "й"), ("Шон", "Сон"), ("Хунг", "Хынг"), ("е", "э"), ("ы", "и"), ("ь", "ъ"), ("кто-то", "ктото"),
    ("а", "a"),
    ("Тан", "Тхань"), ("ab", "ba"), ("aa", "a"), ("café", "cafè"), ("o", "0"), ("A1", "A2"),
  ])
  func differentKeys(a: String, b: String) { #expect(key(a) != nil && key(a) != key(b)) }

  /// Foundation's NFC and NFD say which spellings are one; each letter is composed or not by chance.
  @Test func agreesWithFoundation() {
    var random = SeededGenerator(seed: 3)
    let latin = Self.letters + ["b", "c", "h", "n", "g", "t", "q"]
    let cyrillic = ["й", "Й", "ё", "Ё", "и", "е", "ш", "н", "г"]
    for _ in 0..<3000 {
      let letters = Bool.random(using: &random) ? latin : cyrillic
      let word = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? "a"
      }
      let spelling = word.map { Bool.random(using: &random) ? $0 : $0.decomposedStringWithCanonicalMapping }
        .joined()
      let keys = Folder().keys(of: spelling)
      #expect(keys == Folder().keys(of: spelling.precomposedStringWithCanonicalMapping), "\(spelling)")
      #expect(keys == Folder().keys(of: spelling.decomposedStringWithCanonicalMapping), "\(spelling)")
    }
  }

  /// Every word of the lexicons: two have one key exactly when a plain reading of the rules makes them one.
  @Test func wordsOfTheLexiconsHaveTheirOwnKeys() throws {
    var spellings: [UInt64: String] = [:]
    var keys: [String: UInt64] = [:]
    for name in try SampleText.tables() {
      let text = Array(try SampleText.table(name).utf8)
      for token in Tokenizer().tokens(of: text) where token.isWord && !token.has(.mixedScript) {
        let word = String(decoding: text[token.range], as: UTF8.self)
        let plain = Self.plain(word)
        #expect(spellings[token.key, default: plain] == plain, "\(word)")
        #expect(keys[plain, default: token.key] == token.key, "\(word)")
        spellings[token.key] = plain
        keys[plain] = token.key
      }
    }
    #expect(keys.count > 4000)
  }

  /// The folded spelling by Foundation: small letters, ё as е, the tone at the end.
  static func plain(_ word: String) -> String {
    var letters = ""
    var tone = ""
    let tones = Set(Self.tones.joined().unicodeScalars)
    for scalar in word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if tones.contains(scalar) {
        tone = String(scalar)
      } else if scalar.value != 0x308, scalar.value != 0x27, scalar.value != 0x2019 {
        letters.unicodeScalars.append(scalar)
      }
    }
    return letters.precomposedStringWithCanonicalMapping + tone
  }
}
