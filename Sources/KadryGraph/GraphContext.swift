/// What the graph asks of the lexicons: the office grid, the bodies and the places.
///
/// The graph knows no word of any language; every name that it shows and did not read comes from here.
public protocol OfficeDirectory: Sendable {
  /// The post with a canonical id, or `nil` when the id is unknown.
  func post(_ id: String) -> PostEntry?
  /// The body with a canonical id, or `nil` when the id is unknown.
  func organization(_ id: String) -> OrganizationEntry?
  /// The place with a Vietnamese name; `level` chooses between places of one name.
  func place(named name: String, level: String?) -> PlaceEntry?
  /// All places of that name and level, those of different eras among them; without a level, those of the
  /// highest.
  func places(named name: String, level: String?) -> [PlaceEntry]
  /// The place with a canonical id.
  func place(id: String) -> PlaceEntry?
}

extension OfficeDirectory {
  public func places(named name: String, level: String?) -> [PlaceEntry] {
    place(named: name, level: level).map { [$0] } ?? []
  }
  public func place(id: String) -> PlaceEntry? { nil }
}

/// A canonical post: one cell of the grid function × ranks × body × level.
public struct PostEntry: Sendable, Equatable {
  public var id: String
  /// What the holder does, such as `secretary` or `chair`.
  public var function: String
  /// What narrows the function, such as `deputy` and `standing`.
  ///
  /// A post refines another of the same function and body when its ranks hold all of the other's,
  /// and the other has any: a deputy is no secretary, but a standing deputy is a deputy.
  public var ranks: Set<String>
  /// The canonical id of the body that the post belongs to.
  public var body: String?
  public var level: String?
  /// Whether one person at a time holds it, per body and place.
  public var singleHolder: Bool
  /// The title in Vietnamese, without the place.
  public var vi: String
  /// The title in Russian, without the place.
  public var ru: String

  public init(
    id: String, function: String, ranks: Set<String> = [], body: String? = nil, level: String? = nil,
    singleHolder: Bool = false, vi: String, ru: String = ""
  ) {
    self.id = id
    self.function = function
    self.ranks = ranks
    self.body = body
    self.level = level
    self.singleHolder = singleHolder
    self.vi = vi
    self.ru = ru
  }

  /// Whether the two posts are one office, named more and less precisely.
  public func refines(_ other: PostEntry) -> Bool {
    function == other.function && body == other.body && level == other.level
      && !other.ranks.isEmpty && ranks.isStrictSuperset(of: other.ranks)
  }
}

/// A canonical body.
public struct OrganizationEntry: Sendable, Equatable {
  public var id: String
  public var vi: String
  public var ru: String
  /// `central`, `province`, `district`, `commune` or `village`.
  public var level: String?
  /// The canonical id of the body above it.
  public var parent: String?
  /// The last day on which such bodies exist, as a partial date; `nil` when they go on.
  public var until: String?
  /// The canonical id of the kind of body that took over.
  public var successor: String?

  public init(
    id: String, vi: String, ru: String = "", level: String? = nil, parent: String? = nil,
    until: String? = nil, successor: String? = nil
  ) {
    self.id = id
    self.vi = vi
    self.ru = ru
    self.level = level
    self.parent = parent
    self.until = until
    self.successor = successor
  }
}

/// A known place.
public struct PlaceEntry: Sendable, Equatable {
  /// The canonical id, unique among the places.
  public var id: String
  /// The Vietnamese name.
  public var vi: String
  public var ru: String
  public var level: String?
  /// The Vietnamese name of the place that contains it.
  public var parent: String?
  /// The first and the last day on which it exists, as partial dates; `nil` where it has no such day.
  public var since: String?
  public var until: String?
  /// The canonical ids of the places that it went into.
  public var successors: [String]

  public init(
    id: String, vi: String, ru: String = "", level: String? = nil, parent: String? = nil,
    since: String? = nil, until: String? = nil, successors: [String] = []
  ) {
    self.id = id
    self.vi = vi
    self.ru = ru
    self.level = level
    self.parent = parent
    self.since = since
    self.until = until
    self.successors = successors
  }

  /// Whether the place exists on a day.
  func exists(on day: Day) -> Bool {
    if let first = since.flatMap(PartialDate.init)?.first, day < first { return false }
    if let last = until.flatMap(PartialDate.init)?.last, last < day { return false }
    return true
  }
}

/// How two spellings of a person's name compare.
public protocol NameComparison: Sendable {
  /// The blocking key: names that may be the same have equal keys, in either script.
  func key(_ name: String) -> String
  /// Whether the two spellings are of one name. Symmetric.
  func compare(_ a: String, _ b: String) -> NameVerdict
  /// The same comparison for a group of names, which remembers them.
  func comparison() -> (String, String) -> NameVerdict
}

extension NameComparison {
  public func comparison() -> (String, String) -> NameVerdict { compare }
}

/// The outcome of comparing two names, with the reason in a few words.
public struct NameVerdict: Sendable, Equatable {
  public enum Likeness: String, Sendable, CaseIterable {
    case same, possible, different
  }
  public var likeness: Likeness
  public var reason: String

  public init(_ likeness: Likeness, _ reason: String = "") {
    self.likeness = likeness
    self.reason = reason
  }
}

/// Everything outside the claims that the graph is a function of.
public struct GraphContext: Sendable {
  public var directory: any OfficeDirectory
  public var names: any NameComparison
  /// Folds case and diacritics away, so that `Đức` and `duc` are equal.
  public var fold: @Sendable (String) -> String

  public init(
    directory: any OfficeDirectory, names: any NameComparison,
    fold: @escaping @Sendable (String) -> String
  ) {
    self.directory = directory
    self.names = names
    self.fold = fold
  }
}
