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
  /// How firmly the claims are one person: `inferred` when a region or a possible name joins some of them,
  /// `ambiguous` when the documents name a person of whom it is unknown which of several namesakes is meant.
  public var grade: Grade
  /// The rules that joined the claims, in their order, and `namesakes`.
  public var causes: [String]
  /// The first and last dates on which a document names the person; partial ISO dates.
  public var firstSeen: String?
  public var lastSeen: String?
  /// Documents of distinct content.
  public var documents: Int
  /// The ids of the member claims, sorted.
  public var members: [String]

  public init(
    id: String, name: String, vi: String? = nil, names: [NameCount] = [], role: PersonRole = .official,
    grade: Grade = .stated, causes: [String] = [], firstSeen: String? = nil, lastSeen: String? = nil,
    documents: Int = 0, members: [String] = []
  ) {
    self.id = id
    self.name = name
    self.vi = vi
    self.names = names
    self.role = role
    self.grade = grade
    self.causes = causes
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.documents = documents
    self.members = members
  }
}
