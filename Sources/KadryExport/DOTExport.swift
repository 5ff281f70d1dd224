/// The graph for Graphviz: `dot -Tsvg graph.dot`.
///
/// Articles are left out, they would hide the rest; their number is the weight of an edge.
enum DOTExport {
  static func write(_ snapshot: GraphSnapshot, to write: ExportWriter) throws {
    try write(
      "digraph kadry {\n  graph [charset=\"UTF-8\", rankdir=\"LR\"];\n  node [fontname=\"sans-serif\"];\n")
    let nodes = snapshot.nodes.filter { $0.kind != "document" }
    let shown = Set(nodes.map(\.id))
    for node in nodes {
      let shape = shapes[node.kind] ?? "ellipse"
      try write("  \(quoted(node.id)) [label=\(quoted(label(of: node))), shape=\"\(shape)\"];\n")
    }
    for edge in snapshot.edges where shown.contains(edge.source) && shown.contains(edge.target) {
      try write("  \(quoted(edge.source)) -> \(quoted(edge.target)) [label=\(quoted(edge.label))];\n")
    }
    try write("}\n")
  }

  private static let shapes = [
    "person": "box", "post": "ellipse", "organization": "house", "place": "plaintext", "directive": "note",
  ]

  /// The name, and under it the place where one is known.
  private static func label(of node: GraphNode) -> String {
    guard node.kind != "place", let place = node.fields.first(where: { $0.key == "place" })?.value.plain
    else {
      return node.label
    }
    return node.label + "\n" + place
  }

  /// A DOT string: quotes and backslashes escaped, line breaks as `\n`.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r", "\0": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
