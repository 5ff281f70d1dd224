import KadryText

/// Nodes and edges as JSON lines: `{"record":"node",…}` and `{"record":"edge",…}`.
enum JSONLinesExport {
  static func write(_ snapshot: GraphSnapshot, to write: ExportWriter) throws {
    for node in snapshot.nodes {
      let head = [("record", "node"), ("kind", node.kind), ("id", node.id), ("label", node.label)]
      try write(object(head, node.fields))
    }
    for edge in snapshot.edges {
      let head = [
        ("record", "edge"), ("kind", edge.kind), ("id", edge.id), ("source", edge.source),
        ("target", edge.target), ("label", edge.label),
      ]
      try write(object(head, edge.fields))
    }
  }

  private static func object(_ head: [(String, String)], _ fields: [ExportField]) -> String {
    var buffer: [UInt8] = []
    for (key, text) in head { append(key, .text(text), to: &buffer) }
    for field in fields { append(field.key, field.value, to: &buffer) }
    buffer += Array("}\n".utf8)
    return String(decoding: buffer, as: UTF8.self)
  }

  private static func append(_ key: String, _ value: ExportValue, to buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: buffer.isEmpty ? "{" : ","))
    JSONOutput.append(key, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
    switch value {
    case .text(let text): JSONOutput.append(text, to: &buffer)
    case .integer(let integer): JSONOutput.append(integer, to: &buffer)
    case .number(let number): JSONOutput.append(number, to: &buffer)
    case .list(let list):
      buffer.append(UInt8(ascii: "["))
      for (index, item) in list.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        JSONOutput.append(item, to: &buffer)
      }
      buffer.append(UInt8(ascii: "]"))
    }
  }
}
