import KadryLexicon

/// Parses the patterns and productions of rules.
///
///     pattern  = element+ ('|' element+)*
///     element  = ['$' name ':'] atom ['?' | '{' m ',' n '}']
///     atom     = type ('.' feature)* | '\'' words '\'' | '(' pattern ')' | '!' atom | '&' atom | '<' name '>'
///     feature  = nom gen dat acc ins loc sg pl m f n adj, or `-sg`/`-pl`: not only that
struct RuleParser {
  var scanner: RuleScanner
  /// Patterns that `define` gave a name.
  let definitions: [String: PatternNode]
  /// How often one thing may repeat.
  static let repetitionLimit = 40
  /// How deep groups may nest.
  static let depthLimit = 50
  private var depth = 0

  init(_ text: String, file: String, line: Int, definitions: [String: PatternNode]) throws(LexiconError) {
    scanner = try RuleScanner(text, file: file, line: line)
    self.definitions = definitions
  }

  mutating func pattern() throws(LexiconError) -> PatternNode {
    var choices: [PatternNode] = []
    repeat {
      if scanner.symbol == .punctuation("|") { try scanner.advance() }
      var sequence: [PatternNode] = []
      while let element = try element() { sequence.append(element) }
      guard !sequence.isEmpty else { throw scanner.error("a pattern is missing here") }
      choices.append(sequence.count == 1 ? sequence[0] : .sequence(sequence))
    } while scanner.symbol == .punctuation("|")
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func element() throws(LexiconError) -> PatternNode? {
    var name: String?
    if scanner.symbol == .punctuation("$") {
      try scanner.advance()
      guard case .name(let text) = scanner.symbol else {
        throw scanner.error("a capture's name is missing after '$'")
      }
      name = text
      try scanner.advance()
      guard scanner.symbol == .punctuation(":") else {
        throw scanner.error("write ':' after the capture '$\(text)'")
      }
      try scanner.advance()
    }
    guard var node = try atom() else {
      if let name { throw scanner.error("there is nothing to capture as '$\(name)'") }
      return nil
    }
    if let name { node = .capture(name, node) }
    switch scanner.symbol {
    case .punctuation("?"):
      try scanner.advance()
      return .repeated(node, 0, 1)
    case .punctuation("{"):
      try scanner.advance()
      guard case .number(let least) = scanner.symbol else {
        throw scanner.error("write a repetition as {0,12}")
      }
      try scanner.advance()
      var most = least
      if scanner.symbol == .punctuation(",") {
        try scanner.advance()
        guard case .number(let number) = scanner.symbol else {
          throw scanner.error("repetition must be bounded; write it as {\(least),12}")
        }
        most = number
        try scanner.advance()
      }
      guard scanner.symbol == .punctuation("}") else { throw scanner.error("write '}' after the repetition") }
      guard least <= most, most <= RuleParser.repetitionLimit else {
        throw scanner.error(
          "a repetition goes from a smaller to a larger number, \(RuleParser.repetitionLimit) at most")
      }
      try scanner.advance()
      return .repeated(node, least, most)
    case .punctuation("*"), .punctuation("+"):
      throw scanner.error("repetition must be bounded; write {0,12} or {1,12}")
    default:
      return node
    }
  }

  private mutating func atom() throws(LexiconError) -> PatternNode? {
    let (line, column) = (scanner.symbolLine, scanner.symbolColumn)
    switch scanner.symbol {
    case .name(let type):
      try scanner.advance()
      var item = PatternItem(type: type, features: [], excluded: [], literal: nil, line: line, column: column)
      while scanner.symbol == .punctuation(".") {
        try scanner.advance()
        try feature(&item)
      }
      return .item(item)
    case .literal(let text):
      try scanner.advance()
      let words = text.split(separator: " ").map(String.init)
      guard !words.isEmpty else {
        throw LexiconError(file: scanner.file, line: line, column: column, message: "a literal is empty")
      }
      let items = words.map { word in
        PatternNode.item(
          PatternItem(type: "", features: [], excluded: [], literal: word, line: line, column: column))
      }
      return items.count == 1 ? items[0] : .sequence(items)
    case .punctuation("("):
      try descend()
      defer { depth -= 1 }
      try scanner.advance()
      let node = try pattern()
      guard scanner.symbol == .punctuation(")") else { throw scanner.error("write ')' to close the group") }
      try scanner.advance()
      return node
    case .punctuation("!"), .punctuation("&"):
      try descend()
      defer { depth -= 1 }
      let isNegative = scanner.symbol == .punctuation("!")
      try scanner.advance()
      guard let node = try atom() else { throw scanner.error("there is nothing after '!' or '&'") }
      return .ahead(node, isNegative: isNegative)
    case .punctuation("<"):
      try scanner.advance()
      guard case .name(let name) = scanner.symbol else {
        throw scanner.error("write a defined name between '<' and '>'")
      }
      guard let node = definitions[name] else {
        throw scanner.error("'\(name)' is not defined; write 'define \(name) …' before")
      }
      try scanner.advance()
      guard scanner.symbol == .punctuation(">") else { throw scanner.error("write '>' after '<\(name)'") }
      try scanner.advance()
      return node
    default:
      return nil
    }
  }

  private mutating func descend() throws(LexiconError) {
    guard depth < RuleParser.depthLimit else {
      throw scanner.error("groups nest more than \(RuleParser.depthLimit) deep")
    }
    depth += 1
  }

  private mutating func feature(_ item: inout PatternItem) throws(LexiconError) {
    var any: Grammemes = []
    var isExcluded = false
    if scanner.symbol == .punctuation("-") {
      isExcluded = true
      try scanner.advance()
    }
    guard case .name(let name) = scanner.symbol, let value = Grammemes.names[name] else {
      let known = Grammemes.names.keys.sorted().joined(separator: " ")
      throw scanner.error("this is no feature; features are: \(known)")
    }
    any.formUnion(value)
    try scanner.advance()
    if isExcluded { item.excluded.formUnion(any) } else { item.features.append(any) }
  }

  /// `=> name(capture, key=constant)`
  mutating func production() throws(LexiconError) -> Production {
    guard scanner.symbol == .arrow else { throw scanner.error("write '=>' and what the rule makes") }
    let (line, column) = (scanner.symbolLine, scanner.symbolColumn)
    try scanner.advance()
    guard case .name(let name) = scanner.symbol else {
      throw scanner.error("a production's name is missing after '=>'")
    }
    try scanner.advance()
    var production = Production(name: name, captures: [], constants: [:], line: line, column: column)
    guard scanner.symbol == .punctuation("(") else { throw scanner.error("write '(' after '\(name)'") }
    try scanner.advance()
    while case .name(let argument) = scanner.symbol {
      try scanner.advance()
      if scanner.symbol == .punctuation("=") {
        try scanner.advance()
        switch scanner.symbol {
        case .name(let value): production.constants[argument] = value
        case .number(let value): production.constants[argument] = String(value)
        default: throw scanner.error("write a word or a number after '\(argument)='")
        }
        try scanner.advance()
      } else {
        production.captures.append(argument)
      }
      if scanner.symbol == .punctuation(",") { try scanner.advance() }
    }
    guard scanner.symbol == .punctuation(")") else { throw scanner.error("write ')' to close '\(name)('") }
    try scanner.advance()
    guard scanner.symbol == .end else {
      throw scanner.error("nothing may follow the production but examples")
    }
    return production
  }
}
