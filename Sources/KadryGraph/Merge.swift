/// Two claims of different documents that were taken for one person, and why.
public struct Merge: Sendable, Equatable {
  /// The rules of ``PersonIdentity``, in their order.
  public enum Rule: String, Sendable, CaseIterable {
    /// A person said so.
    case correction
    case sameNameSamePost = "same-name-same-post"
    case sameNameSameBody = "same-name-same-body"
    case fullNameSameRegion = "full-name-same-region"
    case possibleNameSamePost = "possible-name-same-post"
    case byline
  }
  /// The claim with the lesser id.
  public var left: String
  public var right: String
  public var rule: Rule
  /// The correction, when a person said so.
  public var correction: String?

  public init(_ a: String, _ b: String, _ rule: Rule, correction: String? = nil) {
    (left, right) = byteOrder(a, b) ? (a, b) : (b, a)
    self.rule = rule
    self.correction = correction
  }
}
