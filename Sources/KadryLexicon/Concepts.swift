/// A set of the tags that words of bodies carry, such as `party committee`.
public struct ConceptSet: Sendable, Hashable {
  public var bits: UInt128
  public init(bits: UInt128 = 0) { self.bits = bits }

  public func contains(_ other: ConceptSet) -> Bool { bits & other.bits == other.bits }
  public func subtracting(_ other: ConceptSet) -> ConceptSet { ConceptSet(bits: bits & ~other.bits) }
  public mutating func formUnion(_ other: ConceptSet) { bits |= other.bits }
  public var isEmpty: Bool { bits == 0 }
  public var count: Int { bits.nonzeroBitCount }
}

/// Numbers the tags of `bodies.tsv` and `organizations.tsv`.
public struct Concepts: Sendable {
  private var numbers: [String: Int] = [:]
  public private(set) var names: [String] = []
  /// How many different tags fit.
  static let limit = 128

  mutating func set(_ words: [String], _ row: Table.Row) throws(LexiconError) -> ConceptSet {
    var set = ConceptSet()
    for word in words {
      if numbers[word] == nil {
        guard names.count < Concepts.limit else {
          throw row.error("concepts", "more than \(Concepts.limit) different concepts; reuse one")
        }
        numbers[word] = names.count
        names.append(word)
      }
      set.bits |= 1 << UInt128(numbers[word] ?? 0)
    }
    return set
  }

  /// The set of tags by name; names that no table uses are left out.
  public func set(_ words: [String]) -> ConceptSet {
    var set = ConceptSet()
    for word in words { if let n = numbers[word] { set.bits |= 1 << UInt128(n) } }
    return set
  }

  public func words(_ set: ConceptSet) -> [String] {
    names.indices.filter { set.bits & (1 << UInt128($0)) != 0 }.map { names[$0] }
  }
}
