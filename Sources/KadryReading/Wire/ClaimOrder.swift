extension Claim {
  /// Whether a claim stands before another among the lines of a document: by the first mention's span, then
  /// by kind in the order of ``WireSchema``, then by id.
  public static func precedes(_ left: Claim, _ right: Claim) -> Bool {
    let a = left.firstSpan
    let b = right.firstSpan
    if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
    if a.upperBound != b.upperBound { return a.upperBound < b.upperBound }
    if left.body.order != right.body.order { return left.body.order < right.body.order }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  /// The span of the first mention; empty for a claim without one.
  public var firstSpan: Range<Int> { mentions.first?.span ?? 0..<0 }
}

extension ClaimBody {
  fileprivate var order: Int {
    switch self {
    case .person: 0
    case .organization: 1
    case .holds: 2
    case .directive: 3
    case .date: 4
    case .figure: 5
    case .relation: 6
    }
  }
}
