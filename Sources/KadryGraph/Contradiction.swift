/// Two things that cannot both be so, or a number that does not add up.
public struct Contradiction: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The numbers of one claim do not add up.
    case arithmetic
    /// Two persons provably hold a single-holder post at one time.
    case twoHolders = "two-holders"
    /// A person is seen in a post after the holding ended.
    case seenAfterEnd = "seen-after-end"
    /// A holding starts after it ended.
    case startAfterEnd = "start-after-end"
    /// A person is seen in a post before the stated start.
    case seenBeforeStart = "seen-before-start"
    /// A post is held when its body or place exists no more.
    case officeGone = "office-gone"
    /// One person holds posts that nobody holds together: chief and deputy of one body, or single-holder posts
    /// of one level at two places. Two namesakes may have been taken for one.
    case incompatiblePosts = "incompatible-posts"
    /// Documents give one directive two dates.
    case directiveDates = "directive-dates"
    /// Documents give one thing at one place and time different numbers.
    case figures
  }
  /// `con-` and a hash of kind and claims.
  public var id: String
  public var kind: Kind
  /// What disagrees, in one line without words of the documents' languages.
  public var title: String
  /// The node at fault: an occupancy, a post or a figure.
  public var node: String
  /// The claims of both sides, sorted.
  public var claims: [String]

  public init(id: String, kind: Kind, title: String, node: String, claims: [String]) {
    self.id = id
    self.kind = kind
    self.title = title
    self.node = node
    self.claims = claims
  }
}
