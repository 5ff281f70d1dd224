import KadryGraph
import KadryStore

/// Who is named in the same documents: `kadry co`.
public struct CompanionQuery {
  private let store: Store
  private let knowledge: Knowledge

  public init(store: Store, knowledge: Knowledge) {
    self.store = store
    self.knowledge = knowledge
  }

  /// For each person whom the name fits best, the officials named in the same documents, the commonest first.
  public func companions(of name: String, limit: Int? = nil) throws -> [CompanionAnswer] {
    let candidates = try PersonQuery(store: store, knowledge: knowledge).candidates(name)
    let best = candidates.filter { $0.match == candidates[0].match }
    return try best.flatMap { candidate in
      try store.companions(of: candidate.person.id, limit: limit).map { row in
        var filter = HolderFilter()
        filter.person = row.person
        return CompanionAnswer(
          person: candidate.person, companion: row,
          posts: try store.holders(filter).sorted(by: HolderLine.isEarlier).map(\.summary))
      }
    }
  }
}

/// A person named beside another.
public struct CompanionAnswer: ResultRow, Equatable {
  public let person: Person
  public let companion: CompanionRow
  /// The posts of the companion in the order of time.
  public let posts: [String]

  public static let columns = [
    "person", "with", "documents", "first", "last", "posts", "person_id", "id",
  ]

  public static let tableColumns = ["person", "with", "documents", "first", "last", "posts", "id"]

  public var cells: [Cell] {
    [
      .text(person.name), .text(companion.name), .integer(companion.documents), Cell(companion.first),
      Cell(companion.last), Cell(posts), .text(person.id), .text(companion.person),
    ]
  }
}
