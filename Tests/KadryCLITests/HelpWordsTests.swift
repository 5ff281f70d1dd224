import KadryEngine
import Testing

@testable import KadryCLI

@Suite struct HelpWordsTests {
  private let words = HelpWords(lexicons: Checkout.folder + "/Lexicons")

  /// Every template of the commands and of the overview.
  private var templates: [String] {
    [Command].all.flatMap { $0.examples.flatMap(\.arguments) + [$0.operands.hint] }
      + Help.firstSteps
  }

  @Test func everyPlaceholderHasARowAndEveryRowIsUsed() {
    let used = templates.flatMap { template in
      template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first.map(String.init)
      }
    }
    #expect(Set(used) == words.ids)
  }

  @Test func helpQuotesTheLexicons() {
    let help = Help(commands: .all, words: words)
    #expect(help.page(for: .who).contains("  kadry who \"chủ tịch hđnd tỉnh\"\n"))
    #expect(help.page(for: .search).contains("  kadry search '\"dai hoi chi bo\"'\n"))
    #expect(help.overview().contains("  kadry person \"nguyen xuan son\"\n"))
    for command in [Command].all {
      let lines = help.page(for: command).split(separator: "\n").filter { $0.hasPrefix("  kadry ") }
      #expect(lines.allSatisfy { !$0.contains("{") })
    }
  }

  @Test func withoutLexiconsThePlaceholdersSpeak() {
    let help = Help(commands: .all, words: HelpWords(lexicons: "/nowhere"))
    #expect(help.page(for: .who).contains("  kadry who POST --place PLACE --on 2016-11-10\n"))
    #expect(!help.overview().contains("{"))
  }

  @Test func aMissingOperandIsShownByExample() throws {
    let fixture = try CommandLineFixture()
    let outcome = fixture.run("who", environment: ["KADRY_LEXICONS": Checkout.folder + "/Lexicons"])
    #expect(outcome.errors.contains("for example: kadry who \"chủ tịch hđnd tỉnh\"\n"))
  }
}
