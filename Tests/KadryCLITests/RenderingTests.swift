import Foundation
import KadryEngine
import Testing

@testable import KadryCLI

/// A row of a name, a number and a list.
private struct Sample: ResultRow {
  var name: String
  var count: Int?
  var list: [String] = []
  static let columns = ["name", "count_of", "list"]
  var cells: [Cell] { [.text(name), Cell(count), Cell(list)] }
}

@Suite struct RenderingTests {
  private func written(_ rows: [Sample], _ format: ResultFormat, color: Bool = false) throws -> String {
    let sink = MemorySink()
    try ResultWriter(format: format, usesColor: color, sink: sink).write(rows)
    return sink.text
  }

  @Test(arguments: [
    ("abc", 3), ("Нгуен", 5), ("Quỳnh", 5), ("Quy\u{0300}nh", 5), ("й", 1), ("и\u{0306}", 1), ("", 0),
    ("年月", 4),
    ("a\u{200D}b", 2), ("e\u{0302}\u{0301}", 1),
  ])
  func widthIsWhatTheScreenShows(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func truncationKeepsMarksWithTheirLetters() {
    #expect(DisplayWidth.truncated("Quy\u{0300}nh Lưu", to: 4) == "Quy\u{0300}…")
    #expect(DisplayWidth.truncated("Quỳnh", to: 5) == "Quỳnh")
  }

  @Test func tableAlignsDecomposedAndComposedLetters() throws {
    let table = try written(
      [Sample(name: "Quy\u{0300}nh", count: 5), Sample(name: "Сон", count: 12)], .table)
    #expect(table == "name   count of\nQuy\u{0300}nh         5\nСон          12\n")
  }

  @Test func tableLeavesOutColumnsWithoutValuesAndHasNoControls() throws {
    let table = try written([Sample(name: "a\u{1B}[31mb\nc", count: nil)], .table)
    #expect(table == "name\na\u{FFFD}[31mb c\n")
  }

  @Test func tableIsColouredOnlyWhenAsked() throws {
    #expect(try written([Sample(name: "a")], .table, color: true).hasPrefix("\u{1B}[1mname\u{1B}[0m\n"))
    #expect(!(try written([Sample(name: "a")], .table).contains("\u{1B}")))
  }

  @Test func jsonIsAnArrayWithNullForWhatIsNotKnown() throws {
    let rows = [Sample(name: "Ле \"Н\"\n", count: 1, list: ["a", "b"]), Sample(name: "b", count: nil)]
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(written(rows, .json).utf8)) as? [[String: Any]])
    #expect(value.count == 2)
    #expect(value[0]["name"] as? String == "Ле \"Н\"\n")
    #expect(value[0]["list"] as? [String] == ["a", "b"])
    #expect(value[1]["count_of"] is NSNull)
    #expect(try written([], .json) == "[]\n")
  }

  @Test func jsonLinesAreOneObjectALine() throws {
    let lines = try written([Sample(name: "a\nb"), Sample(name: "c")], .jsonl).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
  }

  @Test func csvQuotesWhatNeedsIt() throws {
    let text = try written([Sample(name: "a, \"b\"", count: 2, list: ["x", "y"])], .csv)
    #expect(text == "name,count_of,list\r\n\"a, \"\"b\"\"\",2,x; y\r\n")
  }

  @Test func tsvEscapesTabsAndLineBreaks() throws {
    #expect(try written([Sample(name: "a\tb\nc\\")], .tsv) == "name\tcount_of\tlist\na\\tb\\nc\\\\\t\t\n")
  }

  @Test(arguments: [(1.0, "1"), (0.71, "0.71"), (1_420_000_000, "1420000000"), (56.5, "56.5")])
  func numbersHaveNoNeedlessDigits(number: Double, text: String) {
    #expect(number.plainDigits == text)
  }

  @Test(arguments: [
    ("whoo", "who"), ("hwo", "who"), ("ingst", "ingest"), ("docs", nil), ("doc", "documents"),
  ])
  func suggestionsAreNear(typed: String, word: String?) {
    #expect(Suggestion.nearest(to: typed, among: [Command].all.map(\.name)) == word)
  }

  @Test func markdownEscapesMarkUp() {
    #expect(EvidenceMarkdown.escaped("a*b_[c](d)<e>`|#") == ##"a\*b\_\[c\](d)\<e\>\`\|\#"##)
  }
}
