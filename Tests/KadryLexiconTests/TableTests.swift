import KadryLexicon
import Testing

/// The format of a table, and what is said where it is not kept.
@Suite struct TableTests {
  private func table(_ text: String, required: [String] = ["id", "ru"]) throws -> Table {
    try Table(name: "words", text: text, file: "words.tsv", required: required)
  }

  private func error(_ text: String) -> String? {
    do {
      _ = try table(text)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func rowsCellsAndLists() throws {
    let table = try table(
      "# a comment\nid\tru\tvi\n\na\tодин | два|\tmột hai\r\n# off\nb\t\t\n")
    #expect(table.name == "words")
    #expect(table.rows.map(\.id) == ["a", "b"])
    #expect(table.rows.map(\.line) == [4, 6])
    #expect(table.rows[0].list("ru") == ["один", "два"])
    #expect(table.rows[0]["vi"] == "một hai")
    #expect(table.rows[0].words("vi") == ["một", "hai"])
    #expect(table.rows[0].optional("vi") == "một hai")
    #expect(table.rows[1].optional("ru") == nil)
    #expect(table.rows[1].list("ru").isEmpty)
    #expect(table.rows[0]["no such column"] == "")
  }

  @Test func columnsOfErrors() throws {
    let row = try table("id\tru\tvi\nabc\tдва\tx\n").rows[0]
    #expect(["id", "ru", "vi"].map { row.column(of: $0) } == [1, 5, 9])
    #expect(row.error("vi", "is wrong").description == "words.tsv:2:9: is wrong")
    #expect(row.error("nowhere", "is wrong").description == "words.tsv:2:1: is wrong")
  }

  @Test(arguments: [
    ("", "words.tsv: is empty; a table begins with a header row"),
    ("# only a comment\n\n", "words.tsv: is empty; a table begins with a header row"),
    ("id\tvi\na\tb\n", "words.tsv:1:1: the header has no column 'ru'"),
    ("# comment\nru\na\n", "words.tsv:2:1: the header has no column 'id'"),
    (
      "id\tru\na\tb\tc\n",
      "words.tsv:2:1: 'a' has 3 cells, the header has 2; write one tab between cells, empty ones too"
    ),
    (
      "id\tru\nab\n",
      "words.tsv:2:1: 'ab' has 1 cells, the header has 2; write one tab between cells, empty ones too"
    ),
    ("id\tru\n\nx\ty\n\tb\n", "words.tsv:4:1: the row has no id"),
    ("id\tru\na\tb\n#\nb\tc\na\td\n", "words.tsv:5:1: 'a' stands already on line 2"),
  ])
  func errors(text: String, message: String) { #expect(error(text) == message) }

  @Test func overlaysReplaceAddAndSwitchOff() throws {
    var base = try table("id\tru\nc\t1\na\t2\nb\t3\n")
    try base.overlay(try table("id\tru\tnote\na\tzwei\tnew\noff c\nd\t4\t\n"))
    #expect(base.rows.map(\.id) == ["a", "b", "d"])
    #expect(base.rows.map { $0["ru"] } == ["zwei", "3", "4"])
    #expect(base.rows[0]["note"] == "new")
    // A later overlay can switch off what an earlier one added, and bring back what it switched off.
    try base.overlay(try table("id\tru\noff d\nc\tagain\n"))
    #expect(base.rows.map { $0["ru"] } == ["zwei", "3", "again"])
  }

  @Test func switchingOffTheUnknownIsAnError() throws {
    var base = try table("id\tru\na\t2\n")
    let overlay = try Table(
      name: "words", text: "id\tru\nb\tx\noff c\n", file: "mine/words.tsv", required: ["id"])
    #expect {
      try base.overlay(overlay)
    } throws: {
      "\($0)" == "mine/words.tsv:3:1: there is no 'c' in words to switch off"
    }
  }

  /// Whatever the text, it parses or says why; the error points into it.
  @Test func anyTextParsesOrIsExplained() {
    var random = SeededGenerator(seed: 5)
    let pieces = ["id", "ru", "\t", "\n", "\r\n", "#", "a", "off ", "|", " ", "б", "\u{0}", "\u{301}"]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      .joined()
      do {
        for row in try Table(name: "t", text: text, file: "t").rows { #expect(!row.id.isEmpty) }
      } catch {
        #expect(error.file == "t" && error.line <= text.utf8.count { $0 == 0x0A } + 1)
      }
    }
  }
}
