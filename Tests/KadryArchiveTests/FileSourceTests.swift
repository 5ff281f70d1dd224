import Testing

@testable import KadryArchive

@Suite struct FileSourceTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func textIsTakenByteForByte() throws {
    let text = "Товарищ Ле Тхань Нян\r\nQuỳnh Lưu\n"
    let path = try folder.write("a.txt", text)
    let document = try #require(items([path]).documents.first)
    #expect(document.text == Array(text.utf8))
    #expect(document.metadata.exact)
    #expect(document.metadata.path == path)
    #expect(document.format == .plain)
    #expect(document.metadata.sha256.count == 64)
  }

  @Test func sha256IsThatOfTheFile() throws {
    let path = try folder.write("a.txt", "abc")
    #expect(
      items([path]).documents.first?.metadata.sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test(arguments: [
    ("a.md", "markdown"), ("a.html", "html"), ("a.HTM", "html"), ("a.TXT", "plain"), ("noext", "plain"),
  ])
  func kindFollowsTheName(name: String, format: String) throws {
    let path = try folder.write(name, "text")
    #expect(items([path]).documents.first?.format.rawValue == format)
  }

  @Test func theAddressOfAPageOutranksTheSourceOption() throws {
    let link = "<link rel=canonical href='https://www.baonghean.vn/a.html'><p>text"
    let options = ArchiveOptions(source: "example.org")
    let page = try folder.write("a.html", link)
    #expect(items([page], options: options).documents.first?.metadata.source == "baonghean.vn")
    let bare = try folder.write("b.html", "<p>text")
    #expect(items([bare], options: options).documents.first?.metadata.source == "example.org")
    let text = try folder.write("a.txt", link)
    #expect(items([text], options: options).documents.first?.metadata.source == "example.org")
  }

  @Test func invalidUTF8IsReadWithReplacementsAndSaid() throws {
    let path = try folder.write("bad.txt", bytes: Array("Ле ".utf8) + [0xFF, 0xFE] + Array(" Нян".utf8))
    let all = items([path])
    let document = try #require(all.documents.first)
    #expect(String(decoding: document.text, as: UTF8.self) == "Ле \u{FFFD}\u{FFFD} Нян")
    #expect(!document.metadata.exact)
    #expect(
      all.notices.map(\.description) == [
        "\(path): byte 5: invalid-utf-8: bytes that are no utf-8 were read as U+FFFD; spans count in the repaired "
          + "text, not in the file"
      ])
    #expect(all.failures.isEmpty)
  }

  @Test func byteOrderMarkStaysSoThatSpansCountInTheFile() throws {
    let path = try folder.write("bom.txt", bytes: [0xEF, 0xBB, 0xBF] + Array("Ле".utf8))
    let document = try #require(items([path]).documents.first)
    #expect(document.text.count == 7)
    #expect(document.metadata.exact)
  }

  @Test(arguments: [true, false])
  func utf16IsDecodedByItsMark(littleEndian: Bool) throws {
    let units = Array("\u{FEFF}Quỳnh Лыу 𝄞".utf16)
    let bytes = units.flatMap {
      littleEndian ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)]
    }
    let path = try folder.write("u.txt", bytes: bytes)
    let document = try #require(items([path]).documents.first)
    #expect(String(decoding: document.text, as: UTF8.self) == "Quỳnh Лыу 𝄞")
    #expect(!document.metadata.exact)
    #expect(document.metadata.charset == (littleEndian ? "utf-16le" : "utf-16be"))
  }

  @Test func halfAUTF16UnitIsSaid() throws {
    let path = try folder.write("u.txt", bytes: [0xFF, 0xFE, 0x41, 0x00, 0x42])
    let all = items([path])
    #expect(all.documents.first.map { String(decoding: $0.text, as: UTF8.self) } == "A\u{FFFD}")
    #expect(all.notices.first?.byte == 4)
  }

  @Test(arguments: ["", "  \n\t\r\n", "\u{FEFF}\n"])
  func emptyFileIsAFailure(text: String) throws {
    let path = try folder.write("empty.txt", text)
    #expect(
      items([path]).failures.map(\.description) == [
        "\(path): byte 0: empty: there is no text in it; leave it out"
      ])
  }

  @Test func fileWithZeroBytesIsNoText() throws {
    let path = try folder.write("image.txt", bytes: [0x89, 0x50, 0x00, 0x01])
    #expect(
      items([path]).failures.map(\.description) == [
        "\(path): byte 2: binary: a zero byte stands there: this is no text; leave it out"
      ])
  }

  @Test func fileAboveTheLimitIsTooLargeAndTheNextIsRead() throws {
    let large = try folder.write("large.txt", String(repeating: "a", count: 101))
    let small = try folder.write("small.txt", String(repeating: "a", count: 100))
    let all = items([large, small], options: ArchiveOptions(maxDocument: 100))
    #expect(
      all.failures.map(\.description) == [
        "\(large): byte 100: too-large: 101 bytes are more than 100; split it, or raise --max-document"
      ])
    #expect(all.documents.map(\.metadata.path) == [small])
  }

  @Test func missingPathIsAFailureAndTheNextIsRead() throws {
    let path = try folder.write("a.txt", "text")
    let all = items([folder.path + "/none.txt", path])
    #expect(
      all.failures.map(\.description) == [
        "\(folder.path)/none.txt: missing: no file or folder has this name; check the spelling"
      ])
    #expect(all.documents.count == 1)
  }

  @Test(arguments: ["a.7z", "b.rar", "e.pdf", "f.db"])
  func namedFileOfAnotherKindIsRefusedWithAdvice(name: String) throws {
    let path = try folder.write(name, "content")
    let failure = try #require(items([path]).failures.first)
    #expect(failure.code == .unsupported)
    #expect(failure.detail.contains(";"))
  }

  @Test func readAsOverrulesTheName() throws {
    let path = try folder.write("c.json", "{\"text\":\"Ле\"}\n")
    #expect(items([path], options: ArchiveOptions(readAs: .jsonl)).documents.count == 1)
    #expect(items([path], options: ArchiveOptions(readAs: .text)).documents.first?.text.first == 0x7B)
  }
}
