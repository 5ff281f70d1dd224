import KadryText

/// Corrections as lines of JSON, one decision a line.
extension Correction {
  /// Why a line is no correction.
  public struct LineError: Error, Sendable, Equatable, CustomStringConvertible {
    public var description: String
  }

  /// The line, without its end; keys in a fixed order, so that equal decisions are equal bytes.
  public var line: String {
    var json = JSONLine()
    json.add("v", 1)
    json.add("action", action.rawValue)
    json.add("a", a)
    if let b { json.add("b", b) }
    if let field { json.add("field", field) }
    if let value { json.add("value", value) }
    json.add("author", author)
    json.add("date", date)
    if let note { json.add("note", note) }
    return json.text
  }

  /// Reads a line; keys that are not known are left out.
  public init(line: String) throws(LineError) {
    let value: JSONValue
    do throws(JSONError) { value = try JSONValue(parsing: Array(line.utf8)) } catch {
      throw LineError(description: "this is no JSON: \(error)")
    }
    guard case .object(let object) = value else {
      throw LineError(description: "a correction is a JSON object, and this is \(value.typeName)")
    }
    if case .integer(let version)? = object["v"], version > 1 {
      throw LineError(description: "was written by a newer kadry (v \(version)); use that one")
    }
    guard let word = object.text("action"), let action = Action(rawValue: word) else {
      let known = Action.allCases.map(\.rawValue).joined(separator: ", ")
      throw LineError(description: "'action' must be one of \(known)")
    }
    let (a, b) = (try Address(object, "a"), object["b"] == nil ? nil : try Address(object, "b"))
    switch action {
    case .same, .different:
      guard b != nil else { throw LineError(description: "'\(word)' wants two persons, 'a' and 'b'") }
    case .correct:
      guard object.text("field") != nil, object.text("value") != nil else {
        throw LineError(description: "'correct' wants 'field' and 'value'")
      }
    case .reject: break
    }
    self.init(
      action, a, b, field: object.text("field"), value: object.text("value"),
      author: object.text("author") ?? "", date: object.text("date") ?? "", note: object.text("note"))
  }
}

extension Correction.Address {
  fileprivate init(_ object: JSONObject, _ key: String) throws(Correction.LineError) {
    guard case .object(let address)? = object[key], let kind = address.text("kind"),
      let sha256 = address.text("sha256")
    else { throw Correction.LineError(description: "'\(key)' must be an object with 'kind' and 'sha256'") }
    var span = 0..<0
    if case .array(let ends)? = address["span"] {
      guard ends.count == 2, case .integer(let start) = ends[0], case .integer(let end) = ends[1],
        0 <= start, start <= end
      else { throw Correction.LineError(description: "'span' of '\(key)' must be [start,end]") }
      span = start..<end
    }
    self.init(
      kind: kind, sha256: sha256, span: span, quote: address.text("quote") ?? "",
      label: address.text("label") ?? "")
  }
}

extension JSONObject {
  fileprivate func text(_ key: String) -> String? {
    if case .string(let text)? = self[key] { return text }
    return nil
  }
}

/// One JSON object, written key by key.
private struct JSONLine {
  private var bytes: [UInt8] = Array("{".utf8)

  var text: String { String(decoding: bytes, as: UTF8.self) + "}" }

  private mutating func key(_ key: String) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    JSONOutput.append(key, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func add(_ name: String, _ text: String) {
    key(name)
    JSONOutput.append(text, to: &bytes)
  }

  mutating func add(_ name: String, _ number: Int) {
    key(name)
    JSONOutput.append(number, to: &bytes)
  }

  mutating func add(_ name: String, _ address: Correction.Address) {
    var inner = JSONLine()
    inner.add("kind", address.kind)
    inner.add("sha256", address.sha256)
    if address.kind != Correction.document {
      inner.key("span")
      inner.bytes += Array("[\(address.span.lowerBound),\(address.span.upperBound)]".utf8)
      inner.add("quote", address.quote)
    }
    inner.add("label", address.label)
    key(name)
    bytes += Array(inner.text.utf8)
  }
}

extension Correction {
  /// The kind of an address that means a whole document.
  public static let document = "document"
}
