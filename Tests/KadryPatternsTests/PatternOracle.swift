import KadryLexicon
import KadryPatterns
import KadryText

/// Matches patterns by plain recursion over their trees: slow, and right by its looks.
struct PatternOracle {
  let chart: Chart
  let limit: Int
  /// The words that literals of random patterns are made of, as tokens.
  private static let words: [String: Token] = Dictionary(
    uniqueKeysWithValues: ["а", "б", "в", "ban", "bản", ","].map { ($0, Folder().tokens(of: $0)[0]) })

  /// Every token at which a match that begins at `position` may end.
  func ends(_ node: PatternNode, _ position: Int) -> Set<Int> {
    switch node {
    case .item(let item):
      return ends(item, position)
    case .sequence(let nodes):
      return nodes.reduce([position]) { ends, node in
        ends.reduce(into: []) { $0.formUnion(self.ends(node, $1)) }
      }
    case .choice(let nodes):
      return nodes.reduce(into: []) { $0.formUnion(ends(node: $1, position)) }
    case .capture(_, let node):
      return ends(node, position)
    case .repeated(let node, let least, let most):
      var all: Set<Int> = least == 0 ? [position] : []
      var now: Set<Int> = [position]
      for turn in 0..<most {
        now = now.reduce(into: []) { $0.formUnion(ends(node, $1)) }
        if turn + 1 >= least { all.formUnion(now) }
      }
      return all
    case .ahead(let node, let isNegative):
      return ends(node, position).isEmpty == isNegative ? [position] : []
    }
  }

  private func ends(node: PatternNode, _ position: Int) -> Set<Int> { ends(node, position) }

  private func ends(_ item: PatternItem, _ position: Int) -> Set<Int> {
    guard position < limit else { return [] }
    if let literal = item.literal {
      guard let word = PatternOracle.words[literal] else { return [] }
      let token = chart.tokens[position]
      let isBare = chart.masks[position] & Shape.bare.mask != 0
      return token.key == word.key || isBare && word.isWord && token.stem == word.stem ? [position + 1] : []
    }
    let registry = PatternFixture.registry
    guard let bit = registry.bit(item.type) else { return [] }
    if registry.isShape(bit) {
      let stands = chart.masks[position] & registry.mask(item.type) != 0
      return stands && fits(item, chart.guesses[position]) ? [position + 1] : []
    }
    var found: Set<Int> = []
    for annotation in chart.annotations
    where Int(annotation.type) == bit && annotation.tokens.lowerBound == position {
      if annotation.tokens.upperBound <= limit, fits(item, annotation.grammemes) {
        found.insert(annotation.tokens.upperBound)
      }
    }
    return found
  }

  /// Whether a form with these grammemes can be all that an item asks for at once.
  private func fits(_ item: PatternItem, _ grammemes: Grammemes) -> Bool {
    if item.features.isEmpty && item.excluded.isEmpty || grammemes.contains(.invariable) { return true }
    let asked = item.features.filter { !$0.isDisjoint(with: .cases) }
    let cells = (0..<12).map { Grammemes(rawValue: 1 << UInt32($0)) }
    let possible = cells.filter { cell in grammemes.contains(cell) && asked.allSatisfy { $0.contains(cell) } }
    guard asked.isEmpty || !possible.isEmpty else { return false }
    for other in item.features where other.isDisjoint(with: .cases) {
      guard !grammemes.isDisjoint(with: other) else { return false }
    }
    return item.excluded.isEmpty || possible.isEmpty || !possible.allSatisfy { item.excluded.contains($0) }
  }

  /// How specific a pattern is: literals 4, types 2 and one for each feature, look-aheads 1.
  static func weight(_ node: PatternNode) -> Int {
    switch node {
    case .item(let item): item.literal != nil ? 4 : (item.type == "any" ? 0 : 2) + item.features.count
    case .sequence(let nodes): nodes.map(weight).reduce(0, +)
    case .choice(let nodes): nodes.map(weight).min() ?? 0
    case .capture(_, let node): weight(node)
    case .repeated(let node, let least, _): least * weight(node)
    case .ahead: 1
    }
  }

  /// Every rule's longest match at every token, as rule and tokens.
  static func candidates(_ rules: RuleSet, _ chart: Chart, in range: Range<Int>, language: String) -> [(
    rule: Int, tokens: Range<Int>
  )] {
    let oracle = PatternOracle(chart: chart, limit: range.upperBound)
    var found: [(Int, Range<Int>)] = []
    for start in range {
      for rule in rules.phases[0].rules where rules.rules[rule].language ?? language == language {
        guard let end = oracle.ends(rules.rules[rule].pattern, start).max(), end > start else { continue }
        found.append((rule, start..<end))
      }
    }
    return found
  }

  /// The ones that win: the longest first, then the most specific, then by name, then by start.
  static func winners(_ rules: RuleSet, of candidates: [(rule: Int, tokens: Range<Int>)], shared: Bool) -> [(
    rule: Int, tokens: Range<Int>
  )] {
    let ranked = candidates.sorted { a, b in
      let (x, y) = (rules.rules[a.rule], rules.rules[b.rule])
      return (-a.tokens.count, -weight(x.pattern), x.name, a.tokens.lowerBound)
        < (-b.tokens.count, -weight(y.pattern), y.name, b.tokens.lowerBound)
    }
    var taken: [(rule: Int, tokens: Range<Int>)] = []
    for match in ranked
    where !taken.contains(where: { $0.tokens.overlaps(match.tokens) && (!shared || $0.rule == match.rule) }) {
      taken.append(match)
    }
    return taken
  }
}
