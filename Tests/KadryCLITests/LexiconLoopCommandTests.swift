import Foundation
import Testing

@testable import KadryCLI

/// The loop of a person who adds words: overlay, check, diff, sample, eval.
@Suite struct LexiconLoopCommandTests {
  let fixture: CommandLineFixture
  let words: String
  init() throws {
    fixture = try CommandLineFixture()
    words = fixture.folder + "/words"
    let article = try fixture.write(
      "a.txt",
      "Ông Lê Văn An, Hạt trưởng Hạt Kiểm lâm huyện Quỳnh Lưu, và bà Trần Thị Bình, Bí thư Huyện ủy, cho biết.\n"
    )
    _ = fixture.runWithLexicons("ingest", article, "--source", "baonghean.vn")
  }

  private let header = "id\tkind\trank\tbody\tvi\tvi_abbr\tru\tyes\tno\tnote\n"

  private func diff() -> Outcome {
    fixture.runWithLexicons(
      "lexicons", "diff", "--against", fixture.database, "--lexicons", words, "--format", "tsv")
  }

  @Test func aNewTitleIsAGain() throws {
    try fixture.write(
      "words/functions.tsv", header + "ranger-head\toffice\t\t\tHạt trưởng\t\t\tHạt trưởng Hạt Kiểm lâm\t\t\n"
    )
    #expect(fixture.runWithLexicons("lexicons", "check", "--lexicons", words).status == 0)
    let outcome = diff()
    #expect(outcome.status == 0)
    #expect(outcome.errors == "kadry: 1 claim gained, 0 lost, 0 changed, in 1 of 1 document\n")
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.last?.hasPrefix("gained\tholds\tLê Văn An: holds Hạt trưởng, ") == true)
  }

  @Test func aRowAndARuleThatAreSwitchedOffAreLosses() throws {
    try fixture.write("words/functions.tsv", header + "off secretary\n")
    let row = diff()
    #expect(row.lines.contains { $0.hasPrefix("lost\tholds\tTrần Thị Bình: holds Bí thư") })
    try FileManager.default.removeItem(atPath: words + "/functions.tsv")
    try fixture.write("words/patterns/mine.pattern", "off holds.name-comma-posts\n")
    let rule = diff()
    #expect(rule.lines.contains { $0.hasPrefix("lost\tholds\tTrần Thị Bình: holds Bí thư") })
    #expect(rule.errors.contains(" 0 gained") == false)
  }

  @Test func theSameWordsAreSaidToBeTheSame() {
    let outcome = fixture.runWithLexicons("lexicons", "diff")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("every claim in \(fixture.database) is read as before"))
    #expect(outcome.errors.contains("was read with these very words and rules"))
  }

  @Test(arguments: [
    (
      "functions.tsv", "id\nkind\noff nobody\n",
      "/functions.tsv:3:1: there is no 'nobody' in functions to switch off"
    ),
    (
      "own.pattern", "off holds.nothing\n", "/own.pattern:1:1: there is no rule 'holds.nothing' to switch off"
    ),
  ])
  func whatIsNotThereCannotBeSwitchedOff(file: String, text: String, message: String) throws {
    try fixture.write("words/" + file, text.replacing("id\nkind\n", with: header + "#\n"))
    let outcome = diff()
    #expect(outcome.status == 74)
    #expect(outcome.errors == "kadry: \(words)\(message)\n")
  }

  @Test func aSampleComesBackAsPrecision() throws {
    let drawn = fixture.runWithLexicons("sample", "person", "-n", "2", "--seed", "7", "--format", "csv")
    #expect(drawn.status == 0)
    #expect(drawn.errors == "kadry: 2 drawn of 2 claims\n")
    #expect(drawn.output.contains("⟦Lê Văn An⟧, Hạt trưởng"))
    let rows = drawn.output.split(separator: "\r\n")
    #expect(rows[0].hasPrefix("ok,kind,says,quote,context,"))
    let path = try fixture.write(
      "judged.csv", [rows[0], "y" + rows[1], "n" + rows[2]].joined(separator: "\r\n"))
    let outcome = fixture.runWithLexicons("eval", path, "--format", "tsv")
    #expect(outcome.status == 0)
    #expect(outcome.lines[1] == "all\t1\t1\t0\t0\t0.5\t0.095\t0.905")
  }

  @Test func usageOfSampleAndEval() throws {
    let kind = fixture.run("sample", "hold")
    #expect(kind.status == 64)
    #expect(kind.errors.hasPrefix("kadry: there are no claims of the kind 'hold', only person, "))
    #expect(kind.errors.contains("; did you mean 'holds'?\n"))
    #expect(fixture.run("sample", "holds", "-n", "0").status == 64)
    let both = fixture.run("eval", "gold", "a.csv")
    #expect(both.status == 64)
    #expect(both.errors.hasPrefix("kadry: golds and samples are told apart by their files"))
    let missing = fixture.runWithLexicons("eval", fixture.folder + "/none.csv")
    #expect(missing.status == 74)
    #expect(
      missing.errors
        == "kadry: \(fixture.folder)/none.csv: missing: no file or folder has this name; check the spelling\n"
    )
    let bad = try fixture.write("bad.csv", "ok,kind\nwell,holds\n")
    let outcome = fixture.runWithLexicons("eval", bad)
    #expect(outcome.status == 2)
    #expect(outcome.errors == "kadry: \(bad):2: 'well' in the column 'ok' is no judgement; write y, n or ?\n")
  }
}
