extension Store {
  /// What a whole id, or a beginning that only one thing has, stands for.
  ///
  /// The id of any member leads to the present node: `per-` before the hash of any claim of a person, `pos-`
  /// before that of any holding of a post, and so on.
  /// - Throws: `notFound`; `notUnique`, with candidates in the message.
  public func resolve(_ id: String) throws(StoreError) -> Resolved {
    let id = id.lowercased()
    guard let kind = IDKind(id), id.utf8.allSatisfy(IDKind.isIDByte) else {
      let kinds = IDKind.allCases.map(\.rawValue).joined(separator: " ")
      throw StoreError(.notFound, "«\(id)» is no id: ids begin with one of \(kinds)", path: path)
    }
    let found = try candidates(kind, prefix: id)
    if found.count > 1, !found.contains(id) {
      let shown = found.prefix(5).joined(separator: ", ") + (found.count > 5 ? ", …" : "")
      throw StoreError(.notUnique, "«\(id)» is the beginning of several ids: \(shown)", path: path)
    }
    guard let whole = found.contains(id) ? id : found.first else {
      throw StoreError(.notFound, "nothing has the id «\(id)»", path: path)
    }
    return kind.resolved(whole)
  }

  /// Present ids that a prefix may mean, sorted, a few of them at most.
  private func candidates(_ kind: IDKind, prefix: String) throws(StoreError) -> [String] {
    var found = Set(
      try ids("SELECT id FROM \(kind.table) WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT 6", prefix))
    if let members = kind.members {
      found.formUnion(try ids(members, "clm-" + prefix.dropFirst(4)))
    }
    return found.sorted()
  }

  private func ids(_ sql: String, _ prefix: String) throws(StoreError) -> [String] {
    // `~` stands behind every byte of an id.
    try connection.rows(sql, [.text(prefix), .text(prefix + "~")]) { row throws(StoreError) in
      row.text(0) ?? ""
    }
  }
}

/// The kinds of ids, by their prefixes.
private enum IDKind: String, CaseIterable {
  case document = "doc-"
  case claim = "clm-"
  case person = "per-"
  case organization = "org-"
  case post = "pos-"
  case place = "pla-"
  case occupancy = "occ-"
  case directive = "dir-"
  case figure = "fig-"
  case contradiction = "con-"

  init?(_ id: String) {
    self.init(rawValue: String(id.prefix(4)))
  }

  static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }

  var table: String {
    switch self {
    case .document: "document"
    case .claim: "claim"
    case .person: "person"
    case .organization: "organization"
    case .post: "post"
    case .place: "place"
    case .occupancy: "occupancy"
    case .directive: "directive"
    case .figure: "figure"
    case .contradiction: "contradiction"
    }
  }

  /// The nodes of this kind that claims in a range of ids belong to.
  var members: String? {
    switch self {
    case .person, .occupancy, .directive:
      """
      SELECT DISTINCT node FROM evidence
      WHERE claim >= ?1 AND claim < ?2 AND node >= '\(rawValue)' AND node < '\(rawValue)~' LIMIT 6
      """
    case .organization:
      """
      SELECT DISTINCT node FROM evidence
      WHERE claim >= ?1 AND claim < ?2 AND node >= 'org-' AND node < 'org-~'
      UNION SELECT DISTINCT p.organization FROM evidence e JOIN post p ON p.id = e.post
      WHERE e.claim >= ?1 AND e.claim < ?2 AND p.organization IS NOT NULL LIMIT 6
      """
    case .post:
      "SELECT DISTINCT post FROM evidence WHERE claim >= ?1 AND claim < ?2 AND post IS NOT NULL LIMIT 6"
    case .document, .claim, .place, .figure, .contradiction: nil
    }
  }

  func resolved(_ id: String) -> Resolved {
    switch self {
    case .document: .document(id)
    case .claim: .claim(id)
    case .person: .person(id)
    case .organization: .organization(id)
    case .post: .post(id)
    case .place: .place(id)
    case .occupancy: .occupancy(id)
    case .directive: .directive(id)
    case .figure: .figure(id)
    case .contradiction: .contradiction(id)
    }
  }
}
