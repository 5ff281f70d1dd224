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
  private let judgements: Judgements
  private var known: Set<String> = []
  private var facts = Facts()
  private var pool = StringPool()

  /// - Parameters:
  ///   - keepsFigures: whether the graph is to hold the figures and their contradictions; a caller
  ///     who streams them by ``Figure/init(_:)`` and ``Contradiction/init(arithmeticOf:)`` does without.
  ///   - judgements: what people decided; it outranks what was read.
  public init(context: GraphContext, keepsFigures: Bool = true, judgements: Judgements = Judgements()) {
    self.context = context
    self.judgements = judgements
    self.keepsFigures = keepsFigures
  }

  /// Adds a document with its claims; a document added twice counts once.
  public mutating func add(_ given: DocumentFacts, claims read: [Claim]) {
    guard known.insert(given.id).inserted else { return }
    let document = judgements.applied(to: given)
    let claims = judgements.applied(to: read)
    let doc = facts.documents.count
    facts.documents.append(pool.shared(document))
    // References share the storage of the ids that they repeat.
    let ids = Dictionary(claims.map { ($0.id, $0.id) }) { first, _ in first }
    for claim in claims {
      switch claim.body {
      case .person(let body):
        facts.persons.append(.init(claim: claim.id, doc: doc, body: pool.shared(body)))
      case .organization(let body):
        facts.organizations.append(.init(claim: claim.id, doc: doc, body: pool.shared(body)))
      case .holds(var body):
        body.personRef = ids[body.personRef] ?? body.personRef
        body.organizationRef = body.organizationRef.map { ids[$0] ?? $0 }
        facts.holds.append(.init(claim: claim.id, doc: doc, grade: claim.grade, body: pool.shared(body)))
      case .directive(let body):
        let short = claim.mentions.count { $0.cites == .short }
        facts.directives.append(
          .init(
            claim: claim.id, doc: doc, body: pool.shared(body), full: claim.mentions.count - short,
            short: short))
      case .relation(var body):
        body.subject = ids[body.subject] ?? body.subject
        body.object = ids[body.object] ?? body.object
        facts.relations.append(.init(claim: claim.id, doc: doc, body: body))
      case .figure: if keepsFigures, let figure = Figure(claim) { facts.figures.append(figure) }
      case .date: break
      }
    }
  }

  /// The graph of everything added so far.
  public consuming func build() -> Graph {
    facts.order(context: context)
    return joined()
  }

  private func joined() -> Graph {
    var places = PlaceIndex(directory: context.directory)
    var offices = OfficeIndex(facts: facts, context: context, places: &places)
    let persons = PersonIdentity.join(
      facts: facts, offices: offices, context: context, places: places, judgements: judgements)
    let occupancies = OccupancyBuilder(
      facts: facts, offices: offices, persons: persons, context: context, places: places
    ).build()
    let directives = DirectiveBuilder(facts: facts, offices: offices, context: context).build(places: &places)
    offices.link(places: places)

    var graph = Graph()
    graph.asOf = facts.asOf?.text
    graph.persons = persons.nodes
    graph.merges = persons.merges
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
    graph.relations = relations(graph)
    graph.witnesses = facts.witnesses
    var lastDays: [String: Day] = [:]
    for index in offices.posts.indices {
      lastDays[offices.posts[index].id] = offices.lastDay(ofPost: index, places: places)
    }
    let dates = facts.directives.compactMap { fact in fact.body.date.map { (fact.claim, $0) } }
    graph.contradictions =
      Audit(
        graph: graph, lastDays: lastDays, directiveDates: Dictionary(dates) { first, _ in first }
      ).contradictions
    return graph
  }

  /// The relations between nodes, where their claims belong to nodes.
  private func relations(_ graph: Graph) -> [Relation] {
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
