/// A set of causes, as bits.
struct CauseSet: Sendable, Equatable, ExpressibleByArrayLiteral {
  private var bits: UInt32 = 0

  init() {}

  init(arrayLiteral causes: Cause...) { self.init(causes) }

  init(_ causes: [Cause]) {
    for cause in causes { insert(cause) }
  }

  var isEmpty: Bool { bits == 0 }

  mutating func insert(_ cause: Cause) { bits |= 1 << UInt32(cause.number) }

  mutating func formUnion(_ other: CauseSet) { bits |= other.bits }

  func union(_ other: CauseSet) -> CauseSet {
    var both = self
    both.formUnion(other)
    return both
  }

  func isDisjoint(with other: CauseSet) -> Bool { bits & other.bits == 0 }

  /// The causes by their words on the wire.
  var sorted: [Cause] {
    isEmpty ? [] : CauseSet.order.filter { bits & (1 << UInt32($0.number)) != 0 }
  }

  private static let order = Cause.allCases.sorted { $0.rawValue < $1.rawValue }
}

extension Cause {
  /// A number of its own, below 32.
  fileprivate var number: Int {
    switch self {
    case .placeFromSource: 0
    case .placeFromContext: 1
    case .spellingJoined: 2
    case .shortName: 3
    case .bareTitle: 4
    case .distributed: 5
    case .bodyFromContext: 6
    case .yearFromPublication: 7
    case .shortCitation: 8
    case .codeNormalized: 9
    case .translationSlip: 10
    case .ambiguousName: 11
    case .personFromContext: 12
    case .postFromContext: 13
    }
  }
}
