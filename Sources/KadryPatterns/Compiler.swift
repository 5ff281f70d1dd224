import KadryLexicon
import KadryText

/// Compiles patterns against a type registry, one after another into one program.
struct Compiler {
  private(set) var program = Program()
  private let registry: TypeRegistry
  private let folder: Folder
  private let literals: Literals
  private var file = ""
  private var slots: [String] = []
  /// How many captures are open where the next instruction stands.
  private var openCaptures = 0
  /// How many instructions one rule may have.
  private static let limit = 4000

  init(registry: TypeRegistry, folder: Folder, literals: Literals) {
    self.literals = literals
    self.registry = registry
    self.folder = folder
  }

  /// Appends the instructions of a rule.
  mutating func compile(_ rule: RuleSource) throws(LexiconError) -> RuleProgram {
    file = rule.file
    slots = []
    openCaptures = 0
    var compiled = RuleProgram(start: program.instructions.count)
    try emit(rule.pattern, limit: compiled.start + Compiler.limit)
    program.instructions.append(Instruction(.accept))
    compiled.slots = slots
    compiled.specificity = Compiler.weight(rule.pattern)
    compiled.needs = RuleNeeds(registry: registry, literals: literals).needs(of: rule.pattern)
    var seen: Set<Int> = []
    var bits: Set<Int> = []
    var keys: Set<UInt64> = []
    collectFirst(compiled.start, &seen, &bits, &keys)
    compiled.firstBits = bits.sorted()
    compiled.firstKeys = keys.sorted()
    foresee(from: compiled.start)
    return compiled
  }

  private var next: Int { program.instructions.count }

  private mutating func emit(_ node: PatternNode, limit: Int) throws(LexiconError) {
    switch node {
    case .item(let item):
      try take(item, operand: openCaptures > 0 ? Instruction.noted : Instruction.unnoted)
    case .sequence(let nodes):
      for node in nodes { try emit(node, limit: limit) }
    case .choice(let nodes):
      var exits: [Int] = []
      for (index, node) in nodes.enumerated() {
        guard index < nodes.count - 1 else {
          try emit(node, limit: limit)
          break
        }
        let split = hold()
        try emit(node, limit: limit)
        exits.append(hold())
        program.instructions[split] = Instruction(.split, split + 1, next)
      }
      for exit in exits { program.instructions[exit] = Instruction(.jump, next) }
    case .capture(let name, let node):
      let slot = slots.firstIndex(of: name) ?? slots.count
      if slot == slots.count { slots.append(name) }
      if case .item(let item) = node {
        // The usual capture: one thing, noted as it is taken.
        try take(item, operand: Int32(slot))
        break
      }
      openCaptures += 1
      program.instructions.append(Instruction(.open, slot))
      try emit(node, limit: limit)
      program.instructions.append(Instruction(.close, slot))
      openCaptures -= 1
    case .repeated(let node, let least, let most):
      for _ in 0..<least { try emit(node, limit: limit) }
      var splits: [Int] = []
      for _ in least..<most {
        splits.append(hold())
        try emit(node, limit: limit)
      }
      for split in splits { program.instructions[split] = Instruction(.split, split + 1, next) }
    case .ahead(let node, let isNegative):
      try look(node, isNegative: isNegative, limit: limit)
    }
    guard next < limit else {
      throw LexiconError(file: file, message: "a pattern unrolls to more than 4000 steps; repeat less")
    }
  }

  private mutating func take(_ item: PatternItem, operand: Int32) throws(LexiconError) {
    program.items.append(try test(item))
    program.instructions.append(Instruction(.take, program.items.count - 1, operand: operand))
  }

  /// Keeps a place for an instruction whose targets are not known yet.
  private mutating func hold() -> Int {
    program.instructions.append(Instruction(.accept))
    return next - 1
  }

