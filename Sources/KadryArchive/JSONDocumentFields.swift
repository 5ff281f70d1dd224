import KadryText

/// The fields of a JSON document, checked.
struct JSONDocumentFields {
  private(set) var metadata = DocumentMetadata()
  /// The unescaped field that holds the text.
  private(set) var payload: [UInt8]?
  private(set) var format = TextFormat.plain
  /// What is wrong with a field; the first of several.
  private(set) var complaint: String?

  init(_ object: JSONObject) {
    for member in object.members {
      switch member.key {
      case "id": metadata.ref = identifier(member)
      case "path": metadata.path = text(member)
      case "url": metadata.url = text(member)
      case "date": metadata.date = text(member)
      case "source": metadata.source = text(member)
      case "lang": metadata.lang = text(member)
      case "title": metadata.title = text(member)
      case "translation": metadata.translation = identifier(member)
      case "text": take(member, as: .plain)
      case "markdown": take(member, as: .markdown)
      case "html": take(member, as: .html)
      default: break
      }
    }
  }

  private mutating func text(_ member: JSONObject.Member) -> String? {
    switch member.value {
    case .string(let text): return text.isEmpty ? nil : text
    case .null: return nil
    default:
      refuse(member, wanted: "a string")
      return nil
    }
  }

  /// Ids are often numbers.
  private mutating func identifier(_ member: JSONObject.Member) -> String? {
    if case .integer(let number) = member.value { return String(number) }
    return text(member)
  }

  private mutating func take(_ member: JSONObject.Member, as format: TextFormat) {
    switch member.value {
    case .null: return
    case .string(let text):
      guard payload == nil else {
        complaint = complaint ?? "the text is given twice; keep one of \"text\", \"markdown\" and \"html\""
        return
      }
      payload = Array(text.utf8)
      self.format = format
    default: refuse(member, wanted: "a string")
    }
  }

  private mutating func refuse(_ member: JSONObject.Member, wanted: String) {
    complaint = complaint ?? "\"\(member.key)\" is \(member.value.typeName); it must be \(wanted)"
  }
}
