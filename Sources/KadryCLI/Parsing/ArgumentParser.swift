import KadryEngine

/// Turns a command line into a command and its arguments.
struct ArgumentParser {
  let commands: [Command]
  /// For the example that a message about a missing operand gives.
  var words: () -> HelpWords = { HelpWords() }

  /// What a command line asks for.
  enum Request {
    case run(Command, ParsedArguments)
    /// Help on a command, or the list of all.
    case help(Command?)
  }

  /// Takes apart the arguments that follow the program's name.
  func parse(_ arguments: [String]) throws(UsageError) -> Request {
    guard let first = arguments.first else { return .help(nil) }
    switch first {
    case "--help", "-h": return .help(nil)
    case "--version": return try parse(["version"])
    case "help": return try help(Array(arguments.dropFirst()))
    default: break
    }
    if first.hasPrefix("-") && first != "-" {
      throw UsageError(message: "a command comes first, before '\(first)': kadry COMMAND \(first) …")
    }
    if arguments.count == 2, isHelp(arguments[1]), isGroup(first) { return .help(nil) }
    let (command, wordCount) = try find(arguments)
    let rest = arguments.dropFirst(wordCount)
    if rest.prefix(while: { $0 != "--" }).contains(where: isHelp) {
      return .help(command)
    }
    return .run(command, try parse(Array(rest), for: command))
  }

  private func help(_ words: [String]) throws(UsageError) -> Request {
    if words.isEmpty || words.count == 1 && isGroup(words[0]) { return .help(nil) }
    return .help(try find(words).command)
  }

  private func isHelp(_ word: String) -> Bool { word == "--help" || word == "-h" }

  /// Whether commands begin with this word, but none is it alone: their help is the list of all.
  private func isGroup(_ word: String) -> Bool {
    !commands.contains { $0.name == word } && commands.contains { $0.name.hasPrefix(word + " ") }
  }

  /// The command that the first words name: two words win over one.
  private func find(_ words: [String]) throws(UsageError) -> (command: Command, wordCount: Int) {
    let pair = words.prefix(2).joined(separator: " ")
    if words.count > 1, let command = commands.first(where: { $0.name == pair }) { return (command, 2) }
    if let command = commands.first(where: { $0.name == words[0] }) { return (command, 1) }
    let group = commands.filter { $0.name.hasPrefix(words[0] + " ") }
    if !group.isEmpty {
      let choices = group.map { "'kadry \($0.name)'" }.joined(separator: ", ")
      let typed =
        words.count > 1 ? "'\(words[0])' does not know '\(words[1])'" : "'\(words[0])' needs a second word"
      throw UsageError(message: "\(typed): say \(choices)")
    }
    let known = commands.map(\.name) + ["help"]
    throw UsageError(
      message: "there is no command '\(words[0])'" + Suggestion.clause(for: words[0], among: known))
  }

  private func parse(_ typed: [String], for command: Command) throws(UsageError) -> ParsedArguments {
    var parsed = ParsedArguments()
    var rest = typed[...]
    var onlyOperands = false
    while let word = rest.popFirst() {
      if onlyOperands || !word.hasPrefix("-") || word == "-" {
        parsed.operands.append(word)
      } else if word == "--" {
        onlyOperands = true
      } else {
        try parseFlag(word, rest: &rest, for: command, into: &parsed)
      }
    }
    try checkOperands(parsed, of: command)
    return parsed
  }

  private func parseFlag(
    _ word: String, rest: inout ArraySlice<String>, for command: Command, into parsed: inout ParsedArguments
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let flag = command.flags.first(where: { parts[0] == "--" + $0.long || isShort(parts[0], of: $0) })
    else {
      throw unknown(parts[0], for: command)
    }
    if parsed.has(flag) && !flag.isRepeatable {
      throw UsageError(message: "--\(flag.long) is given twice; give it once", command: command.name)
    }
    guard let valueName = flag.valueName else {
      if parts.count > 1 {
        throw UsageError(
          message: "--\(flag.long) takes no value; write --\(flag.long) alone", command: command.name)
      }
      parsed.add("", to: flag)
      return
    }
    guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
      throw UsageError(
        message: "--\(flag.long) needs a value: --\(flag.long) \(valueName)", command: command.name)
    }
    if let wanted = flag.complaint(value) {
      throw UsageError(message: "--\(flag.long) wants \(wanted), not '\(value)'", command: command.name)
    }
    parsed.add(value, to: flag)
  }

  private func isShort(_ word: String, of flag: Flag) -> Bool {
    flag.short.map { word == "-\($0)" } ?? false
  }

  private func unknown(_ word: String, for command: Command) -> UsageError {
    let own = command.flags.map { "--" + $0.long } + ["--help"]
    var message = "'\(command.name)' has no flag \(word)"
    let owners = commands.filter { $0.flags.contains { "--" + $0.long == word } }.map(\.name)
    let suggestion = Suggestion.clause(for: word, among: own)
    if suggestion.isEmpty && !owners.isEmpty {
      message += "; it belongs to \(owners.joined(separator: ", "))"
    }
    return UsageError(message: message + suggestion, command: command.name)
  }

  private func checkOperands(_ parsed: ParsedArguments, of command: Command) throws(UsageError) {
    let wanted = command.operands
    let operands = parsed.operands
    let hasSubstitute = wanted.substitute.map(parsed.has) ?? false
    if operands.count < wanted.count.lowerBound && !hasSubstitute {
      let hint = words().filled(wanted.hint, quoted: Help.quoted)
      throw UsageError(
        message: "'\(command.name)' needs \(wanted.usage), for example: kadry \(command.name) \(hint)",
        command: command.name)
    }
    guard operands.count > wanted.count.upperBound else { return }
    let extra = operands[wanted.count.upperBound]
    let advice =
      wanted.count.upperBound == 0
      ? "it takes none"
      : "quote what has spaces: kadry \(command.name) \"\(operands.joined(separator: " "))\""
    throw UsageError(message: "'\(extra)' is one operand too many; \(advice)", command: command.name)
  }
}
