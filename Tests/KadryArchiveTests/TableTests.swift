import KadryText
import Testing

@testable import KadryArchive

@Suite struct TableTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func mapping(_ pairs: String...) -> ArchiveOptions {
    var fields = FieldMapping()
    for (field, name) in pairs.compactMap(FieldMapping.pair) { fields.map(field, to: name) }
    return ArchiveOptions(fields: fields)
  }

  private func text(_ document: Document) -> String { String(decoding: document.text, as: UTF8.self) }

  @Test func rowsAreDocuments() throws {
    let path = try folder.write(
      "a.csv",
      "\u{FEFF}id,url,date,text,author\r\n1,https://www.baonghean.vn/1,2016-11-10,\"Lê \"\"Nhân\"\",\r\nbí thư\",x\r\n\r\n"
        + "2,,,hai,\n")
    let all = items([path])
    #expect(all.failures.isEmpty)
    #expect(all.documents.map(text) == ["Lê \"Nhân\",\r\nbí thư", "hai"])
    let first = try #require(all.documents.first?.metadata)
    #expect(first.ref == "1" && first.url == "https://www.baonghean.vn/1" && first.date == "2016-11-10")
    #expect(first.source == "baonghean.vn" && first.path == "\(path):2" && first.exact)
    #expect(first.sha256 == sha256Hex(all.documents[0].text))
    #expect(all.documents[1].metadata.url == nil && all.documents[1].metadata.path == "\(path):5")
  }

  @Test(arguments: [("a.tsv", "\t"), ("a.csv", ";"), ("a.csv", ",")])
  func columnsAreFoundByTheirNames(name: String, separator: String) throws {
    let rows = [["link", "published", "body"], ["https://baonghean.vn/1", "2016", "<p>một</p>"]]
    let path = try folder.write(name, rows.map { $0.joined(separator: separator) }.joined(separator: "\n"))
    let all = items([path], options: mapping("html=body", "url=link", "date=published"))
    let document = try #require(all.documents.first)
    #expect(document.format == .html && document.metadata.date == "2016")
    #expect(document.metadata.url == "https://baonghean.vn/1")
  }

  @Test(arguments: [
    (
      "link,body\n", [],
      "a.csv:1: no-text: no column is called text, markdown or html; say which one holds the text, as "
        + "--field text=NAME"
    ),
    (
      "link,body\n", ["text=content"],
      "a.csv:1: bad-field: there is no column 'content'; the columns are link body"
    ),
    ("text,url\na\nb,c\n", [], "a.csv:2: bad-table: 1 fields, and the header has 2; the row was left out"),
    ("text,url\n,x\nb,c\n", [], "a.csv:2: no-text: the row has no text; it was left out"),
    ("text,html\nx,y\nb,\n", [], "a.csv:2: no-text: the row has two texts; choose one, as --field text=NAME"),
    (
      "text,url\n\"a\"b,c\nb,c\n", [],
      "a.csv:2: bad-table: text follows a closing quote; double quotes inside; the row was left out"
    ),
    (
      "text,url\nb,c\n\"a,b\n", [],
      "a.csv:3: bad-table: a quote is opened and not closed; what follows was left out"
    ),
    ("", [], "a.csv: empty: there is no line in it; leave it out"),
  ])
  func whatIsWrongIsSaidAndTheRestRead(table: String, fields: [String], message: String) throws {
    let path = try folder.write("a.csv", table)
    var options = ArchiveOptions()
    for (field, name) in fields.compactMap(FieldMapping.pair) { options.fields.map(field, to: name) }
    let all = items([path], options: options)
    #expect(all.failures.map(\.description) == [message.replacing("a.csv", with: path)])
    #expect(all.documents.count == (table.contains("b,") ? 1 : 0))
  }

  @Test func aRowAboveTheLimitIsReadPast() throws {
    let long = String(repeating: "a", count: 200_000)
    let path = try folder.write("a.csv", "text,url\n\"\(long)\n\(long)\",x\nhai,y\n")
    let all = items([path], options: ArchiveOptions(maxDocument: 100_000))
    #expect(all.failures.map(\.code) == [.tooLarge])
    #expect(all.failures.first?.line == 2)
    #expect(all.documents.map(\.metadata.path) == ["\(path):4"])
  }

  @Test func anOldCharsetIsThatOfTheWholeTable() throws {
    let (_, article) = try #require(try CharsetTests.texts("ru").first)
    let table =
      "title,text\nСтатья,\"\(CharsetTests.encodable(article, .windows1251).replacing("\"", with: "'"))\"\n"
    let path = try folder.write("a.csv", bytes: try #require(Encoder.encode(table, as: .windows1251)))
    let document = try #require(items([path]).documents.first)
    #expect(document.metadata.title == "Статья")
    #expect(document.metadata.charset == "windows-1251")
  }

  @Test func tablesAndJSONInFoldersAreReadOnlyWhenItIsSaid() throws {
    try folder.write("in/manifest.csv", "path,text\na.txt,x\n")
    try folder.write("in/gold.json", "{\"text\":\"x\"}")
    try folder.write("in/a.txt", "một")
    #expect(items([folder.path + "/in"]).documents.count == 1)
    #expect(items([folder.path + "/in"]).skipped.count == 2)
    let packed = try folder.write(
      "a.csv.gz", bytes: try Packer.compress(Array("text\nmột\nhai\n".utf8), as: .gzip))
    #expect(items([packed]).documents.map(text) == ["một", "hai"])
    #expect(
      items(["-"], options: ArchiveOptions(readAs: .csv), standardInput: "text\nba\n").documents.map(text)
        == ["ba"])
  }

  @Test(arguments: ["text", "=x", "text=", "body=text"])
  func pairsThatAreNoneAreRefused(words: String) {
    #expect(FieldMapping.pair(words) == nil)
  }
}

