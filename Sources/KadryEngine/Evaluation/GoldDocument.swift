/// What a careful reader found in one document: a gold file, as `kadry schema gold` describes it.
public struct GoldDocument: Sendable, Equatable {
  public var id: String
  /// The text's file, relative to the gold file; `nil` when it lies elsewhere.
  public var file: String?
  /// What the text's SHA-256 must be.
  public var sha256: String?
  /// `ru` or `vi`.
  public var language: String
  /// The part of the gold that it belongs to, such as `dev`.
  public var split: String
  public var source: String?
  public var url: String?
  public var published: String?
  /// Whether nothing official is in it: every official found is one too many.
  public var isTrap = false
  var persons: [GoldName] = []
  var roles: [GoldRole] = []
  var organizations: [GoldName] = []
  var directives: [GoldDirective] = []
  var dates: [GoldDate] = []
  var quantities: [GoldQuantity] = []

  init(id: String, language: String = "", split: String = "") {
    self.id = id
    self.language = language
    self.split = split
  }
}

/// Something that need not be found, and may be.
protocol GoldItem {
  var isOptional: Bool { get }
}

/// A person or an organization with its spellings in the text.
struct GoldName: Sendable, Equatable, GoldItem {
  var name: String
  var surfaces: [String] = []
  var isOptional = false
  var forms: [String] { [name] + surfaces }
}

/// A post that a person holds, in the words of the text.
struct GoldRole: Sendable, Equatable, GoldItem {
  var person: String
  var title: String
  var otherTitles: [String] = []
  var organization: String?
  var otherOrganizations: [String] = []
  /// The name of an entry among the organizations.
  var organizationReference: String?
  var isOptional = false
  var label: String { "\(person) | \(title) | \(organization ?? "–")" }
}

struct GoldDirective: Sendable, Equatable, GoldItem {
  var number: String?
  var kind: String?
  var title: String?
  var surfaces: [String] = []
  var isOptional = false
}

struct GoldDate: Sendable, Equatable, GoldItem {
  var value: String
  var resolved: String?
  var surface: String = ""
  var isOptional = false
  var values: [String] { [value] + (resolved.map { [$0] } ?? []) }
}

struct GoldQuantity: Sendable, Equatable, GoldItem {
  var value: Quantity?
  var raw: Quantity?
  /// As it stands in the gold file.
  var label: String
  var isOptional = false
}
