/// What a sentence must have somewhere before a rule can match in it.
///
/// Each mask is a set of types of which every match takes at least one. Look-aheads and what may be left
/// out need nothing.
struct RuleNeeds {
  let registry: TypeRegistry
  /// More masks than this cost more than they save.
  private static let limit = 4

  /// The masks of a pattern, those of annotations first, because shapes are nearly everywhere.
  func masks(of node: PatternNode) -> [TypeRegistry.Mask] {
    var unique: [TypeRegistry.Mask] = []
    for mask in needs(node) where !unique.contains(mask) { unique.append(mask) }
    return Array((unique.filter { !hasShape($0) } + unique.filter { hasShape($0) }).prefix(RuleNeeds.limit))
  }

  private func needs(_ node: PatternNode) -> [TypeRegistry.Mask] {
    switch node {
    case .item(let item):
      return item.literal == nil ? [registry.mask(item.type)] : []
    case .sequence(let nodes):
      return nodes.flatMap(needs)
    case .choice(let nodes):
      // One alternative is taken: its most telling mask, or that of another one.
      var together: TypeRegistry.Mask = 0
      for node in nodes {
        let masks = needs(node)
        guard let best = masks.first(where: { !hasShape($0) }) ?? masks.first else { return [] }
        together |= best
      }
      return [together]
    case .capture(_, let node):
      return needs(node)
    case .repeated(let node, let least, _):
      return least > 0 ? needs(node) : []
    case .ahead:
      return []
    }
  }

  private func hasShape(_ mask: TypeRegistry.Mask) -> Bool { mask & Shape.all != 0 }
}
