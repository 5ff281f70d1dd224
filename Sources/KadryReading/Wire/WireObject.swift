import KadryText

/// A JSON object read key by key, with errors that name the key. `null` counts as absent.
struct WireObject {
  let object: JSONObject
  /// The way to it, for messages: empty, or `mentions[2].`.
  let path: String

  init(_ object: JSONObject, path: String) {
    self.object = object
    self.path = path
  }

  func has(_ key: String) -> Bool { value(key) != nil }

  private func value(_ key: String) -> JSONValue? {
    guard let value = object[key], value != .null else { return nil }
    return value
  }

  private func present(_ key: String) throws(WireError) -> JSONValue {
    guard let value = value(key) else { throw WireError(.missing, key: path + key, "is missing") }
    return value
  }

  private func wrong(_ key: String, _ wanted: String, _ found: JSONValue) -> WireError {
    WireError(.wrongType, key: path + key, "expected \(wanted), found \(found.typeName)")
  }

  func text(_ key: String) throws(WireError) -> String {
    let value = try present(key)
    guard case .string(let text) = value else { throw wrong(key, "a string", value) }
    return text
  }

  func optionalText(_ key: String) throws(WireError) -> String? {
    has(key) ? try text(key) : nil
  }

  func integer(_ key: String) throws(WireError) -> Int {
    let value = try present(key)
    guard case .integer(let number) = value, number >= 0 else {
      throw wrong(key, "a whole number, not negative", value)
    }
    return number
  }

  func optionalInteger(_ key: String) throws(WireError) -> Int? {
    has(key) ? try integer(key) : nil
  }

  func number(_ key: String) throws(WireError) -> Double? {
    guard let value = value(key) else { return nil }
    switch value {
    case .integer(let number): return Double(number)
    case .number(let number): return number
    default: throw wrong(key, "a number", value)
    }
  }

  func flag(_ key: String) throws(WireError) -> Bool {
    let value = try present(key)
    guard case .bool(let flag) = value else { throw wrong(key, "true or false", value) }
    return flag
  }

  func texts(_ key: String) throws(WireError) -> [String] {
    let value = try present(key)
    guard case .array(let elements) = value else { throw wrong(key, "an array", value) }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element else { throw wrong(key, "strings", element) }
      texts.append(text)
    }
    return texts
  }

  /// An array of strings, empty when the key is missing.
  func optionalTexts(_ key: String) throws(WireError) -> [String] {
    has(key) ? try texts(key) : []
  }

  func objects(_ key: String) throws(WireError) -> [WireObject] {
    let value = try present(key)
    guard case .array(let elements) = value else { throw wrong(key, "an array", value) }
    var objects: [WireObject] = []
    for (index, element) in elements.enumerated() {
      guard case .object(let object) = element else { throw wrong(key, "objects", element) }
      objects.append(WireObject(object, path: "\(path)\(key)[\(index)]."))
    }
    return objects
  }

  /// `[start,end]`, half-open bytes.
  func span(_ key: String) throws(WireError) -> Range<Int> {
    try span(key, present(key))
  }

  /// A list of spans, empty when absent.
  func optionalSpans(_ key: String) throws(WireError) -> [Range<Int>] {
    guard has(key) else { return [] }
    let value = try present(key)
    guard case .array(let elements) = value else { throw wrong(key, "an array", value) }
    var spans: [Range<Int>] = []
    for element in elements { spans.append(try span(key, element)) }
    return spans
  }

  private func span(_ key: String, _ value: JSONValue) throws(WireError) -> Range<Int> {
    guard case .array(let ends) = value, ends.count == 2, case .integer(let start) = ends[0],
      case .integer(let end) = ends[1], 0 <= start, start <= end
    else {
      throw WireError(.wrongType, key: path + key, "expected [start,end] in bytes, 0 ≤ start ≤ end")
    }
    return start..<end
  }

  /// A value of a closed list, `nil` when absent.
  func choice<Value: RawRepresentable<String>>(
    _ key: String, _ all: [Value]
  ) throws(WireError) -> Value? {
    guard let text = try optionalText(key) else { return nil }
    return try member(text, of: all, key: key)
  }

  /// A value of a closed list.
  func needed<Value: RawRepresentable<String>>(
    _ key: String, _ all: [Value]
  ) throws(WireError) -> Value {
    try member(try text(key), of: all, key: key)
  }

  func member<Value: RawRepresentable<String>>(
    _ text: String, of all: [Value], key: String
  ) throws(WireError) -> Value {
    guard let value = Value(rawValue: text) else {
      let list = all.map(\.rawValue).joined(separator: ", ")
      throw WireError(.unknownValue, key: path + key, "\"\(text)\" is none of \(list)")
    }
    return value
  }
}
