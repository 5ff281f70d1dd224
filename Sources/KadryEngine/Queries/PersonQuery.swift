import KadryGraph
import KadryReading
import KadryStore

/// Who a name may be: `kadry person`.
public struct PersonQuery {
  private let store: Store
  private let knowledge: Knowledge

  public init(store: Store, knowledge: Knowledge) {
    self.store = store
    self.knowledge = knowledge
  }

  /// All candidates, the best first; spelled in Russian, Vietnamese or bare Latin.
  public func candidates(_ name: String, limit: Int? = nil) throws -> [PersonAnswer] {
    var filter = NodeFilter()
    filter.folded = knowledge.graph.fold(name)
    filter.keys = [knowledge.graph.names.key(name)]
    var answers: [PersonAnswer] = []
    for person in try store.persons(filter) {
      guard let match = match(name, person) else { continue }
      var holders = HolderFilter()
      holders.person = person.id
      answers.append(
        PersonAnswer(
          person: person, match: match,
          holdings: try store.holders(holders).sorted(by: HolderLine.isEarlier).map {
            try HoldingAnswer($0, in: store)
          }))
    }
    answers.sort {
      ($0.match.rank, -$0.person.documents, $0.person.id) < (
        $1.match.rank, -$1.person.documents, $1.person.id
      )
    }
    return limit.map { Array(answers.prefix($0)) } ?? answers
  }

  /// What else a name may have been meant to be, when nobody is called so; a clause for a message.
  public func suggestion(for name: String) throws -> String {
    NameSuggestion(fold: knowledge.graph.fold).clause(for: name, among: try store.names(ofKind: "person"))
  }

  /// The documents that name a person, the oldest first, undated last; of very many, a part.
  public func documents(of person: Person) throws -> [DocumentMention] {
    var ids: Set<String> = []
    for claim in try store.claims(ofNode: person.id) { ids.insert(claim.doc) }
    return try ids.sorted().prefix(Self.mostDocuments).compactMap {
      try store.document($0).map(DocumentMention.init)
    }
    .sorted { ($0.published ?? "~", $0.id) < ($1.published ?? "~", $1.id) }
  }

  private static let mostDocuments = 500

  private func match(_ name: String, _ person: Person) -> PersonMatch? {
    let fold = knowledge.graph.fold
    let folded = fold(name)
    var isPossible = false
    for spelling in [person.name, person.vi].compactMap({ $0 }) + person.names.map(\.name) {
      // Typed without marks, a name is meant as it is.
      if fold(spelling) == folded { return .same }
      switch knowledge.graph.names.compare(name, spelling).likeness {
      case .same: return .same
      case .possible: isPossible = true
      case .different: break
      }
    }
    if isPossible { return .possible }
    let typed = folded.split(separator: " ")
    let isPart = person.names.contains { spelling in
      let words = fold(spelling.name).split(separator: " ")
      return typed.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }
    return isPart ? .part : nil
  }
}

/// How a name that was asked for is that of a person.
public enum PersonMatch: String, Sendable {
  /// The name, in one of its spellings.
  case same
  /// A part of the name.
  case part
  /// Spelled so that it may be the name.
  case possible

  var rank: Int {
    switch self {
    case .same: 0
    case .part: 1
    case .possible: 2
    }
  }
}

/// A candidate with everything held.
public struct PersonAnswer: ResultRow, Equatable {
  public let person: Person
  public let match: PersonMatch
  public let holdings: [HoldingAnswer]

  public static let columns = [
    "name", "name_vi", "match", "spellings", "posts", "first_seen", "last_seen", "documents", "role", "id",
  ]

  public static let tableColumns = [
    "name", "name_vi", "match", "spellings", "posts", "last_seen", "documents", "id",
  ]

  public var cells: [Cell] {
    [
      .text(person.name), person.vi == person.name ? .none : Cell(person.vi), .text(match.rawValue),
      Cell(person.names.map(\.name)), Cell(holdings.map(\.holder.summary)), Cell(person.firstSeen),
      Cell(person.lastSeen),
      .integer(person.documents), .text(person.role.rawValue), .text(person.id),
    ]
  }
}

/// One holding of a candidate: the career in the order of time.
public struct CareerAnswer: ResultRow, Equatable {
  public let person: Person
  public let holding: HoldingAnswer

  public init(person: Person, holding: HoldingAnswer) {
    self.person = person
    self.holding = holding
  }

  public static let columns = ["person"] + HoldingAnswer.columns + ["person_id"]
  public static let tableColumns = ["person"] + HoldingAnswer.tableColumns
  public var cells: [Cell] { [.text(person.name)] + holding.cells + [.text(person.id)] }
}

extension HolderRow {
  /// Title, body and place on one line.
  public var summary: String {
    [postTitle, organizationName, placeName].compactMap { $0 }.joined(separator: ", ")
  }
}
