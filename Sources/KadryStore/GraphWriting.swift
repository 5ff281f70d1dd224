import KadryGraph
import KadryReading
import KadryText

/// The graph into its tables, which must be empty; every function runs in the caller's transaction.
extension Store {
  func write(_ graph: Graph, context: GraphContext) throws(StoreError) {
    try write(graph.places, "place", columns: 8) { place in
      [
        .text(place.id), .text(place.name), SQLValue(place.ru), SQLValue(place.canonical),
        SQLValue(place.level),
        SQLValue(place.parent), SQLValue(place.since), SQLValue(place.until),
      ]
    }
    try write(graph.organizations, "organization", columns: 8) { body in
      [
        .text(body.id), .text(body.name), SQLValue(body.canonical), SQLValue(body.level),
        SQLValue(body.place),
        SQLValue(body.parent), SQLValue(body.successor), .int(body.documents),
      ]
    }
    try write(graph.persons, "person", columns: 13) { person in
      [
        .text(person.id), .text(person.name), SQLValue(person.vi), .text(person.role.rawValue),
        .text(person.grade.rawValue), .text(SQLList.json(person.causes)),
      ]
        + SQLDate(person.firstSeen).values + SQLDate(person.lastSeen).values + [.int(person.documents)]
    }
    try write(graph.posts, "post", columns: 10) { post in
      [
        .text(post.id), .text(post.title), SQLValue(post.canonical), SQLValue(post.function),
        .text(SQLList.json(post.ranks)), SQLValue(post.level), SQLValue(post.singleHolder),
        SQLValue(post.organization), SQLValue(post.place), .int(post.documents),
      ]
    }
    try write(graph.occupancies, "occupancy", columns: 37) { Store.values($0) }
    let titles = graph.occupancies.flatMap { occupancy in occupancy.posts.map { (occupancy.id, $0) } }
    try write(titles, "occupancy_title", columns: 2) { [.text($0.0), .text($0.1)] }
    try write(graph.directives, "directive", columns: 21) { Store.values($0) }
    try write(graph.relations, "relation", columns: 5) { relation in
      [
        .text(relation.claim), .text(relation.document), .text(relation.subject),
        .text(relation.predicate.rawValue), .text(relation.object),
      ]
    }
    try writeEvidence(graph)
    try write(graph.contradictions, "contradiction", columns: 4) { contradiction in
      [
        .text(contradiction.id), .text(contradiction.title), .text(contradiction.kind.rawValue),
        .text(contradiction.node),
      ]
    }
    let sides = graph.contradictions.flatMap { contradiction in
      contradiction.claims.map { (contradiction.id, $0) }
    }
    try write(sides, "contradiction_claim", columns: 2) { [.text($0.0), .text($0.1)] }
    try write(graph.merges, "merge", columns: 4) { merge in
      [
        .text(merge.left), .text(merge.right), .text(merge.rule.rawValue), SQLValue(merge.correction),
      ]
    }
    try write(graph.witnesses, "witness", columns: 3) { witness in
      [.text(witness.document), .text(witness.witness), .text(witness.basis.rawValue)]
    }
    try writeNames(graph, context: context)
  }

  private func write<Element>(
    _ elements: [Element], _ table: String, columns: Int, _ values: (Element) -> [SQLValue]
  ) throws(StoreError) {
    let writer = try RowWriter(connection, table, columns: columns)
    for element in elements { try writer.insert(values(element)) }
  }

  private static func values(_ occupancy: Occupancy) -> [SQLValue] {
    func bound(_ bound: Bound?) -> [SQLValue] {
      SQLDate(bound?.date).values + [
        bound.map { SQLValue($0.atLatest) } ?? .null, SQLValue(bound?.basis.rawValue), SQLValue(bound?.claim),
      ]
    }
    let head: [SQLValue] = [
      .text(occupancy.id), .text(occupancy.title), .text(occupancy.person), .text(occupancy.post),
      .text(occupancy.status.rawValue), SQLValue(occupancy.acting),
    ]
    func outer(_ bound: Bound?) -> [SQLValue] {
      [SQLValue(bound?.date), SQLValue(bound?.basis.rawValue), SQLValue(bound?.claim)]
    }
    let proven = occupancy.provenDays
    let tail: [SQLValue] = [
      SQLValue(proven?.lowerBound.description), SQLValue(proven?.upperBound.description),
      SQLValue(occupancy.term), .text(SQLList.json(occupancy.terms)), .text(occupancy.grade.rawValue),
      .int(occupancy.undated),
      .int(occupancy.documents),
    ]
    return head + SQLDate(occupancy.firstSeen).values + SQLDate(occupancy.lastSeen).values
      + bound(occupancy.start) + bound(occupancy.end) + outer(occupancy.earliest) + outer(occupancy.latest)
      + tail
  }

