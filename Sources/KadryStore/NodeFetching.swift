import KadryGraph
import KadryReading

/// Rows of the graph tables as the graph's own values.
extension Store {
  public func person(_ id: String) throws(StoreError) -> Person? {
    try connection.first(Store.selectPerson + " WHERE id = ?1", [.text(id)], make: person)
  }

  public func organization(_ id: String) throws(StoreError) -> Organization? {
    try connection.first(Store.selectOrganization + " WHERE id = ?1", [.text(id)], make: organization)
  }

  public func post(_ id: String) throws(StoreError) -> Post? {
    try connection.first(Store.selectPost + " WHERE id = ?1", [.text(id)], make: post)
  }

  public func place(_ id: String) throws(StoreError) -> Place? {
    try connection.first(Store.selectPlace + " WHERE id = ?1", [.text(id)], make: place)
  }

  public func occupancy(_ id: String) throws(StoreError) -> Occupancy? {
    try connection.first(
      "SELECT \(Store.occupancyColumns) FROM occupancy o WHERE o.id = ?1", [.text(id)]
    ) { row throws(StoreError) in try occupancy(row) }
  }

  public func directive(_ id: String) throws(StoreError) -> Directive? {
    try connection.first(Store.selectDirective + " WHERE id = ?1", [.text(id)], make: directive)
  }

  public func figure(_ id: String) throws(StoreError) -> Figure? {
    try connection.first(Store.selectFigure + " WHERE id = ?1", [.text(id)]) {
      row throws(StoreError) in Store.figure(row)
    }
  }

  // MARK: Columns and rows

  static let selectPerson =
    "SELECT id, name, name_vi, role, first_seen, last_seen, documents, grade, causes FROM person"
  static let selectOrganization =
    "SELECT id, name, canonical, level, place, parent, documents, successor FROM organization"
  static let selectPost = """
    SELECT id, title, canonical, function, ranks, level, single_holder, organization, place, documents
    FROM post
    """
  static let selectPlace = "SELECT id, name, name_ru, canonical, level, parent, since, until FROM place"
  static let selectDirective = """
    SELECT id, name, number, number_vi, full_title, type, issuer, organization, place, date, cited_full,
      cited_short, documents, first_cited, last_cited FROM directive
    """
  static let selectFigure = """
    SELECT id, title, claim, document, value, unit, what, "of", percent, place, period, measure, finding,
      span_start, span_end FROM figure
    """
  static let occupancyColumns = """
    o.id, o.title, o.person, o.post, o.status, o.acting, o.first_seen, o.last_seen,
    o.start, o.start_at_latest, o.start_basis, o.start_claim, o."end", o.end_at_latest, o.end_basis, o.end_claim,
    o.terms, o.grade, o.undated, o.documents, o.earliest, o.earliest_basis, o.earliest_claim,
    o.latest, o.latest_basis, o.latest_claim, o.proven_from, o.proven_to
    """
  /// How many columns ``occupancyColumns`` are: others follow them.
  static let occupancyColumnCount = 28

  func person(_ row: Statement) throws(StoreError) -> Person {
    let id = row.text(0) ?? ""
    return Person(
      id: id, name: row.text(1) ?? "", vi: row.text(2), names: try names(id),
      role: PersonRole(rawValue: row.text(3) ?? "") ?? .official,
      grade: Grade(rawValue: row.text(7) ?? "") ?? .stated, causes: SQLList.strings(row.text(8)),
      firstSeen: row.text(4),
      lastSeen: row.text(5),
      documents: row.int(6), members: try members(id))
  }

  func organization(_ row: Statement) throws(StoreError) -> Organization {
    let id = row.text(0) ?? ""
    var members = try members(id)
    if members.isEmpty {
      members = try texts(
        """
        SELECT e.claim FROM post p JOIN evidence e ON e.post = p.id WHERE p.organization = ?1 ORDER BY e.claim
        """, id)
    }
    return Organization(
      id: id, name: row.text(1) ?? "", names: try names(id), canonical: row.text(2), level: row.text(3),
      place: row.text(4), parent: row.text(5), successor: row.text(7), documents: row.int(6),
      members: members)
  }

