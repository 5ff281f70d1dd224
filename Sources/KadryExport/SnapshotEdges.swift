import KadryGraph
import KadryReading

/// A directed edge; two edges may join the same nodes, each has an id of its own.
public struct GraphEdge: Sendable, Equatable {
  public var id: String
  /// `holds`, `post-of`, `located-in`, `part-of`, `issued-by`, `cites` or another relation.
  public var kind: String
  public var source: String
  public var target: String
  public var label: String
  public var fields: [ExportField]
}

extension GraphSnapshot {
  /// All edges whose ends are nodes of the snapshot, by kind and then by id.
  public var edges: [GraphEdge] {
    let known = Set(nodes.map(\.id))
    return
      (graph.occupancies.map(edge) + structure() + citations.map(Self.edge) + graph.relations.map(Self.edge))
      .filter { known.contains($0.source) && known.contains($0.target) }
  }

  private func edge(_ occupancy: Occupancy) -> GraphEdge {
    var fields = FieldList()
    fields.add("valid_from", occupancy.start?.date)
    fields.add("valid_from_basis", occupancy.start?.basis.rawValue)
    fields.add("valid_to", occupancy.end?.date)
    fields.add("valid_to_basis", occupancy.end?.basis.rawValue)
    fields.add("seen_first", occupancy.firstSeen)
    fields.add("seen_last", occupancy.lastSeen)
    fields.add("term", occupancy.term)
    fields.add("status", occupancy.status.rawValue)
    fields.add("acting", occupancy.acting ? 1 : 0)
    fields.add("grade", occupancy.grade.rawValue)
    fields.add("evidence_count", occupancy.documents)
    fields.add("weight", Double(occupancy.documents))
    fields.add("quote", quotes[occupancy.id])
    return GraphEdge(
      id: occupancy.id, kind: "holds", source: occupancy.person, target: occupancy.post,
      label: "holds" + Self.period(of: occupancy), fields: fields.fields)
  }

  /// ` 2016–2021`, ` 2016–`, ` seen 2016-11-10`, or nothing.
  private static func period(of occupancy: Occupancy) -> String {
    let (from, to) = (occupancy.start?.date, occupancy.end?.date)
    if from != nil || to != nil { return " \(from ?? "")–\(to ?? "")" }
    return occupancy.lastSeen.map { " seen \($0)" } ?? ""
  }

  /// What belongs to what.
  private func structure() -> [GraphEdge] {
    var edges: [GraphEdge] = []
    func add(_ kind: String, _ source: String, _ target: String?) {
      guard let target else { return }
      edges.append(
        GraphEdge(
          id: "\(kind)-\(source)", kind: kind, source: source, target: target, label: kind, fields: []))
    }
    for post in graph.posts { add("post-of", post.id, post.organization) }
    for post in graph.posts { add("located-in", post.id, post.place) }
    for body in graph.organizations { add("located-in", body.id, body.place) }
    for body in graph.organizations { add("part-of", body.id, body.parent) }
    for place in graph.places { add("part-of", place.id, place.parent) }
    for directive in graph.directives { add("issued-by", directive.id, directive.organization) }
    return edges
  }

  private static func edge(_ citation: CitationEdge) -> GraphEdge {
    var fields = FieldList()
    fields.add("cited_full", citation.full)
    fields.add("cited_short", citation.short)
    fields.add("weight", Double(citation.full + citation.short))
    return GraphEdge(
      id: citation.claim, kind: "cites", source: citation.document, target: citation.directive,
      label: "cites",
      fields: fields.fields)
  }

  private static func edge(_ relation: Relation) -> GraphEdge {
    GraphEdge(
      id: relation.claim, kind: relation.predicate.rawValue, source: relation.subject,
      target: relation.object,
      label: relation.predicate.rawValue, fields: [])
  }
}
