import KadryLexicon

/// A name in the text.
struct PersonMention {
  var tokens: Range<Int>
  /// The name in the nominative.
  var name: String
  /// Folded keys of the nominative parts.
  var parts: [NamePart]
  /// Whether the name needs a post or an honorific beside it to count.
  var isWeak: Bool
  /// Whether it is one part of a name only.
  var isShort: Bool
  /// Whether something beside it makes it a person: an honorific, a post.
  var isSupported = false
  var role: PersonRole = .official
  var rule: String
  /// Number of the person it was joined to.
  var person = -1
  /// Whether a part of a name fits more than one person before it.
  var isAmbiguous = false

  /// One number for the spelling of all parts.
  var key: UInt64 { parts.key }
}

/// One part of a name.
struct NamePart: Equatable {
  /// In the nominative, with its capital.
  var text: String
  /// Key of the nominative spelling.
  var key: UInt64
  /// Syllables that the spelling may stand for.
  var syllables: [Syllables.Syllable]
  /// Whether an ending was taken off.
  var isInflected: Bool
}

/// A name of a body in the text.
struct BodyMention {
  var tokens: Range<Int>
  /// The token range of the head noun.
  var head: Range<Int>
  var concepts: ConceptSet
  var level: Level?
  /// Vietnamese name of the place that the text gives.
  var place: String?
  /// Level of the unit that the place is.
  var placeLevel: Level?
  /// Whether the place is a city on the level of provinces.
  var isCityPlace = false
  var grammemes: Grammemes
  var name: String
  /// The canonical organization, by its number in the lexicons.
  var org: Int?
  /// Ids of the lexicon entries that took part.
  var lexicon: [String]
  /// Whether it stands inside a longer name.
  var isNested = false
  /// Whether a person's post belongs to it.
  var isPostBody = false
  var rule: String
  /// Number of the organization it was joined to.
  var organization = -1
  /// The bodies inside, from the outermost.
  var owner: Int?
}

/// A title in the text, with the body that it belongs to.
struct PostMention {
  /// With the body.
  var tokens: Range<Int>
  /// Without the body.
  var titleTokens: Range<Int>
  /// The head noun alone.
  var functionTokens: Range<Int>
  var title: String
  var function: String
  var kind: Function.Kind
  var ranks: [String]
  var status: HoldsStatus
  var body: Int?
  /// A body that the word itself names.
  var impliedBody: String?
  var place: String?
  var level: Level?
  var grammemes: Grammemes
  var isPlural: Bool
  /// Whether it is an office of another country.
  var isForeign = false
  var lexicon: [String]
  /// Whether a person was tied to it.
  var isTaken = false
}

/// A document cited in the text.
struct DirectiveMention {
  var tokens: Range<Int>
  var number: String?
  var numberVi: String?
  var type: String?
  var issuerCode: String?
  var issuer: String?
  var title: String?
  var date: String?
  var cites: Citation
  /// The bare number, for short citations.
  var bare: Int?
  var year: Int?
  var causes: [Cause] = []
  var rule: String
}

/// A date in the text.
struct DateMention {
  var tokens: Range<Int>
  var value: String
  var rule: String
  var isTerm = false
  /// Whether the text looks ahead to it: «before», «by».
  var isDeadline = false
}

/// A number with its thousands and multipliers put together.
struct Amount {
  var tokens: Range<Int>
  var value: Double
  var isWord: Bool
  /// What the multipliers behind the digits make together.
  var factor = 1.0
}

/// A figure in the text.
struct FigureMention {
  var tokens: Range<Int>
  var claim: FigureClaim
  var rule: String
  /// Keys of the words that say what is counted.
  var what: Range<Int>?
  /// Whether the text says «of them» of it.
  var isOfThem = false
  /// Whether its clause is negated.
  var isNegated = false
}

/// A person tied to a post.
struct HoldsMention {
  var tokens: Range<Int>
  var person: Int
  var post: Int
  var status: HoldsStatus
  var since: String?
  var until: String?
  var term: String?
  /// The number of the congress or assembly whose term it is.
  var session: Int?
  var rule: String
  var causes: [Cause] = []
}

/// A relation found by a rule.
struct RelationMention {
  enum End { case directive(Int), body(Int), person(Int) }
  var tokens: Range<Int>
  var subject: End
  var predicate: Predicate
  var object: End
  var rule: String
}
