import Testing

@testable import KadryCLI

/// Issuers whose code alone names them.
@Suite struct DirectiveIssuerTests {
  let fixture: CommandLineFixture

  init() throws {
    fixture = try CommandLineFixture()
    let article = try fixture.write("a.txt", "Cuộc họp bàn việc thực hiện Chỉ thị số 10-CT/TW tại xã.\n")
    _ = fixture.runWithLexicons("ingest", article, "--source", "baonghean.vn")
  }

  @Test(arguments: [[], ["--issuer", "trung ương đảng"], ["--issuer", "central-committee"]])
  func theLexiconsNameAnIssuerThatNoDocumentNames(filter: [String]) {
    let outcome = fixture.runWithLexicons(words: ["directives", "--format", "tsv"] + filter)
    #expect(outcome.status == 0)
    #expect(outcome.lines.last?.hasPrefix("10-CT/TW\tdirective\tBan Chấp hành Trung ương Đảng\t") == true)
  }
}
