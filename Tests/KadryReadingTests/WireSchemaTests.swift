import KadryText
import Testing

@testable import KadryReading

@Suite struct WireSchemaTests {
  private func object(_ record: WireRecord) throws -> JSONObject {
    guard case .object(let object) = try JSONValue(parsing: Array(WireWriter.line(record).utf8)) else {
      throw JSONError("no object", at: 0)
    }
    return object
  }

  private func kindName(_ record: WireRecord) -> String {
    switch record {
    case .document: "document"
    case .claim(let claim): claim.body.kind
    case .error: "error"
    case .end: "end"
    }
  }

  /// What the writer writes is what the schema says: names, order, required keys, types, closed values.
  @Test func theWriterKeepsToTheSchema() throws {
    var generator = WireGenerator(seed: 5)
    var seen: [String: Set<String>] = [:]
    for _ in 0..<3000 {
      let record = generator.record()
      let name = kindName(record)
      let kind = try #require(WireSchema.kinds.first { $0.name == name })
      let members = try object(record).members
      try check(members, kind)
      seen[name, default: []].formUnion(members.map(\.key))
      for case .array(let mentions) in members.filter({ $0.key == "mentions" }).map(\.value) {
        for case .object(let mention) in mentions {
          try check(mention.members, WireSchema.mention)
          seen["mention", default: []].formUnion(mention.members.map(\.key))
        }
      }
    }
    // And nothing in the schema is never written.
    for kind in WireSchema.kinds + [WireSchema.mention] {
      #expect(seen[kind.name] == Set(kind.keys.map(\.name)), "\(kind.name)")
    }
  }

  private func check(_ members: [JSONObject.Member], _ kind: WireSchema.Kind) throws {
    let order = kind.keys.map(\.name)
    let places = members.map { order.firstIndex(of: $0.key) }
    #expect(!places.contains(nil), "\(kind.name): \(members.map(\.key))")
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(kind.name)")
    for key in kind.keys {
      guard let member = members.first(where: { $0.key == key.name }) else {
        #expect(!key.isRequired, "\(kind.name).\(key.name)")
        continue
      }
      switch (key.type, member.value) {
      case ("string", .string(let text)):
        if !key.values.isEmpty { #expect(key.values.contains(text)) }
      case ("[string]", .array(let elements)):
        for case .string(let text) in elements where !key.values.isEmpty {
          #expect(key.values.contains(text))
        }
      case ("integer", .integer), ("number", .integer), ("number", .number), ("boolean", .bool),
        ("[integer,integer]", .array), ("[[integer,integer]]", .array), ("[mention]", .array):
        break
      default: Issue.record("\(kind.name).\(key.name) is \(member.value.typeName), not \(key.type)")
      }
    }
  }

  /// The reader asks for exactly the required keys.
  @Test func theReaderNeedsTheRequiredKeys() throws {
    var generator = WireGenerator(seed: 11)
    for _ in 0..<500 {
      let record = generator.record()
      let kind = try #require(WireSchema.kinds.first { $0.name == kindName(record) })
      let members = try object(record).members
      for member in members {
        guard let key = kind.keys.first(where: { $0.name == member.key }), member.key != "title" else {
          continue
        }
        if key.name == "id", ["error", "end"].contains(kind.name) { continue }
        let rest = render(members.filter { $0.key != member.key })
        if key.isRequired {
          #expect(throws: WireError.self, "\(kind.name).\(key.name)") { try WireReader.record(rest) }
        } else if key.name != "number" {
          _ = try WireReader.record(rest)
        }
      }
    }
  }

  private func render(_ members: [JSONObject.Member]) -> [UInt8] {
    var buffer: [UInt8] = []
    render(.object(JSONObject(members)), &buffer)
    return buffer
  }

  private func render(_ value: JSONValue, _ buffer: inout [UInt8]) {
    switch value {
    case .null: buffer += Array("null".utf8)
    case .bool(let flag): buffer += Array("\(flag)".utf8)
    case .integer(let number): JSONOutput.append(number, to: &buffer)
    case .number(let number): JSONOutput.append(number, to: &buffer)
    case .string(let text): JSONOutput.append(text, to: &buffer)
    case .array(let elements):
      buffer.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        render(element, &buffer)
      }
      buffer.append(UInt8(ascii: "]"))
    case .object(let object):
      buffer.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        JSONOutput.append(member.key, to: &buffer)
        buffer.append(UInt8(ascii: ":"))
        render(member.value, &buffer)
      }
      buffer.append(UInt8(ascii: "}"))
    }
  }
}
