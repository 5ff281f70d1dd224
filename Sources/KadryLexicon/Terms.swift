/// A row of `terms.tsv`: a term of office that is known by its number.
public struct Term: Sendable {
  public let number: Int
  /// Canonical organizations whose terms are counted so, with all bodies below them on their level.
  public let organizations: [String]
  /// The Vietnamese name of the place, for bodies of a place.
  public let place: String?
  /// The years, as `YYYY`.
  public let from: String
  public let to: String
}

/// Turns the number of a congress or an assembly into years.
public struct TermTable: Sendable {
  private let terms: [Term]
  private let directory: OfficeTables

  init(_ terms: [Term], _ directory: OfficeTables) {
    self.terms = terms
    self.directory = directory
  }

  /// The years `YYYY/YYYY` of a body's term with a number; `nil` where the tables know none.
  ///
  /// - Parameter organization: a number in ``Lexicons/organizations``.
  public func years(organization: Int, place: String?, number: Int) -> String? {
    let own = directory.row(organization)
    for term in terms where term.number == number && (term.place == nil || term.place == place) {
      if isCounted(own, term) { return "\(term.from)/\(term.to)" }
    }
    return nil
  }

  private func isCounted(_ own: Organization, _ term: Term) -> Bool {
    var at: Organization? = own
    var steps = 0
    while let body = at, steps < 8 {
      if term.organizations.contains(body.id) { return body.id == own.id || body.level == own.level }
      at = body.parent.flatMap { directory.organization(id: $0) }
      steps += 1
    }
    return false
  }
}

extension LexiconLoader {
  /// `terms.tsv`.
  mutating func loadTerms() throws(LexiconError) {
    let known = Set(organizations.map(\.id))
    for row in try source.table("terms", required: ["id", "ordinal", "organization", "place", "from", "to"])
      .rows
    {
      guard let number = Int(row["ordinal"]) else {
        throw row.error("ordinal", "'\(row["ordinal"])' is no whole number")
      }
      for id in row.words("organization") where !known.contains(id) {
        throw row.error("organization", "there is no organization '\(id)' in organizations.tsv")
      }
      guard !row.words("organization").isEmpty else { continue }
      terms.append(
        Term(
          number: number, organizations: row.words("organization"), place: row.optional("place"),
          from: row["from"], to: row["to"]))
    }
  }
}
