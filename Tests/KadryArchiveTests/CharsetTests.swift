import Foundation
import KadryText
import Testing

@testable import KadryArchive

/// Text into old charsets, by the tables turned round; letters that a charset has with marks of their own are taken apart.
enum Encoder {
  static func encode(_ text: String, as charset: Charset) -> [UInt8]? {
    guard let table = charset.table else { return nil }
    var bytes: [Unicode.Scalar: [UInt8]] = [:]
    for (index, value) in table.enumerated() where value != 0xFFFD {
      if let scalar = Unicode.Scalar(value) { bytes[scalar] = bytes[scalar] ?? [0x80 + UInt8(index)] }
    }
    if charset == .viscii {
      for (byte, value) in CharsetTable.visciiControls { Unicode.Scalar(value).map { bytes[$0] = [byte] } }
    }
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.append(UInt8(scalar.value))
      } else if let known = bytes[scalar] {
        result += known
      } else {
        let parts = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
        // The mark of tone stands last; the letter before it may have another.
        guard parts.count > 1,
          let tone = parts.last(where: { bytes[$0] != nil && $0.value < 0x370 && $0.value > 0x2FF }),
          let mark = bytes[tone]
        else { return nil }
        let letter = String(String.UnicodeScalarView(parts.filter { $0 != tone }))
          .precomposedStringWithCanonicalMapping
        guard let base = encode(letter, as: charset) else { return nil }
        result += base + mark
      }
    }
    return result
  }
}

@Suite struct CharsetTests {
  static let vietnamese: [Charset] = [.windows1258, .tcvn3, .viscii]
  static let russian: [Charset] = [.windows1251, .koi8r]

  /// All articles of the corpus in a language that have letters beyond ASCII.
  static func texts(_ language: String) throws -> [(name: String, text: String)] {
    let folder = SameClaimsTests.root.appending(path: "Corpora/\(language)")
    let texts = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".txt")
    }
    .sorted()
    .map { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return (name: name, text: text.precomposedStringWithCanonicalMapping)
    }
    return texts.filter { letters($0.text) > 20 }
  }

  /// Articles without diacritics are ASCII.
  private static func letters(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.count { !$0.isASCII }
  }

  static func encodable(_ text: String, _ charset: Charset) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.isASCII || Encoder.encode(String($0), as: charset) != nil }))
  }

  @Test(arguments: vietnamese + russian)
  func everyArticleIsKnownByItsLetters(charset: Charset) throws {
    for (name, text) in try Self.texts(Self.russian.contains(charset) ? "ru" : "vi") {
      let text = Self.encodable(text, charset)
      let bytes = try #require(Encoder.encode(text, as: charset))
      let decoded = decodeText(bytes)
      #expect(decoded.charset == charset, "\(name)")
      #expect(String(decoding: decoded.text, as: UTF8.self) == text, "\(name)")
      #expect(!decoded.exact && decoded.firstInvalid == nil)
    }
  }

  @Test(arguments: vietnamese + russian)
  func soIsALineOrTwo(charset: Charset) throws {
    var (right, all) = (0, 0)
    for (_, text) in try Self.texts(Self.russian.contains(charset) ? "ru" : "vi") {
      for line in text.split(separator: "\n") where Self.letters(line) > 20 {
        let text = Self.encodable(String(line), charset)
        guard let bytes = Encoder.encode(text, as: charset) else { continue }
        all += 1
        if decodeText(bytes).charset == charset { right += 1 }
      }
    }
    #expect(all > 20)
    #expect(right * 100 >= all * 97, "\(right) of \(all)")
  }

  @Test(arguments: vietnamese + russian)
  func declaredOnesAreBelieved(charset: Charset) throws {
    let text = Self.russian.contains(charset) ? "ъЯ" : "Lý"
    let bytes = try #require(Encoder.encode(text, as: charset))
    #expect(String(decoding: decodeText(bytes, declared: charset).text, as: UTF8.self) == text)
  }

  @Test func whatIsUTF8IsReadAsSuchWhateverIsDeclared() {
    let text = Array("Quỳnh Lưu".utf8)
    let decoded = decodeText(text, declared: .windows1258)
    #expect(decoded == DecodedText(text: text, exact: true, charset: .utf8))
  }

  @Test func fontsInWesternDisguiseAreSeenThrough() throws {
    let (_, text) = try #require(try Self.texts("vi").first)
    let bytes = try #require(Encoder.encode(Self.encodable(text, .tcvn3), as: .tcvn3))
    #expect(decodeText(bytes, declared: .windows1252).charset == .tcvn3)
    let french = try #require(Encoder.encode("Médard à Nîmes", as: .windows1252))
    #expect(
      String(decoding: decodeText(french, declared: .windows1252).text, as: UTF8.self)
        == "Médard à Nîmes")
  }

  @Test func bytesThatStandForNothingAreReplacedAndSaid() {
    let decoded = decodeText([0xF0, 0x98, 0xF0], declared: .windows1251)
    #expect(String(decoding: decoded.text, as: UTF8.self) == "р\u{FFFD}р")
    #expect(decoded.firstInvalid == 1)
  }

  @Test func damagedUTF8StaysUTF8() {
    let damaged = Array("Товарищ Ле Тхань".utf8) + [0xFF, 0xD0] + Array("Нян".utf8)
    #expect(decodeText(damaged).charset == .utf8)
    // A dash of a word processor is no letter.
    #expect(decodeText(Array("a ".utf8) + [0x96] + Array(" b".utf8)).charset == .utf8)
  }

  @Test(arguments: [
    ("<html><head><meta charset=\"KOI8-R\">", Charset.koi8r),
    ("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1258'>", .windows1258),
    ("<?xml version='1.0' encoding='VISCII'?><html>", .viscii),
    ("<html><meta name=x content=y><meta charset = cp1251 />", .windows1251),
    ("<html><p>charset=koi8-r</p>", nil), ("<meta charset=klingon>", nil), ("<meta charset", nil),
  ])
  func pagesDeclareTheirCharset(page: String, charset: Charset?) {
    #expect(CharsetDeclaration.label(in: Array(page.utf8)).flatMap(Charset.init(label:)) == charset)
  }

  @Test func everyNameIsALabelOfItself() {
    for charset in Charset.allCases { #expect(Charset(label: charset.rawValue.uppercased()) == charset) }
  }

  @Test func fileInAnOldCharsetIsReadWithItsName() throws {
    let folder = try TemporaryFolder()
    let (_, text) = try #require(try Self.texts("ru").first)
    let bytes = try #require(Encoder.encode(Self.encodable(text, .koi8r), as: .koi8r))
    let path = try folder.write("a.txt", bytes: bytes)
    let document = try #require(items([path]).documents.first)
    #expect(document.metadata.charset == "koi8-r" && !document.metadata.exact)
    #expect(document.metadata.sha256 == sha256Hex(bytes))
    let short = try folder.write("b.txt", bytes: [0xD0, 0xC1])
    #expect(
      items([short], options: ArchiveOptions(charset: .koi8r)).documents.map {
        String(decoding: $0.text, as: UTF8.self)
      }
        == ["па"])
  }
}
