import KadryReading

extension ClaimBody {
  /// What the claim says, on one line.
  public var summary: String {
    switch self {
    case .person(let person):
      let vi = person.vi.map { $0 == person.name ? "" : " (\($0))" } ?? ""
      return "\(person.name)\(vi), \(person.role.rawValue)"
    case .organization(let body):
      return [body.name, body.org.map { "[\($0)]" }, body.place].compactMap { $0 }.joined(separator: ", ")
    case .holds(let holds): return Self.summary(of: holds)
    case .directive(let directive):
      let name = directive.numberVi ?? directive.number ?? directive.title ?? ""
      return [name, directive.type, directive.issuer].compactMap { $0 }.joined(separator: ", ")
    case .date(let date):
      return date.resolved.map { $0 == date.value ? $0 : "\(date.value) = \($0)" } ?? date.value
    case .figure(let figure): return Self.summary(of: figure)
    case .relation(let relation):
      return "\(relation.subject) \(relation.predicate.rawValue) \(relation.object)"
    }
  }

  private static func summary(of holds: HoldsClaim) -> String {
    let post = [holds.title, holds.organization, holds.place].compactMap { $0 }.joined(separator: ", ")
    let times = [
      holds.since.map { "since \($0)" }, holds.until.map { "until \($0)" }, holds.term.map { "term \($0)" },
      holds.observed.map { "on \($0)" },
    ].compactMap { $0 }
    return ([holds.person + ": " + holds.status.rawValue + " " + post] + times).joined(separator: ", ")
  }

  private static func summary(of figure: FigureClaim) -> String {
    func digits(_ number: Double) -> String { Int(exactly: number).map { String($0) } ?? "\(number)" }
    var text = figure.value.map(digits) ?? ""
    if let whole = figure.of { text += " of \(digits(whole))" }
    if let percent = figure.percent { text += (text.isEmpty ? "" : ", ") + "\(digits(percent)) %" }
    let rest = [figure.unit, figure.what, figure.place, figure.period, figure.check.map { "check: \($0)" }]
    return ([text] + rest.compactMap { $0 }).joined(separator: ", ")
  }
}
