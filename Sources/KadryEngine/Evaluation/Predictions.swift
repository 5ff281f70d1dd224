import KadryReading

/// What a reading found in one document, in the terms of the gold.
struct Predictions: Sendable, Equatable {
  struct Role: Sendable, Equatable {
    var person: String
    var title: String
    var organization: String?
    var label: String { "\(person) | \(title) | \(organization ?? "–")" }
  }
  struct Directive: Sendable, Equatable {
    var number: String?
    var kind: String?
    var title: String?
  }
  /// Officials only: bylines and credits are no mistakes.
  var persons: [String] = []
  var roles: [Role] = []
  var organizations: [String] = []
  var directives: [Directive] = []
  var dates: [String] = []
  var quantities: [Quantity] = []

  init() {}

  init(_ claims: [Claim]) {
    for claim in claims {
      switch claim.body {
      case .person(let person):
        if person.role == .official { persons.append(person.name) }
      case .organization(let organization):
        organizations.append(organization.name)
      case .holds(let holds):
        roles.append(Role(person: holds.person, title: holds.title, organization: holds.organization))
      case .directive(let directive):
        directives.append(Directive(number: directive.number, kind: directive.type, title: directive.title))
      case .date(let date):
        let value = date.resolved ?? date.value
        if !dates.contains(value) { dates.append(value) }
      case .figure(let figure):
        quantities += Self.quantities(of: figure)
      case .relation:
        break
      }
    }
  }

  /// A ratio with its percentage is two quantities.
  private static func quantities(of figure: FigureClaim) -> [Quantity] {
    let percent = figure.percent.map { [Quantity.value($0)] } ?? []
    guard let value = figure.value else { return percent }
    guard let whole = figure.of else { return [.value(value)] }
    return [.ratio(value, of: whole)] + percent
  }
}
