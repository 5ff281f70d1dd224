/// Pairs gold items with predictions one to one, as many as can be paired (Kuhn's algorithm).
///
/// Earlier items of `order` keep a partner when not all can have one. O(items × pairs that fit).
struct Assignment {
  /// The prediction of each gold item that has one.
  private(set) var partner: [Int: Int] = [:]
  /// For each gold item, the predictions that fit it.
  let candidates: [[Int]]

  init(golds: Int, predictions: Int, order: [Int], fits: (Int, Int) -> Bool) {
    candidates = (0..<golds).map { gold in (0..<predictions).filter { fits(gold, $0) } }
    var owner: [Int: Int] = [:]
    for gold in order {
      var seen: Set<Int> = []
      _ = Self.augment(gold, candidates: candidates, owner: &owner, seen: &seen)
    }
    for (prediction, gold) in owner { partner[gold] = prediction }
  }

  private static func augment(
    _ gold: Int, candidates: [[Int]], owner: inout [Int: Int], seen: inout Set<Int>
  ) -> Bool {
    for prediction in candidates[gold] where seen.insert(prediction).inserted {
      if let other = owner[prediction],
        !augment(other, candidates: candidates, owner: &owner, seen: &seen)
      {
        continue
      }
      owner[prediction] = gold
      return true
    }
    return false
  }
}
