import KadryGraph
import KadryStore

/// A correction in a list, with what became of it: `kadry corrections`.
public struct CorrectionAnswer: ResultRow, Equatable {
  public let correction: Correction
  public let outcome: CorrectionOutcome?
  /// The line of the newer decision that overrules it.
  public let overruledBy: Correction?

  /// All corrections in the database, the newest first.
  public static func all(of store: Store) throws -> [CorrectionAnswer] {
    let outcomes = Dictionary(try store.correctionOutcomes().map { ($0.id, $0) }) { first, _ in first }
    let corrections = try store.corrections().map { try Correction(line: $0.body) }
    let byID = Dictionary(corrections.map { ($0.id, $0) }) { first, _ in first }
    return corrections.map { correction in
      let outcome = outcomes[correction.id]
      return CorrectionAnswer(
        correction: correction, outcome: outcome, overruledBy: outcome?.by.flatMap { byID[$0] })
    }.sorted {
      ($1.correction.date, $0.correction.id) < ($0.correction.date, $1.correction.id)
    }
  }

  /// What to say of a correction that is not applied: both lines, where two disagree.
  public var complaint: String? {
    switch outcome?.kind {
    case .applied, nil: nil
    case .notFound: "what it speaks of is not in this database as it was: \(correction.line)"
    case .overruled:
      "overruled by a newer decision: \(correction.line) against \(overruledBy?.line ?? outcome?.by ?? "?")"
    }
  }

  public static let columns = [
    "action", "title", "outcome", "overruled_by", "author", "date", "note", "a", "b", "field", "value",
    "line",
    "id",
  ]

  public static let tableColumns = [
    "action", "title", "outcome", "overruled_by", "author", "date", "note", "id",
  ]

  public var cells: [Cell] {
    [
      .text(correction.action.rawValue), .text(correction.title), Cell(outcome?.kind.rawValue),
      Cell(outcome?.by), .text(correction.author), .text(correction.date), Cell(correction.note),
      .text(correction.a.quote), Cell(correction.b?.quote), Cell(correction.field), Cell(correction.value),
      .text(correction.line), .text(correction.id),
    ]
  }
}
