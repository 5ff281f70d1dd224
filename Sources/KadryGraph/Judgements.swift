import KadryReading

/// What people decided, as the graph applies it: in terms of claims and documents of this database.
public struct Judgements: Sendable, Equatable {
  /// Two persons' claims, and the correction that joins or parts them.
  public struct Pair: Sendable, Equatable {
    public var a: String
    public var b: String
    public var correction: String

    public init(a: String, b: String, correction: String) {
      self.a = a
      self.b = b
      self.correction = correction
    }
  }

  public var same: [Pair] = []
  public var different: [Pair] = []
  /// New values by claim or document and field, each with its correction.
  public private(set) var fields: [String: [String: (value: String, correction: String)]] = [:]
  /// Claims that are wrong, with the correction.
  public private(set) var rejected: [String: String] = [:]

  public init() {}

  public var isEmpty: Bool { same.isEmpty && different.isEmpty && fields.isEmpty && rejected.isEmpty }

  public static func == (left: Judgements, right: Judgements) -> Bool {
    left.same == right.same && left.different == right.different && left.rejected == right.rejected
      && left.fields.mapValues { $0.mapValues(\.value) } == right.fields.mapValues { $0.mapValues(\.value) }
  }

  /// Sets a field, or returns the decision against it.
  mutating func set(_ resolved: ResolvedCorrection, _ id: String) -> String? {
    guard let field = resolved.correction.field, let value = resolved.correction.value else { return nil }
    for claim in resolved.a {
      if let blocking = rejected[claim] ?? fields[claim]?[field]?.correction { return blocking }
    }
    for claim in resolved.a { fields[claim, default: [:]][field] = (value, id) }
    return nil
  }

  /// Rejects claims, or returns the decision against it.
  mutating func reject(_ claims: [String], _ id: String) -> String? {
    for claim in claims {
      let corrected = fields[claim]?.values.map(\.correction).min(by: byteOrder)
      if let blocking = corrected { return blocking }
    }
    for claim in claims where rejected[claim] == nil { rejected[claim] = id }
    return nil
  }

  // MARK: Applying

  /// The document with its corrected fields.
  func applied(to document: DocumentFacts) -> DocumentFacts {
    guard let changes = fields[document.id] else { return document }
    var corrected = document
    for (field, change) in changes {
      let value = change.value.isEmpty ? nil : change.value
      switch field {
      case "published": corrected.published = value
      case "place": corrected.place = value
      default: break
      }
    }
    return corrected
  }

  /// The claims without those that are wrong, and with corrected fields.
  func applied(to claims: [Claim]) -> [Claim] {
    guard !fields.isEmpty || !rejected.isEmpty else { return claims }
    return claims.compactMap { claim in
      if rejected[claim.id] != nil { return nil }
      guard let changes = fields[claim.id] else { return claim }
      var corrected = claim
      for (field, change) in changes { corrected.body.set(field, to: change.value) }
      return corrected
    }
  }
}

extension ClaimBody {
  /// The fields that a person may correct in a kind of claim, or in a document.
  public static func correctable(_ kind: String) -> [String] {
    switch kind {
    case "person": ["name", "vi"]
    case "organization": ["org", "place", "level"]
    case "holds": ["post", "place", "status", "since", "until", "term", "observed"]
    case "directive": ["number", "title", "type", "issuer", "date"]
    case Correction.document: ["published", "place"]
    default: []
    }
  }

  /// The fields that hold a date.
  public static let dateFields: Set<String> = ["since", "until", "term", "observed", "date", "published"]

  /// Changes a field; an empty value takes it away. What cannot be is left as it is.
  mutating func set(_ field: String, to text: String) {
    let value = text.isEmpty ? nil : text
    switch self {
    case .person(var claim):
      switch field {
      case "name": claim.name = value ?? claim.name
      case "vi": claim.vi = value
      default: return
      }
      self = .person(claim)
    case .organization(var claim):
      switch field {
      case "org": claim.org = value
      case "place": claim.place = value
      case "level": claim.level = value
      default: return
      }
      self = .organization(claim)
    case .holds(var claim):
      switch field {
      case "post": claim.post = value
      case "place": claim.place = value
      case "status": claim.status = value.flatMap(HoldsStatus.init) ?? claim.status
      case "since": claim.since = value
      case "until": claim.until = value
      case "term": claim.term = value
      case "observed": claim.observed = value
      default: return
      }
      self = .holds(claim)
    case .directive(var claim):
      switch field {
      case "number": claim.number = value
      case "title": claim.title = value
      case "type": claim.type = value
      case "issuer": claim.issuer = value
      case "date": claim.date = value
      default: return
      }
      self = .directive(claim)
    case .date, .figure, .relation: return
    }
  }
}