  func post(_ row: Statement) throws(StoreError) -> Post {
    let id = row.text(0) ?? ""
    return Post(
      id: id, title: row.text(1) ?? "", titles: try names(id), canonical: row.text(2), function: row.text(3),
      ranks: SQLList.strings(row.text(4)), level: row.text(5), singleHolder: row.bool(6),
      organization: row.text(7), place: row.text(8), documents: row.int(9),
      members: try texts("SELECT claim FROM evidence WHERE post = ?1 ORDER BY claim", id))
  }

  func place(_ row: Statement) throws(StoreError) -> Place {
    Place(
      id: row.text(0) ?? "", name: row.text(1) ?? "", ru: row.text(2), canonical: row.text(3),
      level: row.text(4),
      parent: row.text(5), since: row.text(6), until: row.text(7))
  }

  func occupancy(_ row: Statement) throws(StoreError) -> Occupancy {
    let id = row.text(0) ?? ""
    return Occupancy(
      id: id, title: row.text(1) ?? "", person: row.text(2) ?? "", post: row.text(3) ?? "",
      posts: try texts("SELECT post FROM occupancy_title WHERE occupancy = ?1 ORDER BY post", id),
      status: OccupancyStatus(rawValue: row.text(4) ?? "") ?? .unknown, acting: row.bool(5),
      firstSeen: row.text(6),
      lastSeen: row.text(7), start: Store.bound(row, 8), end: Store.bound(row, 12),
      earliest: Store.outerBound(row, 20), latest: Store.outerBound(row, 23),
      provenDays: Store.days(row.text(26), row.text(27)), terms: SQLList.strings(row.text(16)),
      grade: Grade(rawValue: row.text(17) ?? "") ?? .stated, undated: row.int(18), documents: row.int(19),
      members: try members(id))
  }

  private static func bound(_ row: Statement, _ column: Int) -> Bound? {
    guard let basis = row.text(column + 2).flatMap(Bound.Basis.init) else { return nil }
    return Bound(
      date: row.text(column), atLatest: row.bool(column + 1), basis: basis, claim: row.text(column + 3) ?? "")
  }

  private static func outerBound(_ row: Statement, _ column: Int) -> Bound? {
    guard let basis = row.text(column + 1).flatMap(Bound.Basis.init) else { return nil }
    return Bound(date: row.text(column), basis: basis, claim: row.text(column + 2) ?? "")
  }

  private static func days(_ from: String?, _ to: String?) -> ClosedRange<Day>? {
    guard let from = from.flatMap(PartialDate.init)?.first, let to = to.flatMap(PartialDate.init)?.last,
      from <= to
    else { return nil }
    return from...to
  }

  func directive(_ row: Statement) throws(StoreError) -> Directive {
    let id = row.text(0) ?? ""
    return Directive(
      id: id, name: row.text(1) ?? "", number: row.text(2), numberVi: row.text(3), title: row.text(4),
      titles: try names(id), type: row.text(5), issuer: row.text(6), organization: row.text(7),
      place: row.text(8),
      date: row.text(9), citedFull: row.int(10), citedShort: row.int(11), documents: row.int(12),
      firstCited: row.text(13), lastCited: row.text(14), members: try members(id))
  }

  static func figure(_ row: Statement) -> Figure {
    let body = FigureClaim(
      value: row.real(4), unit: row.text(5), what: row.text(6), of: row.real(7), percent: row.real(8),
      place: row.text(9), period: row.text(10), measure: Measure(rawValue: row.text(11) ?? "") ?? .count,
      check: row.text(12))
    return Figure(
      id: row.text(0) ?? "", claim: row.text(2) ?? "", document: row.text(3) ?? "", body: body,
      quote: row.text(1) ?? "", span: row.int(13)..<max(row.int(13), row.int(14)))
  }

  /// The spellings that documents have, in the order in which they were written.
  private func names(_ node: String) throws(StoreError) -> [NameCount] {
    try connection.rows(
      "SELECT name, documents FROM name WHERE node = ?1 AND documents > 0 ORDER BY id", [.text(node)]
    ) { row throws(StoreError) in NameCount(name: row.text(0) ?? "", count: row.int(1)) }
  }

  func members(_ node: String) throws(StoreError) -> [String] {
    try texts("SELECT claim FROM evidence WHERE node = ?1 ORDER BY claim", node)
  }

  func texts(_ sql: String, _ value: String) throws(StoreError) -> [String] {
    try connection.rows(sql, [.text(value)]) { row throws(StoreError) in row.text(0) ?? "" }
  }
}
