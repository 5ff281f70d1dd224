import KadryArchive

/// Scores by kind, for all documents, each language and each split.
public struct EvaluationReport: Sendable {
  public private(set) var documents = 0
  /// Texts that could not be read, or are not the ones of the gold.
  public private(set) var complaints: [InputFailure] = []
  public private(set) var mistakes: [ScoringMistake] = []
  /// Documents without anything official, and the officials that were found there all the same.
  public private(set) var traps: [(document: String, officials: [String])] = []
  private var scores: [String: [ScoredKind: Score]] = [:]

  public init() {}

  mutating func add(_ document: ScoredDocument) {
    if let complaint = document.complaint { complaints.append(complaint) }
    guard let score = document.score else { return }
    documents += 1
    mistakes += score.mistakes
    if document.gold.isTrap { traps.append((document.gold.id, document.officials)) }
    let (language, split) = (document.gold.language, document.gold.split)
    for group in ["all", language, split == "all" ? "" : split, split == "all" ? "" : "\(language) \(split)"]
    {
      if group.isEmpty { continue }
      for (kind, value) in score.scores { scores[group, default: [:]][kind, default: Score()] += value }
    }
  }

  /// `all` first, then the other groups by name; in each, the kinds in their fixed order.
  public var rows: [ScoreAnswer] {
    let groups = ["all"] + scores.keys.filter { $0 != "all" }.sorted()
    return groups.flatMap { group in
      ScoredKind.allCases.compactMap { kind in
        scores[group]?[kind].map { ScoreAnswer(group: group, kind: kind, score: $0) }
      }
    }
  }

  /// At most so many mistakes of each kind, in the order of documents.
  public func mistakes(perKind limit: Int) -> [ScoringMistake] {
    ScoredKind.allCases.flatMap { kind in mistakes.filter { $0.scored == kind }.prefix(limit) }
  }
}

/// A line of an evaluation.
public struct ScoreAnswer: ResultRow, Equatable {
  public let group: String
  public let kind: ScoredKind
  public let score: Score

  public static let columns = [
    "group", "kind", "gold", "tp", "fp", "fn", "dup", "optional", "precision", "recall", "f1",
  ]

  public var cells: [Cell] {
    [
      .text(group), .text(kind.rawValue), .integer(score.truePositives + score.falseNegatives),
      .integer(score.truePositives), .integer(score.falsePositives), .integer(score.falseNegatives),
      .integer(score.duplicates), .integer(score.optional), .number(score.precision.rounded3),
      .number(score.recall.rounded3), .number(score.f1.rounded3),
    ]
  }
}

extension ScoringMistake: ResultRow {
  public static let columns = ["kind", "document", "mistake", "item"]
  public var cells: [Cell] { [.text(scored.rawValue), .text(document), .text(kind.rawValue), .text(item)] }
}

extension Double {
  /// Rounded to three decimals.
  var rounded3: Double { (self * 1000).rounded() / 1000 }
}
