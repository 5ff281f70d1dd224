import Testing

@testable import KadryArchive

@Suite struct ManifestTests {
  private func manifest(_ text: String, path: String = "corpus/manifest.tsv") throws(ManifestError)
    -> Manifest
  {
    try Manifest(bytes: Array(text.utf8), path: path, workingDirectory: "/base")
  }

  @Test func pathsAreRelativeToTheManifestOrTheWorkingDirectory() throws {
    let table = try manifest("path\turl\na.txt\thttps://a\ncorpus/b.txt\thttps://b\n/abs/c.txt\thttps://c\n")
    #expect(table.entry(forPath: "corpus/a.txt")?.url == "https://a")
    #expect(table.entry(forPath: "/base/corpus/a.txt")?.url == "https://a")
    #expect(table.entry(forPath: "corpus/b.txt")?.url == "https://b")
    #expect(table.entry(forPath: "/abs/c.txt")?.url == "https://c")
    #expect(table.entry(forPath: "corpus/none.txt") == nil)
  }

  @Test func rowsThatNobodyAskedForAreKnown() throws {
    let table = try manifest("path\na.txt\nb.txt\n")
    #expect(table.unused.map(\.line) == [2, 3])
    _ = table.entry(forPath: "corpus/a.txt")
    #expect(table.unused.map(\.path) == ["b.txt"])
  }

  @Test func commaSeparatedWithQuotes() throws {
    let table = try manifest("date,path,translation\r\n2016-11,\"x, \"\"y\"\".txt\",g1\r\n", path: "m.csv")
    let entry = try #require(table.entry(forPath: "x, \"y\".txt"))
    #expect(entry.date == "2016-11")
    #expect(entry.translation == "g1")
    #expect(entry.source == nil)
  }

  @Test(arguments: [
    ("", "m.tsv:1: the file is empty; it needs a header row"),
    (
      "path\tauthor\n",
      "m.tsv:1: there is no column 'author'; the columns are path url date source lang translation"
    ),
    ("url\tdate\n", "m.tsv:1: the column 'path' is missing"),
    ("path\tpath\n", "m.tsv:1: a column is named twice"),
    ("path\turl\na\n", "m.tsv:2: 1 fields, and the header has 2"),
    ("path\turl\n\thttps://x\n", "m.tsv:2: the path is empty"),
    ("path\tdate\na\t10.11.2016\n", "m.tsv:2: '10.11.2016' is no date; write 2016-11-10, 2016-11 or 2016"),
    ("path,url\n\"a,b\n", "m.tsv:2: a quote is opened and not closed"),
    ("path,url\n\"a\"b,c\n", "m.tsv:2: text follows a closing quote; double quotes inside"),
  ])
  func brokenManifestSaysWhere(text: String, message: String) {
    let error = #expect(throws: ManifestError.self) { try manifest(text, path: "m.tsv") }
    #expect(error?.description == message)
  }

  @Test func missingManifestSaysSo() {
    let error = #expect(throws: ManifestError.self) { try Manifest(path: "/nowhere/m.tsv") }
    #expect(
      error?.description == "/nowhere/m.tsv: missing: no file or folder has this name; check the spelling")
  }

  @Test func manifestOutranksTheDocumentAndTheDocumentTheOptions() throws {
    let folder = try TemporaryFolder()
    let table = try folder.write("m.tsv", "path\tsource\tdate\na.jsonl:1\tmanifest.vn\t2017\n")
    let path = try folder.write(
      "a.jsonl",
      "{\"text\":\"x\",\"source\":\"own.vn\",\"date\":\"2016\"}\n{\"text\":\"x\",\"source\":\"own.vn\",\"date\":\"2014\"}\n"
        + "{\"text\":\"x\"}\n")
    let options = ArchiveOptions(source: "option.vn", date: "2015", manifest: try Manifest(path: table))
    let metadata = items([path], options: options).documents.map(\.metadata)
    #expect(metadata.map(\.source) == ["manifest.vn", "own.vn", "option.vn"])
    #expect(metadata.map(\.date) == ["2017", "2014", "2015"])
  }

  @Test(arguments: [
    ("https://www.BaoNgheAn.vn/ru/a.html", "baonghean.vn"), ("http://u@vnexpress.net:80?x", "vnexpress.net"),
    ("https://", nil), ("ftp://a.vn/x", nil), ("baonghean.vn/a", nil),
  ])
  func theAddressNamesTheNewspaper(url: String, source: String?) {
    #expect(DocumentAssembly.host(of: url) == source)
    let line = "{\"text\":\"x\",\"url\":\"\(url)\"}"
    let documents = items(["-"], options: ArchiveOptions(source: "option.vn"), standardInput: line).documents
    #expect(documents.first?.metadata.source == source ?? "option.vn")
  }
}
