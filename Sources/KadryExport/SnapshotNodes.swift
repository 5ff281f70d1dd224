import KadryGraph

/// A node with its kind, a label for people, and what is known of it.
public struct GraphNode: Sendable, Equatable {
  public var id: String
  /// `person`, `post`, `organization`, `place`, `directive` or `document`.
  public var kind: String
  public var label: String
  public var fields: [ExportField]
}

extension GraphSnapshot {
  /// All nodes, by kind and then by id.
  public var nodes: [GraphNode] {
    let builder = NodeBuilder(
      placeNames: Dictionary(graph.places.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }))
    return graph.persons.map(builder.node) + graph.posts.map(builder.node)
      + graph.organizations.map(builder.node)
      + graph.places.map(builder.node) + graph.directives.map(builder.node) + documents.map(builder.node)
  }
}

/// Makes nodes of the graph's values.
private struct NodeBuilder {
  let placeNames: [String: String]

  private func placeName(_ id: String?) -> String? { id.flatMap { placeNames[$0] } }

  func node(_ person: Person) -> GraphNode {
    var fields = FieldList()
    fields.add("name_vi", person.vi)
    fields.add("names", person.names.map(\.name))
    fields.add("classification", person.role.rawValue)
    fields.add("first_seen", person.firstSeen)
    fields.add("last_seen", person.lastSeen)
    fields.add("evidence_count", person.documents)
    return GraphNode(id: person.id, kind: "person", label: person.name, fields: fields.fields)
  }

  func node(_ post: Post) -> GraphNode {
    var fields = FieldList()
    fields.add("names", post.titles.map(\.name))
    fields.add("canonical", post.canonical)
    fields.add("classification", post.function)
    fields.add("ranks", post.ranks)
    fields.add("level", post.level)
    fields.add("place", placeName(post.place))
    fields.add("evidence_count", post.documents)
    return GraphNode(id: post.id, kind: "post", label: post.title, fields: fields.fields)
  }

  func node(_ organization: Organization) -> GraphNode {
    var fields = FieldList()
    fields.add("names", organization.names.map(\.name))
    fields.add("canonical", organization.canonical)
    fields.add("level", organization.level)
    fields.add("place", placeName(organization.place))
    fields.add("evidence_count", organization.documents)
    return GraphNode(
      id: organization.id, kind: "organization", label: organization.name, fields: fields.fields)
  }

  func node(_ place: Place) -> GraphNode {
    var fields = FieldList()
    fields.add("name_vi", place.name)
    fields.add("name_ru", place.ru)
    fields.add("canonical", place.canonical)
    fields.add("level", place.level)
    return GraphNode(id: place.id, kind: "place", label: place.name, fields: fields.fields)
  }

  func node(_ directive: Directive) -> GraphNode {
    var fields = FieldList()
    fields.add("number", directive.number)
    fields.add("name_vi", directive.numberVi)
    fields.add("title", directive.title)
    fields.add("classification", directive.type)
    fields.add("issuer", directive.issuer)
    fields.add("place", placeName(directive.place))
    fields.add("date", directive.date)
    fields.add("first_seen", directive.firstCited)
    fields.add("last_seen", directive.lastCited)
    fields.add("cited_full", directive.citedFull)
    fields.add("cited_short", directive.citedShort)
    fields.add("evidence_count", directive.documents)
    return GraphNode(id: directive.id, kind: "directive", label: directive.name, fields: fields.fields)
  }

  func node(_ document: DocumentNode) -> GraphNode {
    var fields = FieldList()
    fields.add("title", document.title)
    fields.add("source", document.source)
    fields.add("date", document.published)
    fields.add("language", document.language)
    fields.add("url", document.url)
    fields.add("path", document.path)
    fields.add("sha256", document.sha256)
    return GraphNode(
      id: document.id, kind: "document",
      label: document.title ?? document.url ?? document.path ?? document.id,
      fields: fields.fields)
  }
}
