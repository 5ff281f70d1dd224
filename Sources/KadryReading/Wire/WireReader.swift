import KadryText

/// Reads one JSON line of the wire format.
///
/// Unknown keys are ignored, for keys are added over time; a greater `v` is refused.
public enum WireReader {
  /// Reads a line, with or without its newline.
  public static func record(_ line: [UInt8]) throws(WireError) -> WireRecord {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: line)
    } catch {
      throw WireError(.notAnObject, "not JSON: \(error)")
    }
    guard case .object(let object) = value else {
      throw WireError(.notAnObject, "expected an object, found \(value.typeName)")
    }
    return try record(WireObject(object, path: ""))
  }

  /// Reads a line given as text.
  public static func record(_ line: String) throws(WireError) -> WireRecord {
    try record(Array(line.utf8))
  }

  private static func record(_ object: WireObject) throws(WireError) -> WireRecord {
    guard let kind = try object.optionalText("kind") else {
      if object.has("text") || object.has("html") {
        throw WireError(.inputDocument, key: "kind", "is missing: this is a document to read, not a record")
      }
      throw WireError(.missing, key: "kind", "is missing")
    }
    let version = try object.integer("v")
    guard version <= wireVersion else {
      throw WireError(
        .newerVersion, key: "v",
        "the record is of wire version \(version), this kadry reads up to \(wireVersion); use a newer one")
    }
    switch kind {
    case "document": return .document(try document(object))
    case "error":
      return .error(
        ErrorRecord(
          path: try object.optionalText("path"), ref: try object.optionalText("ref"),
          byte: try object.optionalInteger("byte"), reason: try object.text("reason")))
    case "end":
      return .end(EndRecord(doc: try object.text("doc"), claims: try object.integer("claims")))
    default: return .claim(try claim(object, kind: kind))
    }
  }

  private static func document(_ object: WireObject) throws(WireError) -> DocumentRecord {
    let metadata = DocumentMetadata(
      path: try object.optionalText("path"), ref: try object.optionalText("ref"),
      sha256: try object.text("sha256"), url: try object.optionalText("url"),
      source: try object.optionalText("source"), lang: try object.optionalText("lang"),
      date: try object.optionalText("date"), title: try object.optionalText("title_given"),
      exact: try object.flag("exact"), charset: try object.text("charset"),
      translation: try object.optionalText("translation"))
    return DocumentRecord(
      id: try object.text("id"), metadata: metadata, published: try object.optionalText("published"),
      publishedBasis: try object.optionalText("published_basis"), title: try object.optionalText("title"),
      lang: try object.optionalText("language"), text: try object.text("text"),
      reading: try object.text("reading"), place: try object.optionalText("place"),
      format: try object.choice("format", WireSchema.formats) ?? .plain,
      page: PageRecord(
        author: try object.optionalText("author"), section: try object.optionalText("section"),
        language: try object.optionalText("declared"), canonical: try object.optionalText("canonical"),
        translations: try object.optionalTexts("translations"), article: try object.optionalSpans("article")))
  }

  private static func claim(_ object: WireObject, kind: String) throws(WireError) -> Claim {
    let body = try body(object, kind: kind)
    var causes: [Cause] = []
    for name in try object.texts("causes") {
      causes.append(try object.member(name, of: Cause.allCases, key: "causes"))
    }
    var mentions: [Mention] = []
    for mention in try object.objects("mentions") { mentions.append(try self.mention(mention)) }
    guard !mentions.isEmpty else {
      throw WireError(.wrongType, key: "mentions", "there must be one at least")
    }
    return Claim(
      id: try object.text("id"), doc: try object.text("doc"),
      grade: try object.needed("grade", Grade.allCases),
      causes: causes, mentions: mentions, body: body)
  }

  private static func mention(_ object: WireObject) throws(WireError) -> Mention {
    Mention(
      span: try object.span("span"), quote: try object.text("quote"),
      zone: try object.needed("zone", Zone.allCases), rule: try object.text("rule"),
      lexicon: try object.texts("lexicon"), cites: try object.choice("cites", Citation.allCases))
  }

  private static func body(_ object: WireObject, kind: String) throws(WireError) -> ClaimBody {
    switch kind {
    case "person":
      return .person(
        PersonClaim(
          name: try object.text("name"), vi: try object.optionalText("vi"),
          role: try object.needed("role", PersonRole.allCases),
          spellings: try object.optionalTexts("spellings")))
    case "organization":
      return .organization(
        OrganizationClaim(
          name: try object.text("name"), org: try object.optionalText("org"),
          place: try object.optionalText("place"), level: try object.optionalText("level")))
    case "holds": return .holds(try holds(object))
    case "directive":
      let number = try object.optionalText("number")
      let title = try object.optionalText("title")
      guard number != nil || title != nil else {
        throw WireError(.missing, key: "number", "is missing, and so is \"title\"")
      }
      return .directive(
        DirectiveClaim(
          number: number, title: title, numberVi: try object.optionalText("number_vi"),
          type: try object.optionalText("type"), issuer: try object.optionalText("issuer"),
          date: try object.optionalText("date")))
    case "date":
      return .date(
        DateClaim(
          value: try object.text("value"), resolved: try object.optionalText("resolved"),
          basis: try object.optionalText("basis")))
    case "figure":
      return .figure(
        FigureClaim(
          value: try object.number("value"), unit: try object.optionalText("unit"),
          what: try object.optionalText("what"), of: try object.number("of"),
          percent: try object.number("percent"), place: try object.optionalText("place"),
          period: try object.optionalText("period"),
          measure: try object.needed("measure", Measure.allCases), check: try object.optionalText("check")))
    case "relation":
      return .relation(
        RelationClaim(
          subject: try object.text("subject"),
          predicate: try object.needed("predicate", Predicate.allCases), object: try object.text("object")))
    default:
      throw WireError(
        .unknownValue, key: "kind",
        "\"\(kind)\" is none of \(WireSchema.kinds.map(\.name).joined(separator: ", "))")
    }
  }

  private static func holds(_ object: WireObject) throws(WireError) -> HoldsClaim {
    HoldsClaim(
      person: try object.text("person"), title: try object.text("title"),
      organization: try object.optionalText("organization"),
      status: try object.needed("status", HoldsStatus.allCases),
      personRef: try object.text("person_ref"), organizationRef: try object.optionalText("organization_ref"),
      post: try object.optionalText("post"), place: try object.optionalText("place"),
      since: try object.optionalText("since"), until: try object.optionalText("until"),
      term: try object.optionalText("term"), observed: try object.optionalText("observed"))
  }
}
