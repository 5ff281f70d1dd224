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
