/// Disjoint sets over `0..<count`; the root of a set is its least element, so that results need no order.
struct UnionFind {
  private var parent: [Int]

  init(count: Int) {
    parent = Array(0..<count)
  }

  mutating func root(_ element: Int) -> Int {
    var root = element
    while parent[root] != root { root = parent[root] }
    var next = element
    while parent[next] != root { (parent[next], next) = (root, parent[next]) }
    return root
  }

  /// Joins two sets and returns the root that stays and the one that goes, `nil` when they are one already.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int) -> (kept: Int, lost: Int)? {
    let a = root(a)
    let b = root(b)
    guard a != b else { return nil }
    let kept = min(a, b)
    let lost = max(a, b)
    parent[lost] = kept
    return (kept, lost)
  }

  /// The sets, each sorted, in the order of their least elements.
  mutating func groups() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for element in parent.indices { members[root(element), default: []].append(element) }
    return members.keys.sorted().compactMap { members[$0] }
  }
}