  private static func values(_ directive: Directive) -> [SQLValue] {
    let head: [SQLValue] = [
      .text(directive.id), .text(directive.name), SQLValue(directive.number), SQLValue(directive.numberVi),
      SQLValue(directive.title), SQLValue(directive.type), SQLValue(directive.issuer),
      SQLValue(directive.organization), SQLValue(directive.place),
    ]
    return head + SQLDate(directive.date).values + [.int(directive.citedFull), .int(directive.citedShort)]
      + SQLDate(directive.firstCited).values + SQLDate(directive.lastCited).values + [
        .int(directive.documents)
      ]
  }

  /// Which node each claim supports; for a holding also the very post that it names.
  private func writeEvidence(_ graph: Graph) throws(StoreError) {
    var postOfClaim: [String: String] = [:]
    for post in graph.posts { for claim in post.members { postOfClaim[claim] = post.id } }
    var rows: [(claim: String, node: String)] = []
    func add(_ node: String, _ claims: [String]) {
      for claim in claims { rows.append((claim, node)) }
    }
    for node in graph.persons { add(node.id, node.members) }
    for node in graph.occupancies { add(node.id, node.members) }
    for node in graph.directives { add(node.id, node.members) }
    for node in graph.organizations {
      // A body that is only implied rests on holdings, which are evidence for their occupancies.
      add(node.id, node.members.filter { postOfClaim[$0] == nil })
    }
    // In the order of the key, the table grows at its end only.
    try write(rows.sortedByBytes { $0.claim }, "evidence", columns: 3) { row in
      [.text(row.claim), .text(row.node), SQLValue(postOfClaim[row.claim])]
    }
  }

  /// Every name by which a node can be found, folded, with the key for comparing persons.
  private func writeNames(_ graph: Graph, context: GraphContext) throws(StoreError) {
    let directory = context.directory
    let places = Dictionary(graph.places.map { ($0.id, $0) }) { first, _ in first }
    var writer = try NameWriter(connection, context: context)
    for person in graph.persons {
      let vi = person.vi.map { NameCount(name: $0, count: 0) }
      try writer.add(person.id, "person", person.names + [vi].compactMap { $0 }, hasKey: true)
    }
    for body in graph.organizations {
      let ru = body.canonical.flatMap { directory.organization($0)?.ru }
      try writer.add(
        body.id, "organization", body.names,
        also: [body.name, NameWriter.located(ru, body.place.flatMap { places[$0]?.ru })])
    }
    for post in graph.posts {
      let ru = post.canonical.flatMap { directory.post($0)?.ru }
      try writer.add(
        post.id, "post", post.titles,
        also: [post.title, NameWriter.located(ru, post.place.flatMap { places[$0]?.ru })])
    }
    for place in graph.places { try writer.add(place.id, "place", [], also: [place.name, place.ru]) }
    for directive in graph.directives {
      try writer.add(
        directive.id, "directive", directive.titles,
        also: [directive.name, directive.number, directive.numberVi])
    }
    try connection.run("INSERT INTO name_fts (name_fts) VALUES ('rebuild')")
  }
}

/// Numbers the rows of `name` in the order of writing, which is that of the graph.
private struct NameWriter {
  private let rows: RowWriter
  private let context: GraphContext
  private var count = 0

  init(_ connection: Connection, context: GraphContext) throws(StoreError) {
    rows = try RowWriter(connection, "name", columns: 7)
    self.context = context
  }

  /// - Parameter also: names from the lexicon, which no document need have.
  mutating func add(
    _ node: String, _ kind: String, _ names: [NameCount], also: [String?] = [], hasKey: Bool = false
  ) throws(StoreError) {
    var seen: Set<[UInt8]> = []
    for name in names + also.compactMap({ $0 }).map({ NameCount(name: $0, count: 0) })
    where !name.name.isEmpty && seen.insert(Array(name.name.utf8)).inserted {
      count += 1
      try rows.insert([
        .int(count), .text(node), .text(kind), .text(name.name), .text(context.fold(name.name)),
        hasKey ? .text(context.names.key(name.name)) : .null, .int(name.count),
      ])
    }
  }

  /// A title from the lexicon with the place behind it.
  static func located(_ title: String?, _ place: String?) -> String? {
    guard let title, !title.isEmpty else { return nil }
    return place.map { "\(title) \($0)" } ?? title
  }
}

/// Lists in one column, as JSON.
enum SQLList {
  static func json(_ list: [String]) -> String {
    var buffer = Array("[".utf8)
    for (index, element) in list.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      JSONOutput.append(element, to: &buffer)
    }
    buffer.append(UInt8(ascii: "]"))
    return String(decoding: buffer, as: UTF8.self)
  }

  static func strings(_ json: String?) -> [String] {
    guard let json, case .array(let elements)? = try? JSONValue(parsing: Array(json.utf8)) else { return [] }
    return elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}
