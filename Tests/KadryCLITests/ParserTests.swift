import Testing

@testable import KadryCLI

@Suite struct ParserTests {
  private let parser = ArgumentParser(commands: .all)

  private func parsed(_ words: String...) throws -> (Command, ParsedArguments) {
    guard case .run(let command, let arguments) = try parser.parse(words) else {
      throw UsageError(message: "help was understood")
    }
    return (command, arguments)
  }

  @Test(arguments: [Command].all)
  func everyExampleOfACommandParses(command: Command) throws {
    #expect(!command.examples.isEmpty)
    for example in command.examples {
      guard case .run(let found, _) = try parser.parse(example.arguments) else {
        Issue.record("\(example.arguments) asks for help")
        continue
      }
      #expect(found.name == command.name)
    }
  }

  @Test(arguments: [Command].all)
  func everyCommandHasHelpOnItself(command: Command) throws {
    for words in [
      command.name.split(separator: " ").map(String.init) + ["--help"],
      ["help"] + command.name.split(separator: " ").map(String.init),
    ] {
      guard case .help(let found?) = try parser.parse(words) else {
        Issue.record("\(words) is no request for help")
        continue
      }
      #expect(found.name == command.name)
    }
    let page = Help(commands: .all).page(for: command)
    for flag in command.flags { #expect(page.contains("--" + flag.long)) }
    #expect(page.contains("Examples:\n  # "))
    #expect(page.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 130 })
  }

  @Test func flagsAreDefinedOncePerCommandAndOverall() {
    for command in [Command].all { #expect(Set(command.flags.map(\.long)).count == command.flags.count) }
    #expect(Set([Command].all.map(\.name)).count == [Command].all.count)
  }

  @Test func overviewNamesEveryCommand() {
    let overview = Help(commands: .all).overview()
    for command in [Command].all { #expect(overview.contains("  \(command.name) ")) }
  }

  @Test func valuesComeAfterASpaceOrAnEqualsSign() throws {
    let (_, spaced) = try parsed("who", "x", "--place", "Nghệ An")
    let (_, equal) = try parsed("who", "--place=Nghệ An", "x")
    #expect(spaced.value(.place) == "Nghệ An")
    #expect(equal.value(.place) == "Nghệ An")
    #expect(equal.operands == ["x"])
  }

  @Test func twoDashesEndTheFlagsAndOneIsAnOperand() throws {
    let (_, arguments) = try parsed("extract", "-", "--", "--strict")
    #expect(arguments.operands == ["-", "--strict"])
    #expect(!arguments.has(.strict))
  }

  @Test func repeatableFlagsKeepEveryValue() throws {
    let (_, arguments) = try parsed("extract", "--lexicons", "a", "--lexicons", "b")
    #expect(arguments.all(.lexicons) == ["a", "b"])
  }

  @Test func shortFlagAndTwoWordCommand() throws {
    let (export, arguments) = try parsed("export", "--format", "dot", "-o", "g.dot")
    #expect(export.name == "export")
    #expect(arguments.value(.output) == "g.dot")
    #expect(try parsed("names", "compare", "a", "b").0.name == "names compare")
  }

  @Test(arguments: [
    (["whoo", "x"], "there is no command 'whoo'; did you mean 'who'?"),
    (["persn", "x"], "there is no command 'persn'; did you mean 'person'?"),
    (["frobnicate"], "there is no command 'frobnicate'"),
    (["names"], "'names' needs a second word: say 'kadry names compare', 'kadry names forms'"),
    (["names", "x"], "'names' does not know 'x': say 'kadry names compare', 'kadry names forms'"),
    (["--db", "x", "who"], "a command comes first, before '--db': kadry COMMAND --db …"),
    (["who"], "'who' needs POST, for example: kadry who POST"),
    (["ingest"], "'ingest' needs PATH…, for example: kadry ingest articles/"),
    (
      ["who", "chủ", "tịch"], "'tịch' is one operand too many; quote what has spaces: kadry who \"chủ tịch\""
    ),
    (["stats", "x"], "'x' is one operand too many; it takes none"),
    (["who", "x", "--plaec", "y"], "'who' has no flag --plaec; did you mean '--place'?"),
    (["who", "x", "--manifest", "y"], "'who' has no flag --manifest; it belongs to ingest, extract"),
    (["who", "x", "--zzz"], "'who' has no flag --zzz"),
    (["who", "x", "--place"], "--place needs a value: --place P"),
    (["who", "x", "--history=yes"], "--history takes no value; write --history alone"),
    (["who", "x", "--place", "a", "--place", "b"], "--place is given twice; give it once"),
    (["who", "x", "--format", "xml"], "--format wants one of table, json, jsonl, csv, tsv, not 'xml'"),
    (
      ["who", "x", "--on", "10.11.2016"],
      "--on wants a date such as 2016-11-10, 2016-11 or 2016, not '10.11.2016'"
    ),
    (["who", "x", "--limit", "0"], "--limit wants a whole number from 1, not '0'"),
    (["extract", "--threads", "many"], "--threads wants a whole number from 1 to 256, not 'many'"),
    (
      ["ingest", "x", "--date", "yesterday"],
      "--date wants a date such as 2016-11-12, 2016-11 or 2016, not 'yesterday'"
    ),
  ])
  func usageErrorsSayWhatToTypeInstead(words: [String], message: String) {
    let error = #expect(throws: UsageError.self) { try parser.parse(words) }
    #expect(error?.message == message)
  }

  @Test func usageErrorsPointToTheHelpOfTheirCommand() {
    #expect(UsageError(message: "m", command: "who").description == "m\nTry 'kadry help who'.")
    #expect(UsageError(message: "m").description == "m\nTry 'kadry help'.")
  }
}

extension Command: CustomTestStringConvertible {
  public var testDescription: String { name }
}
