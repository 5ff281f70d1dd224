import KadryGraph
import KadryStore

/// Official documents and who cites them: `kadry directives`.
public struct DirectiveQuery {
  private let store: Store
  private let fold: @Sendable (String) -> String
  private let places: PlaceLookup
  private let knowledge: Knowledge?

  /// - Parameter knowledge: needed for ``Filter/citedWith``, and to name issuers that no document names.
  public init(
    store: Store, fold: @escaping @Sendable (String) -> String, places: PlaceLookup? = nil,
    knowledge: Knowledge? = nil
  ) {
    self.store = store
    self.knowledge = knowledge
    self.fold = fold
    self.places = places ?? PlaceLookup(store: store, fold: fold)
  }

  /// Which directives to list; what is set must fit.
  public struct Filter: Sendable {
    /// A number, its beginning, or words of the title.
    public var words: String?
    public var type: String?
    /// A canonical id of the issuer, or words of the body's name.
    public var issuer: String?
    /// The newspaper of a citing document.
    public var citedBy: String?
    public var place: String?
    /// The days of publication of a citing document, both included.
    public var from: PartialDate?
    public var to: PartialDate?
    /// The name of a person whom a citing document names.
    public var citedWith: String?
    /// A place that a citing document names a body or a post of.
    public var citedAt: String?
    public var limit: Int?
    public init() {}
  }

  public func directives(_ filter: Filter) throws -> [DirectiveAnswer] {
    var stored = DirectiveFilter()
    stored.type = filter.type
    stored.citedBySource = filter.citedBy
    if let place = filter.place { stored.places = try places.ids(named: place) }
    stored.citedFrom = filter.from?.first?.description
    stored.citedTo = filter.to?.last?.description
    if let person = filter.citedWith { stored.citedWithPersons = try persons(named: person) }
    if let place = filter.citedAt {
      stored.citedAtPlaces = try store.placesWithin(try places.ids(named: place))
    }
    let families = try DirectiveFamilies(store: store)
    var answers: [DirectiveAnswer] = []
    for directive in try store.directives(stored) where filter.words.map({ fits(directive, $0) }) ?? true {
      var answer = DirectiveAnswer(
        directive: directive, issuer: try directive.organization.flatMap { try store.organization($0)?.name },
        place: try directive.place.flatMap { try store.place($0)?.name })
      answer.family = families.family(of: directive.id)
      if let knowledge { answer.nameIssuer(knowledge.graph.directory) }
      if let issuer = filter.issuer, !isIssued(answer, by: issuer) { continue }
      answers.append(answer)
      if answers.count == filter.limit { break }
    }
    return answers
  }

  /// The documents that cite a directive.
  public func citations(of directive: Directive) throws -> [CitationAnswer] {
    try store.citations(of: directive.id).map { CitationAnswer(directive: directive.name, citation: $0) }
  }

  private func persons(named name: String) throws -> [String] {
    guard let knowledge else { throw NotFound("persons are compared by the lexicons, which were not read") }
    let query = PersonQuery(store: store, knowledge: knowledge)
    let candidates = try query.candidates(name)
    guard let best = candidates.first else {
      throw NotFound("no person is called '\(name)'\(try query.suggestion(for: name))")
    }
    return candidates.filter { $0.match == best.match }.map(\.person.id)
  }

  /// A number fits whole, or up to a hyphen or slash of it; other words fit in the title.
  private func fits(_ directive: Directive, _ words: String) -> Bool {
    let typed = fold(words)
    for number in [directive.number, directive.numberVi].compactMap({ $0.map(fold) }) {
      if number == typed { return true }
      if number.hasPrefix(typed), let next = number.dropFirst(typed.count).first, next == "-" || next == "/" {
        return true
      }
    }
    guard !typed.contains(where: \.isNumber) else { return false }
    let titles = ([directive.title ?? ""] + directive.titles.map(\.name)).map(fold)
    return titles.contains { title in typed.split(separator: " ").allSatisfy { title.contains($0) } }
  }

  private func isIssued(_ answer: DirectiveAnswer, by issuer: String) -> Bool {
    if answer.directive.issuer == issuer { return true }
    let name = fold(answer.issuer ?? "")
    return !name.isEmpty && fold(issuer).split(separator: " ").allSatisfy { name.contains($0) }
  }
}

/// A directive in a list.
public struct DirectiveAnswer: ResultRow, Equatable {
  public let directive: Directive
  /// The issuer's name, as documents or the lexicons have it.
  public private(set) var issuer: String?
  public let place: String?
  /// What documents say of it and others.
  public var family = DirectiveFamily()

  /// Gives an issuer that no document names the name that the lexicons have for it.
  public mutating func nameIssuer(_ directory: any OfficeDirectory) {
    if issuer == nil { issuer = directive.issuer.flatMap { directory.organization($0)?.vi } }
  }

  public static let columns = [
    "name", "type", "issuer", "issuer_id", "place", "cited_full", "cited_short", "documents", "first_cited",
    "last_cited", "date", "number", "title", "id", "implements", "implemented_by", "amends", "amended_by",
    "part_of", "parts",
  ]

  public static let tableColumns = [
    "name", "type", "issuer", "place", "cited_full", "cited_short", "documents", "first_cited", "last_cited",
    "implements", "implemented_by", "amends", "amended_by", "title", "id",
  ]

  public var cells: [Cell] {
    [
      .text(directive.name), Cell(directive.type), Cell(issuer), Cell(directive.issuer), Cell(place),
      .integer(directive.citedFull), .integer(directive.citedShort), .integer(directive.documents),
      Cell(directive.firstCited), Cell(directive.lastCited), Cell(directive.date), Cell(directive.number),
      Cell(directive.title), .text(directive.id), Cell(family.implements), Cell(family.implementedBy),
      Cell(family.amends), Cell(family.amendedBy), Cell(family.partOf), Cell(family.parts),
    ]
  }
}

/// A document that cites a directive.
public struct CitationAnswer: ResultRow, Equatable {
  public let directive: String
  public let citation: DirectiveCitation

  public static let columns = [
    "directive", "published", "source", "document", "cited_full", "cited_short", "document_id", "id",
  ]

  public var cells: [Cell] {
    [
      .text(directive), Cell(citation.published), Cell(citation.source), Cell(citation.documentTitle),
      .integer(citation.full), .integer(citation.short), .text(citation.document), .text(citation.claim),
    ]
  }
}
