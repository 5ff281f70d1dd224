import KadryText
import Testing

@testable import KadryArchive

@Suite struct JSONLinesTests {
  private func read(_ lines: String, options: ArchiveOptions = ArchiveOptions()) -> [SourceItem] {
    items(["-"], options: options, standardInput: lines)
  }

  @Test func fieldsBecomeMetadata() throws {
    let line = """
      {"id":7,"url":"https://baonghean.vn/a","date":"2016-11-10","source":"baonghean.vn","lang":"ru","title":"T",\
      "translation":"g1","path":"x/y.html","html":"<p>Ле</p>","other":[1]}
      """
    let document = try #require(read(line).documents.first)
    #expect(document.format == .html)
    #expect(document.text == Array("<p>Ле</p>".utf8))
    let metadata = document.metadata
    #expect(metadata.ref == "7")
    #expect(metadata.url == "https://baonghean.vn/a")
    #expect(metadata.date == "2016-11-10")
    #expect(metadata.source == "baonghean.vn")
    #expect(metadata.lang == "ru")
    #expect(metadata.title == "T")
    #expect(metadata.translation == "g1")
    #expect(metadata.path == "x/y.html")
  }

  @Test func payloadIsTheUnescapedField() throws {
    let document = try #require(read(#"{"text":"\u041b\u0435\n\"x\""}"#).documents.first)
    #expect(document.text == Array("Ле\n\"x\"".utf8))
    #expect(document.metadata.sha256 == sha256Hex(Array("Ле\n\"x\"".utf8)))
    #expect(document.metadata.path == nil)
  }

  @Test func pathOfAFilesLineNamesTheLine() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("d.jsonl", "{\"text\":\"a\"}\n\n{\"text\":\"b\"}\n")
    #expect(items([path]).documents.map(\.metadata.path) == ["\(path):1", "\(path):3"])
  }

  @Test func truncatedLineIsReportedWithLineAndByteAndTheRestRead() {
    let all = read(
      "{\"id\":\"a\",\"text\":\"один\"}\n{\"id\":\"b\",\"text\":\"дв\n{\"id\":\"c\",\"text\":\"три\"}\n")
    #expect(all.documents.map(\.metadata.ref) == ["a", "c"])
    let failure = all.failures.first
    #expect(failure?.line == 2)
    #expect(failure?.code == .badJSON)
    #expect(failure?.byte == 29 + 22)
    #expect(failure?.description.hasPrefix("-:2: byte 51: bad-json: ") == true)
    #expect(failure?.description.hasSuffix("; the line was left out") == true)
  }

  @Test(arguments: [
    (
      #"{"id":"a"}"#, "-:1: byte 0: no-text: the line has neither \"text\" nor \"html\"; it needs one of them"
    ),
    (#"{"text":5}"#, "-:1: byte 0: bad-field: \"text\" is a number; it must be a string"),
    (#"{"text":"x","url":[]}"#, "-:1: byte 0: bad-field: \"url\" is an array; it must be a string"),
    (
      #"{"text":"x","html":"y"}"#,
      "-:1: byte 0: bad-field: the text is given twice; keep one of \"text\", \"markdown\" and \"html\""
    ),
    (#"{"text":" "}"#, "-:1: byte 0: empty: there is no text in it; leave it out"),
  ])
  func lineThatIsNoDocumentSaysWhy(line: String, message: String) {
    let all = read(line + "\n{\"text\":\"good\"}")
    #expect(all.failures.map(\.description) == [message])
    #expect(all.documents.count == 1)
  }

  @Test func valueThatIsNoObjectSaysWhy() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("d.jsonl", "[1]\n")
    #expect(
      items([path]).failures.map(\.description) == [
        "\(path):1: byte 0: bad-json: the line is an array, not an object; write {\"text\": …}"
      ])
  }

  @Test func claimsNameTheRightCommandOnce() {
    let all = read("{\"v\":1,\"kind\":\"document\",\"id\":\"doc-1\"}\n{\"v\":1,\"kind\":\"end\"}\n")
    #expect(
      all.failures.map(\.description) == [
        "-:1: byte 0: claims: these lines are claims, not documents; bring them in with 'kadry load'"
      ])
  }

  @Test func longLineIsTooLargeAndTheNextIsRead() {
    let long = "{\"text\":\"" + String(repeating: "a", count: 200_000) + "\"}\n"
    let all = read(
      "{\"text\":\"one\"}\n" + long + "{\"text\":\"two\"}", options: ArchiveOptions(maxDocument: 1000))
    #expect(all.documents.count == 2)
    #expect(
      all.failures.map(\.description) == [
        "-:2: byte 15: too-large: 200011 bytes are more than 1000; split it, or raise --max-document"
      ])
  }

  @Test func wrongDateIsLeftOutAndSaid() {
    let all = read(#"{"id":"a","text":"x","date":"10.11.2016"}"#)
    #expect(all.documents.first?.metadata.date == nil)
    #expect(
      all.notices.map(\.description) == [
        "-:1: byte 0: bad-field: \"date\" is '10.11.2016', which is no date, and was left out; "
          + "write 2016-11-10, 2016-11 or 2016"
      ])
  }

  @Test func emptyStreamHasNoDocumentsAndAnEmptyFileIsAFailure() throws {
    #expect(read("").isEmpty)
    #expect(read("", options: ArchiveOptions(readAs: .jsonl)).isEmpty)
    let folder = try TemporaryFolder()
    let path = try folder.write("d.jsonl", "\n\n")
    #expect(
      items([path]).failures.map(\.description) == [
        "\(path): byte 0: empty: there is no line in it; leave it out"
      ])
  }

  @Test(arguments: [
    ("Утром 10 ноября\n{x}", 1, TextFormat.plain), ("<!DOCTYPE html><p>x", 1, .html),
    ("  {\"text\":\"x\"}", 1, .plain),
  ])
  func streamWithoutNameIsGuessed(text: String, count: Int, format: TextFormat) {
    let documents = read(text).documents
    if text.contains("{x}") {
      #expect(documents.isEmpty, "a line with a brace makes JSON lines of it")
    } else {
      #expect(documents.count == count)
      #expect(documents.first?.format == format)
    }
  }

  @Test func damagedFirstLineDoesNotTurnDocumentsIntoAnArticle() {
    let all = read("garbage\n{\"text\":\"x\"}\n")
    #expect(all.failures.count == 1)
    #expect(all.documents.count == 1)
  }
}
