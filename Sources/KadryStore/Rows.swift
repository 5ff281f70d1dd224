import KadryGraph
import KadryReading

/// A holder of a post, with the names that a reader wants beside the ids.
public struct HolderRow: Sendable, Equatable {
  public var occupancy: Occupancy
  public var personName: String
  public var personVi: String?
  public var postTitle: String
  /// The canonical id of the post.
  public var postCanonical: String?
  public var organization: String?
  public var organizationName: String?
  public var place: String?
  public var placeName: String?
  /// The first claim that proves it, for `why`.
  public var claim: String?
}

/// Which holders to fetch; every filter that is set must fit.
public struct HolderFilter: Sendable {
  /// Canonical post ids; any of them, and posts that an occupancy names beside its own.
  public var canonical: [String] = []
  /// Ids of posts; any of them.
  public var posts: [String] = []
  /// Ids of places; any of them.
  public var places: [String] = []
  public var person: String?
  public var organization: String?
  /// The name of the post, folded: all its words must begin a word of a title.
  public var titleFolded: String?
  /// Days as `YYYY-MM-DD`, both included: only holdings that may have begun, ended or first been seen then.
  public var from: String?
  public var to: String?
  public var limit: Int?
  public init() {}
}

/// Which nodes to list.
public struct NodeFilter: Sendable {
  /// Words of a name, folded; every word must begin a word of one spelling.
  public var folded: String?
  /// Comparison keys: nodes with a spelling of such a key are fetched too.
  public var keys: [String] = []
  /// A canonical id.
  public var canonical: String?
  public var level: String?
  /// Ids of places; any of them.
  public var places: [String] = []
  /// Persons only: the role.
  public var role: PersonRole?
  /// Posts only: the body.
  public var organization: String?
  public var limit: Int?
  public init() {}
}

/// Which directives to list.
public struct DirectiveFilter: Sendable {
  /// The number as on the wire, or its beginning up to the type code.
  public var number: String?
  public var type: String?
  /// The canonical id of the issuer.
  public var issuer: String?
  /// The newspaper of a citing document.
  public var citedBySource: String?
  /// Ids of places of the issuer; any of them.
  public var places: [String] = []
  /// Days of publication of a citing document as `YYYY-MM-DD`, both included.
  public var citedFrom: String?
  public var citedTo: String?
  /// Ids of persons whom a citing document names; any of them.
  public var citedWithPersons: [String] = []
  /// Ids of places that a citing document names a body or a post of; any of them.
  public var citedAtPlaces: [String] = []
  public var limit: Int?
  public init() {}
}

/// One document that cites a directive.
public struct DirectiveCitation: Sendable, Equatable {
  public var directive: String
  public var document: String
  public var documentTitle: String?
  public var source: String?
  public var published: String?
  public var claim: String
  public var full: Int
  public var short: Int
}

/// A person named in the same documents as another.
public struct CompanionRow: Sendable, Equatable {
  public var person: String
  public var name: String
  /// Documents of distinct content that name both.
  public var documents: Int
  /// Their first and last dates of publication.
  public var first: String?
  public var last: String?
}

/// Two directives that a document ties to each other.
public struct DirectiveRelationRow: Sendable, Equatable {
  public var subject: String
  public var subjectName: String
  public var predicate: Predicate
  public var object: String
  public var objectName: String
}

/// Which documents to list.
public struct DocumentFilter: Sendable {
  public var source: String?
  /// The detected language.
  public var language: String?
  /// Days as `YYYY-MM-DD`, both included.
  public var from: String?
  public var to: String?
  public var path: String?
  public var url: String?
  public var limit: Int?
  public init() {}
}

/// A document without its text.
public struct DocumentRow: Sendable, Equatable {
  public var id: String
  public var title: String?
  public var source: String?
  public var published: String?
  public var publishedBasis: String?
  public var language: String?
  public var place: String?
  public var url: String?
  public var path: String?
  public var sha256: String
  /// The mark that groups a translation with its original.
  public var translation: String?
  /// Bytes of the text.
  public var bytes: Int
  public var claims: Int
  /// The document that stands for it and its copies and translations, `nil` when it is the only one of its kind.
  public var witness: String?
  /// Why it belongs to them: a ``WitnessBasis``.
  public var witnessBasis: String?
}

/// Which figures to list.
public struct FigureFilter: Sendable {
  public var document: String?
  public var unit: String?
  public var measure: Measure?
  /// Words of what is counted, as a part of the quote or of `what`.
  public var what: String?
  /// Only figures that do not add up.
  public var failing = false
  public var limit: Int?
  public init() {}
}

/// A place in a document where a full-text query matches.
public struct SearchHit: Sendable, Equatable {
  public var document: String
  public var title: String?
  public var source: String?
  public var published: String?
  public var path: String?
  public var url: String?
  /// Half-open byte ranges of the matching words in the document's text.
  public var matches: [Range<Int>]
  /// Half-open byte range of the snippet in the document's text.
  public var snippetSpan: Range<Int>
  /// The bytes of `snippetSpan`.
  public var snippet: String
}

/// What an id, or the beginning of one, stands for.
public enum Resolved: Sendable, Equatable {
  case document(String)
  case claim(String)
  case person(String)
  case organization(String)
  case place(String)
  case post(String)
  case occupancy(String)
  case directive(String)
  case figure(String)
  case contradiction(String)

  /// The present id.
  public var id: String {
    switch self {
    case .document(let id), .claim(let id), .person(let id), .organization(let id), .place(let id),
      .post(let id), .occupancy(let id), .directive(let id), .figure(let id), .contradiction(let id):
      id
    }
  }
}

/// Something that two databases differ in.
public struct DifferenceRow: Sendable, Equatable {
  public var kind: String
  public var title: String
  public var old: String?
  public var new: String?
  public var id: String?
}

/// A count under a heading.
public struct Tally: Sendable, Equatable {
  public var name: String
  public var count: Int
}

/// Counts over the whole store.
public struct StoreStatistics: Sendable, Equatable {
  public var documents = 0
  public var claims = 0
  /// Documents without a publication date.
  public var undated = 0
  /// Documents without a newspaper.
  public var unsourced = 0
  /// Documents without any claim.
  public var silent = 0
  /// Documents, copies and translations of one article counted once.
  public var witnesses = 0
  public var claimsByKind: [Tally] = []
  public var documentsByLanguage: [Tally] = []
  public var documentsByYear: [Tally] = []
  public var documentsBySource: [Tally] = []
  /// Documents without a newspaper, and without any claim, by year of publication.
  public var unsourcedByYear: [Tally] = []
  public var silentByYear: [Tally] = []
  /// Rows of the graph tables by table.
  public var nodes: [Tally] = []
}

/// A correction as a person wrote it; `body` is its line of JSON.
public struct CorrectionRow: Sendable, Equatable {
  public var id: String
  public var title: String
  public var action: String
  public var body: String
  public init(id: String, title: String, action: String, body: String) {
    self.id = id
    self.title = title
    self.action = action
    self.body = body
  }
}
