/// What a sentence must have somewhere before a rule can match in it: one of some types or literals.
struct RuleNeed: Sendable, Equatable {
  var types: TypeRegistry.Mask = 0
  /// By their numbers in ``Literals``.
  var literals: UInt64 = 0
}

/// Finds what rules need.
///
/// Every match takes at least one of each need's types or literals. Look-aheads and what may be left out need
/// nothing.
struct RuleNeeds {
  let registry: TypeRegistry
  let literals: Literals
  /// More needs than this cost more than they save.
  private static let limit = 4

  /// The needs of a pattern, those without shapes first, because shapes are nearly everywhere.
  func needs(of node: PatternNode) -> [RuleNeed] {
    var unique: [RuleNeed] = []
    for need in collect(node) where !unique.contains(need) { unique.append(need) }
    return Array((unique.filter { !hasShape($0) } + unique.filter { hasShape($0) }).prefix(RuleNeeds.limit))
  }

  private func collect(_ node: PatternNode) -> [RuleNeed] {
    switch node {
    case .item(let item):
      guard let literal = item.literal else { return [RuleNeed(types: registry.mask(item.type))] }
      return literals.mask(of: literal).map { [RuleNeed(literals: $0)] } ?? []
    case .sequence(let nodes):
      return nodes.flatMap(collect)
    case .choice(let nodes):
      // One alternative is taken: its most telling need, or that of another one.
      var together = RuleNeed()
      for node in nodes {
        let needs = collect(node)
        guard let best = needs.first(where: { !hasShape($0) }) ?? needs.first else { return [] }
        together.types |= best.types
        together.literals |= best.literals
      }
      return [together]
    case .capture(_, let node):
      return collect(node)
    case .repeated(let node, let least, _):
      return least > 0 ? collect(node) : []
    case .ahead:
      return []
    }
  }

  private func hasShape(_ need: RuleNeed) -> Bool { need.types & Shape.all != 0 }
}
