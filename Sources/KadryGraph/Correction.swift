import KadryReading

/// What a person decided about what was read, in words that survive another reading.
///
/// A correction speaks of claims by content: the hash of the payload, the span and the quote.
public struct Correction: Sendable, Equatable {
  public enum Action: String, Sendable, CaseIterable {
    /// Two persons of the documents are one.
    case same
    /// They are two.
    case different
    /// A field of a claim or document has another value.
    case correct
    /// The claim is wrong altogether.
    case reject
  }

  /// What in the documents a correction speaks of.
  public struct Address: Sendable, Equatable {
    /// The kind of claim, or `document`.
    public var kind: String
    public var sha256: String
    /// Half-open bytes of the text; empty for a document.
    public var span: Range<Int>
    public var quote: String
    /// What tells claims of one span apart: a name, or person and title.
    public var label: String

    public init(
      kind: String, sha256: String, span: Range<Int> = 0..<0, quote: String = "", label: String = ""
    ) {
      self.kind = kind
      self.sha256 = sha256
      self.span = span
      self.quote = quote
      self.label = label
    }

    /// Of the first mention of a claim.
    public init(_ claim: Claim, sha256: String) {
      let mention = claim.mentions.first
      self.init(
        kind: claim.body.kind, sha256: sha256, span: mention?.span ?? 0..<0, quote: mention?.quote ?? "",
        label: claim.body.label)
    }

    var parts: [String?] {
      [kind, sha256, String(span.lowerBound), String(span.upperBound), quote, label]
    }
  }

  public var action: Action
  public var a: Address
  /// The other person; `nil` unless the action compares two.
  public var b: Address?
  public var field: String?
  /// The new value; empty for «not known».
  public var value: String?
  public var author: String
  /// When it was decided: ISO 8601, in UTC. Of decisions that contradict each other the newest holds.
  public var date: String
  public var note: String?

  public init(
    _ action: Action, _ a: Address, _ b: Address? = nil, field: String? = nil, value: String? = nil,
    author: String, date: String, note: String? = nil
  ) {
    self.action = action
    self.a = a
    self.b = b
    self.field = field
    self.value = value
    self.author = author
    self.date = date
    self.note = note
  }

  /// `cor-` and a hash of what is decided about what; author, date and note take no part.
  public var id: String {
    // Whichever of two persons was named first, the decision is the same.
    let sides = [a.parts, b?.parts ?? []].sorted {
      $0.map { $0 ?? "" }.lexicographicallyPrecedes($1.map { $0 ?? "" }, by: byteOrder)
    }
    return ClaimIdentity.correction([action.rawValue] + sides.flatMap { $0 } + [field, value])
  }

  /// The decision in one line.
  public var title: String {
    switch action {
    case .same: "\(a.label) and \(b?.label ?? "?") are the same"
    case .different: "\(a.label) and \(b?.label ?? "?") are different"
    case .correct: "\(a.label): \(field ?? "?") is \(value.flatMap { $0.isEmpty ? nil : $0 } ?? "not known")"
    case .reject: "\(a.label) is wrong"
    }
  }
}

extension ClaimBody {
  /// What tells claims of one kind and span apart, for people too.
  public var label: String {
    switch self {
    case .person(let claim): claim.name
    case .organization(let claim): claim.name
    case .holds(let claim):
      "\(claim.person): \(claim.title)" + (claim.organization.map { ", \($0)" } ?? "")
    case .directive(let claim): claim.numberVi ?? claim.number ?? claim.title ?? ""
    case .date(let claim): claim.resolved ?? claim.value
    case .figure: ""
    case .relation(let claim): claim.predicate.rawValue
    }
  }
}
