import KadryGraph
import KadryReading
import KadryStore
import KadryText

/// What cannot be so: `kadry audit`.
public struct AuditQuery {
  private let store: Store
  private let knowledge: Knowledge?

  /// - Parameter knowledge: needed for ``Filter/person`` and ``Filter/place`` only.
  public init(store: Store, knowledge: Knowledge? = nil) {
    self.store = store
    self.knowledge = knowledge
  }

  /// Which contradictions to list; what is set must fit one of the sides.
  public struct Filter: Sendable {
    public var kind: Contradiction.Kind?
    /// A name, in any script.
    public var person: String?
    /// A place, with what lies in it.
    public var place: String?
    /// The newspaper of a document.
    public var source: String?
    /// The days of publication of a document, both included.
    public var from: PartialDate?
    public var to: PartialDate?
    public var limit: Int?
    public init() {}
  }

  /// The contradictions that fit, each with the words of both sides.
  ///
  /// Throws ``NotFound`` for an unknown place or person.
  public func contradictions(_ filter: Filter = Filter()) throws -> [AuditAnswer] {
    var originals = OriginalLookup(store: store)
    let persons = try filter.person.map(persons)
    let places = try filter.place.map(places)
    var answers: [AuditAnswer] = []
    for contradiction in try store.contradictions(filter.kind) {
      var answer = AuditAnswer(contradiction: contradiction)
      var fits = (person: persons == nil, place: places == nil, document: false)
      for id in contradiction.claims {
        guard let claim = try store.claim(id), let document = try store.document(claim.doc) else { continue }
        answer.add(claim, document)
        if try originals.isWithoutOriginal(claim.doc) { answer.isTranslation = true }
        if let persons, case .holds(let holds) = claim.body {
          fits.person = try fits.person || store.node(ofClaim: holds.personRef).map(persons.contains) ?? false
        }
        if let places { fits.place = fits.place || claim.body.place.map(places.contains) ?? false }
        fits.document = fits.document || filter.fits(document)
      }
      guard fits.person, fits.place, fits.document else { continue }
      answers.append(answer)
      if answers.count == filter.limit { break }
    }
    return answers
  }

  private func persons(_ name: String) throws -> Set<String> {
    guard let knowledge else { return [] }
    let query = PersonQuery(store: store, knowledge: knowledge)
    let found = try query.candidates(name)
    guard let best = found.first else {
      throw NotFound("no person is called '\(name)'\(try query.suggestion(for: name))")
    }
    return Set(found.filter { $0.match == best.match }.map(\.person.id))
  }

  /// The names of a place and of all that lies in it.
  private func places(_ name: String) throws -> Set<String> {
    guard let knowledge else { return [] }
    let lookup = PlaceLookup(
      store: store, fold: knowledge.graph.fold, vietnameseNames: knowledge.placeNames)
    return Set(try store.placesWithin(try lookup.ids(named: name)).compactMap { try store.place($0)?.name })
  }
}

extension AuditQuery.Filter {
  fileprivate func fits(_ document: DocumentRecord) -> Bool {
    if let source, document.metadata.source != source { return false }
    guard from != nil || to != nil else { return true }
    guard let published = document.published.flatMap({ PartialDate($0) }), published.days != nil else {
      return false
    }
    if let from, published.isCertainlyBefore(from) { return false }
    if let to, to.isCertainlyBefore(published) { return false }
    return true
  }
}

extension ClaimBody {
  /// The Vietnamese name of the place that a claim speaks of.
  fileprivate var place: String? {
    switch self {
    case .holds(let claim): claim.place
    case .organization(let claim): claim.place
    case .figure(let claim): claim.place
    case .person, .directive, .date, .relation: nil
    }
  }
}

/// A contradiction in a list.
public struct AuditAnswer: ResultRow, Equatable {
  public let contradiction: Contradiction
  /// The words of each claim.
  public private(set) var quotes: [String] = []
  /// Where each claim stands: newspaper and date.
  public private(set) var sources: [String] = []
  public private(set) var documents: [String] = []
  /// Whether a side is a translation whose original is not in the database: the slip may be the translator's.
  public fileprivate(set) var isTranslation = false

  fileprivate init(contradiction: Contradiction) {
    self.contradiction = contradiction
  }

  fileprivate mutating func add(_ claim: Claim, _ document: DocumentRecord) {
    if let quote = claim.mentions.first?.quote { quotes.append(quote) }
    sources.append([document.metadata.source, document.published].compactMap { $0 }.joined(separator: " "))
    if !documents.contains(claim.doc) { documents.append(claim.doc) }
  }

  public static let columns = [
    "kind", "title", "caution", "quotes", "node", "claims", "documents", "id", "sources",
  ]

  public static let tableColumns = [
    "kind", "title", "caution", "quotes", "id",
  ]

  public var cells: [Cell] {
    [
      .text(contradiction.kind.rawValue), .text(contradiction.title),
      isTranslation ? .text("translation") : .none,
      Cell(quotes), .text(contradiction.node), Cell(contradiction.claims), Cell(documents),
      .text(contradiction.id), Cell(sources),
    ]
  }
}

/// Tells whether a document is a translation and its original is not in the database.
private struct OriginalLookup {
  private let store: Store
  private var answers: [String: Bool] = [:]
  /// The groups that have a document in Vietnamese, once they are asked for.
  private var groups: Set<String>?

  init(store: Store) {
    self.store = store
  }

  mutating func isWithoutOriginal(_ id: String) throws -> Bool {
    if let answer = answers[id] { return answer }
    let document = try store.document(id)
    let isVietnamese = document?.lang?.hasPrefix(Language.vietnamese.rawValue) ?? false
    var answer = document != nil && !isVietnamese
    if answer, try hasOriginal(among: store.witnesses(with: id)) { answer = false }
    if answer, let group = document?.metadata.translation {
      answer = try !groupsWithOriginal().contains(group)
    }
    answers[id] = answer
    return answer
  }

  private func hasOriginal(among witnesses: [Witness]) throws -> Bool {
    try witnesses.contains {
      try store.document($0.document)?.lang?.hasPrefix(Language.vietnamese.rawValue) ?? false
    }
  }

  private mutating func groupsWithOriginal() throws -> Set<String> {
    if let groups { return groups }
    var found: Set<String> = []
    try store.eachDocument { row in
      guard row.language?.hasPrefix(Language.vietnamese.rawValue) ?? false else { return }
      if let group = try store.document(row.id)?.metadata.translation { found.insert(group) }
    }
    groups = found
    return found
  }
}
