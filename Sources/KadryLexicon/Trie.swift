/// A trie over token keys: finds every lexicon entry that begins at a token.
///
/// Open addressing over (node, key) pairs; a slot holds 32 bits of fingerprint and the child's number.
/// One look-up per token is the usual cost, because most tokens begin no entry.
public struct Trie: Sendable {
  /// What an entry says at its end node.
  public struct Value: Sendable, Equatable {
    public let entry: UInt32
    public let grammemes: Grammemes
    /// Number of the dictionary form, in ``Lexicons/lemmas``.
    public let lemma: UInt32
    public init(entry: UInt32, grammemes: Grammemes, lemma: UInt32) {
      self.entry = entry
      self.grammemes = grammemes
      self.lemma = lemma
    }
  }

  var slots: [UInt64] = []
  var mask = 0
  /// Index of a node's first value, or -1; values of one node lie side by side.
  var firstValue: [Int32] = []
  var valueCount: [UInt16] = []
  public internal(set) var values: [Value] = []
  /// Nodes from which longer entries go on.
  var hasChildren: [Bool] = []
  /// Bits of the keys that begin an entry: small enough for the fast caches, where the slots are not.
  var starters: [UInt64] = []

  @inline(__always)
  static func mix(_ node: Int, _ key: UInt64) -> UInt64 {
    var h = key ^ (UInt64(truncatingIfNeeded: node) &* 0xD6E8_FEB8_6659_FD93)
    h ^= h &>> 32
    h = h &* 0xD6E8_FEB8_6659_FD93
    h ^= h &>> 32
    return h
  }

  /// The child of `node` by `key`, or 0.
  @inline(__always)
  public func child(_ node: Int, _ key: UInt64) -> Int {
    guard mask > 0 else { return 0 }
    let h = Trie.mix(node, key)
    var i = Int(truncatingIfNeeded: h) & mask
    while true {
      let slot = slots[i]
      if slot == 0 { return 0 }
      if (slot ^ h) &>> 32 == 0 { return Int(UInt32(truncatingIfNeeded: slot)) }
      i = (i &+ 1) & mask
    }
  }

  /// Whether an entry may begin with `key`; most words of a text begin none.
  @inline(__always)
  public func mayStart(_ key: UInt64) -> Bool {
    let bit = Trie.starter(key) & (starters.count &* 64 &- 1)
    return starters[bit &>> 6] & (1 &<< UInt64(bit & 63)) != 0
  }

  /// The bit of a key among the starters, before it is cut to their number.
  @inline(__always)
  private static func starter(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key &>> 20) }

  /// Lists the keys that begin an entry.
  mutating func setStarters(_ keys: [UInt64]) {
    var words = 1
    while words * 4 < keys.count { words *= 2 }
    starters = [UInt64](repeating: 0, count: words)
    for key in keys {
      let bit = Trie.starter(key) & (words * 64 - 1)
      starters[bit / 64] |= 1 << UInt64(bit % 64)
    }
  }

  /// The range of values that end at `node`.
  @inline(__always)
  public func values(at node: Int) -> Range<Int> {
    let first = Int(firstValue[node])
    return first < 0 ? 0..<0 : first..<(first + Int(valueCount[node]))
  }

  @inline(__always)
  public func continues(_ node: Int) -> Bool { hasChildren[node] }
}

/// Collects entries and makes a ``Trie`` of them.
struct TrieBuilder {
  private struct Edge {
    var node: Int32
    var child: Int32
    var key: UInt64
  }

  private var edges: [Edge]
  private var edgeCount = 0
  private var ends: [[Trie.Value]] = [[]]

  init() { edges = [Edge](repeating: Edge(node: -1, child: 0, key: 0), count: 4096) }

  /// Adds one form: the keys of its tokens.
  mutating func add(_ keys: [UInt64], entry: UInt32, grammemes: Grammemes, lemma: UInt32) {
    guard !keys.isEmpty else { return }
    var node: Int32 = 0
    for key in keys { node = child(node, key) }
    if let i = ends[Int(node)].firstIndex(where: { $0.entry == entry }) {
      let together = ends[Int(node)][i].grammemes.union(grammemes)
      ends[Int(node)][i] = Trie.Value(
        entry: entry, grammemes: together, lemma: ends[Int(node)][i].lemma)
    } else {
      ends[Int(node)].append(Trie.Value(entry: entry, grammemes: grammemes, lemma: lemma))
    }
  }

  private mutating func child(_ node: Int32, _ key: UInt64) -> Int32 {
    var i = TrieBuilder.slot(node, key, edges.count - 1)
    while edges[i].node >= 0 {
      if edges[i].node == node && edges[i].key == key { return edges[i].child }
      i = (i + 1) & (edges.count - 1)
    }
    let made = Int32(ends.count)
    ends.append([])
    edges[i] = Edge(node: node, child: made, key: key)
    edgeCount += 1
    if edgeCount * 2 > edges.count { grow() }
    return made
  }

  private static func slot(_ node: Int32, _ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: Trie.mix(Int(node), key)) & mask
  }

  private mutating func grow() {
    let old = edges
    edges = [Edge](repeating: Edge(node: -1, child: 0, key: 0), count: old.count * 2)
    for edge in old where edge.node >= 0 {
      var i = TrieBuilder.slot(edge.node, edge.key, edges.count - 1)
      while edges[i].node >= 0 { i = (i + 1) & (edges.count - 1) }
      edges[i] = edge
    }
  }

  func build() -> Trie {
    var trie = Trie()
    trie.slots = [UInt64](repeating: 0, count: edges.count)
    trie.mask = edges.count - 1
    trie.hasChildren = [Bool](repeating: false, count: ends.count)
    for edge in edges where edge.node >= 0 {
      let h = Trie.mix(Int(edge.node), edge.key)
      var i = Int(truncatingIfNeeded: h) & trie.mask
      while trie.slots[i] != 0 { i = (i + 1) & trie.mask }
      trie.slots[i] = h & 0xFFFF_FFFF_0000_0000 | UInt64(edge.child)
      trie.hasChildren[Int(edge.node)] = true
    }
    trie.setStarters(edges.filter { $0.node == 0 }.map(\.key))
    for values in ends {
      trie.firstValue.append(values.isEmpty ? -1 : Int32(trie.values.count))
      trie.valueCount.append(UInt16(min(values.count, Int(UInt16.max))))
      trie.values.append(contentsOf: values.prefix(Int(UInt16.max)).sorted { $0.entry < $1.entry })
    }
    return trie
  }
}
