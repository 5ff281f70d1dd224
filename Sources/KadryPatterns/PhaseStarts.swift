import KadryText

/// What can begin the rules of one phase, so that only those are tried at a token.
final class PhaseStarts: Sendable {
  /// The rules of the phase.
  let rules: [Int32]
  /// All bits that begin some rule.
  let mask: TypeRegistry.Mask
  /// The rules that a bit can begin, bit after bit, and where those of each bit begin.
  let byBit: [Int32]
  let first: [Int]
  /// The rules that a literal can begin.
  let byKey: [UInt64: [Int32]]
  /// Tells keys that begin no rule, without looking them up.
  let keys: KeyFilter

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
    var keys = KeyFilter()
    for rule in rules {
      for key in compiled[rule].firstKeys {
        byKey[key, default: []].append(Int32(rule))
        keys.insert(key)
      }
    }
    self.byBit = byBit
    self.first = first
    self.mask = mask
    self.byKey = byKey
    self.keys = keys
  }
}

/// A small bit set over keys: what is not in it is in no table of these keys.
struct KeyFilter: Sendable {
  private var words: [UInt64] = []
  private static let bits: UInt64 = 1024

  /// Whether no key was inserted.
  var isEmpty: Bool { words.isEmpty }

  mutating func insert(_ key: UInt64) {
    if words.isEmpty { words = [UInt64](repeating: 0, count: Int(KeyFilter.bits / 64)) }
    words[Int(key % KeyFilter.bits / 64)] |= 1 << (key % 64)
  }

  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool {
    !words.isEmpty && words[Int(key % KeyFilter.bits / 64)] & (1 &<< (key % 64)) != 0
  }
}
