/// Something that a document says, with the places where it says so.
///
/// A claim is identified by its document and the identity keys of its body (``Identity``);
/// the same thing said twice is one claim with two mentions.
public struct Claim: Sendable, Equatable {
  /// `clm-` and 24 hex digits.
  public var id: String
  /// The id of the document that says it.
  public var doc: String
  public var grade: Grade
  /// Why the grade is not simply `stated`, or what helped; a closed list.
  public var causes: [Cause]
  /// Every place in the document, ordered by span.
  public var mentions: [Mention]
  public var body: ClaimBody

  public init(
    id: String, doc: String, grade: Grade = .stated, causes: [Cause] = [], mentions: [Mention],
    body: ClaimBody
  ) {
    self.id = id
    self.doc = doc
    self.grade = grade
    self.causes = causes
    self.mentions = mentions
    self.body = body
  }
}

/// How firmly the text supports a claim.
public enum Grade: String, Sendable, CaseIterable, Codable {
  case stated, inferred, ambiguous
}

/// Why a claim was graded or completed as it was; the list is closed and printed by `kadry schema`.
public enum Cause: String, Sendable, CaseIterable, Codable {
  /// The place comes from the newspaper that printed the article.
  case placeFromSource = "place-from-source"
  /// The place or owner comes from words elsewhere in the article.
  case placeFromContext = "place-from-context"
  /// Two spellings of one name in the article were joined.
  case spellingJoined = "spelling-joined"
  /// A part of a name was tied to the full name elsewhere in the article.
  case shortName = "short-name"
  /// A bare title was tied back to its holder.
  case bareTitle = "bare-title"
  /// The post was said once and applies to each name of a list.
  case distributed = "distributed"
  /// The body was left out and taken from the post beside it.
  case bodyFromContext = "body-from-context"
  /// The person was not named beside the post: the one spoken of before.
  case personFromContext = "person-from-context"
  /// The post was not named beside the person: the one that somebody else had left before.
  case postFromContext = "post-from-context"
  /// The year was taken from the publication date.
  case yearFromPublication = "year-from-publication"
  /// The number was cited in short and tied to the full citation.
  case shortCitation = "short-citation"
  /// Letters of another script or a transcription were read as a document code.
  case codeNormalized = "code-normalized"
  /// A known mistake of machine translation was undone.
  case translationSlip = "translation-slip"
  /// A name is spelled in a way that more than one reading fits.
  case ambiguousName = "ambiguous-name"
}

/// One place in the text that supports a claim.
public struct Mention: Sendable, Equatable {
  /// Half-open range of UTF-8 bytes in the document's text.
  public var span: Range<Int>
  /// The bytes of `span`, verbatim.
  public var quote: String
  public var zone: Zone
  /// The name of the rule that found it.
  public var rule: String
  /// Ids of the lexicon entries that took part.
  public var lexicon: [String]
  /// For directives: whether the number was cited in full or in short.
  public var cites: Citation?

  public init(
    span: Range<Int>, quote: String, zone: Zone, rule: String, lexicon: [String] = [],
    cites: Citation? = nil
  ) {
    self.span = span
    self.quote = quote
    self.zone = zone
    self.rule = rule
    self.lexicon = lexicon
    self.cites = cites
  }
}

/// How a directive is cited.
public enum Citation: String, Sendable, CaseIterable, Codable {
  case full, short
}

/// The part of the page that a mention stands in.
public enum Zone: String, Sendable, CaseIterable, Codable {
  case headline, lead, body, caption, byline, credit, related, furniture
}

/// What a claim says.
public enum ClaimBody: Sendable, Equatable {
  case person(PersonClaim)
  case organization(OrganizationClaim)
  case holds(HoldsClaim)
  case directive(DirectiveClaim)
  case date(DateClaim)
  case figure(FigureClaim)
  case relation(RelationClaim)

  /// The word for it on the wire.
  public var kind: String {
    switch self {
    case .person: "person"
    case .organization: "organization"
    case .holds: "holds"
    case .directive: "directive"
    case .date: "date"
    case .figure: "figure"
    case .relation: "relation"
    }
  }
}

/// A person who is named in the document.
public struct PersonClaim: Sendable, Equatable {
  /// In the nominative, as the document spells it most.
  public var name: String
  /// The Vietnamese spelling, only when certain.
  public var vi: String?
  public var role: PersonRole
  /// Other spellings of the full name in the document, in the nominative, sorted.
  public var spellings: [String]
  public init(name: String, vi: String? = nil, role: PersonRole = .official, spellings: [String] = []) {
    self.name = name
    self.vi = vi
    self.role = role
    self.spellings = spellings
  }
}

/// Why a person is named.
public enum PersonRole: String, Sendable, CaseIterable, Codable {
  case official, byline, credit
}

