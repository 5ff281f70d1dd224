import KadryReading

/// Collects claims document by document, in any order, and joins them into a ``Graph``.
///
/// ```swift
/// var builder = GraphBuilder(context: context)
/// for (record, claims) in archive { builder.add(DocumentFacts(record), claims: claims) }
/// let graph = builder.build()
/// ```
public struct GraphBuilder {
  let context: GraphContext
  private let keepsFigures: Bool
  private var documents: [DocumentFacts] = []
  private var known: Set<String> = []
  private var facts = Facts()

  /// - Parameter keepsFigures: whether the graph is to hold the figures and their contradictions; a caller
  ///   who streams them by ``Figure/init(_:)`` and ``Contradiction/init(arithmeticOf:)`` does without.
  public init(context: GraphContext, keepsFigures: Bool = true) {
    self.context = context
    self.keepsFigures = keepsFigures
  }

  /// Adds a document with its claims; a document added twice counts once.
  public mutating func add(_ document: DocumentFacts, claims: [Claim]) {
    guard known.insert(document.id).inserted else { return }
    let doc = documents.count
    documents.append(document)
    for claim in claims {
      switch claim.body {
      case .person(let body): facts.persons.append(.init(claim: claim.id, doc: doc, body: body))
      case .organization(let body): facts.organizations.append(.init(claim: claim.id, doc: doc, body: body))
      case .holds(let body):
        facts.holds.append(.init(claim: claim.id, doc: doc, grade: claim.grade, body: body))
      case .directive(let body):
        let short = claim.mentions.count { $0.cites == .short }
        facts.directives.append(
          .init(claim: claim.id, doc: doc, body: body, full: claim.mentions.count - short, short: short))
      case .relation(let body): facts.relations.append(.init(claim: claim.id, doc: doc, body: body))
      case .figure: if keepsFigures, let figure = Figure(claim) { facts.figures.append(figure) }
      case .date: break
      }
    }
  }

  /// The graph of everything added so far.
  public func build() -> Graph {
    let facts = ordered()
    var places = PlaceIndex(directory: context.directory)
    var offices = OfficeIndex(facts: facts, context: context, places: &places)
    let persons = PersonIdentity.join(facts: facts, offices: offices, context: context, places: places)
    let occupancies = OccupancyBuilder(
      facts: facts, offices: offices, persons: persons, context: context
    ).build()
    let directives = DirectiveBuilder(facts: facts, offices: offices, context: context).build(places: &places)
    offices.link(places: places)

    var graph = Graph()
    graph.asOf = facts.asOf?.text
    graph.persons = persons.nodes
    graph.organizations = offices.organizationNodes
    graph.posts = offices.postNodes
    let titles = Dictionary(graph.posts.map { ($0.id, $0.title) }) { first, _ in first }
    let names = Dictionary(graph.persons.map { ($0.id, $0.name) }) { first, _ in first }
    graph.occupancies = occupancies.map { occupancy in
      var named = occupancy
      named.title = "\(names[occupancy.person] ?? ""): \(titles[occupancy.post] ?? "")"
      return named
    }
    graph.directives = directives
    graph.places = places.nodes
    graph.figures = facts.figures
    graph.relations = relations(facts, graph)
    graph.contradictions = Audit(graph: graph).contradictions
    return graph
  }

  /// The facts by id, with documents renumbered and grouped by content.
  private func ordered() -> Facts {
    var ordered = facts
    let order = documents.indices.sorted { byteOrder(documents[$0].id, documents[$1].id) }
    var rank = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { rank[old] = new }
    ordered.documents = order.map { documents[$0] }
    ordered.published = ordered.documents.map { $0.published.flatMap(PartialDate.init) }
    ordered.asOf = ordered.published.compactMap { $0 }.filter { $0.days != nil }.max(by: PartialDate.precedes)
    var firstOfContent: [String: Int] = [:]
    for (index, document) in ordered.documents.enumerated() {
      // Without a hash a document is its own content.
      let content = document.sha256.isEmpty ? document.id : document.sha256
      let first = firstOfContent[content] ?? index
      firstOfContent[content] = first
      ordered.contents.append(first)
    }
    for index in ordered.persons.indices { ordered.persons[index].doc = rank[ordered.persons[index].doc] }
    for index in ordered.organizations.indices {
      ordered.organizations[index].doc = rank[ordered.organizations[index].doc]
    }
    for index in ordered.holds.indices { ordered.holds[index].doc = rank[ordered.holds[index].doc] }
    for index in ordered.directives.indices {
      ordered.directives[index].doc = rank[ordered.directives[index].doc]
    }
    for index in ordered.relations.indices {
      ordered.relations[index].doc = rank[ordered.relations[index].doc]
    }
    ordered.persons = ordered.persons.sortedByBytes { $0.claim }
    ordered.organizations = ordered.organizations.sortedByBytes { $0.claim }
    ordered.holds = ordered.holds.sortedByBytes { $0.claim }
    ordered.directives = ordered.directives.sortedByBytes { $0.claim }
    ordered.relations = ordered.relations.sortedByBytes { $0.claim }
    ordered.figures = ordered.figures.sortedByBytes { $0.claim }
    return ordered
  }

  /// The relations between nodes, where their claims belong to nodes.
  private func relations(_ facts: Facts, _ graph: Graph) -> [Relation] {
    guard !facts.relations.isEmpty else { return [] }
    let nodes = graph.nodesByClaim()
    return facts.relations.map { fact in
      Relation(
        claim: fact.claim, document: facts.documents[fact.doc].id,
        subject: nodes[fact.body.subject] ?? fact.body.subject, predicate: fact.body.predicate,
        object: nodes[fact.body.object] ?? fact.body.object)
    }
  }
}

extension Graph {
  /// The node that each claim belongs to: of a holding, the occupancy. Figures are nodes of their own.
  public func nodesByClaim() -> [String: String] {
    var nodes: [String: String] = [:]
    for node in organizations { for claim in node.members { nodes[claim] = node.id } }
    // After the organizations, which holdings may stand for.
    for node in occupancies { for claim in node.members { nodes[claim] = node.id } }
    for node in persons { for claim in node.members { nodes[claim] = node.id } }
    for node in directives { for claim in node.members { nodes[claim] = node.id } }
    return nodes
  }
}
