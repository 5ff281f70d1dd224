import KadryText

/// The fields of a JSON document, checked.
struct JSONDocumentFields {
  private(set) var metadata = DocumentMetadata()
  /// The unescaped field that holds the text.
  private(set) var payload: [UInt8]?
  private(set) var format = TextFormat.plain
  /// What is wrong with a field; the first of several.
  private(set) var complaint: String?

  init(_ object: JSONObject, mapping: FieldMapping = FieldMapping()) {
    for field in DocumentField.allCases {
      guard let name = mapping.name(of: field), let value = Self.value(of: name[...], in: object) else {
        continue
      }
      if field.isText {
        take(value, of: name, as: field.format)
      } else {
        // Ids are often numbers.
        let isIdentifier = field == .id || field == .translation
        metadata.set(field, to: text(value, of: name, mayBeNumber: isIdentifier))
      }
    }
  }

  /// The value of a key; where there is none, a full stop leads into the object under what stands before it.
  private static func value(of name: Substring, in object: JSONObject) -> JSONValue? {
    if let value = object[String(name)] { return value }
    guard let stop = name.firstIndex(of: "."), case .object(let inner)? = object[String(name[..<stop])] else {
      return nil
    }
    return value(of: name[name.index(after: stop)...], in: inner)
  }

  private mutating func text(_ value: JSONValue, of name: String, mayBeNumber: Bool) -> String? {
    switch value {
    case .string(let text): return text.isEmpty ? nil : text
    case .null: return nil
    case .integer(let number) where mayBeNumber: return String(number)
    default:
      refuse(value, of: name)
      return nil
    }
  }

  private mutating func take(_ value: JSONValue, of name: String, as format: TextFormat) {
    switch value {
    case .null: return
    case .string(let text):
      guard payload == nil else {
        complaint = complaint ?? "the text is given twice; keep one of \"text\", \"markdown\" and \"html\""
        return
      }
      payload = Array(text.utf8)
      self.format = format
    default: refuse(value, of: name)
    }
  }

  private mutating func refuse(_ value: JSONValue, of name: String) {
    complaint = complaint ?? "\"\(name)\" is \(value.typeName); it must be a string"
  }
}
