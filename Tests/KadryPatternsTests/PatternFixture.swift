import KadryLexicon
import KadryPatterns
import KadryText

/// Charts and rules from a line of text each.
enum PatternFixture {
  static let types = ["person", "post", "body", "date"]

  static let registry: TypeRegistry = {
    var registry = TypeRegistry()
    for type in types { _ = registry.add(type) }
    return registry
  }()

  /// The shapes that the tests use.
  static func shapes(_ token: Token) -> TypeRegistry.Mask {
    var mask = Shape.any.mask
    switch token.kind {
    case .word:
      mask |= Shape.word.mask | (token.isCapitalized ? Shape.cap.mask : Shape.lower.mask)
      mask |= token.has(.cyrillic) ? Shape.cyrillic.mask : Shape.latin.mask
    case .number: mask |= Shape.number.mask
    case .mark:
      if token.mark == .comma { mask |= Shape.comma.mask }
      if token.mark == .dash { mask |= Shape.dash.mask }
    }
    return mask
  }

  /// A chart from tokens separated by blanks, with annotations in brackets.
  ///
  /// `[post.gen.sg секретаря ]` is an annotation with features; brackets nest. The value of an annotation is its number.
  static func chart(_ text: String) -> Chart {
    var words: [String] = []
    var open: [(name: String, start: Int)] = []
    var annotations: [(name: String, tokens: Range<Int>)] = []
    for word in text.split(separator: " ").map(String.init) {
      if word.hasPrefix("["), word.count > 1 {
        open.append((String(word.dropFirst()), words.count))
      } else if word == "]", let last = open.popLast() {
        annotations.append((last.name, last.start..<words.count))
      } else {
        words.append(word)
      }
    }
    return chart(words, annotations.map { (parse($0.name), $0.tokens) })
  }

  private static func parse(_ name: String) -> (type: String, grammemes: Grammemes) {
    let parts = name.split(separator: ".").map(String.init)
    var grammemes: Grammemes = []
    for part in parts.dropFirst() {
      let value = part == "inv" ? .invariable : Grammemes.names[part] ?? []
      let isCell = !value.isDisjoint(with: .cases)
      let cells = grammemes.intersection(.cases)
      grammemes =
        isCell && !cells.isEmpty
        ? grammemes.subtracting(.cases).union(cells.intersection(value)) : grammemes.union(value)
    }
    return (parts[0], grammemes)
  }

  static func chart(
    _ words: [String], _ annotations: [((type: String, grammemes: Grammemes), Range<Int>)],
    bare: Set<Int> = [], guesses: [Grammemes] = []
  ) -> Chart {
    var chart = Chart()
    var number = 0
    chart.reset(
      { tokens in tokens = Tokenizer().tokens(of: Array(words.joined(separator: " ").utf8)) }, shape: shapes,
      guess: { _ in
        number += 1
        return number <= guesses.count ? guesses[number - 1] : []
      })
    for token in bare where token < chart.tokens.count { chart.set(mask: Shape.bare.mask, at: token) }
    for (index, ((type, grammemes), tokens)) in annotations.enumerated() {
      guard let bit = registry.bit(type) else { continue }
      chart.add(
        Annotation(
          start: tokens.lowerBound, end: tokens.upperBound, type: bit, grammemes: grammemes, value: index))
    }
    return chart
  }

  static func rules(_ files: String...) throws -> RuleSet {
    try RuleSet(
      files: files.enumerated().map { try RuleFile(text: $1, file: "rules-\($0).pattern") },
      registry: registry,
      folder: Folder())
  }

  /// One rule in one phase.
  static func rule(_ pattern: String) throws -> RuleSet {
    try rules("phase p\nrule r\n  \(pattern)\n  => made()\n")
  }

  /// The first phase's winning matches, each as the tokens that it covers.
  static func matches(_ rules: RuleSet, _ text: String, language: String = "ru") -> [String] {
    let chart = chart(text)
    var matcher = Matcher(rules: rules)
    let words = text.split(separator: " ").filter { !$0.hasPrefix("[") && $0 != "]" }
    return matcher.matches(phase: 0, chart, in: chart.tokens.indices, language: language).map {
      "\(rules.rules[$0.rule].name): " + words[$0.tokens].joined(separator: " ")
    }
  }
}
