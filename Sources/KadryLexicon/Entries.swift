/// What kind of thing a lexicon entry names; decides the annotation type that its hits get.
public enum EntryKind: UInt8, Sendable, CaseIterable {
  /// The head noun of a title.
  case function
  /// What stands before or after a function: deputy, standing, acting, former.
  case rank
  /// A word of a body's name.
  case body
  case place
  case honorific
  case month
  case unit
  case numeral
  case documentType
  case cue
}

/// One row of a table, as the trie refers to it.
public struct Entry: Sendable {
  public let kind: EntryKind
  /// The row's id.
  public let id: String
  /// Index into the typed table of its kind.
  public let index: Int
}

extension Entry {
  /// Whether one of the ids marks words that translations are known to put for others.
  public static func holdsSlip(_ ids: [String]) -> Bool { ids.contains { $0.hasSuffix(".slip") } }
}

/// A row of `functions.tsv`.
public struct Function: Sendable {
  /// `office`, `membership`, `state`, `diplomat` or `other`.
  public enum Kind: String, Sendable { case office, membership, state, diplomat, other }
  public let id: String
  public let kind: Kind
  /// Ranks that the word itself carries, as «вице-премьер» does.
  public let ranks: [String]
  /// The organization that the word itself names, as `ĐBQH` does.
  public let body: String?
  public let vi: [String]
}

/// A row of `ranks.tsv`.
public struct Rank: Sendable {
  /// What the word does to the post.
  public enum Effect: String, Sendable { case rank, acting, former, drop }
  public let id: String
  public let effect: Effect
}

/// A row of `bodies.tsv`: a word that names of bodies are made of.
public struct BodyWord: Sendable {
  public enum Role: String, Sendable { case head, word, level }
  public let id: String
  public let role: Role
  /// Bits of ``Concepts``.
  public let concepts: ConceptSet
  public let level: Level?
}

/// The levels of the state, from the top.
public enum Level: String, Sendable, CaseIterable, Codable {
  case central, province, district, commune, village

  /// The place among all levels, from the top.
  public var order: Int {
    switch self {
    case .central: 0
    case .province: 1
    case .district: 2
    case .commune: 3
    case .village: 4
    }
  }
}

/// A row of `places.tsv`.
public struct Place: Sendable {
  public let id: String
  public let level: String
  public let vi: String
  public let parent: String?
  public let since: String?
  public let until: String?
  /// The places that it was made of, or went into.
  public let related: [String]
  /// Whether it is a city that is governed like a province.
  public let isCity: Bool
}

/// A row of `months.tsv`.
public struct Month: Sendable {
  public let number: Int
}

/// A row of `units.tsv`.
public struct Unit: Sendable {
  public let id: String
  public let measure: String
  /// The base unit of its measure, such as `m`, and how much of it this unit is.
  public let unit: String
  public let factor: Double
  /// The unit itself: the last part of the id, or the base unit where that is the same.
  public var symbol: String {
    factor == 1 ? unit : String(id.split(separator: ".").last ?? "")
  }
}

/// A row of `numerals.tsv`.
public struct Numeral: Sendable {
  public let value: Double
  /// Whether it multiplies the number before it, as «млн» does.
  public let isMultiplier: Bool
}

/// A row of `honorifics.tsv`.
public struct Honorific: Sendable {
  public let id: String
  public let gender: String
  public let effect: String
}

/// A row of `document-types.tsv`.
public struct DocumentType: Sendable {
  /// The full id, such as `decision.personnel`.
  public let id: String
  /// The id without its subtype.
  public let kind: String
  /// With Vietnamese letters, such as `ĐA`.
  public let code: String
  public let asciiCode: String
  /// Spellings of the code, with those of other scripts.
  public let variants: [String]
  public let systems: Set<String>
}

/// A row of `document-issuers.tsv`.
public struct DocumentIssuer: Sendable {
  public let code: String
  public let asciiCode: String
  public let variants: [String]
  public let system: String
  public let level: String?
  /// The canonical organization.
  public let org: String?
}

/// A row of `cues.tsv`.
public struct Cue: Sendable {
  public let id: String
  public let type: String
}

/// A row of `organizations.tsv`.
public struct Organization: Sendable {
  public let id: String
  public let level: Level?
  public let parent: String?
  /// Alternatives, any of which identifies the kind of body.
  public let concepts: [ConceptSet]
  public let vi: [String]
  public let ru: [String]
  public let since: String?
  public let until: String?
  /// Whether a place has only one such body; a ministry or a department is one of many.
  public let isSingleInUnit: Bool
}

/// A row of `posts.tsv`.
public struct Post: Sendable {
  public let id: String
  public let function: String
  public let ranks: [String]
  public let body: String
  public let level: Level?
  /// Lower is more senior.
  public let precedence: Int
  public let isSingleHolder: Bool
  public let vi: [String]
  public let ru: [String]
}

/// A row of `newspapers.tsv`.
public struct Newspaper: Sendable {
  public let domain: String
  public let variants: [String]
  public let name: String
  /// The province before and since July 2025.
  public let province: String?
  public let province2025: String?
}

/// A row of `article-numbers.tsv`: a number that a newspaper gave to an article of a known date.
public struct ArticleNumber: Sendable, Equatable {
  /// The newspaper's host.
  public let source: String
  public let number: Int
  /// ISO 8601, possibly partial.
  public let date: String
  /// Whether the page states the date; otherwise it is the day of what the article speaks of.
  public let isStated: Bool
}
