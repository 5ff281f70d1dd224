import KadryGraph
import KadryReading
import KadryStore
import KadryText

/// What cannot be so: `kadry audit`.
public struct AuditQuery {
  private let store: Store

  public init(store: Store) {
    self.store = store
  }

  /// All contradictions, or those of one kind, each with the words at fault.
  public func contradictions(_ kind: Contradiction.Kind? = nil, limit: Int? = nil) throws -> [AuditAnswer] {
    var originals = OriginalLookup(store: store)
    return try store.contradictions(kind).prefix(limit ?? .max).map { contradiction in
      var quotes: [String] = []
      var documents: [String] = []
      var isTranslation = false
      for id in contradiction.claims {
        guard let claim = try store.claim(id) else { continue }
        if let quote = claim.mentions.first?.quote { quotes.append(quote) }
        if !documents.contains(claim.doc) { documents.append(claim.doc) }
        if try originals.isWithoutOriginal(claim.doc) { isTranslation = true }
      }
      return AuditAnswer(
        contradiction: contradiction, quotes: quotes, documents: documents, isTranslation: isTranslation)
    }
  }
}

/// A contradiction in a list.
public struct AuditAnswer: ResultRow, Equatable {
  public let contradiction: Contradiction
  /// The words of each claim.
  public let quotes: [String]
  public let documents: [String]
  /// Whether a side is a translation whose original is not in the database: the slip may be the translator's.
  public let isTranslation: Bool

  public static let columns = ["kind", "title", "caution", "quotes", "node", "claims", "documents", "id"]

  public static let tableColumns = [
    "kind", "title", "caution", "quotes", "id",
  ]

  public var cells: [Cell] {
    [
      .text(contradiction.kind.rawValue), .text(contradiction.title),
      isTranslation ? .text("translation") : .none,
      Cell(quotes), .text(contradiction.node), Cell(contradiction.claims), Cell(documents),
      .text(contradiction.id),
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
