import KadryReading

/// A spelling, and how many documents have it.
public struct NameCount: Sendable, Equatable {
  public var name: String
  /// Documents of distinct content.
  public var count: Int
  public init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

/// A person, joined over all documents.
public struct Person: Sendable, Equatable {
  /// `per-` and the hash of the least member claim.
  public var id: String
  /// The Vietnamese name when certain, else the commonest spelling.
  public var name: String
  public var vi: String?
  /// Every spelling, commonest first.
  public var names: [NameCount]
  /// `official` when any document names the person as one.
  public var role: PersonRole
  /// The first and last dates on which a document names the person; partial ISO dates.
  public var firstSeen: String?
  public var lastSeen: String?
  /// Documents of distinct content.
  public var documents: Int
  /// The ids of the member claims, sorted.
  public var members: [String]

  public init(
    id: String, name: String, vi: String? = nil, names: [NameCount] = [], role: PersonRole = .official,
    firstSeen: String? = nil, lastSeen: String? = nil, documents: Int = 0, members: [String] = []
  ) {
    self.id = id
    self.name = name
    self.vi = vi
    self.names = names
    self.role = role
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.documents = documents
    self.members = members
  }
}

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
  public var documents: Int
  /// The ids of the claims that name it; of the holdings that imply it, when none does.
  public var members: [String]

  public init(
    id: String, name: String, names: [NameCount] = [], canonical: String? = nil, level: String? = nil,
    place: String? = nil, parent: String? = nil, documents: Int = 0, members: [String] = []
  ) {
    self.id = id
    self.name = name
    self.names = names
    self.canonical = canonical
    self.level = level
    self.place = place
    self.parent = parent
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

  public init(
    id: String, name: String, ru: String? = nil, canonical: String? = nil, level: String? = nil,
    parent: String? = nil
  ) {
    self.id = id
    self.name = name
    self.ru = ru
    self.canonical = canonical
    self.level = level
    self.parent = parent
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

/// An official document, joined over all articles that cite it.
public struct Directive: Sendable, Equatable {
  /// `dir-` and the hash of the least member claim.
  public var id: String
  /// The number with Vietnamese letters, the number, or the title: what to show.
  public var name: String
  public var number: String?
  public var numberVi: String?
  /// The commonest title, in full.
  public var title: String?
  public var titles: [NameCount]
  public var type: String?
  /// The canonical id of the issuer.
  public var issuer: String?
  /// The id of the issuing body's node, when it occurs.
  public var organization: String?
  /// The id of the issuer's place.
  public var place: String?
  /// The date of the directive itself.
  public var date: String?
  public var citedFull: Int
  public var citedShort: Int
  /// Documents of distinct content that cite it.
  public var documents: Int
  /// Publication dates of the first and last citing document.
  public var firstCited: String?
  public var lastCited: String?
  public var members: [String]

  public init(
    id: String, name: String, number: String? = nil, numberVi: String? = nil, title: String? = nil,
    titles: [NameCount] = [], type: String? = nil, issuer: String? = nil, organization: String? = nil,
    place: String? = nil, date: String? = nil, citedFull: Int = 0, citedShort: Int = 0,
    documents: Int = 0, firstCited: String? = nil, lastCited: String? = nil, members: [String] = []
  ) {
    self.id = id
    self.name = name
    self.number = number
    self.numberVi = numberVi
    self.title = title
    self.titles = titles
    self.type = type
    self.issuer = issuer
    self.organization = organization
    self.place = place
    self.date = date
    self.citedFull = citedFull
    self.citedShort = citedShort
    self.documents = documents
    self.firstCited = firstCited
    self.lastCited = lastCited
    self.members = members
  }
}

/// A numeric claim, one node per claim.
public struct Figure: Sendable, Equatable {
  /// `fig-` and the hash of the claim.
  public var id: String
  /// The claim's id.
  public var claim: String
  /// The document's id.
  public var document: String
  public var body: FigureClaim
  /// The first mention's quote.
  public var quote: String
  /// The first mention's span: half-open bytes of the document's text.
  public var span: Range<Int>

  public init(
    id: String, claim: String, document: String, body: FigureClaim, quote: String, span: Range<Int>
  ) {
    self.id = id
    self.claim = claim
    self.document = document
    self.body = body
    self.quote = quote
    self.span = span
  }
}

/// A relation that one document states between two nodes.
public struct Relation: Sendable, Equatable {
  /// The claim that states it.
  public var claim: String
  public var document: String
  /// Node ids; the claim's id where a claim belongs to no node.
  public var subject: String
  public var predicate: Predicate
  public var object: String

  public init(claim: String, document: String, subject: String, predicate: Predicate, object: String) {
    self.claim = claim
    self.document = document
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

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
