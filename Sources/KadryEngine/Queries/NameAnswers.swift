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
  public let name: String
  public let form: String

  public init(name: String, form: String) {
    self.name = name
    self.form = form
  }

  public static let columns = ["name", "form"]
  public var cells: [Cell] { [.text(name), .text(form)] }
}
