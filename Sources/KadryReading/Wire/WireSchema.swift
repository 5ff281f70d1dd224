import KadryText

/// Every key of every kind of record, as `kadry schema` prints it; reader and writer are tested against it.
public enum WireSchema {
  /// One kind of record.
  public struct Kind: Sendable, Equatable {
    public var name: String
    public var meaning: String
    /// In the order of the line.
    public var keys: [Key]
  }

  /// One key of a record.
  public struct Key: Sendable, Equatable {
    public var name: String
    /// `string`, `integer`, `number`, `boolean`, `[string]`, `[integer,integer]`, `[[integer,integer]]` or `[mention]`.
    public var type: String
    public var meaning: String
    /// Whether every record of the kind has it.
    public var isRequired: Bool
    /// Whether it is part of what the id is made of.
    public var isIdentity: Bool
    /// The closed list of its values; empty when open.
    public var values: [String]
  }

  /// `plain`, `markdown`, `html`.
  public static let formats: [TextFormat] = [.plain, .markdown, .html]

  /// The kinds in the order of a document's lines.
  public static let kinds: [Kind] = [document] + claims + [error, end]

  /// The keys of an element of `mentions`.
  public static let mention = Kind(
    name: "mention", meaning: "A place in the text that supports a claim; an element of mentions.",
    keys: [
      required("span", "[integer,integer]", "Half-open range of UTF-8 bytes in the document's text."),
      required("quote", "string", "The bytes of span, verbatim."),
      required("zone", "string", "The part of the page.", values: Zone.allCases),
      required("rule", "string", "The name of the rule that found it."),
      required("lexicon", "[string]", "Ids of the lexicon entries that took part."),
      optional("cites", "string", "For a directive: how it is cited here.", values: Citation.allCases),
    ])

  static let document = Kind(
    name: "document", meaning: "A document that was read.",
    keys: common + [
      optional("path", "string", "Where it was read, with the member of an archive."),
      optional("ref", "string", "The id that the caller gave it."),
      identity("sha256", "string", "SHA-256 of the payload, lower-case hex."),
      identity("url", "string", "As given.", isRequired: false),
      identity("source", "string", "The newspaper's host, as given.", isRequired: false),
      identity("lang", "string", "The language as given.", isRequired: false),
      identity(
        "date", "string", "The publication date as given: ISO 8601, possibly partial.", isRequired: false),
      optional("title_given", "string", "The title as given."),
      optional("translation", "string", "A mark that groups a translation with its original, as given."),
      required(
        "exact", "boolean", "Whether text and payload are the same bytes: spans are offsets in the file."),
      required("charset", "string", "The charset of the payload."),
      optional("format", "string", "How the text is laid out; plain when absent.", values: formats),
      optional(
        "published", "string", "The publication date that the reading settled on: ISO 8601, possibly partial."
      ),
      optional(
        "published_basis", "string",
        "Where it comes from: metadata (given), page (its own metadata), header, dateline, url, number."),
      optional("title", "string", "The title that the reading settled on."),
      optional("language", "string", "The language of most sentences: ru, vi, vi-bare or other."),
      optional("place", "string", "The Vietnamese name of the place of the paper or the article."),
      optional("author", "string", "Who wrote it, as the page's metadata say."),
      optional("section", "string", "The section of the paper, as the page's metadata say."),
      optional("declared", "string", "The language that the page declares."),
      optional("canonical", "string", "The address that the page calls its own."),
      optional(
        "translations", "[string]", "The same article in other languages: language, blank and address each."),
      optional(
        "article", "[[integer,integer]]",
        "Where the article of a page stands in the text, in half-open bytes."),
      required("reading", "string", "Hash of engine and lexicons."),
      required("text", "string", "The text that spans refer to."),
    ])