/// A body that is named in the document, or that one definite body is meant by.
public struct OrganizationClaim: Sendable, Equatable {
  /// In the nominative, as the document spells it most.
  public var name: String
  /// The canonical id of `Lexicons/organizations.tsv`, if the body is known.
  public var org: String?
  /// The Vietnamese name of the place it belongs to.
  public var place: String?
  /// `central`, `province`, `district`, `commune` or `village`.
  public var level: String?
  public init(name: String, org: String? = nil, place: String? = nil, level: String? = nil) {
    self.name = name
    self.org = org
    self.place = place
    self.level = level
  }
}

/// A person holds, takes or leaves a post.
public struct HoldsClaim: Sendable, Equatable {
  /// The person's name as in the person's own claim.
  public var person: String
  /// The title in the nominative, without the organization.
  public var title: String
  /// The organization's name as in its own claim; `nil` when none is named.
  public var organization: String?
  public var status: HoldsStatus
  /// The claim id of the person.
  public var personRef: String
  /// The claim id of the organization.
  public var organizationRef: String?
  /// The canonical id of `Lexicons/posts.tsv`, if the post is known.
  public var post: String?
  /// The Vietnamese name of the place of the post.
  public var place: String?
  /// When the holding begins, as stated: a partial ISO date.
  public var since: String?
  /// When the holding ends, as stated: a partial ISO date.
  public var until: String?
  /// The term of office, as `YYYY/YYYY`.
  public var term: String?
  /// The day for which the text says it: a partial ISO date or a year-less `--MM-DD`.
  public var observed: String?
  public init(
    person: String, title: String, organization: String? = nil, status: HoldsStatus = .holds,
    personRef: String = "", organizationRef: String? = nil, post: String? = nil,
    place: String? = nil, since: String? = nil, until: String? = nil, term: String? = nil,
    observed: String? = nil
  ) {
    self.person = person
    self.title = title
    self.organization = organization
    self.status = status
    self.personRef = personRef
    self.organizationRef = organizationRef
    self.post = post
    self.place = place
    self.since = since
    self.until = until
    self.term = term
    self.observed = observed
  }
}

/// What the text says about a person and a post.
public enum HoldsStatus: String, Sendable, CaseIterable, Codable {
  case holds, acting, former, appointed, elected, dismissed, retired, nominated
}

/// An official document that is cited.
public struct DirectiveClaim: Sendable, Equatable {
  /// Latin letters without diacritics, such as `01-DA/TU`; `nil` for a document named without number.
  public var number: String?
  /// The title, for a document without number; otherwise what the text gives.
  public var title: String?
  /// With Vietnamese letters, such as `01-ĐA/TU`.
  public var numberVi: String?
  /// An id of `Lexicons/document-types.tsv`, such as `directive`.
  public var type: String?
  /// The canonical organization id of the issuer.
  public var issuer: String?
  /// The date of the document: a partial ISO date.
  public var date: String?
  public init(
    number: String?, title: String? = nil, numberVi: String? = nil, type: String? = nil,
    issuer: String? = nil, date: String? = nil
  ) {
    self.number = number
    self.title = title
    self.numberVi = numberVi
    self.type = type
    self.issuer = issuer
    self.date = date
  }
}

/// A date, a period or a term.
public struct DateClaim: Sendable, Equatable {
  /// ISO 8601, possibly partial or year-less: `2017-11`, `2016/2020`, `--11-10`.
  public var value: String
  /// The full date, when the year comes from elsewhere.
  public var resolved: String?
  /// Where `resolved` comes from: `published`, `text`.
  public var basis: String?
  public init(value: String, resolved: String? = nil, basis: String? = nil) {
    self.value = value
    self.resolved = resolved
    self.basis = basis
  }
}

/// A number that the text claims of something.
public struct FigureClaim: Sendable, Equatable {
  /// The value, absolute: money in whole units, «1,42 млрд» as 1420000000.
  public var value: Double?
  /// What is measured in, such as `VND`, `ha`, `m`, `year`.
  public var unit: String?
  /// What is counted, as the text says it.
  public var what: String?
  /// The denominator of a ratio.
  public var of: Double?
  /// A percentage as stated.
  public var percent: Double?
  public var place: String?
  public var period: String?
  public var measure: Measure
  /// `ok`, or what disagrees.
  public var check: String?
  public init(
    value: Double?, unit: String? = nil, what: String? = nil, of: Double? = nil,
    percent: Double? = nil, place: String? = nil, period: String? = nil, measure: Measure,
    check: String? = nil
  ) {
    self.value = value
    self.unit = unit
    self.what = what
    self.of = of
    self.percent = percent
    self.place = place
    self.period = period
    self.measure = measure
    self.check = check
  }
}

/// What kind of number a figure is.
public enum Measure: String, Sendable, CaseIterable, Codable {
  case count, ratio, percent, money, area, length, duration
}

/// A relation between two claims of one document.
public struct RelationClaim: Sendable, Equatable {
  /// Claim ids.
  public var subject: String
  public var predicate: Predicate
  public var object: String
  public init(subject: String, predicate: Predicate, object: String) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

public enum Predicate: String, Sendable, CaseIterable, Codable {
  case issuedBy = "issued-by"
  case implements
  case partOf = "part-of"
  case attends
  case amends
}
