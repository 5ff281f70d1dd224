import KadryText

/// What can begin the rules of one phase, so that only those are tried at a token.
final class PhaseStarts: Sendable {
  /// The rules of the phase.
  let rules: [Int32]
  /// All bits that begin some rule, with that of literals.
  let mask: TypeRegistry.Mask
  /// The rules that a bit can begin, bit after bit, and where those of each bit begin.
  let byBit: [Int32]
  let first: [Int]
  /// The rules that a literal can begin.
  let byKey: [UInt64: [Int32]]
  init(_ rules: [Int], _ compiled: [RuleProgram]) {
    self.rules = rules.map { Int32($0) }
    var byBit: [Int32] = []
    var first: [Int] = [0]
    var mask: TypeRegistry.Mask = 0
    for bit in 0..<TypeRegistry.limit {
      for rule in rules where compiled[rule].firstBits.contains(bit) {
        byBit.append(Int32(rule))
        mask |= 1 << TypeRegistry.Mask(bit)
      }
      first.append(byBit.count)
    }
    var byKey: [UInt64: [Int32]] = [:]
    for rule in rules {
      for key in compiled[rule].firstKeys { byKey[key, default: []].append(Int32(rule)) }
    }
    if !byKey.isEmpty { mask |= TypeRegistry.literal }
    self.byBit = byBit
    self.first = first
    self.mask = mask
    self.byKey = byKey
  }
}
