import KadryGraph
import KadryReading
import KadryStore

/// The decisions about persons that are most worth a look: `kadry review`.
public struct ReviewQuery {
  private let store: Store
  private let knowledge: Knowledge

  public init(store: Store, knowledge: Knowledge) {
    self.store = store
    self.knowledge = knowledge
  }

  /// Pairs of persons whose names may be one and who were not joined, and pairs of claims that only a possible
  /// name or a region joined; those that most documents rest on first.
  ///
  /// What people have decided is left out. Compares names within groups of one key, at most `groupLimit` of each.
  public func questions(limit: Int, groupLimit: Int = 40) throws -> [ReviewQuestion] {
    var questions: [ReviewQuestion] = []
    for group in try store.personsWithEqualKeys() {
      let persons = try group.prefix(groupLimit).compactMap { try store.person($0) }
        .filter { $0.role == .official }
      for (index, one) in persons.enumerated() {
        for other in persons[(index + 1)...] {
          let verdict = knowledge.graph.names.compare(one.vi ?? one.name, other.vi ?? other.name)
          guard verdict.likeness != .different else { continue }
          questions.append(
            ReviewQuestion(
              kind: .apart, left: one.members.first ?? "", right: other.members.first ?? "",
              leftName: one.name, rightName: other.name, reason: verdict.reason,
              value: min(one.documents, other.documents) * (verdict.likeness == .same ? 2 : 1)))
        }
      }
    }
    for merge in try store.weakMerges(limit: limit) {
      questions.append(
        ReviewQuestion(
          kind: .joined, left: merge.merge.left, right: merge.merge.right, leftName: merge.name,
          rightName: merge.name, reason: merge.merge.rule.rawValue, value: merge.documents))
    }
    let decided = Set(
      try store.corrections().map { try Correction(line: $0.body) }.flatMap { correction in
        try pairs(correction)
      })
    questions.removeAll { decided.contains([$0.left, $0.right].sorted()) }
    questions.sort {
      $0.value != $1.value ? $0.value > $1.value : ($0.left, $0.right) < ($1.left, $1.right)
    }
    return try questions.prefix(limit).map { try $0.completed(in: store) }
  }

  private func pairs(_ correction: Correction) throws -> [[String]] {
    guard let b = correction.b else { return [] }
    let (left, right) = (try store.targets(ofAddress: correction.a), try store.targets(ofAddress: b))
    return left.flatMap { a in right.map { [a, $0].sorted() } }
  }
}

/// Whether two claims are of one person.
public struct ReviewQuestion: ResultRow, Equatable {
  public enum Kind: String, Sendable {
    /// The graph keeps them apart.
    case apart
    /// The graph has joined them on little.
    case joined
  }
  public let kind: Kind
  public let left: String
  public let right: String
  public let leftName: String
  public let rightName: String
  public let reason: String
  /// How many documents hang on it.
  public let value: Int
  /// A quote and the posts of each side.
  public private(set) var leftSays = ""
  public private(set) var rightSays = ""

  init(
    kind: Kind, left: String, right: String, leftName: String, rightName: String, reason: String, value: Int
  ) {
    self.kind = kind
    self.left = left
    self.right = right
    self.leftName = leftName
    self.rightName = rightName
    self.reason = reason
    self.value = value
  }

  func completed(in store: Store) throws -> ReviewQuestion {
    var question = self
    question.leftSays = try ReviewQuestion.says(left, in: store)
    question.rightSays = try ReviewQuestion.says(right, in: store)
    return question
  }

  /// What a document says of the person of a claim: the posts, else the quote; with its date.
  private static func says(_ id: String, in store: Store) throws -> String {
    guard let claim = try store.claim(id) else { return "" }
    let holdings = try store.claims(ofDocument: claim.doc).compactMap { other in
      if case .holds(let holds) = other.body, holds.personRef == id { return other.mentions.first?.quote }
      return nil
    }
    let document = try store.document(claim.doc)
    let when = document?.published ?? "date unknown"
    let quotes = holdings.isEmpty ? [claim.mentions.first?.quote ?? ""] : holdings
    return quotes.joined(separator: "; ") + " (\(when))"
  }

  public static let columns = [
    "kind", "left_name", "right_name", "left_says", "right_says", "reason", "documents", "left", "right",
  ]

  public var cells: [Cell] {
    [
      .text(kind.rawValue), .text(leftName), .text(rightName), .text(leftSays), .text(rightSays),
      .text(reason),
      .integer(value), .text(left), .text(right),
    ]
  }
}
