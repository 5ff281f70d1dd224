/// GraphML 1.0, as its schema has it: all keys first, ids that are name tokens, typed values.
enum GraphMLExport {
  static func write(_ snapshot: GraphSnapshot, to write: ExportWriter) throws {
    let (nodes, edges) = (snapshot.nodes, snapshot.edges)
    let nodeKeys = keys(nodes.map(\.fields), prefix: "n")
    let edgeKeys = keys(edges.map(\.fields), prefix: "e")
    try write(head)
    try writeKeys(nodeKeys, for: "node", to: write)
    try writeKeys(edgeKeys, for: "edge", to: write)
    try write("  <graph id=\"kadry\" edgedefault=\"directed\">\n")
    for node in nodes {
      try write("    <node id=\"\(nameToken(node.id))\">\n")
      try writeData(labelled(node.kind, node.label, node.fields), nodeKeys, to: write)
      try write("    </node>\n")
    }
    for edge in edges {
      let ends = "source=\"\(nameToken(edge.source))\" target=\"\(nameToken(edge.target))\""
      try write("    <edge id=\"\(nameToken(edge.id))\" \(ends) directed=\"true\">\n")
      try writeData(labelled(edge.kind, edge.label, edge.fields), edgeKeys, to: write)
      try write("    </edge>\n")
    }
    try write("  </graph>\n</graphml>\n")
  }

  /// A key of the file: its id, name and the type of its values.
  private struct Key {
    var id: String
    var name: String
    var type: String
  }

  private static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
    http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

    """

  private static func labelled(_ kind: String, _ label: String, _ fields: [ExportField]) -> [ExportField] {
    [ExportField(key: "label", value: .text(label)), ExportField(key: "kind", value: .text(kind))] + fields
  }

  /// The keys that occur, `label` and `kind` first, then in the order of first use.
  private static func keys(_ fields: [[ExportField]], prefix: String) -> [Key] {
    var keys = [
      Key(id: prefix + "0", name: "label", type: "string"),
      Key(id: prefix + "1", name: "kind", type: "string"),
    ]
    var known: Set<String> = ["label", "kind"]
    for field in fields.joined() where known.insert(field.key).inserted {
      let type =
        switch field.value {
        case .text, .list: "string"
        case .integer: "int"
        case .number: "double"
        }
      keys.append(Key(id: "\(prefix)\(keys.count)", name: field.key, type: type))
    }
    return keys
  }

  private static func writeKeys(_ keys: [Key], for owner: String, to write: ExportWriter) throws {
    for key in keys {
      try write(
        "  <key id=\"\(key.id)\" for=\"\(owner)\" attr.name=\"\(key.name)\" attr.type=\"\(key.type)\"/>\n")
    }
  }

  private static func writeData(_ fields: [ExportField], _ keys: [Key], to write: ExportWriter) throws {
    for field in fields {
      guard let key = keys.first(where: { $0.name == field.key }) else { continue }
      try write("      <data key=\"\(key.id)\">\(escaped(field.value.plain))</data>\n")
    }
  }

  /// An id of name characters only; ours are already.
  private static func nameToken(_ id: String) -> String {
    String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) ? $0 : "_" })
  }

  /// Text for XML 1.0: mark-up escaped, characters that XML forbids as U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x0D: result += "&#13;"
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
