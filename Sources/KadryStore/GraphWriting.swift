import KadryGraph
import KadryReading
import KadryText

/// The graph into its tables, which must be empty; every function runs in the caller's transaction.
extension Store {
  func write(_ graph: Graph, context: GraphContext) throws(StoreError) {
    for place in graph.places {
      try insert(
        "place",
        [
          .text(place.id), .text(place.name), SQLValue(place.ru), SQLValue(place.canonical), SQLValue(place.level),
          SQLValue(place.parent),
        ])
    }
    for body in graph.organizations {
      try insert(
        "organization",
        [
          .text(body.id), .text(body.name), SQLValue(body.canonical), SQLValue(body.level), SQLValue(body.place),
          SQLValue(body.parent), .int(body.documents),
        ])
    }
    for person in graph.persons {
      try insert(
        "person",
        [.text(person.id), .text(person.name), SQLValue(person.vi), .text(person.role.rawValue)]
          + SQLDate(person.firstSeen).values + SQLDate(person.lastSeen).values + [.int(person.documents)])
    }
    for post in graph.posts { try insert(post) }
    for occupancy in graph.occupancies { try insert(occupancy) }
    for directive in graph.directives { try insert(directive) }
    for relation in graph.relations {
      try insert(
        "relation",
        [
          .text(relation.claim), .text(relation.document), .text(relation.subject),
          .text(relation.predicate.rawValue), .text(relation.object),
        ])
    }
    try writeEvidence(graph)
    for contradiction in graph.contradictions {
      try insert(
        "contradiction",
        [
          .text(contradiction.id), .text(contradiction.title), .text(contradiction.kind.rawValue),
          .text(contradiction.node),
        ])
      for claim in contradiction.claims {
        try insert("contradiction_claim", [.text(contradiction.id), .text(claim)])
      }
    }
    try writeNames(graph, context: context)
  }

  func insert(_ figure: Figure) throws(StoreError) {
    let body = figure.body
    try insert(
      "figure",
      [
        .text(figure.id), .text(figure.quote), .text(figure.claim), .text(figure.document), SQLValue(body.value),
        SQLValue(body.unit), SQLValue(body.what), SQLValue(body.of), SQLValue(body.percent), SQLValue(body.place),
        SQLValue(body.period), .text(body.measure.rawValue), SQLValue(body.check), .int(figure.span.lowerBound),
        .int(figure.span.upperBound),
      ])
  }

  private func insert(_ post: Post) throws(StoreError) {
    try insert(
      "post",
      [
        .text(post.id), .text(post.title), SQLValue(post.canonical), SQLValue(post.function),
        .text(SQLList.json(post.ranks)), SQLValue(post.level), SQLValue(post.singleHolder),
        SQLValue(post.organization), SQLValue(post.place), .int(post.documents),
      ])
  }

  private func insert(_ occupancy: Occupancy) throws(StoreError) {
    func bound(_ bound: Bound?) -> [SQLValue] {
      SQLDate(bound?.date).values + [
        bound.map { SQLValue($0.atLatest) } ?? .null, SQLValue(bound?.basis.rawValue), SQLValue(bound?.claim),
      ]
    }
    let head: [SQLValue] = [
      .text(occupancy.id), .text(occupancy.title), .text(occupancy.person), .text(occupancy.post),
      .text(occupancy.status.rawValue), SQLValue(occupancy.acting),
    ]
    let tail: [SQLValue] = [
      SQLValue(occupancy.term), .text(occupancy.grade.rawValue), .int(occupancy.undated),
      .int(occupancy.documents),
    ]
    try insert(
      "occupancy",
      head + SQLDate(occupancy.firstSeen).values + SQLDate(occupancy.lastSeen).values + bound(occupancy.start)
        + bound(occupancy.end) + tail)
    for post in occupancy.posts { try insert("occupancy_title", [.text(occupancy.id), .text(post)]) }
  }

  private func insert(_ directive: Directive) throws(StoreError) {
    let head: [SQLValue] = [
      .text(directive.id), .text(directive.name), SQLValue(directive.number), SQLValue(directive.numberVi),
      SQLValue(directive.title), SQLValue(directive.type), SQLValue(directive.issuer),
      SQLValue(directive.organization), SQLValue(directive.place),
    ]
    try insert(
      "directive",
      head + SQLDate(directive.date).values + [.int(directive.citedFull), .int(directive.citedShort)]
        + SQLDate(directive.firstCited).values + SQLDate(directive.lastCited).values + [.int(directive.documents)])
  }

  /// Which node each claim supports; for a holding also the very post that it names.
  private func writeEvidence(_ graph: Graph) throws(StoreError) {
    var postOfClaim: [String: String] = [:]
    for post in graph.posts { for claim in post.members { postOfClaim[claim] = post.id } }
    func add(_ node: String, _ claims: [String]) throws(StoreError) {
      for claim in claims {
        try insert("evidence", [.text(claim), .text(node), SQLValue(postOfClaim[claim])])
      }
    }
    for node in graph.persons { try add(node.id, node.members) }
    for node in graph.occupancies { try add(node.id, node.members) }
    for node in graph.directives { try add(node.id, node.members) }
    for node in graph.organizations {
      // A body that is only implied rests on holdings, which are evidence for their occupancies.
      try add(node.id, node.members.filter { postOfClaim[$0] == nil })
    }
  }

  /// Every name by which a node can be found, folded, with the key for comparing persons.
  private func writeNames(_ graph: Graph, context: GraphContext) throws(StoreError) {
    let directory = context.directory
    let places = Dictionary(graph.places.map { ($0.id, $0) }) { first, _ in first }
    var writer = NameWriter(store: self, context: context)
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
        post.id, "post", post.titles, also: [post.title, NameWriter.located(ru, post.place.flatMap { places[$0]?.ru })])
    }
    for place in graph.places { try writer.add(place.id, "place", [], also: [place.name, place.ru]) }
    for directive in graph.directives {
      try writer.add(
        directive.id, "directive", directive.titles, also: [directive.name, directive.number, directive.numberVi])
    }
    try connection.run("INSERT INTO name_fts (name_fts) VALUES ('rebuild')")
  }

  func insert(_ table: String, _ values: [SQLValue]) throws(StoreError) {
    let places = [String](repeating: "?", count: values.count).joined(separator: ", ")
    try connection.run("INSERT INTO \(table) VALUES (\(places))", values)
  }
}

/// Numbers the rows of `name` in the order of writing, which is that of the graph.
private struct NameWriter {
  let store: Store
  let context: GraphContext
  private var count = 0

  init(store: Store, context: GraphContext) {
    self.store = store
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
      try store.insert(
        "name",
        [
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
