extension SchemaAnswer {
  /// The keys of gold files, as ``GoldFolder`` reads them.
  public static let gold: [SchemaAnswer] = [
    key("document", "id", "string", "Names the document, for lists of mistakes.", isRequired: true),
    key("document", "file", "string", "The text, relative to the gold file; id.txt unless given."),
    key("document", "sha256", "string", "What the SHA-256 of the text must be."),
    key(
      "document", "lang", "string", "The language; the name of the folder unless given.",
      values: ["ru", "vi"]),
    key("document", "split", "string", "The part of the gold, such as dev or test."),
    key("document", "source", "string", "The newspaper's host, as given to the reading."),
    key("document", "url", "string", "The address, as given to the reading."),
    key("document", "published", "string", "The publication date, as given to the reading."),
    key(
      "document", "trap", "boolean",
      "Nothing official is in it; so when no person, role or number is required."),
    key("persons", "name", "string", "In the nominative, as the text spells it most.", isRequired: true),
    key("persons", "surface", "array of strings", "Other spellings in the text."),
    key("roles", "person", "string", "The name of one of the persons.", isRequired: true),
    key("roles", "title", "string", "In the nominative, without the organization.", isRequired: true),
    key("roles", "alt_titles", "array of strings", "Other wordings of the title in the text."),
    key("roles", "org", "string", "The organization in the words of the text; null when none is named."),
    key("roles", "alt_orgs", "array of strings", "Other wordings of the organization."),
    key("roles", "org_ref", "string", "The name of one of the organizations."),
    key("organizations", "name", "string", "In the nominative.", isRequired: true),
    key("organizations", "surface", "array of strings", "Other spellings in the text."),
    key("directives", "number", "string", "In Latin letters; null for a document that has only a title."),
    key("directives", "kind", "string", "Such as directive, resolution or decision."),
    key("directives", "title", "string", "For a document without number."),
    key("directives", "surface", "array of strings", "How the text cites it."),
    key(
      "dates", "value", "string", "ISO 8601: 2017-11, 2016/2020, or --11-10 without a year.", isRequired: true
    ),
    key("dates", "resolved", "string", "The full date, when the year comes from elsewhere."),
    key("dates", "surface", "string", "As the text has it."),
    key("quantities", "value", "number or string", "Absolute; a ratio as \"45/46\".", isRequired: true),
    key("quantities", "raw", "number or string", "As written: 338.1 for 338.1 billion."),
    key("quantities", "surface", "string", "As the text has it."),
    key("every item", "optional", "boolean", "Counts neither when found nor when missed."),
  ]

  private static func key(
    _ record: String, _ key: String, _ type: String, _ meaning: String, isRequired: Bool = false,
    values: [String] = []
  ) -> SchemaAnswer {
    SchemaAnswer(
      record: record, key: key, type: type, isRequired: isRequired, isIdentity: false, values: values,
      meaning: meaning)
  }
}
