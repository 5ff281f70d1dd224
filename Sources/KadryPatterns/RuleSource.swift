import KadryLexicon

/// A rule as its file says it: a name, a pattern, a production and examples.
public struct RuleSource: Sendable {
  public var name: String
  public var phase: String
  /// `ru` or `vi`; `nil` applies everywhere.
  public var language: String?
  public var pattern: PatternNode
  public var production: Production
  public var examples: [RuleExample]
  public var file: String
  public var line: Int
}

/// What a rule makes of a match: a name that the reader knows, captures and constants.
public struct Production: Sendable, Equatable {
  public var name: String
  /// Argument name to capture name.
  public var captures: [String]
  public var constants: [String: String]
  public var line: Int
  public var column: Int
}

/// An example (`yes`) or counter-example (`no`) beside a rule.
///
/// In a `yes`, each `⟦…⟧` marks text that a capture or the whole match must cover exactly.
public struct RuleExample: Sendable, Equatable {
  public var text: String
  public var isPositive: Bool
  public var line: Int
  public var column: Int
}

/// A phase of the cascade.
public struct PhaseSource: Sendable, Equatable {
  public var name: String
  /// Whether matches of different rules may overlap; otherwise the best one wins.
  public var sharesText: Bool
}

/// The syntax tree of a pattern.
public indirect enum PatternNode: Sendable, Equatable {
  case item(PatternItem)
  case sequence([PatternNode])
  case choice([PatternNode])
  case capture(String, PatternNode)
  case repeated(PatternNode, Int, Int)
  /// Stands before something, without taking it; negated with `!`.
  case ahead(PatternNode, isNegative: Bool)
}

/// One thing to stand at a place: a type with features, or a literal word.
public struct PatternItem: Sendable, Equatable {
  /// The type's name; empty for a literal.
  public var type: String
  /// Grammemes of which one must be possible, conjoined over the list.
  public var features: [Grammemes]
  /// Grammemes that must not be the only ones possible.
  public var excluded: Grammemes
  /// Literal word, folded when compared.
  public var literal: String?
  public var line: Int
  public var column: Int
}