  static let claims: [Kind] = [
    claim(
      "person", "A person who is named.",
      [
        identity("name", "string", "In the nominative, as the document spells it most."),
        optional("vi", "string", "The Vietnamese spelling, only when certain."),
        required("role", "string", "Why the person is named.", values: PersonRole.allCases),
        optional("spellings", "[string]", "Other spellings of the full name, in the nominative."),
      ]),
    claim(
      "organization", "A body that is named or meant.",
      [
        identity("name", "string", "In the nominative, as the document spells it most."),
        optional("org", "string", "The canonical id."),
        optional("place", "string", "The Vietnamese name of the place it belongs to."),
        optional("level", "string", "central, province, district, commune or village."),
      ]),
    claim(
      "holds", "A person holds, takes or leaves a post.",
      [
        identity("person", "string", "The name as in the person's claim."),
        identity("title", "string", "In the nominative, without the organization."),
        identity("organization", "string", "The name as in the organization's claim.", isRequired: false),
        identity("status", "string", "What is said about person and post.", values: HoldsStatus.allCases),
        required("person_ref", "string", "The id of the person's claim."),
        optional("organization_ref", "string", "The id of the organization's claim."),
        optional("post", "string", "The canonical id of the post."),
        optional("place", "string", "The Vietnamese name of the place of the post."),
        optional("since", "string", "The start as stated: ISO 8601, possibly partial."),
        optional("until", "string", "The end as stated: ISO 8601, possibly partial."),
        optional("term", "string", "The term of office, YYYY/YYYY."),
        optional(
          "observed", "string", "The day for which it is said: ISO 8601, possibly partial or --MM-DD."),
      ]),
    claim(
      "directive", "An official document that is cited.",
      [
        identity(
          "number", "string", "Latin letters without diacritics; absent for one without number.",
          isRequired: false),
        identity(
          "title", "string", "The title; part of the identity only without a number.", isRequired: false),
        optional("number_vi", "string", "With Vietnamese letters."),
        optional("type", "string", "The id of the type."),
        optional("issuer", "string", "The canonical id of the issuing body."),
        optional("date", "string", "The date of the directive: ISO 8601, possibly partial."),
      ]),
    claim(
      "date", "A date, a period or a term.",
      [
        identity(
          "value", "string", "ISO 8601, possibly partial, year-less (--11-10) or a range (2016/2020)."),
        optional("resolved", "string", "The full date, when the year comes from elsewhere."),
        optional("basis", "string", "Where resolved comes from: published, text."),
      ]),
    claim(
      "figure", "A number that the text claims; identified by the span of its first mention.",
      [
        optional("value", "number", "Absolute: money in whole units."),
        optional("unit", "string", "The unit."),
        optional("what", "string", "What is counted, as the text says it."),
        optional("of", "number", "The denominator of a ratio."),
        optional("percent", "number", "A percentage as stated."),
        optional("place", "string", "The Vietnamese name of the place."),
        optional("period", "string", "The period: ISO 8601."),
        required("measure", "string", "What kind of number it is.", values: Measure.allCases),
        optional("check", "string", "ok, or what disagrees."),
      ]),
    claim(
      "relation", "A relation between two claims of the document.",
      [
        identity("subject", "string", "A claim id."),
        identity("predicate", "string", "The relation.", values: Predicate.allCases),
        identity("object", "string", "A claim id."),
      ]),
  ]

  static let error = Kind(
    name: "error", meaning: "A document or a line that could not be read.",
    keys: common + [
      identity("path", "string", "The input.", isRequired: false),
      identity("ref", "string", "The id that the caller gave it.", isRequired: false),
      identity("byte", "integer", "Offset of the trouble.", isRequired: false),
      identity("reason", "string", "A short code and a sentence."),
    ])

  static let end = Kind(
    name: "end", meaning: "Closes a document: all its claims have been written.",
    keys: common + [
      identity("doc", "string", "The id of the document."),
      required("claims", "integer", "How many claims the document has."),
    ])

  private static let common = [
    required("v", "integer", "The version of the wire format, \(wireVersion)."),
    required("kind", "string", "The kind of the record."),
    required("id", "string", "A prefix and 24 hex digits."),
  ]

  private static func claim(_ name: String, _ meaning: String, _ keys: [Key]) -> Kind {
    Kind(
      name: name, meaning: meaning,
      keys: common + [
        identity("doc", "string", "The id of the document."),
        required("grade", "string", "How firmly the text supports it.", values: Grade.allCases),
        required("causes", "[string]", "Why it was graded or completed so.", values: Cause.allCases),
      ] + keys + [
        required("mentions", "[mention]", "Every place that says so, by span; one at least.")
      ])
  }

  private static func required(_ name: String, _ type: String, _ meaning: String) -> Key {
    Key(name: name, type: type, meaning: meaning, isRequired: true, isIdentity: false, values: [])
  }

  private static func required(
    _ name: String, _ type: String, _ meaning: String, values: [some RawRepresentable<String>]
  ) -> Key {
    Key(
      name: name, type: type, meaning: meaning, isRequired: true, isIdentity: false,
      values: values.map(\.rawValue))
  }

  private static func optional(_ name: String, _ type: String, _ meaning: String) -> Key {
    Key(name: name, type: type, meaning: meaning, isRequired: false, isIdentity: false, values: [])
  }

  private static func optional(
    _ name: String, _ type: String, _ meaning: String, values: [some RawRepresentable<String>]
  ) -> Key {
    Key(
      name: name, type: type, meaning: meaning, isRequired: false, isIdentity: false,
      values: values.map(\.rawValue))
  }

  private static func identity(
    _ name: String, _ type: String, _ meaning: String, isRequired: Bool = true
  ) -> Key {
    Key(name: name, type: type, meaning: meaning, isRequired: isRequired, isIdentity: true, values: [])
  }

  private static func identity(
    _ name: String, _ type: String, _ meaning: String, values: [some RawRepresentable<String>]
  ) -> Key {
    Key(
      name: name, type: type, meaning: meaning, isRequired: true, isIdentity: true,
      values: values.map(\.rawValue))
  }
}
