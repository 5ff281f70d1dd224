/// Where a rule matched, and what its captures took.
public struct Match: Sendable, Equatable {
  /// Number of the rule in its ``RuleSet``.
  public var rule: Int
  /// Token indices, half-open.
  public var tokens: Range<Int>
  /// In text order.
  public var captures: [Capture]

  /// What one capture took, once.
  public struct Capture: Sendable, Equatable {
    public var slot: Int
    public var tokens: Range<Int>
    /// The annotation, when the capture is exactly one; -1 otherwise.
    public var annotation: Int
  }

  /// Captures of a slot in order.
  @inlinable
  public func all(_ slot: Int) -> [Capture] { captures.filter { $0.slot == slot } }

  @inlinable
  public func first(_ slot: Int) -> Capture? { captures.first { $0.slot == slot } }
}
