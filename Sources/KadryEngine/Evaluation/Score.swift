/// What is scored on its own.
public enum ScoredKind: String, Sendable, CaseIterable {
  case persons
  case rolesByTitle = "roles: person+title"
  case roles = "roles: person+title+org"
  case organizations
  case directives = "directives: number"
  case directivesWithKind = "directives: number+kind"
  case titledDirectives = "directives: unnumbered"
  case dates
  case quantities
}

/// Counts of right and wrong, and what follows from them.
public struct Score: Sendable, Equatable {
  public var truePositives = 0
  public var falsePositives = 0
  public var falseNegatives = 0
  /// Predictions of something that another prediction has already; false positives too, for most kinds.
  public var duplicates = 0
  /// Optional items that were found.
  public var optional = 0

  public init(
    truePositives: Int = 0, falsePositives: Int = 0, falseNegatives: Int = 0, duplicates: Int = 0,
    optional: Int = 0
  ) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.duplicates = duplicates
    self.optional = optional
  }

  /// How much of what was found is right; 1 when nothing was found and nothing was there.
  public var precision: Double {
    let found = truePositives + falsePositives
    return found > 0 ? Double(truePositives) / Double(found) : (falseNegatives > 0 ? 0 : 1)
  }

  /// How much of what is there was found; 1 when nothing is there.
  public var recall: Double {
    let wanted = truePositives + falseNegatives
    return wanted > 0 ? Double(truePositives) / Double(wanted) : 1
  }

  /// The harmonic mean of precision and recall.
  public var f1: Double {
    let sum = precision + recall
    return sum > 0 ? 2 * precision * recall / sum : 0
  }

  static func += (left: inout Score, right: Score) {
    left.truePositives += right.truePositives
    left.falsePositives += right.falsePositives
    left.falseNegatives += right.falseNegatives
    left.duplicates += right.duplicates
    left.optional += right.optional
  }
}

/// One thing that was missed, invented or said twice.
public struct ScoringMistake: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case missed = "MISS"
    case invented = "FALSE"
    case duplicate = "DUP"
  }
  public var document: String
  public var scored: ScoredKind
  public var kind: Kind
  public var item: String
}

/// The scores of one document.
struct DocumentScore: Sendable {
  var scores: [ScoredKind: Score] = [:]
  var mistakes: [ScoringMistake] = []
}
