import KadryGraph

/// Two names and how they compare.
public struct NameVerdictAnswer: ResultRow, Equatable {
  public let first: String
  public let second: String
  public let verdict: NameVerdict

  public init(first: String, second: String, verdict: NameVerdict) {
    self.first = first
    self.second = second
    self.verdict = verdict
  }

  public static let columns = ["verdict", "first", "second", "reason"]
  public var cells: [Cell] {
    [.text(verdict.likeness.rawValue), .text(first), .text(second), .text(verdict.reason)]
  }
}

/// A spelling that a name may have.
public struct NameFormAnswer: ResultRow, Equatable {
  public let form: String
  /// What makes it one, such as `canonical` or `slip`.
  public let kind: String
  /// The word of the name that it is a spelling of, from 1; `nil` for the whole name.
  public let part: Int?

  public init(form: String, kind: String, part: Int? = nil) {
    self.form = form
    self.kind = kind
    self.part = part
  }

  public static let columns = ["form", "kind", "part"]
  public var cells: [Cell] { [.text(form), .text(kind), Cell(part)] }
}
