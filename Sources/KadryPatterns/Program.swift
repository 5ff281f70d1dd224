import KadryLexicon
import KadryText

/// A test of one token or annotation.
struct ItemTest: Sendable {
  /// Bit of the type; ignored for a literal.
  var bit: Int
  var isShape: Bool
  /// Grammemes of which one must be possible, conjoined.
  var features: [Grammemes]
  var excluded: Grammemes
  /// Key of a literal word, or 0, and its key without diacritics.
  var key: UInt64
  var bareKey: UInt64 = 0
}

/// One instruction of a rule's program.
enum Instruction: Sendable {
  /// Takes what item `i` accepts, then goes on after it.
  case take(Int)
  /// Goes on at the first place; at the second where that fails.
  case split(Int, Int)
  case jump(Int)
  case open(Int)
  case close(Int)
  /// Goes on at the second place when the program at the first matches here (or does not).
  case look(Int, Int, isNegative: Bool)
  case accept
}

/// A rule compiled to a flat program: no loops, every repetition unrolled.
struct Program: Sendable {
  var instructions: [Instruction] = []
  var items: [ItemTest] = []
  /// Capture names by slot.
  var slots: [String] = []
  /// Bits that can begin a match.
  var firstBits: Set<Int> = []
  /// Literal keys that can begin a match.
  var firstKeys: Set<UInt64> = []
  /// How many tests every match passes: the more, the more specific the rule.
  var specificity = 0
}

/// Compiles patterns against a type registry.
struct Compiler {
  var program = Program()
  let registry: TypeRegistry
  let folder: Folder
  let file: String

  init(registry: TypeRegistry, folder: Folder, file: String) {
    self.registry = registry
    self.folder = folder
    self.file = file
  }

  mutating func compile(_ node: PatternNode) throws(LexiconError) -> Program {
    try emit(node)
    program.instructions.append(.accept)
    program.specificity = Compiler.weight(node)
    collectFirst(0, &program.firstBits, &program.firstKeys)
    return program
  }

  private mutating func emit(_ node: PatternNode) throws(LexiconError) {
    switch node {
    case .item(let item):
      program.items.append(try test(item))
      program.instructions.append(.take(program.items.count - 1))
    case .sequence(let nodes):
      for node in nodes { try emit(node) }
    case .choice(let nodes):
      var exits: [Int] = []
      for (index, node) in nodes.enumerated() {
        guard index < nodes.count - 1 else {
          try emit(node)
          break
        }
        let split = program.instructions.count
        program.instructions.append(.accept)
        try emit(node)
        exits.append(program.instructions.count)
        program.instructions.append(.accept)
        program.instructions[split] = .split(split + 1, program.instructions.count)
      }
      for exit in exits { program.instructions[exit] = .jump(program.instructions.count) }
    case .capture(let name, let node):
      let slot = program.slots.firstIndex(of: name) ?? program.slots.count
      if slot == program.slots.count { program.slots.append(name) }
      program.instructions.append(.open(slot))
      try emit(node)
      program.instructions.append(.close(slot))
    case .repeated(let node, let least, let most):
      for _ in 0..<least { try emit(node) }
      var splits: [Int] = []
      for _ in least..<most {
        splits.append(program.instructions.count)
        program.instructions.append(.accept)
        try emit(node)
      }
      for split in splits {
        program.instructions[split] = .split(split + 1, program.instructions.count)
      }
    case .ahead(let node, let isNegative):
      let look = program.instructions.count
      program.instructions.append(.accept)
      try emit(node)
      program.instructions.append(.accept)
      program.instructions[look] = .look(look + 1, program.instructions.count, isNegative: isNegative)
    }
    guard program.instructions.count < 4000 else {
      throw LexiconError(file: file, message: "a pattern unrolls to more than 4000 steps; repeat less")
    }
  }

  private func test(_ item: PatternItem) throws(LexiconError) -> ItemTest {
    if let literal = item.literal {
      let tokens = folder.tokens(of: literal)
      guard tokens.count == 1 else {
        throw LexiconError(
          file: file, line: item.line, column: item.column,
          message: "'\(literal)' is not one word; separate its parts with spaces")
      }
      return ItemTest(bit: Shape.any.bit, isShape: true, features: [], excluded: [], key: tokens[0].key,
        bareKey: tokens[0].isWord ? tokens[0].stem : tokens[0].key)
    }
    guard let bit = registry.bit(item.type) else {
      throw LexiconError(
        file: file, line: item.line, column: item.column,
        message: "there is no type '\(item.type)'; types are: \(registry.names.sorted().joined(separator: " "))")
    }
    return ItemTest(
      bit: bit, isShape: registry.isShape(bit), features: item.features, excluded: item.excluded, key: 0)
  }

  private static func weight(_ node: PatternNode) -> Int {
    switch node {
    case .item(let item):
      item.literal != nil ? 4 : (item.type == Shape.any.rawValue ? 0 : 2) + item.features.count
    case .sequence(let nodes): nodes.reduce(0) { $0 + weight($1) }
    case .choice(let nodes): nodes.map(weight).min() ?? 0
    case .capture(_, let node): weight(node)
    case .repeated(let node, let least, _): least * weight(node)
    case .ahead: 1
    }
  }

  private func collectFirst(_ pc: Int, _ bits: inout Set<Int>, _ keys: inout Set<UInt64>) {
    switch program.instructions[pc] {
    case .take(let index):
      let item = program.items[index]
      if item.key != 0 { keys.formUnion([item.key, item.bareKey]) } else { bits.insert(item.bit) }
    case .split(let a, let b):
      collectFirst(a, &bits, &keys)
      collectFirst(b, &bits, &keys)
    case .jump(let target): collectFirst(target, &bits, &keys)
    case .open, .close: collectFirst(pc + 1, &bits, &keys)
    case .look(_, let next, _): collectFirst(next, &bits, &keys)
    case .accept: bits.insert(Shape.any.bit)
    }
  }
}