@Suite struct JSONArrayTests {
  private func read(_ text: String, options: ArchiveOptions = ArchiveOptions(readAs: .json)) -> [SourceItem] {
    items(["-"], options: options, standardInput: text)
  }
  private func texts(_ items: [SourceItem]) -> [String] {
    items.documents.map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test(arguments: [
    "[{\"text\":\"một ] , }\"},\n {\"text\":\"hai \\\" {\"}]\n",
    "{\"text\":\"một ] , }\"}\n{\"text\":\"hai \\\" {\"}",
    "\u{FEFF} [ {\n\"text\" : \"một ] , }\" ,\"x\":[{}]} , {\"text\":\"hai \\\" {\"} ",
  ])
  func elementsAreDocuments(text: String) {
    #expect(texts(read(text)) == ["một ] , }", "hai \" {"])
    #expect(read(text).failures.isEmpty)
  }

  @Test func arraysAreKnownByTheirBeginning() {
    #expect(texts(read(" [\n{\"text\":\"một\"}]", options: ArchiveOptions())) == ["một"])
    #expect(texts(read("[x] một", options: ArchiveOptions())) == ["[x] một"])
  }

  @Test func badElementsAreSaidAndTheRestRead() {
    let all = read("[{\"text\":\"một\"}, 7, {\"text\" \"x\"}, {}, {\"text\":\"hai\"}, {\"text\":\"cut")
    #expect(texts(all) == ["một", "hai"])
    #expect(all.failures.map(\.code) == [.badJSON, .badJSON, .noText, .badJSON])
    #expect(all.failures.map(\.line) == [2, 3, 4, 6])
    #expect(
      all.failures[0].description.hasPrefix("-:2: byte 19: bad-json: the element is ")
        && all.failures[0].description.hasSuffix(", not an object; write {\"text\": …}"))
  }

  @Test func anElementAboveTheLimitIsReadPast() {
    let long = String(repeating: "a", count: 2000)
    let all = read(
      "[{\"text\":\"\(long)\"},{\"text\":\"hai\"}]", options: ArchiveOptions(maxDocument: 1000, readAs: .json)
    )
    #expect(texts(all) == ["hai"])
    #expect(all.failures.map(\.code) == [.tooLarge])
  }

  @Test func namesOfOtherProgramsAreMapped() {
    var fields = FieldMapping()
    for pair in ["text=content.body", "url=link", "date=meta.published"] {
      if let (field, name) = FieldMapping.pair(pair) { fields.map(field, to: name) }
    }
    let line =
      "{\"link\":\"https://baonghean.vn/1\",\"text\":\"x\",\"content\":{\"body\":\"một\"},\"meta\":{\"published\":\"2016\"}}\n"
    for kind in [FileKind.json, .jsonl] {
      let all = read(line + "{\"text\":\"x\"}\n", options: ArchiveOptions(readAs: kind, fields: fields))
      #expect(texts(all) == ["một"])
      #expect(
        all.documents.first?.metadata.date == "2016" && all.documents.first?.metadata.source == "baonghean.vn"
      )
      #expect(
        all.failures.map(\.detail).first?.hasSuffix("has no \"content.body\", which --field names") == true)
    }
  }
}

@Suite struct IgnoreTests {
  @Test(
    arguments: [
      ("*.txt", "a.txt", true), ("*.txt", "b/a.txt", true), ("/a.txt", "b/a.txt", nil),
      ("/a.txt", "a.txt", true),
      ("drafts/", "drafts", true), ("drafts/", "x/drafts", true), ("b/*.txt", "b/a.txt", true),
      ("b/*.txt", "b/c/a.txt", nil),
      ("b/**/a.txt", "b/a.txt", true), ("b/**/a.txt", "b/c/d/a.txt", true), ("**/c", "b/c", true),
      ("b/**", "b/c/d", true),
      ("a?c", "aбc", true), ("[a-c]?", "b1", true), ("[!a-c]?", "b1", nil), ("*a*b*c", "xaybzc", true),
      ("*a*b*c", "xaybz", nil), ("# a", "# a", nil), ("\\#a", "#a", true), ("", "a", nil), ("a  ", "a", true),
      ("a\n!a", "a", false), ("[a", "[a", true), ("\\*", "*", true), ("\\*", "a", nil),
    ] as [(String, String, Bool?)])
  func patternsFitAsInGit(patterns: String, path: String, leftOut: Bool?) {
    let rules = IgnoreRules(patterns, folder: "in")
    #expect(rules.leavesOut("in/" + path, isFolder: path.hasSuffix("drafts")) == leftOut)
    #expect(IgnoreRules(patterns, folder: ".").leavesOut(path, isFolder: path.hasSuffix("drafts")) == leftOut)
  }

  @Test func whatIsNamedIsLeftOutOfTheFolder() throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "b.txt", "drafts/c.txt", "x/a.txt", "x/keep.txt", "x/y/keep.txt"] {
      try folder.write(name, "text")
    }
    try folder.write(".kadryignore", "# not for reading\ndrafts/\nb.txt\nkeep.txt\n")
    try folder.write("x/.kadryignore", "!/keep.txt\n")
    let all = items([folder.path])
    #expect(
      all.documents.compactMap(\.metadata.path)
        == ["a.txt", "x/a.txt", "x/keep.txt"].map { folder.path + "/" + $0 })
    #expect(all.skipped.isEmpty && all.failures.isEmpty)
  }
}
