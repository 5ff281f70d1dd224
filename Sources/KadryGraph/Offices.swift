/// A body: a canonical one at a place, or one known by its name only.
public struct Organization: Sendable, Equatable {
  /// `org-` and the hash of the least member claim.
  public var id: String
  public var name: String
  public var names: [NameCount]
  /// The canonical id, if the body is known.
  public var canonical: String?
  public var level: String?
  /// The id of the place.
  public var place: String?
  /// The id of the body above, when that body occurs.
  public var parent: String?
  /// The id of the body that took over when this one was dissolved, when it occurs.
  public var successor: String?
  public var documents: Int
  /// The ids of the claims that name it; of the holdings that imply it, when none does.
  public var members: [String]

  public init(
    id: String, name: String, names: [NameCount] = [], canonical: String? = nil, level: String? = nil,
    place: String? = nil, parent: String? = nil, successor: String? = nil, documents: Int = 0,
    members: [String] = []
  ) {
    self.id = id
    self.name = name
    self.names = names
    self.canonical = canonical
    self.level = level
    self.place = place
    self.parent = parent
    self.successor = successor
    self.documents = documents
    self.members = members
  }
}

/// A place that a post, a body or a figure belongs to.
public struct Place: Sendable, Equatable {
  /// `pla-` and a hash of the canonical id, or of the name when the place is unknown.
  public var id: String
  /// The Vietnamese name.
  public var name: String
  public var ru: String?
  public var canonical: String?
  public var level: String?
  /// The id of the place that contains it.
  public var parent: String?
  /// The first and the last day on which it exists, where it began or ended: partial dates.
  public var since: String?
  public var until: String?

  public init(
    id: String, name: String, ru: String? = nil, canonical: String? = nil, level: String? = nil,
    parent: String? = nil, since: String? = nil, until: String? = nil
  ) {
    self.id = id
    self.name = name
    self.ru = ru
    self.canonical = canonical
    self.level = level
    self.parent = parent
    self.since = since
    self.until = until
  }
}

/// A post: a canonical one at a place, or a title of a body.
public struct Post: Sendable, Equatable {
  /// `pos-` and the hash of the least member claim.
  public var id: String
  public var title: String
  /// Every rendering of the title, commonest first.
  public var titles: [NameCount]
  /// The canonical id, if the post is known.
  public var canonical: String?
  public var function: String?
  /// Sorted.
  public var ranks: [String]
  public var level: String?
  public var singleHolder: Bool
  /// The id of the body.
  public var organization: String?
  /// The id of the place.
  public var place: String?
  public var documents: Int
  public var members: [String]

  public init(
    id: String, title: String, titles: [NameCount] = [], canonical: String? = nil,
    function: String? = nil, ranks: [String] = [], level: String? = nil, singleHolder: Bool = false,
    organization: String? = nil, place: String? = nil, documents: Int = 0, members: [String] = []
  ) {
    self.id = id
    self.title = title
    self.titles = titles
    self.canonical = canonical
    self.function = function
    self.ranks = ranks
    self.level = level
    self.singleHolder = singleHolder
    self.organization = organization
    self.place = place
    self.documents = documents
    self.members = members
  }
}
