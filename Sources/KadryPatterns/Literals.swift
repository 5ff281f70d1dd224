import KadryText

/// Numbers the literal words of rules, so that a sentence's literals are one word of bits.
struct Literals: Sendable {
  private let folder: Folder
  private var numbers: [UInt64: Int] = [:]
  /// How many literals fit; later ones have no number.
  private static let limit = 64

  init(_ rules: [RuleSource], folder: Folder) {
    self.folder = folder
    for rule in rules { collect(rule.pattern) }
  }

  private mutating func collect(_ node: PatternNode) {
    switch node {
    case .item(let item):
      guard let literal = item.literal, let token = folder.tokens(of: literal).first else { return }
      let number = numbers[token.key] ?? numbers[Literals.bareKey(token)] ?? Set(numbers.values).count
      guard number < Literals.limit else { return }
      numbers[token.key] = number
      numbers[Literals.bareKey(token)] = number
    case .sequence(let nodes), .choice(let nodes): for node in nodes { collect(node) }
    case .capture(_, let node), .repeated(let node, _, _), .ahead(let node, _): collect(node)
    }
  }

  static func bareKey(_ token: Token) -> UInt64 { token.isWord ? token.stem : token.key }

  /// The bit of a literal, `nil` when it has no number.
  func mask(of literal: String) -> UInt64? {
    folder.tokens(of: literal).first.flatMap { numbers[$0.key] }.map { 1 << UInt64($0) }
  }

  /// The literals that a token may be.
  func mask(of token: Token, isBare: Bool) -> UInt64 {
    var mask: UInt64 = 0
    if let number = numbers[token.key] { mask |= 1 << UInt64(number) }
    if isBare, let number = numbers[token.stem] { mask |= 1 << UInt64(number) }
    return mask
  }
}