  private mutating func look(_ node: PatternNode, isNegative: Bool, limit: Int) throws(LexiconError) {
    if let items = Compiler.single(node) {
      let first = program.items.count
      for item in items { program.items.append(try test(item)) }
      program.instructions.append(
        Instruction(.lookItems, first, program.items.count, isNegative: isNegative))
      return
    }
    let look = hold()
    try emit(node, limit: limit)
    program.instructions.append(Instruction(.accept))
    program.instructions[look] = Instruction(.look, look + 1, next, isNegative: isNegative)
  }

  /// The alternatives of a pattern that is one item or a choice of such.
  private static func single(_ node: PatternNode) -> [PatternItem]? {
    switch node {
    case .item(let item): return [item]
    case .capture(_, let node): return single(node)
    case .choice(let nodes):
      var items: [PatternItem] = []
      for node in nodes {
        guard let some = single(node) else { return nil }
        items.append(contentsOf: some)
      }
      return items
    case .sequence, .repeated, .ahead: return nil
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
      return ItemTest(key: tokens[0].key, bareKey: tokens[0].isWord ? tokens[0].stem : tokens[0].key)
    }
    guard let bit = registry.bit(item.type) else {
      throw LexiconError(
        file: file, line: item.line, column: item.column,
        message:
          "there is no type '\(item.type)'; types are: \(registry.names.sorted().joined(separator: " "))")
    }
    return ItemTest(
      bit: bit, isShape: registry.isShape(bit), features: item.features, excluded: item.excluded)
  }

  private static func weight(_ node: PatternNode) -> Int {
    switch node {
    case .item(let item):
      item.literal != nil ? 4 : (item.type == Shape.any.name ? 0 : 2) + item.features.count
    case .sequence(let nodes): nodes.reduce(0) { $0 + weight($1) }
    case .choice(let nodes): nodes.map(weight).min() ?? 0
    case .capture(_, let node): weight(node)
    case .repeated(let node, let least, _): least * weight(node)
    case .ahead: 1
    }
  }

  /// Tells every split of a rule what its ways can begin with; the rule's instructions go forward only.
  private mutating func foresee(from start: Int) {
    var starts = [Branch.Start](repeating: Branch.Start(), count: next - start)
    for pc in (start..<next).reversed() {
      let instruction = program.instructions[pc]
      let (first, second) = (Int(instruction.first) - start, Int(instruction.second) - start)
      var here = Branch.Start()
      switch instruction.operation {
      case .accept: here.isOpen = true
      case .take:
        let item = program.items[Int(instruction.first)]
        here.mask = item.key != 0 ? TypeRegistry.literal : item.mask
      case .jump: here = starts[first]
      case .open, .close, .lookItems: here = starts[pc + 1 - start]
      case .look: here = starts[second]
      case .split:
        program.instructions[pc].operand = Int32(program.branches.count)
        program.branches.append(Branch(first: starts[first], second: starts[second]))
        here.mask = starts[first].mask | starts[second].mask
        here.isOpen = starts[first].isOpen || starts[second].isOpen
      }
      starts[pc - start] = here
    }
  }

  private func collectFirst(
    _ pc: Int, _ seen: inout Set<Int>, _ bits: inout Set<Int>, _ keys: inout Set<UInt64>
  ) {
    guard seen.insert(pc).inserted else { return }
    let instruction = program.instructions[pc]
    let (first, second) = (Int(instruction.first), Int(instruction.second))
    switch instruction.operation {
    case .take:
      let item = program.items[first]
      if item.key != 0 { keys.formUnion([item.key, item.bareKey]) } else { bits.insert(Int(item.bit)) }
    case .split:
      collectFirst(first, &seen, &bits, &keys)
      collectFirst(second, &seen, &bits, &keys)
    case .jump: collectFirst(first, &seen, &bits, &keys)
    case .open, .close, .lookItems: collectFirst(pc + 1, &seen, &bits, &keys)
    case .look: collectFirst(second, &seen, &bits, &keys)
    case .accept: bits.insert(Shape.any.bit)
    }
  }
}
