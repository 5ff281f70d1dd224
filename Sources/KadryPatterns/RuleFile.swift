import KadryLexicon

/// A `.pattern` file: phases, definitions and rules with their examples.
///
///     phase posts
///     define ranks  rank{0,3}
///     rule post.function ru
///       <ranks> $head:function
///       => post(head)
///       yes «…»
///       no «…»
public struct RuleFile: Sendable {
  public private(set) var phases: [PhaseSource] = []
  public private(set) var rules: [RuleSource] = []
  /// Rules that an overlay switches off, with the place where it says so.
  public private(set) var switchedOff: [(name: String, file: String, line: Int)] = []

  /// How many parts a definition may have, those of the definitions in it included.
  private static let sizeLimit = 1000

  public init(text: String, file: String) throws(LexiconError) {
    // A line break of two characters is one `Character`.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    var definitions: [String: PatternNode] = [:]
    var phase: String?
    var i = 0
    while i < lines.count {
      let line = lines[i]
      let words = line.split(separator: " ").map(String.init)
      guard let first = words.first, !first.hasPrefix("#") else {
        i += 1
        continue
      }
      func fail(_ message: String) -> LexiconError {
        LexiconError(file: file, line: i + 1, column: 1, message: message)
      }
      guard !line.hasPrefix(" ") else { throw fail("this line is indented but belongs to no rule") }
      switch first {
      case "phase":
        guard words.count > 1 else { throw fail("a phase needs a name") }
        phase = words[1]
        phases.append(PhaseSource(name: words[1], sharesText: words.dropFirst(2).contains("shared")))
        i += 1
      case "off":
        guard words.count == 2 else { throw fail("write 'off RULE' to switch a rule off") }
        switchedOff.append((words[1], file, i + 1))
        i += 1
      case "define":
        guard words.count > 1 else { throw fail("write 'define NAME PATTERN'") }
        let (body, next) = RuleFile.block(lines, i)
        var parser = try RuleParser(
          String(lines[i].dropFirst(7 + words[1].count).drop { $0 == " " }) + "\n" + body,
          file: file, line: i + 1, definitions: definitions)
        definitions[words[1]] = try RuleFile.definition(&parser)
        i = next
      case "rule":
        guard let phase else { throw fail("a rule needs a phase; write 'phase NAME' before it") }
        guard words.count > 1 else { throw fail("a rule needs a name") }
        guard words.count == 2 || words.count == 3 && ["ru", "vi"].contains(words[2]) else {
          throw fail("write 'rule NAME', and behind it ru or vi if it is for one language only")
        }
        let (rule, next) = try RuleFile.rule(lines, i, words, phase, file, definitions)
        rules.append(rule)
        i = next
      default:
        throw fail("'\(first)' is unknown here; lines begin with phase, define, rule, off or #")
      }
    }
  }

  private static func definition(_ parser: inout RuleParser) throws(LexiconError) -> PatternNode {
    let node = try parser.pattern()
    guard parser.scanner.symbol == .end else {
      throw parser.scanner.error("this does not belong to the pattern")
    }
    // Definitions of definitions grow fast.
    guard node.size <= RuleFile.sizeLimit else {
      throw parser.scanner.error("a definition has more than \(RuleFile.sizeLimit) parts; use fewer")
    }
    return node
  }

  /// The indented lines after line `i`, and the index of the line after them.
  private static func block(_ lines: [String], _ i: Int) -> (String, Int) {
    var next = i + 1
    var body: [String] = []
    while next < lines.count, lines[next].hasPrefix(" ") || lines[next].isEmpty {
      body.append(lines[next])
      next += 1
    }
    return (body.joined(separator: "\n"), next)
  }

  private static func rule(
    _ lines: [String], _ i: Int, _ words: [String], _ phase: String, _ file: String,
    _ definitions: [String: PatternNode]
  ) throws(LexiconError) -> (RuleSource, Int) {
    let (body, next) = block(lines, i)
    var text: [String] = []
    var examples: [RuleExample] = []
    for (offset, line) in body.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = line.drop { $0 == " " }
      let number = i + 2 + offset
      let column = line.count - trimmed.count + 1
      if trimmed.hasPrefix("yes ") || trimmed.hasPrefix("no ") {
        guard let open = trimmed.firstIndex(of: "«"), let close = trimmed.lastIndex(of: "»"), open < close
        else {
          throw LexiconError(
            file: file, line: number, column: column, message: "write the example between « and »")
        }
        examples.append(
          RuleExample(
            text: String(trimmed[trimmed.index(after: open)..<close]),
            isPositive: trimmed.hasPrefix("yes"), line: number, column: column))
        text.append("")
      } else {
        text.append(String(line))
      }
    }
    var parser = try RuleParser(
      text.joined(separator: "\n"), file: file, line: i + 2, definitions: definitions)
    let pattern = try parser.pattern()
    let production = try parser.production()
    for capture in production.captures where !pattern.captures.contains(capture) {
      throw LexiconError(
        file: file, line: production.line, column: production.column,
        message: "'\(capture)' is captured nowhere in the pattern")
    }
    let rule = RuleSource(
      name: words[1], phase: phase, language: words.count > 2 ? words[2] : nil, pattern: pattern,
      production: production, examples: examples, file: file, line: i + 1)
    return (rule, next)
  }
}

extension PatternNode {
  /// How many nodes the tree has.
  var size: Int {
    switch self {
    case .item: 1
    case .sequence(let nodes), .choice(let nodes): nodes.reduce(1) { $0 + $1.size }
    case .capture(_, let node), .repeated(let node, _, _), .ahead(let node, _): node.size + 1
    }
  }

  /// Names of all captures in the pattern.
  public var captures: Set<String> {
    switch self {
    case .item, .ahead: []
    case .sequence(let nodes), .choice(let nodes): nodes.reduce(into: []) { $0.formUnion($1.captures) }
    case .capture(let name, let node): node.captures.union([name])
    case .repeated(let node, _, _): node.captures
    }
  }
}
